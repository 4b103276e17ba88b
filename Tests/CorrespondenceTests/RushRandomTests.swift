import Behaviour
import Correspondence
import CreditPolicy
import Law
import Ledger
import Quantities
import Testing

/// What must hold of the words of any rush order; a failure prints its seed.
@Suite struct RushRandomTests {
  static let terms: [SaleTerm] =
    [
      .onOrder, .onOrder, .onOrder, .credit(.onReceipt), .credit(.none),
      .credit(.daysThenEndOfMonth(45)),
    ]
    + [.credit(.daysThenEndOfMonthThe(30, day: 10)), .credit(.endOfMonthThenDays(0))]
    + [.credit(.endOfMonthThenDays(30)), .credit(.decade(20)), .credit(.afterDeliveryMonth(30))]
    + [1, 7, 15, 30, 45, 60, 90].map { .credit(.net($0)) }

  static func facts(_ dice: inout Seeded) throws -> RushFacts {
    let cents = Int64.random(in: 1...500_000_00, using: &dice)
    let order = try RushOrder(
      amount: Money(cents: cents), usualLeadInDays: .random(in: 1...40, using: &dice),
      askedLeadInDays: .random(in: 1...40, using: &dice),
      usualTerm: terms.randomElement(using: &dice)!,
      ordered: Day(2026, 1, 1).adding(days: .random(in: 0...700, using: &dice)))
    let overdue = (0..<Int.random(in: -2...3, using: &dice).clamped).map { place in
      Standing.OverdueInvoice(
        number: "F-\(place)", amount: Money(cents: .random(in: 1...50_000_00, using: &dice)),
        due: order.ordered.adding(days: -.random(in: 1...80, using: &dice)))
    }
    let limit = Int64.random(in: 0...400_000_00, using: &dice)
    let kinds: [Customer.Kind] = [.business, .business, .business, .publicBuyer, .consumer]
    let customer = Cases.customer(kind: kinds.randomElement(using: &dice)!)
    let delays = (0..<Int.random(in: 0...9, using: &dice)).map { _ in
      Int.random(in: -5...70, using: &dice)
    }
    let standing = Standing(
      customer: customer,
      habit: PaymentHabit(delaysInDays: delays, lost: .random(in: 0...4, using: &dice)),
      overdue: overdue.sorted { $0.due < $1.due },
      insolvency: Int.random(in: 0...9, using: &dice) == 0
        ? Insolvency(kind: .receivership, opened: Day(2025, 12, 1), source: "BODACC") : nil,
      exposure: Exposure(
        balance: .zero, thisOrder: order.amount,
        limit: Bool.random(using: &dice) ? Money(cents: limit) : nil))
    var policy = HousePolicy()
    policy.counterpart = CounterpartPolicy(
      .allCases.randomElement(using: &dice)!, rounding: .allCases.randomElement(using: &dice)!)
    policy.sector = [.general, .general, .transport].randomElement(using: &dice)!
    let named = Int.random(in: 0...4, using: &dice) > 0 ? customer : nil
    return RushFacts(
      advise(order, from: standing, by: policy), for: named, from: Cases.sender)
  }

  @Test func theWordsAreWholeAndTheirFiguresAreTheOffers() throws {
    var asks: Set<String> = []
    for seed in [UInt64(7), 1_009, 20_261_123] {
      var dice = Seeded(seed: seed)
      for round in 0..<40 {
        let rush = try RushRandomTests.facts(&dice)
        asks.insert("\(rush.proposal.ask)".split(separator: "(").first.map(String.init) ?? "")
        try RushRandomTests.check(rush, at: "seed \(seed), round \(round)")
      }
    }
    #expect(asks == ["term", "order", "orderOnly", "surcharge", "overdue", "nothing"])
  }

  private static func check(_ rush: RushFacts, at place: String) throws {
    for language in [Customer.Language.french, .english] {
      let figures = RushFigures(rush, language)
      for tone in RushTone.allCases {
        let texts = try composeRush(rush, in: RushTemplates(language, tone))
        let place = "\(place), \(language), \(tone)"
        #expect(texts.warnings.isEmpty, "\(place)")
        let whole = texts.all.joined(separator: "\n\n")
        #expect(WordingCheck.faults(inText: whole, language) == [], "\(place)")
        #expect(flaws(whole, language) == [], "\(place): \(whole)")
        #expect(figures.unknown(in: whole) == [], "\(place): \(whole)")
        #expect(texts.all.allSatisfy { $0.last?.isWhitespace == false }, "\(place)")
      }
    }
  }

  /// What no text may hold: an open field, a doubled space or mark, a number in the wrong form.
  static func flaws(_ text: String, _ language: Customer.Language) -> [String] {
    var marks = [
      "{", "}", "  ", " \u{A0}", "\u{A0} ", "\n ", " \n", "..", " .", " ,", ",,", "nil", "null",
      "'", "()", "\n\n\n",
    ]
    marks += [" 1 jours", " 1 days", "\u{A0}1 jours", " 0 jour", " à à ", " de le ", " que à "]
    marks += [" que un ", " de un ", " que une "]
    if language == .french { marks += [" :", " ;", " !", " ?", " €", " %", " »", "« "] }
    return marks.filter(text.contains)
  }
}

extension RushTexts {
  fileprivate var all: [String] {
    [phone, subject, mail, clause] + replies.flatMap { [$0.heard, $0.answer] }
  }
}

extension Int {
  fileprivate var clamped: Int { Swift.max(0, self) }
}

/// The figures that the words of an offer may hold, worked out without the words.
struct RushFigures {
  private var known: Set<String> = []

  init(_ rush: RushFacts, _ language: Customer.Language) {
    let offer = rush.offer
    let order = offer.order
    var amounts = [order.amount, offer.beyondOrder, rush.proposal.deposit]
    amounts += offer.alternatives.flatMap { [$0.amount, $0.complement, order.amount - $0.amount] }
    for case .settleFirst(let invoices, _) in offer.conditions {
      amounts.append(invoices.map(\.amount).sum())
      known.formUnion(["\(invoices.count)"] + invoices.flatMap { digits($0.number) })
    }
    known.formUnion(amounts.flatMap { digits(language == .french ? $0.french : $0.english) })
    known.formUnion([order.usualLeadInDays, order.askedLeadInDays].map(String.init))
    known.formUnion(digits(order.usualTerm.words(in: language)))
    if let term = offer.counterpart.term { known.formUnion(digits(term.words(in: language))) }
    for day in [order.ordered, order.invoiced, offer.counterpart.due, offer.counterpart.usualDue] {
      known.formUnion(digits(language == .french ? day.frenchLong : day.englishLong))
    }
    known.formUnion(digits(rush.sender.phone))
  }

  func unknown(in text: String) -> [String] { digits(text).filter { !known.contains($0) } }
}

/// The numbers of a text, with the separators inside them: `1 234,56` is one.
private func digits(_ text: String) -> [String] {
  var numbers: [String] = []
  var number = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "0"..."9": number.unicodeScalars.append(scalar)
    case "\u{202F}", ",", ".": if !number.isEmpty { number.unicodeScalars.append(scalar) }
    default:
      if !number.isEmpty { numbers.append(number) }
      number = ""
    }
  }
  if !number.isEmpty { numbers.append(number) }
  // A mark after the last digit ends the sentence, not the number.
  return numbers.map { number in
    var number = number
    while number.last == "," || number.last == "." { number.removeLast() }
    return number
  }
}
