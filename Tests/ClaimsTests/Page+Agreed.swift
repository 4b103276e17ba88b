import Ledger
import Quantities

/// What was agreed or decided with the customer.
extension Page {
  /// `F-1 rejected`, `F-1 partial 200.00`: decides the dispute about the document.
  mutating func bookResolution(_ words: [String], _ number: EntryNumber, _ day: Day) -> Bool {
    guard let place = place(of: words[0]),
      let outcome = DisputeResolution.Outcome(rawValue: words[1]),
      let dispute = account.disputes.last(where: {
        $0.fact.document == account.items[place].id
      })
    else { return false }
    let recognised = words.count == 3 ? Money(decimal: words[2]) : .zero
    guard let recognised else { return false }
    account.resolutions.append(
      dated(
        DisputeResolution(
          dispute: dispute.number, outcome: outcome, recognised: recognised, words: ""), number,
        day))
    return true
  }

  /// `F-1,F-2 clause frozen acknowledged 2025-07-01 500.00 2025-08-01 500.00`, signed that day.
  mutating func bookPlan(_ words: [String], _ number: EntryNumber, _ day: Day) -> Bool {
    let documents = words[0].split(separator: ",").compactMap { place(of: String($0)) }
      .map { account.items[$0].id }
    let terms = words.dropFirst().prefix { Day(iso: $0) == nil }
    let rest = words.dropFirst(1 + terms.count)
    var parts: [InstalmentPlan.Part] = []
    for place in stride(from: rest.startIndex, to: rest.endIndex - 1, by: 2) {
      guard let on = Day(iso: rest[place]), let amount = Money(decimal: rest[place + 1]) else {
        return false
      }
      parts.append(.init(on: on, amount: amount))
    }
    guard !documents.isEmpty, !parts.isEmpty,
      terms.allSatisfy({ ["clause", "frozen", "acknowledged"].contains($0) })
    else { return false }
    account.plans.append(
      dated(
        InstalmentPlan(
          parts: parts, documents: documents, hasAcceleration: terms.contains("clause"),
          suspendsInterest: terms.contains("frozen")), number, day))
    account.agreements.append(
      dated(
        PlanAgreement(
          plan: number, signed: day, acknowledgesDebt: terms.contains("acknowledged"), words: ""),
        next(), day))
    return true
  }
}
