import Ledger
import Quantities

/// A bank statement with a movement on each line.
///
/// Balances of such files are not trusted: banks write them before or after the movement, in either
/// order, and not always for the same account.
struct StatementTable: TableRows {
  private let cells: TableCells
  private let labels: [Int]
  /// Our account, where a line above the table names it.
  var account = ""
  private var days: [Key: (first: Day, last: Day)] = [:]
  private var entries = 0
  private var credits = Money.zero
  private var debits = Money.zero
  /// The sign of the debit column, once one was seen: banks write `50` or `-50`.
  private var debitSign: Int64 = 0

  private struct Key: Hashable {
    let account: String
    let currency: Currency
  }

  init(_ cells: TableCells) {
    self.cells = cells
    labels = cells.columns.places[.label] ?? []
  }

  mutating func draft(_ row: UnsafePointer<Cell>, line: Int) throws(BadCell) -> Draft {
    try cells.checkTwins(row)
    let columns = cells.columns
    let value = try cells.day(row, columns[.value])
    guard let booked = try cells.day(row, columns[.booked]) ?? value else {
      let place = columns.isPresent(.booked) ? columns[.booked] : columns[.value]
      throw BadCell(place: place, wanted: cells.wantedDay)
    }
    let currency = try cells.currency(row, columns[.currency])
    let own = try cells.text(row, columns[.account])
    let text = try label(row)
    if StatementTable.isBalance(text) { throw BadCell(place: 0, wanted: "", isSummary: true) }
    let operation = try cells.text(row, columns[.operation])
    let amount = try amount(row)
    var words = operation + " " + text
    let kind = words.withUTF8 { BankWords.kind(in: $0) }
    let movement = BankLine(
      account: own.isEmpty ? account : PartyCells.joined(own), currency: currency, booked: booked,
      value: value, amount: amount, payer: try cells.text(row, columns[.counterparty]),
      payerIBAN: PartyCells.joined(try cells.text(row, columns[.iban])).uppercased(), text: text,
      reference: try cells.text(row, columns[.reference]),
      operation: kind,
      returnReason: kind == .returned ? words.withUTF8 { BankWords.returnReason(in: $0) } : "")
    count(movement)
    return .bankLine(movement)
  }

  var hasPassed: Bool { false }

  mutating func passed() -> [BadCell] { [] }

  private mutating func count(_ line: BankLine) {
    entries += 1
    if line.amount.isNegative { debits -= line.amount } else { credits += line.amount }
    let key = Key(account: line.account, currency: line.currency)
    let known = days[key] ?? (line.booked, line.booked)
    days[key] = (min(known.first, line.booked), max(known.last, line.booked))
  }

  /// A statement for each account and currency, and the figures of the whole table.
  func closing() -> Reading {
    guard entries > 0 else { return Reading() }
    let keys = days.keys.sorted { ($0.account, $0.currency) < ($1.account, $1.currency) }
    let statements = keys.map { key in
      Statement(
        account: key.account, currency: key.currency, first: days[key]?.first,
        last: days[key]?.last, opening: nil, closing: nil)
    }
    let isOne = statements.count == 1
    let whole = Statement(
      account: isOne ? statements[0].account : "",
      currency: isOne ? statements[0].currency : .eur,
      first: days.values.map(\.first).min(), last: days.values.map(\.last).max(), opening: nil,
      closing: nil)
    let figures = StatementFigures(
      whole, entries: entries, credits: credits, debits: debits, isAnonymous: true,
      hasCurrency: false)
    return Reading(drafts: statements.map { .statement($0) }, figures: [figures])
  }

  /// Some banks put the balance of a day among its movements.
  private static func isBalance(_ label: String) -> Bool {
    guard label.utf8.count <= ColumnName.longest, speaksOfBalance(label) else { return false }
    let key = ColumnName(label).key
    return balances.contains { key.hasPrefix($0) }
  }

  /// A quick look at the bytes: every such name holds `sold` or `bala`.
  private static func speaksOfBalance(_ label: String) -> Bool {
    var last: UInt32 = 0
    for byte in label.utf8 {
      last = last << 8 | UInt32(byte | 0x20)
      if last == 0x736F_6C64 || last == 0x6261_6C61 { return true }
    }
    return false
  }

  private static let balances = [
    "Solde au", "Solde initial", "Solde final", "Solde précédent", "Solde créditeur au",
    "Solde débiteur au", "Ancien solde", "Nouveau solde", "Opening balance", "Closing balance",
    "Balance at",
  ].map { ColumnName($0).key }

  private func label(_ row: UnsafePointer<Cell>) throws(BadCell) -> String {
    var text = ""
    for place in labels where !row[place].isEmpty {
      if !text.isEmpty { text += " " }
      text += try cells.text(row, place)
    }
    return text
  }

  // MARK: - Amounts

  private mutating func amount(_ row: UnsafePointer<Cell>) throws(BadCell) -> Money {
    let columns = cells.columns
    if columns.isPresent(.amount) {
      let place = columns[.amount]
      guard let amount = try money(row, place) else { throw missing(place) }
      guard let isDebit = try isDebit(row) else { return amount }
      return isDebit ? -amount.magnitude : amount.magnitude
    }
    let debit = try money(row, columns[.debit])
    let credit = try money(row, columns[.credit])
    switch (debit ?? .zero, credit ?? .zero) {
    case (.zero, .zero):
      guard debit != nil || credit != nil else {
        throw missing(columns[columns.isPresent(.debit) ? .debit : .credit])
      }
      return .zero
    case (let debit, .zero): return try signed(debit: debit, columns[.debit])
    case (.zero, let credit):
      guard credit.isPositive else { throw wrongSign(columns[.credit]) }
      return credit
    default:
      throw BadCell(
        place: columns[.credit],
        wanted: Phrase(
          french: "un débit ou un crédit, pas les deux", english: "a debit or a credit, not both"))
    }
  }

  private func money(_ row: UnsafePointer<Cell>, _ place: Int) throws(BadCell) -> Money? {
    try cells.money(row, place, isInCents: cells.columns.isInCents(place))
  }

  private mutating func signed(debit: Money, _ place: Int) throws(BadCell) -> Money {
    let sign = debit.cents.signum()
    if debitSign == 0 { debitSign = sign }
    guard sign == debitSign else { throw wrongSign(place) }
    return -debit.magnitude
  }

  /// What the column that marks debits says; nil when the table has none or the cell is empty.
  private func isDebit(_ row: UnsafePointer<Cell>) throws(BadCell) -> Bool? {
    let place = cells.columns[.sign]
    let cell = row[place]
    if cell.isEmpty { return nil }
    guard let isDebit = StatementTable.isDebit(cells.encoding.text(cell)) else {
      throw BadCell(place: place, wanted: "D, C")
    }
    return isDebit
  }

  /// What a word that marks debits or credits says; nil for another word.
  static func isDebit(_ word: String) -> Bool? {
    switch word.lowercased() {
    case "d", "débit", "debit", "db", "dbit", "s", "soll", "dr", "-": true
    case "c", "crédit", "credit", "cr", "crdt", "h", "haben", "+": false
    default: nil
    }
  }

  private func missing(_ place: Int) -> BadCell {
    BadCell(place: place, wanted: cells.wantedAmount(isInCents: cells.columns.isInCents(place)))
  }

  private func wrongSign(_ place: Int) -> BadCell {
    BadCell(
      place: place,
      wanted: Phrase(
        french: "le même signe que le reste de la colonne",
        english: "the same sign as the rest of the column"))
  }
}
