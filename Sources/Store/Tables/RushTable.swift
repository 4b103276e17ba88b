public import Ledger
public import Quantities

extension BookWriter {
  func insertRush(_ fact: Fact, under header: Header) throws {
    let entry = RushRow(fact)
    let row = try connection.prepare(
      """
      INSERT INTO rush_entry (number, company, customer, currency, happened, learned, kind, offer,
        document, amount, worth, usual_lead, asked_lead, usual_term, term, policy, purchase_order,
        outcome, counterpart, words)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
        ?20)
      """)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.owner)
    row.bind(4, header.currency)
    row.bind(5, header.happened)
    row.bind(6, header.learned)
    row.bind(7, entry.kind)
    for (place, number) in entry.numbers.enumerated() { row.bind(Int32(8 + place), number) }
    for (place, text) in entry.texts.enumerated() { row.bindOrNull(Int32(14 + place), text) }
    row.bind(20, entry.words)
    try row.run()
  }
}

/// A row of `rush_entry`.
private struct RushRow {
  var kind = ""
  /// The offer, the document, the amount, the worth, the usual and the asked lead time.
  var numbers: [Int64?] = Array(repeating: nil, count: 6)
  /// The usual term, the term, the policy, the order number, the outcome, the counterpart.
  var texts = Array(repeating: "", count: 6)
  var words = ""

  static let columns = """
    t.kind, t.offer, t.document, t.amount, t.worth, t.usual_lead, t.asked_lead, t.usual_term,
    t.term, t.policy, t.purchase_order, t.outcome, t.counterpart, t.words
    """

  init(_ fact: Fact) {
    switch fact {
    case .rushOffer(let offer):
      kind = "offer"
      numbers = [
        nil, nil, offer.amount.cents, offer.worth.cents, Int64(offer.usualLeadInDays),
        Int64(offer.askedLeadInDays),
      ]
      texts = [
        offer.usualTerm.notation, offer.counterTerm?.notation ?? "", offer.policy, offer.order, "",
        "",
      ]
      words = offer.words
    case .rushAnswer(let answer):
      kind = "answer"
      numbers = [answer.offer.raw, nil, answer.amount?.cents, nil, nil, nil]
      texts = [
        "", answer.term?.notation ?? "", "", "", answer.outcome.rawValue,
        answer.counterpart?.rawValue ?? "",
      ]
      words = answer.words
    case .rushInvoice(let invoice):
      kind = "invoice"
      numbers = [invoice.offer.raw, invoice.document.raw, nil, nil, nil, nil]
      texts = ["", invoice.term?.notation ?? "", "", "", "", ""]
    default: preconditionFailure("not about a rush order")
    }
  }

  init(_ row: SQLiteStatement, from first: Int32) {
    kind = row.text(first)
    for place in 0..<6 {
      numbers[place] = row.intOrNil(first + 1 + Int32(place))
      texts[place] = row.text(first + 7 + Int32(place))
    }
    words = row.text(first + 13)
  }

  /// The fact of the row; nil for one that this version cannot read.
  var fact: Fact? {
    switch kind {
    case "offer":
      SaleTerm(notation: texts[0]).map { usual in
        .rushOffer(
          RushOffer(
            amount: Money(cents: numbers[2] ?? 0), usualLeadInDays: Int(numbers[4] ?? 0),
            askedLeadInDays: Int(numbers[5] ?? 0), usualTerm: usual,
            counterTerm: SaleTerm(notation: texts[1]), worth: Money(cents: numbers[3] ?? 0),
            policy: texts[2], order: texts[3], words: words))
      }
    case "answer":
      RushAnswer.Outcome(rawValue: texts[4]).map { outcome in
        .rushAnswer(
          RushAnswer(
            offer: offer, outcome: outcome,
            counterpart: RushAnswer.Counterpart(rawValue: texts[5]),
            term: SaleTerm(notation: texts[1]), amount: numbers[2].map { Money(cents: $0) },
            words: words))
      }
    case "invoice": .rushInvoice(invoice)
    default: nil
    }
  }

  private var offer: EntryNumber { EntryNumber(numbers[0] ?? 0) }

  var invoice: RushInvoice {
    RushInvoice(
      offer: offer, document: EntryNumber(numbers[1] ?? 0), term: SaleTerm(notation: texts[1]))
  }
}

/// A rush offer with what became of it.
public struct RushStory: Hashable, Sendable {
  public let customer: CustomerID
  public let currency: Currency
  public let offer: Dated<RushOffer>
  /// The answer that stands: the last one not taken back.
  public var answer: Dated<RushAnswer>?
  public var invoice: Dated<RushInvoice>?
}

extension BookReader {
  /// The rush offers of a customer, or of all, oldest first, each with its answer and its invoice.
  public func rushStories(
    of customer: CustomerID? = nil, in company: CompanyID = .first, at moment: Moment = .now
  ) throws -> [RushStory] {
    var stories: [EntryNumber: RushStory] = [:]
    try forEachStandingRush(of: customer, in: company, at: moment) { entry in
      func dated<Kind>(_ fact: Kind) -> Dated<Kind> {
        Dated(number: entry.number, happened: entry.happened, learned: entry.learned, fact: fact)
      }
      switch entry.fact {
      case .rushOffer(let offer):
        guard let owner = entry.customer else { return }
        stories[entry.number] = RushStory(
          customer: owner, currency: entry.currency, offer: dated(offer))
      case .rushAnswer(let answer): stories[answer.offer]?.answer = dated(answer)
      case .rushInvoice(let invoice): stories[invoice.offer]?.invoice = dated(invoice)
      default: break
      }
    }
    return stories.values.sorted { $0.offer.number < $1.offer.number }
  }

  /// The invoices that followed accepted rush offers.
  func rushInvoices(
    of customer: CustomerID?, in company: CompanyID, at moment: Moment
  ) throws -> [CustomerID: [RushInvoice]] {
    var found: [CustomerID: [RushInvoice]] = [:]
    try forEachStandingRush(of: customer, in: company, at: moment) { entry in
      if case .rushInvoice(let invoice) = entry.fact, let owner = entry.customer {
        found[owner, default: []].append(invoice)
      }
    }
    return found
  }

  private func forEachStandingRush(
    of customer: CustomerID?, in company: CompanyID, at moment: Moment,
    _ body: (Entry) throws -> Void
  ) throws {
    try rows(
      """
      SELECT t.number, t.customer, t.currency, t.happened, t.learned, \(RushRow.columns)
      FROM rush_entry t LEFT JOIN reversal_entry r
        ON r.target = t.number AND r.happened <= ?2 AND r.learned <= ?3
      WHERE t.company = ?1 AND r.number IS NULL AND t.happened <= ?2 AND t.learned <= ?3
        \(customer == nil ? "" : "AND t.customer = ?4")
      ORDER BY t.number
      """, [company.raw] + moment.limits + (customer.map { [$0.raw] } ?? [])
    ) { row in
      if let fact = RushRow(row, from: 5).fact { try body(entry(row, fact)) }
    }
  }

  /// Every entry about rush orders, those taken back too.
  func forEachRush(
    of customer: CustomerID?, in company: CompanyID, _ body: (Entry) throws -> Void
  ) throws {
    try rows(
      """
      SELECT t.number, t.customer, t.currency, t.happened, t.learned, \(RushRow.columns)
      FROM rush_entry t WHERE t.company = ?1 \(customer == nil ? "" : "AND t.customer = ?2")
      ORDER BY t.number
      """, [company.raw] + (customer.map { [$0.raw] } ?? [])
    ) { row in
      if let fact = RushRow(row, from: 5).fact { try body(entry(row, fact)) }
    }
  }
}
