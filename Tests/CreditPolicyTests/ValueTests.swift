import Behaviour
import CreditPolicy
import Law
import Ledger
import Quantities
import Testing

/// What must hold of every counter-offer, over random orders; a failure prints its seed.
@Suite struct ValueTests {
  /// A small generator of our own: the same seed, the same orders.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  struct Draw {
    var order: RushOrder
    var standing: Standing
    var policy: HousePolicy
  }

  static let terms: [SaleTerm] =
    [.onOrder, .credit(.onReceipt), .credit(.none), .credit(.daysThenEndOfMonth(45))]
    + [.credit(.daysThenEndOfMonth(30)), .credit(.endOfMonthThenDays(30)), .credit(.decade(20))]
    + [1, 7, 10, 15, 30, 45, 60, 75, 90].map { .credit(.net($0)) }

  static func draw(_ dice: inout Dice) throws -> Draw {
    var policy = HousePolicy()
    policy.counterpart = CounterpartPolicy(
      .allCases.randomElement(using: &dice)!, rounding: .allCases.randomElement(using: &dice)!,
      step: .allCases.randomElement(using: &dice)!,
      rungsInDays: [[60, 30], [60, 45, 30, 15], [90, 60, 30], [45], []].randomElement(using: &dice)!
    )
    policy.costOfMoney = Rate(partsPerMillion: .random(in: 0...250_000, using: &dice))
    policy.sector = [.general, .general, .transport, .livestock, .wine]
      .randomElement(using: &dice)!
    let order = try RushOrder(
      amount: Money(cents: .random(in: 1...50_000_000, using: &dice)),
      usualLeadInDays: .random(in: 1...120, using: &dice),
      askedLeadInDays: .random(in: 1...120, using: &dice),
      usualTerm: terms.randomElement(using: &dice)!,
      ordered: Day(2026, 1, 1).adding(days: .random(in: 0...700, using: &dice)))
    let delays = (0..<Int.random(in: 0...12, using: &dice)).map { _ in
      Int.random(in: -5...70, using: &dice)
    }
    let habit = PaymentHabit(
      delaysInDays: delays, lost: Int.random(in: 0...2, using: &dice),
      prior: .init(chance: Rate(partsPerMillion: .random(in: 0...30_000, using: &dice))))
    let overdue = (0..<Int.random(in: 0...2, using: &dice)).map { place in
      Standing.OverdueInvoice(
        number: "F-\(place)", amount: Money(cents: .random(in: 1...5_000_000, using: &dice)),
        due: order.ordered.adding(days: -.random(in: 1...80, using: &dice)))
    }
    let standing = Standing(
      customer: nil, habit: habit, overdue: overdue.sorted { $0.due < $1.due },
      exposure: Exposure(balance: .zero, thisOrder: order.amount, limit: nil))
    return Draw(order: order, standing: standing, policy: policy)
  }

  @Test(arguments: [UInt64(1), 20_261_123])
  func theTermIsNeverLongerNeverUnlawfulAndFallsWithTheLeadTime(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    for round in 0..<3_000 {
      let draw = try ValueTests.draw(&dice)
      let order = draw.order
      var before: Int?
      for asked in 1...(order.usualLeadInDays + 1) {
        let asking = try RushOrder(
          amount: order.amount, usualLeadInDays: order.usualLeadInDays, askedLeadInDays: asked,
          usualTerm: order.usualTerm, ordered: order.ordered)
        let found = counterpart(
          for: asking, by: draw.policy.counterpart, in: SectorCeiling(draw.policy.sector))
        let place = "seed \(seed), round \(round), \(order), asked \(asked)"
        let days = (found.term ?? order.usualTerm).averageInDays
        if let before { #expect(days >= before, "monotone: \(place)") }
        before = days
        #expect(days <= order.usualTerm.averageInDays, "never longer: \(place)")
        #expect(found.due <= found.usualDue, "never later: \(place)")
        if asked >= order.usualLeadInDays { #expect(found.term == nil, "\(place)") }
        if let term = found.term, case .credit = term {
          let day = asking.invoiced
          let latest = try SectorCeiling(draw.policy.sector).latestDay(
            from: TermDates(issue: day, delivery: day, receipt: day))
          #expect(term.due(invoicedOn: day) <= latest, "lawful: \(place)")
        }
      }
    }
  }

  /// The value of an alternative, from what is received and when, in floating point and by another
  /// road: the money received, each day of waiting costing interest and chance.
  private func value(_ one: Alternative, of offer: CounterOffer) -> Double {
    let rate = Double(offer.costOfMoney.partsPerMillion) / 1e6 / 365
    let usual = offer.order.ordered.days(to: offer.usualReceipt)
    let horizon = Double(usual > 0 ? usual : offer.counterpart.policy.rungHeightInDays)
    let perDay = rate + Double(offer.habit.chanceOfDefault.partsPerMillion) / 1e6 / horizon
    func worth(_ amount: Money, on day: Int) -> Double {
      Double(amount.cents) * (1 - perDay * Double(day))
    }
    let ordered = offer.order.ordered
    var with = one.receipts.map { worth($0.amount, on: ordered.days(to: $0.day)) }.reduce(0, +)
    if one.kind == .settleOverdue {
      // Without the deal the overdue amount comes later, after the wait that its lines name.
      guard case .interestSpared(let amount, let days, _, _) = one.derivation[0] else { return -1 }
      with -= worth(amount, on: days)
    }
    return with - worth(offer.order.amount, on: usual)
  }

  @Test(arguments: [UInt64(2), 20_261_124])
  func everyAlternativeIsWorthTheSame(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    var compared = 0
    for round in 0..<20_000 {
      let draw = try ValueTests.draw(&dice)
      let offer = advise(draw.order, from: draw.standing, by: draw.policy)
      // What is already paid with the order has no shorter term to compare with.
      guard offer.alternative(.shorterTerm) != nil, let first = offer.alternatives.first else {
        continue
      }
      let wanted = value(first, of: offer)
      for one in offer.alternatives {
        compared += 1
        #expect(abs(one.value.cents - offer.worth.cents) <= 1)
        let found = value(one, of: offer)
        #expect(
          abs(found - wanted) <= 1, "seed \(seed), round \(round): \(one.kind) \(found) \(wanted)")
        #expect(
          abs(Double(one.value.cents) - found) <= 0.51,
          "seed \(seed), round \(round): \(one.kind) says \(one.value), \(found) found")
      }
      #expect(abs(Double(offer.worth.cents) - wanted) <= 0.51)
    }
    #expect(compared > 10_000)
  }

  @Test func theCallOfTheManual() throws {
    let order = try RushOrder(
      amount: Money(cents: 800_000), usualLeadInDays: 15, askedLeadInDays: 7,
      usualTerm: .credit(.net(60)), ordered: Day(2026, 11, 23))
    let standing = Standing(
      customer: nil, habit: PaymentHabit(delaysInDays: [8, 8, 8]),
      exposure: Exposure(balance: .zero, thisOrder: order.amount, limit: nil))
    let offer = advise(order, from: standing, by: HousePolicy())
    #expect(offer.counterpart.term == .credit(.net(30)))
    // Delivered and invoiced on 30 November, due on 29 January; thirty days sooner: 30 December.
    #expect(offer.counterpart.usualDue == Day(2027, 1, 29))
    #expect(offer.counterpart.due == Day(2026, 12, 30))
    #expect(offer.usualReceipt == Day(2027, 2, 6))
    let lines = offer.alternatives[0].derivation.map { $0.words(in: .french, .eur) }
    // 8 000 × 8 % × 30/365 = 52,60; chance 50/53 %: 8 000 × 0,9433 % × 30/75 = 30,19.
    #expect(lines[0].hasSuffix("× 8,00\u{A0}% × 30/365 = 52,60\u{A0}€"))
    #expect(lines[1].hasSuffix("× 0,9433\u{A0}% × 30/75 = 30,19\u{A0}€"))
    #expect(offer.worth == Money(cents: 8_279))
    // 8 000 × 30 / 75 days = 3 200 with the order.
    #expect(offer.alternative(.deposit)?.amount == Money(cents: 320_000))
    // 82,79 / (1 − 8 % × 75/365 − 0,9433 %) = 82,79 / 0,974128.
    #expect(offer.alternative(.surcharge)?.amount == Money(cents: 8_499))
    #expect(offer.alternative(.settleOverdue) == nil)
    #expect(offer.light == .green)
  }
}
