import Demo
import Foundation
import Quantities

/// A world as it was written, read back by other means.
struct WrittenWorld: Sendable {
  /// Every file by its path, with its bytes.
  let contents: [String: Data]
  let summary: DemoSummary

  struct BadFile: Error { let path: String }

  static let today = Day(2026, 11, 23)
  /// The world of `make run`, written once for all tests.
  static let small = Result { try WrittenWorld(customers: 60, invoices: 600, seed: 1) }

  /// Writes a world to a folder of its own, keeps its bytes and takes the folder away.
  init(customers: Int, invoices: Int, seed: UInt64) throws {
    let folder = Self.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let world = DemoWorld(
      customers: customers, invoices: invoices, seed: seed, today: Self.today)
    summary = try world.write(to: folder)
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      let full = folder + "/" + path
      _ = FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
      if !isFolder.boolValue { contents[path] = try Data(contentsOf: URL(fileURLWithPath: full)) }
    }
    self.contents = contents
  }

  static func newFolder() -> String {
    NSTemporaryDirectory() + "encaisse-demo-" + UUID().uuidString
  }

  func bytes(_ path: String) throws -> [UInt8] {
    guard let data = contents[path] else { throw BadFile(path: path) }
    return [UInt8](data)
  }

  func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  /// The paths of the invoices and credit notes with a file of their own.
  var invoicePaths: [String] {
    contents.keys.filter { $0.hasPrefix("fichiers/factures/") }.sorted()
  }

  var statementPaths: [String] {
    contents.keys.filter { $0.hasPrefix("fichiers/releve-") }.sorted()
  }

  /// The rows of a table by column name; no cell of a demo table holds a line break.
  func table(_ path: String, separator: Character = ";") throws -> [[String: String]] {
    let data = Data(try bytes(path))
    guard
      let text = String(data: data, encoding: .utf8)
        ?? String(data: data, encoding: .windowsCP1252)
    else { throw BadFile(path: path) }
    let lines = text.split(whereSeparator: \.isNewline)
    let names = lines[0].split(separator: separator, omittingEmptySubsequences: false)
    return try lines.dropFirst().map { line in
      let cells = line.split(separator: separator, omittingEmptySubsequences: false)
      guard cells.count == names.count else { throw BadFile(path: path) }
      return Dictionary(uniqueKeysWithValues: zip(names.map(String.init), cells.map(String.init)))
    }
  }

  func tableRows() throws -> [[String: String]] {
    // A large world has one table only.
    let old =
      contents["fichiers/factures-anciennes.csv"] == nil
      ? [] : try table("fichiers/factures-anciennes.csv")
    return try old + table("fichiers/factures-utf8.csv")
  }

  /// The number that the file at a path bears in its name.
  static func number(_ path: String) -> String {
    String(path.dropFirst("fichiers/factures/".count).prefix { $0 != "." })
  }

  /// The cents that each document of a table or an XML file asks for, negative on a credit note.
  func documentTotals() throws -> [String: Int] {
    var totals: [String: Int] = [:]
    for row in try tableRows() {
      totals[row["N° facture"] ?? ""] = Int(Money(french: row["Montant TTC"] ?? "")?.cents ?? 0)
    }
    for path in invoicePaths where path.hasSuffix(".xml") {
      let xml = try text(path)
      let total =
        Self.between(xml, "GrandTotalAmount>", "<")
        ?? Self.between(xml, "TaxInclusiveAmount currencyID=\"EUR\">", "<")
        ?? Self.between(xml, "TaxInclusiveAmount currencyID=\"USD\">", "<")
      guard let cents = Money(decimal: total ?? "")?.cents else { throw BadFile(path: path) }
      let number = Self.number(path)
      totals[number] = number.hasPrefix("AV") ? -Int(cents) : Int(cents)
    }
    return totals
  }

  struct Statement {
    let account: String
    let opening: Money
    let closing: Money
    let last: Day
    let movements: [Money]
    let references: [String]
  }

  /// The statements of each account in order of time, scanned as text.
  func statements() throws -> [Statement] {
    try statementPaths.map { path in
      let text = try text(path)
      let parts = text.components(separatedBy: "<Ntry>")
      let balances = parts[0].components(separatedBy: "<Bal>").dropFirst().map(Self.amount)
      guard let account = Self.between(parts[0], "<IBAN>", "<"), balances.count == 2,
        let last = Day(iso: Self.between(parts[0], "<ToDtTm>", "<") ?? "")
      else { throw BadFile(path: path) }
      return Statement(
        account: account, opening: balances[0], closing: balances[1], last: last,
        movements: parts.dropFirst().map(Self.amount),
        references: parts.dropFirst().compactMap { Self.between($0, "<AcctSvcrRef>", "<") })
    }
  }

  private static func amount(_ text: String) -> Money {
    let amount = Money(decimal: between(text, "<Amt Ccy=\"", "<")?.dropFirst(5) ?? "") ?? .zero
    return between(text, "<CdtDbtInd>", "<") == "DBIT" ? -amount : amount
  }

  static func between(_ text: String, _ start: String, _ end: String) -> String? {
    guard let first = text.range(of: start),
      let last = text.range(of: end, range: first.upperBound..<text.endIndex)
    else { return nil }
    return String(text[first.upperBound..<last.lowerBound])
  }
}

/// The keys of French and European numbers, worked out as their rules are written.
enum Keys {
  static func isLuhn(_ digits: String) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      guard let value = digit.wholeNumberValue else { return false }
      let doubled = value * 2
      sum += place % 2 == 0 ? value : doubled / 10 + doubled % 10
    }
    return !digits.isEmpty && sum % 10 == 0
  }

  static func isVAT(_ number: String, of siren: String) -> Bool {
    guard let value = Int(siren) else { return false }
    let key = (12 + 3 * (value % 97)) % 97
    return number == "FR" + (key < 10 ? "0" : "") + "\(key)" + siren
  }

  static func isIBAN(_ text: String) -> Bool {
    let turned = text.dropFirst(4) + text.prefix(4)
    let digits = turned.map { String($0.hexOrLetterValue) }.joined()
    let rest = digits.reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 }
    guard rest == 1 else { return false }
    guard text.hasPrefix("FR") else { return true }
    let national = Array(text.dropFirst(4))
    let bank = Int(String(national[0..<5]))!
    let branch = Int(String(national[5..<10]))!
    let account = Int(String(national[10..<21]))!
    let key = Int(String(national[21..<23]))!
    return (89 * bank + 15 * branch + 3 * account + key) % 97 == 0
  }
}

extension Character {
  fileprivate var hexOrLetterValue: Int {
    if let digit = wholeNumberValue { return digit }
    return Int(asciiValue ?? 0) - 55
  }
}
