import Claims
import Ledger
import Quantities

/// What the words of a letter speak of, taken from the claim once.
struct Facts {
  let occasion: Occasion
  let claim: Claim
  let sender: Sender
  /// The documents asked for or announced, oldest due date first.
  let items: [OpenItem]
  /// What the letter asks for in all.
  let amount: Money
  /// Credit notes and unapplied money taken off the amount.
  let deductions: Money

  /// Nil when there is nothing to write about: no letter should leave.
  init?(_ occasion: Occasion, _ claim: Claim, _ sender: Sender) {
    self.occasion = occasion
    self.claim = claim
    self.sender = sender
    switch occasion.message {
    case .instalmentPlan: return nil
    case .thanks(let received, _):
      guard received.isPositive else { return nil }
      items = []
      amount = .zero
      deductions = .zero
    case .preDue:
      let chosen = occasion.documents
      items = claim.items.filter {
        $0.notYetDue.isPositive && (chosen.isEmpty || chosen.contains($0.document))
      }.sorted { ($0.nextDue ?? $0.due, $0.number) < ($1.nextDue ?? $1.due, $1.number) }
      amount = items.map(\.notYetDue).sum()
      deductions = .zero
      guard amount.isPositive else { return nil }
    case .statement:
      items = claim.items.sorted { ($0.issue, $0.document.raw) < ($1.issue, $1.document.raw) }
      (amount, deductions) = Facts.asked(of: claim, withAccessories: occasion.asksAccessories)
    case .courtesy, .reminder, .firm, .formalNotice:
      items = claim.claimed.filter { $0.principal.isPositive }
      (amount, deductions) = Facts.asked(of: claim, withAccessories: occasion.asksAccessories)
      guard amount.isPositive else { return nil }
    }
  }

  /// What is asked for, and what credits took off it.
  private static func asked(
    of claim: Claim, withAccessories: Bool
  ) -> (amount: Money, deductions: Money) {
    let whole =
      withAccessories ? claim.principal + claim.interest + claim.compensation : claim.principal
    let amount = withAccessories ? claim.total : claim.principalLessCredits
    return (amount, whole - amount)
  }

  var message: Message { occasion.message }
  var language: Customer.Language { occasion.language ?? claim.customer.language }
  var day: Day { claim.day }
  var party: Party { claim.customer.party }
  /// Interest and compensation are part of what is asked for.
  var includesAccessories: Bool {
    occasion.asksAccessories && (claim.interest + claim.compensation).isPositive
  }
  var isOne: Bool { items.count == 1 }
  var isPublicBuyer: Bool { claim.customer.kind == .publicBuyer }
  var isConsumer: Bool { claim.customer.kind == .consumer }

  /// The interest, the compensation and what payments settled of them, document after document in
  /// the order of the table above them.
  var accessories: [ClaimLine] {
    let places = Dictionary(
      items.enumerated().map { ($1.document, $0) }, uniquingKeysWith: { first, _ in first })
    let lines = claim.lines.filter { line in
      switch line.kind {
      case .interest, .interestSettled, .compensation: true
      case .principal, .credit, .unapplied: false
      }
    }
    return lines.enumerated().sorted {
      (places[$0.element.document] ?? .max, $0.offset)
        < (places[$1.element.document] ?? .max, $1.offset)
    }.map(\.element)
  }

  /// The segments that still run on the day of the letter.
  var running: [InterestSegment] {
    claim.lines.compactMap(\.segment).filter { $0.days.last == claim.day }
  }

  /// What one more day adds to the interest, rounded to the cent.
  var dailyInterest: Money {
    // Each product is kept whole and divided once: a sum of rounded days would drift.
    var perYear: [Int: Int128] = [:]
    for segment in running {
      perYear[segment.daysInYear, default: 0] +=
        Int128(segment.balance.cents) * Int128(segment.rate.partsPerMillion)
    }
    return perYear.reduce(into: .zero) { sum, part in
      let whole = Int128(part.key) * 1_000_000
      sum += Money(cents: Int64((part.value + whole / 2) / whole))
    }
  }

  /// What the payer is asked to quote: the invoice when there is one, else customer and letter.
  var paymentReference: String {
    if isOne { return items[0].number }
    return [party.code, occasion.number].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The days of the last three of our earlier messages, oldest first, each day once.
  var earlier: [Day] {
    var days: [Day] = []
    for day in occasion.earlier.sorted() where days.last != day { days.append(day) }
    return days.suffix(3)
  }
}
