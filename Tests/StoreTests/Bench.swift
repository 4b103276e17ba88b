import Foundation
import Ledger
import Quantities
import Store

/// A folder of its own for one test, removed with the value.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "store-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  /// A new book in this folder.
  func book(_ name: String = "livre.encaisse") throws -> Store {
    try Store(path: file(name), creates: true)
  }
}

/// Runs a program and gives what it printed; nil when the program is not on this machine.
func run(_ program: String, _ arguments: [String], input: String = "") throws -> (
  status: Int32, text: String
)? {
  guard FileManager.default.isExecutableFile(atPath: program) else {
    print("skipped: no \(program)")
    return nil
  }
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  let (output, words) = (Pipe(), Pipe())
  process.standardOutput = output
  process.standardError = output
  process.standardInput = words
  try process.run()
  words.fileHandleForWriting.write(Data(input.utf8))
  try words.fileHandleForWriting.close()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}

/// Changes a book behind the program's back; false when there is no SQLite tool to do it with.
func tamper(_ path: String, _ sql: String) throws -> Bool {
  guard let done = try run("/usr/bin/sqlite3", [path, sql]) else { return false }
  precondition(done.status == 0, done.text)
  return true
}

/// Numbers that look random and are the same for a seed.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

let today = Day(2026, 11, 23)

extension Invoice {
  /// A plain invoice of a total, due 30 days after issue.
  static func plain(_ number: String, _ cents: Int64, on issue: Day) -> Invoice {
    let total = Money(cents: cents)
    return Invoice(
      number: number, issue: issue,
      instalments: [Instalment(due: issue.adding(days: 30), amount: total)], net: total,
      tax: .zero, gross: total, payable: total)
  }
}

extension BankLine {
  /// A transfer that came in.
  static func credit(
    _ cents: Int64, on day: Day, text: String = "VIR", reference: String = ""
  ) -> BankLine {
    BankLine(
      account: "FR7610096000201234567890185", currency: .eur, booked: day,
      amount: Money(cents: cents), text: text, reference: reference, operation: .transfer)
  }
}

extension BookWriter {
  /// Opens a customer of a name.
  func open(_ name: String) throws -> CustomerID {
    let id = CustomerID(nextNumber.raw)
    try append(
      .customer(Customer(id: id, party: Party(name: name))), customer: id, happened: learned)
    return id
  }
}
