import Ledger
import Quantities

/// A bank statement with a movement on each line.
///
/// Balances of such files are not trusted as a statement's own: banks write them before or after
/// the movement, in either order. Where they run from line to line, they show what is lacking.
struct StatementTable: TableRows {
  private let cells: TableCells
  private let labels: StatementLabels
  /// Our account, where a line above the table names it.
  var account = ""
  private var accounts: [TableAccount] = []
  /// The account of the line before.
  private var current = 0
  private var entries = 0
  private var credits = Money.zero
  private var debits = Money.zero
  /// The sign of the debit column, once one was seen: banks write `50` or `-50`.
  private var debitSign: Int64 = 0
  private var statuses = SettlementTally()
  private var costs = Money.zero

  init(_ cells: TableCells) {
    self.cells = cells
    labels = StatementLabels(cells)
  }

  mutating func draft(_ row: UnsafePointer<Cell>, line: Int) throws(BadCell) -> Draft {
    try cells.checkTwins(row)
    let columns = cells.columns
    if columns.isPresent(.status), !isSettled(row[columns[.status]], line) {
      throw BadCell(place: 0, wanted: "", isLeftOut: true)
    }
    let value = try cells.day(row, columns[.value])
    guard let booked = try cells.day(row, columns[.booked]) ?? value else {
      let place = columns.isPresent(.booked) ? columns[.booked] : columns[.value]
      throw BadCell(place: place, wanted: cells.wantedDay)
    }
    let currency = try cells.currency(row, columns[.currency])
    let own = try cells.text(row, columns[.account])
    let text = try labels.text(row)
    if StatementTable.isBalance(text) {
      throw BadCell(
        place: columns.places[.label]?.first ?? 0,
        wanted: Phrase(french: "un mouvement, pas un solde", english: "a movement, not a balance"),
        isSummary: true)
    }
    let amount = try amount(row)
    let movement = BankMovement(
      account: own.isEmpty ? account : PartyCells.joined(own), currency: currency, booked: booked,
      value: value, amount: amount, text: text)
    let draft = try bankLine(movement, row)
    count(movement, row, line)
    return .bankLine(draft)
  }

  /// What stands in the columns that every line needs.
  private struct BankMovement {
    let account: String
    let currency: Currency
    let booked: Day
    let value: Day?
    let amount: Money
    let text: String
  }

  private func bankLine(
    _ movement: BankMovement, _ row: UnsafePointer<Cell>
  ) throws(BadCell) -> BankLine {
    let columns = cells.columns
    let operation = try cells.text(row, columns[.operation])
    var words = operation.isEmpty ? movement.text : operation + " " + movement.text
    let kind = words.withUTF8 { BankWords.kind(in: $0) }
    var party = StatementLabels.Party()
    party.name = try cells.text(row, columns[.counterparty])
    party.iban = PartyCells.joined(try cells.text(row, columns[.iban])).uppercased()
    if party.name.isEmpty {
      let told = labels.party(row, isPaidOut: movement.amount.isNegative)
      party = StatementLabels.Party(
        name: told.name, iban: party.iban.isEmpty ? told.iban : party.iban,
        endToEnd: told.endToEnd)
    }
    return BankLine(
      account: movement.account, currency: movement.currency, booked: movement.booked,
      value: movement.value, amount: movement.amount, payer: party.name, payerIBAN: party.iban,
      text: movement.text, endToEnd: party.endToEnd,
      reference: try cells.text(row, columns[.reference]), operation: kind,
      returnReason: kind == .returned ? words.withUTF8 { BankWords.returnReason(in: $0) } : "")
  }

  var hasPassed: Bool { false }

  mutating func passed() -> [BadCell] { [] }

  mutating func missed() {
    for place in accounts.indices { accounts[place].balances.cut() }
  }

  /// Whether the bank says that the movement took place; what says nothing known counts as so.
  private mutating func isSettled(_ cell: Cell, _ line: Int) -> Bool {
    statuses.isSettled(cell, line) { cells.encoding.text($0) }
  }

  private mutating func count(_ line: BankMovement, _ row: UnsafePointer<Cell>, _ number: Int) {
    entries += 1
    if line.amount.isNegative { debits -= line.amount } else { credits += line.amount }
    if !accounts.indices.contains(current) || !accounts[current].isOf(line.account, line.currency) {
      current = accounts.firstIndex { $0.isOf(line.account, line.currency) } ?? accounts.count
      if current == accounts.count {
        accounts.append(TableAccount(line.account, line.currency, line.booked))
      }
    }
    accounts[current].take(line.booked)
    let columns = cells.columns
    var cost = Money.zero
    if columns.isPresent(.fee) {
      cost = ((try? cells.money(row, columns[.fee], isInCents: false)) ?? nil) ?? .zero
      costs.addBounded(cost.magnitude)
    }
    guard columns.isPresent(.balance) else { return }
    let balance = (try? cells.money(row, columns[.balance], isInCents: false)) ?? nil
    accounts[current].balances.take(line.amount, cost: cost, balance: balance, line: number)
  }

  /// A statement for each account and currency, and the figures of the whole table.
  func closing() -> Reading {
    var closing = Reading(notes: statuses.notes + costNotes + accounts.flatMap(\.balances.notes))
    guard entries > 0 else { return closing }
    let statements = accounts.sorted().map(\.statement)
    let isOne = statements.count == 1
    let whole = Statement(
      account: isOne ? statements[0].account : "",
      currency: isOne ? statements[0].currency : .eur,
      first: statements.compactMap(\.first).min(), last: statements.compactMap(\.last).max(),
      opening: nil, closing: nil)
    closing.drafts = statements.map { .statement($0) }
    closing.figures = [
      StatementFigures(
        whole, entries: entries, credits: credits, debits: debits, isAnonymous: true,
        hasCurrency: false)
    ]
    return closing
  }

  /// Costs that stand in a column of their own are no movements.
  private var costNotes: [Note] {
    guard !costs.isZero else { return [] }
    return [
      Note(
        at: .line(1),
        Phrase(
          french: "frais de la colonne «\u{A0}\(cells.columns.name(cells.columns[.fee]))\u{A0}»"
            + "\u{A0}: \(costs.french) en tout, non repris comme mouvements",
          english: "fees of the column \"\(cells.columns.name(cells.columns[.fee]))\": "
            + "\(costs.english) in all, not taken as movements"))
    ]
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
