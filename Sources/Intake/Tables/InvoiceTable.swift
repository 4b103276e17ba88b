import Ledger
import Quantities

/// A table with an invoice or a credit note on each line.
///
/// Exports write a credit note either as a positive or as a negative amount: its type says that it
/// is one, so its amounts become positive, as in an electronic invoice of type 381. A line without
/// type keeps its sign.
struct InvoiceTable: TableRows {
  private let cells: TableCells
  private let at: Places
  private var parties: PartyIndex
  private var partyCells: PartyCells
  private let hasParties: Bool
  private var types = DocumentTypes()
  private var terms: TermCells
  private var paid: PaidWords
  private let saysPaid: Bool
  /// The reasons met so far: a file has a handful of wordings.
  private var creditReasons: [String: CreditNote.Reason] = [:]
  /// The sign of the credit notes of this file, once one was seen.
  private var creditSign: Int64 = 0

  /// Where each column stands, and which amounts are in cents.
  private struct Places {
    let number, type, issue, due, terms, net, rate, tax, gross, payable, prepaid, currency: Int
    let order, preceding, disputed, disputeReason, disputeDate, delivery, paymentReference: Int
    let creditReason, ordered: Int
    let hasTwins: Bool
    let netCents, taxCents, grossCents, payableCents, prepaidCents: Bool

    init(_ columns: ColumnMap) {
      number = columns[.number]
      type = columns[.type]
      issue = columns[.issue]
      due = columns[.due]
      terms = columns[.terms]
      net = columns[.net]
      rate = columns[.rate]
      tax = columns[.tax]
      gross = columns[.gross]
      payable = columns[.payable]
      prepaid = columns[.prepaid]
      currency = columns[.currency]
      order = columns[.order]
      preceding = columns[.preceding]
      disputed = columns[.disputed]
      disputeReason = columns[.disputeReason]
      disputeDate = columns[.disputeDate]
      delivery = columns[.delivery]
      paymentReference = columns[.paymentReference]
      creditReason = columns[.creditReason]
      ordered = columns[.ordered]
      hasTwins = !columns.twins.isEmpty
      netCents = columns.isInCents(net)
      taxCents = columns.isInCents(tax)
      grossCents = columns.isInCents(gross)
      payableCents = columns.isInCents(payable)
      prepaidCents = columns.isInCents(prepaid)
    }
  }

  init(_ cells: TableCells) {
    self.cells = cells
    at = Places(cells.columns)
    parties = PartyIndex(cells.columns)
    partyCells = PartyCells(cells)
    hasParties = [.code, .name, .siren, .siret, .vatNumber].contains {
      cells.columns.isPresent($0)
    }
    terms = TermCells(cells, place: cells.columns[.terms])
    paid = PaidWords(cells)
    saysPaid = cells.columns.isPresent(.settled) && !cells.columns.isPresent(.payable)
  }

  mutating func draft(_ row: UnsafePointer<Cell>, line: Int) throws(BadCell) -> Draft {
    if at.hasTwins { try cells.checkTwins(row) }
    var draft = DocumentDraft()
    draft.line = line
    draft.number = try cells.text(row, at.number)
    guard !draft.number.isEmpty else { throw BadCell(place: at.number, wanted: "FA-2026-0001") }
    let type = try types.type(row[at.type], at.type, of: cells.encoding)
    draft.type = type.code
    guard let issue = try cells.day(row, at.issue) else {
      throw BadCell(place: at.issue, wanted: cells.wantedDay)
    }
    draft.issue = issue
    draft.delivery = try cells.day(row, at.delivery)
    draft.ordered = try cells.day(row, at.ordered)
    if let due = try cells.day(row, at.due) { draft.dues = [(day: due, amount: nil)] }
    draft.term = try terms.term(row, isNeeded: draft.dues.isEmpty)
    draft.currency = try cells.currency(row, at.currency)
    try readAmounts(row, into: &draft, isCredit: type.isCredit)
    if hasParties { draft.buyer = try buyer(row) }
    if !row[at.order].isEmpty { draft.order = try cells.text(row, at.order) }
    if !row[at.paymentReference].isEmpty {
      draft.paymentReference = try cells.text(row, at.paymentReference)
    }
    if !row[at.preceding].isEmpty { draft.preceding = [try cells.text(row, at.preceding)] }
    if type.isCredit, !row[at.creditReason].isEmpty {
      draft.creditReason = creditReason(try cells.text(row, at.creditReason))
    }
    draft.dispute = try dispute(row, issue: issue)
    if saysPaid { paid.note(row, line: line) }
    return .document(draft)
  }

  var hasPassed: Bool { partyCells.hasPassed || terms.hasPassed }

  mutating func passed() -> [BadCell] { partyCells.passed() + terms.passed() }

  func closing() -> Reading { Reading(notes: paid.notes) }

  private mutating func creditReason(_ words: String) -> CreditNote.Reason {
    if let known = creditReasons[words] { return known }
    let reason = CreditNote.Reason.worded(words)
    if creditReasons.count < 1_000 { creditReasons[words] = reason }
    return reason
  }

  private mutating func buyer(_ row: UnsafePointer<Cell>) throws(BadCell) -> Party {
    let hash = parties.hash(row)
    if let party = parties.party(row, hash) { return party }
    guard partyCells.isNamed(row) else {
      let place = min(cells.columns[.name], cells.columns[.code])
      throw BadCell(place: place, wanted: Phrase(french: "le client", english: "the customer"))
    }
    let party = try partyCells.party(row, term: nil)
    parties.keep(party, row, hash)
    return party
  }

  private func dispute(
    _ row: UnsafePointer<Cell>, issue: Day
  ) throws(BadCell) -> (on: Day, reason: String)? {
    let mark = row[at.disputed]
    if mark.count == 1, mark.start[0] == UInt8(ascii: "0") { return nil }
    let reason = row[at.disputeReason]
    if mark.isEmpty, reason.isEmpty { return nil }
    if !mark.isEmpty {
      switch ColumnName(cells.encoding.text(mark)).key {
      case "1", "o", "oui", "y", "yes", "x", "true", "vrai": break
      case "non", "", "false", "faux", "n": return nil
      default:
        throw BadCell(place: at.disputed, wanted: Phrase(french: "oui, non", english: "yes, no"))
      }
    }
    let day = try cells.day(row, at.disputeDate) ?? issue
    return (day, try cells.text(row, at.disputeReason))
  }

  // MARK: - Amounts

  /// Net and tax are rounded apart from the total: two cents of difference are no mistake.
  private static let tolerance: Int64 = 2

  private mutating func readAmounts(
    _ row: UnsafePointer<Cell>, into draft: inout DocumentDraft, isCredit: Bool
  ) throws(BadCell) {
    var net = try cells.money(row, at.net, isInCents: at.netCents)
    var tax = try cells.money(row, at.tax, isInCents: at.taxCents)
    var gross = try cells.money(row, at.gross, isInCents: at.grossCents)
    let prepaid = try cells.money(row, at.prepaid, isInCents: at.prepaidCents)
    let payable = try cells.money(row, at.payable, isInCents: at.payableCents)
    if let net, tax == nil, gross == nil, let rate = try rate(row) {
      tax = net.scaled(by: rate, over: 1_000_000)
    }
    switch (net, tax, gross) {
    case (let first?, let second?, let total?):
      guard (first + second - total).magnitude.cents <= InvoiceTable.tolerance else {
        throw unequal(first, second, total)
      }
    case (let first?, let second?, nil): gross = first + second
    case (nil, let second?, let total?): net = total - second
    case (let first?, nil, let total?): tax = total - first
    case (_, _, nil): gross = payable.map { $0 + (prepaid ?? .zero) }
    default: break
    }
    guard let gross else {
      let place = cells.columns.isPresent(.gross) ? at.gross : min(at.net, at.payable)
      throw BadCell(
        place: place, wanted: Phrase(french: "le montant TTC", english: "the amount with tax"),
        found: "")
    }
    let sign = isCredit ? try creditSign(gross) : 1
    draft.gross = gross * sign
    draft.net = net.map { $0 * sign }
    draft.tax = tax.map { $0 * sign }
    draft.prepaid = prepaid.map { $0 * sign }
    draft.payable = (payable ?? gross - (prepaid ?? .zero)) * sign
  }

  /// 1 or -1: what makes the credit notes of this file positive.
  private mutating func creditSign(_ gross: Money) throws(BadCell) -> Int {
    let sign = gross.cents.signum()
    if sign == 0 { return 1 }
    if creditSign == 0 { creditSign = sign }
    guard sign == creditSign else {
      let place = cells.columns.isPresent(.gross) ? at.gross : at.net
      throw BadCell(
        place: place,
        wanted: Phrase(
          french: "le même signe que les autres avoirs du fichier",
          english: "the same sign as the other credit notes of the file"))
    }
    return Int(sign)
  }

  private func unequal(_ net: Money, _ tax: Money, _ gross: Money) -> BadCell {
    let sum = net + tax
    return BadCell(
      place: at.gross,
      wanted: Phrase(
        french: "\(sum.french) (HT \(net.french) + TVA \(tax.french))",
        english: "\(sum.english) (net \(net.english) + tax \(tax.english))"))
  }

  /// The VAT rate in parts per million; `0.2`, `20`, `20,00 %` are the same.
  private func rate(_ row: UnsafePointer<Cell>) throws(BadCell) -> Int64? {
    let cell = row[at.rate]
    if cell.isEmpty { return nil }
    let written = cells.encoding.text(cell).filter { !" %\u{A0}\u{202F}".contains($0) }
    let plain = String(written.map { $0 == "," ? "." : $0 })
    guard let rate = Rate(percent: plain), rate >= .zero, rate <= .percent(100) else {
      throw BadCell(place: at.rate, wanted: "20")
    }
    return rate < .percent(1) ? rate.partsPerMillion * 100 : rate.partsPerMillion
  }
}

extension CreditNote.Reason {
  /// The reason that a file's words give: a mistake or a return counts from the invoice's date, a
  /// commercial gesture from its own (R3.7). Unknown when the words say neither.
  fileprivate static func worded(_ words: String) -> CreditNote.Reason {
    let key = ColumnName(words).key
    let allowances = [
      "geste", "remise", "ristourne", "rabais", "commercial", "allowance", "discount",
    ]
    let errors = ["erreur", "retour", "annul", "error", "return", "cancel", "conform", "mistake"]
    if allowances.contains(where: key.contains) { return .allowance }
    return errors.contains(where: key.contains) ? .error : .unknown
  }
}
