import Ledger

/// Reads the cells about a customer: the same in a table of invoices and in one of customers.
struct PartyCells {
  private let cells: TableCells
  private var bad: [BadCell] = []

  init(_ cells: TableCells) { self.cells = cells }

  var hasPassed: Bool { !bad.isEmpty }

  /// The cells left out since the last call.
  mutating func passed() -> [BadCell] {
    defer { bad = [] }
    return bad
  }

  /// The party of a record; a number that cannot be right is left out and told.
  mutating func party(
    _ row: UnsafePointer<Cell>, term: PaymentTerm?, means: PaymentMeans? = nil
  ) throws(BadCell) -> Party {
    let siret = number(row, .siret, digits: 14)
    var siren = number(row, .siren, digits: 9)
    if siren.isEmpty { siren = String(siret.prefix(9)) }
    return Party(
      code: try text(row, .code), ledgerAccount: try text(row, .ledgerAccount),
      name: try text(row, .name), siren: siren, siret: siret,
      vatNumber: PartyCells.joined(try text(row, .vatNumber)), iban: try iban(row),
      street: try text(row, .street), postcode: try text(row, .postcode),
      city: try text(row, .city), country: try country(row), email: try email(row),
      phone: try text(row, .phone), parent: try text(row, .parent), term: term,
      means: means)
  }

  /// Whether anything tells whom the record is about.
  func isNamed(_ row: UnsafePointer<Cell>) -> Bool {
    let names: [Column] = [.code, .name, .siren, .siret, .vatNumber]
    return names.contains { !row[cells.columns[$0]].isEmpty }
  }

  private func text(_ row: UnsafePointer<Cell>, _ column: Column) throws(BadCell) -> String {
    try cells.text(row, cells.columns[column])
  }

  private mutating func number(
    _ row: UnsafePointer<Cell>, _ column: Column, digits: Int
  ) -> String {
    let cell = row[cells.columns[column]]
    if cell.isEmpty { return "" }
    let number = PartyCells.joined(cells.encoding.text(cell))
    if number.utf8.count == digits, number.utf8.allSatisfy({ $0 &- 48 <= 9 }) { return number }
    leaveOut(
      column, Phrase(french: "\(digits) chiffres", english: "\(digits) digits"))
    return ""
  }

  private mutating func iban(_ row: UnsafePointer<Cell>) throws(BadCell) -> String {
    let iban = PartyCells.joined(try text(row, .iban)).uppercased()
    if iban.isEmpty || PartyCells.isIBAN(iban) { return iban }
    leaveOut(
      .iban,
      Phrase(
        french: "un IBAN dont la clé est juste, comme FR76 3000 6000 0112 3456 7890 189",
        english: "an IBAN with the right check digits, such as FR76 3000 6000 0112 3456 7890 189"))
    return ""
  }

  private mutating func email(_ row: UnsafePointer<Cell>) throws(BadCell) -> String {
    let email = try text(row, .email)
    let halves = email.split(separator: "@", omittingEmptySubsequences: false)
    if email.isEmpty || (halves.count >= 2 && halves.allSatisfy { !$0.isEmpty }) { return email }
    leaveOut(.email, "compta@client.fr")
    return ""
  }

  private mutating func country(_ row: UnsafePointer<Cell>) throws(BadCell) -> String {
    let country = try text(row, .country)
    if country.isEmpty { return "" }
    if country.utf8.count == 2, country.utf8.allSatisfy({ $0 | 0x20 >= 97 && $0 | 0x20 <= 122 }) {
      return country.uppercased()
    }
    if let code = PartyCells.countries[ColumnName(country).key] { return code }
    leaveOut(.country, Phrase(french: "FR (code de deux lettres)", english: "FR (two letters)"))
    return ""
  }

  private mutating func leaveOut(_ column: Column, _ wanted: Phrase) {
    bad.append(BadCell(place: cells.columns[column], wanted: wanted, isPassable: true))
  }

  private static let countries = [
    "france": "FR", "belgique": "BE", "belgium": "BE", "suisse": "CH", "switzerland": "CH",
    "allemagne": "DE", "germany": "DE", "espagne": "ES", "spain": "ES", "italie": "IT",
    "italy": "IT", "luxembourg": "LU", "paysbas": "NL", "netherlands": "NL", "portugal": "PT",
    "royaumeuni": "GB", "unitedkingdom": "GB", "monaco": "MC", "irlande": "IE", "ireland": "IE",
  ]

  /// Without the spaces, dots and dashes that people group digits with.
  static func joined(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 > 0x2E && $0 < 0x80 }
    if isPlain { return text }
    return String(
      text.unicodeScalars.filter { !" .-\u{A0}\u{202F}\u{2009}".unicodeScalars.contains($0) })
  }

  /// Two letters, two check digits and up to thirty letters or digits with remainder 1 over 97.
  static func isIBAN(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (15...34).contains(bytes.count), bytes[0...1].allSatisfy({ (65...90).contains($0) }),
      bytes[2...3].allSatisfy({ $0 &- 48 <= 9 })
    else { return false }
    var remainder = 0
    for byte in bytes[4...] + bytes[..<4] {
      switch byte {
      case 48...57: remainder = (remainder * 10 + Int(byte) - 48) % 97
      case 65...90: remainder = (remainder * 100 + Int(byte) - 55) % 97
      default: return false
      }
    }
    return remainder == 1
  }
}
