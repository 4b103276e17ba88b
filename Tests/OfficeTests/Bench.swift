import Claims
import Dunning
import Foundation
import Intake
import Ledger
import Office
import Quantities
import Reports
import Store
import Synchronization

/// A book in a folder of its own, with a clock that the test sets.
final class Bench: Sendable {
  let folder: String
  let desk: Desk

  init(today: Day = Day(2026, 11, 23)) throws {
    let folder = NSTemporaryDirectory() + "office-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    self.folder = folder
    let clock = Clock(day: today)
    self.clock = clock
    desk = try Desk(book: folder + "/livre.encaisse", creates: true, clock: { clock.today })
  }

  private let clock: Clock

  private final class Clock: Sendable {
    private let day: Mutex<Day>
    init(day: Day) { self.day = Mutex(day) }
    var today: Day { day.withLock { $0 } }
    func set(_ new: Day) { day.withLock { $0 = new } }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var today: Day { clock.today }
  func setToday(_ day: Day) { clock.set(day) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  /// Writes a file and takes it into the book.
  @discardableResult
  func take(_ name: String, _ text: String) throws -> ImportReport {
    try desk.importFiles([try write(name, text)])
  }

  /// Changes the book behind the program's back; false when there is no SQLite tool to do it with.
  func tamper(_ sql: String) throws -> Bool {
    let tool = "/usr/bin/sqlite3"
    guard FileManager.default.isExecutableFile(atPath: tool) else { return false }
    let process = try Process.run(URL(filePath: tool), arguments: [desk.store.path, sql])
    process.waitUntilExit()
    precondition(process.terminationStatus == 0, sql)
    return true
  }

  /// A second program at the same book, that remembers nothing.
  func fresh() throws -> Desk {
    let clock = clock
    return try Desk(book: folder + "/livre.encaisse", clock: { clock.today })
  }

  func document(_ number: String) throws -> EntryNumber {
    guard let found = try desk.document(numbered: number) else {
      preconditionFailure("no document \(number)")
    }
    return found
  }

  func customer(_ words: String) throws -> CustomerID {
    guard let found = try desk.customers(matching: words).first else {
      preconditionFailure("no customer \(words)")
    }
    return found.id
  }

  func open(_ number: String) throws -> Money {
    let document = try document(number)
    return try desk.store.read { try $0.open(ofDocument: document) }
  }

  /// The number of the line whose text holds the words.
  func line(_ words: String) throws -> EntryNumber {
    var found: EntryNumber?
    try desk.store.read { reader in
      for number in 1...(try reader.newestEntry().raw) {
        guard let line = try reader.bankLine(EntryNumber(number)) else { continue }
        if line.text.contains(words) { found = EntryNumber(number) }
      }
    }
    guard let found else { preconditionFailure("no line \(words)") }
    return found
  }

  /// Whom today's list names, and whom it holds back.
  func asked() throws -> [String] { try desk.dayList().worklist.entries.map(\.customer.name) }
  func held() throws -> [String] { try desk.dayList().worklist.held.map(\.customer.name) }
}

extension FileReport {
  /// The outcome in a word and its counts, as the tests read it.
  var result: String {
    switch outcome {
    case .taken(_, let accepted, let known, let rejected): "taken \(accepted) \(known) \(rejected)"
    case .takenBefore: "taken before"
    case .refused(let words): "refused: " + words.french
    }
  }
}

extension ImportReport {
  var results: [String] { files.map(\.result) }
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

/// Small files as French firms export them.
enum Papers {
  static let header = "Numéro;Client;Nom du client;Date;Échéance;Montant HT;TVA;Montant TTC;Devise"

  static func invoices(_ rows: String...) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  /// Three customers: one long overdue, one overdue, one not yet due.
  static let three = invoices(
    "FA-2026-0001;C1;Aubois SARL;05/06/2026;05/07/2026;1 000,00;200,00;1 200,00;EUR",
    "FA-2026-0002;C2;Brunel SAS;05/09/2026;05/10/2026;500,00;100,00;600,00;EUR",
    "FA-2026-0003;C3;Carrel SA;05/11/2026;20/12/2026;250,00;50,00;300,00;EUR")

  /// A bank statement of some movements: label and amount.
  static func bank(_ rows: (day: String, words: String, amount: String)...) -> String {
    "Date;Libellé;Montant\n"
      + rows.map { "\($0.day);\($0.words);\($0.amount)\n" }.joined()
  }

  /// A statement in CAMT.053 with credits of the words and amounts.
  static func camt(_ credits: [(words: String, amount: String)], on day: String) -> String {
    let entries = credits.enumerated().map { place, credit in
      """
      <Ntry><Amt Ccy="EUR">\(credit.amount)</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
      <BookgDt><Dt>\(day)</Dt></BookgDt><ValDt><Dt>\(day)</Dt></ValDt>
      <AcctSvcrRef>REF\(place)</AcctSvcrRef>
      <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>
      </BkTxCd>
      <NtryDtls><TxDtls><RmtInf><Ustrd>\(credit.words)</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
      <GrpHdr><MsgId>M1</MsgId><CreDtTm>\(day)T20:00:00</CreDtTm></GrpHdr>
      <Stmt><Id>S1</Id><CreDtTm>\(day)T20:00:00</CreDtTm>
      <FrToDt><FrDtTm>\(day)T00:00:00</FrDtTm><ToDtTm>\(day)T23:59:59</ToDtTm></FrToDt>
      <Acct><Id><IBAN>FR7610096000201234567890185</IBAN></Id><Ccy>EUR</Ccy></Acct>
      \(entries.joined(separator: "\n"))
      </Stmt></BkToCstmrStmt></Document>
      """
  }
}
