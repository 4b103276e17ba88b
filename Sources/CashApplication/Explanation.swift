import Ledger
import Quantities

/// One way to read a line, before it becomes a proposal.
struct Explanation {
  struct Part {
    let place: Int32
    let cents: Int64
  }

  var parts: [Part]
  var onAccount: Int64 = 0
  var score: Int
  var reasons: [Reason]
  /// Whose money it is, when no document says it.
  var customer: Int32 = -1
  /// Lines that had taken these documents by their amount alone.
  var displaced: [Int32] = []
}

extension CashRun {
  func proposal(_ answer: Explanation, for line: WaitingLine) -> AllocationProposal {
    var customer = answer.customer
    if let first = answer.parts.first { customer = index.items[Int(first.place)].customer }
    return AllocationProposal(
      line: line.id, customer: customer < 0 ? nil : index.customers[Int(customer)],
      parts: answer.parts.map {
        .init(document: index.marks[Int($0.place)].id, amount: Money(cents: $0.cents))
      },
      onAccount: Money(cents: answer.onAccount), score: answer.score, reasons: answer.reasons,
      verdict: answer.score >= rules.appliedFrom ? .apply : .propose,
      displaces: answer.displaced.map { waiting.lines[Int($0)].id })
  }

  /// A line that no document explains: the customer's, on account, or nobody's.
  mutating func unexplained(_ line: WaitingLine) -> AllocationProposal {
    if isSecondPayment(), hasNewProof([]) { return paidTwice(line) }
    let isOurs = line.cents > 0 && !line.isNoise
    let customer = isOurs && evidence.payers.count == 1 ? evidence.payers[0] : -1
    var reasons: [Reason] = []
    if evidence.settled >= 0 { reasons.append(.alreadySettled(number(evidence.settled))) }
    if customer >= 0 { reasons += [ground, .customerWithoutDocument] }
    if reasons.isEmpty { reasons.append(isOurs ? .unknownPayer : .notFromCustomer) }
    return AllocationProposal(
      line: line.id, customer: customer < 0 ? nil : index.customers[Int(customer)], parts: [],
      onAccount: Money(cents: customer < 0 ? 0 : line.cents), score: customer < 0 ? 0 : 500,
      reasons: reasons, verdict: customer < 0 ? .leave : .propose)
  }

  /// Whether the line pays once more, to the cent, the one document that it names: its customer
  /// paid it a short while before by a line that names it too, and owes no other of this amount.
  private mutating func isSecondPayment() -> Bool {
    let line = evidence.line
    guard line.cents > 0, !line.isNoise, line.named.count == 1, evidence.settled >= 0,
      evidence.payers.count == 1, isFromPayer(evidence.settled)
    else { return false }
    let document = index.items[Int(evidence.settled)]
    guard document.isProven, document.total == line.cents, document.paid <= line.day,
      line.day - document.paid <= CashRun.longestSecond
    else { return false }
    equals.removeAll(keepingCapacity: true)
    index.openItems(of: document.customer, leaving: line.cents, on: line.day, into: &equals)
    return equals.isEmpty
  }

  /// A second payment is the customer's, and pays nothing: it rests on the account.
  private func paidTwice(_ line: WaitingLine) -> AllocationProposal {
    AllocationProposal(
      line: line.id, customer: index.customers[Int(evidence.payers[0])], parts: [],
      onAccount: Money(cents: line.cents), score: CashRun.trustInSecond,
      reasons: [.paidTwice(number(evidence.settled)), ground],
      verdict: CashRun.trustInSecond >= rules.appliedFrom ? .apply : .propose)
  }

  private static let trustInSecond = 985

  /// What is open of the documents together.
  func open(_ places: [Int32]) -> Int64 {
    places.reduce(0) { $0 + index.items[Int($1)].open }
  }

  func whole(_ places: [Int32]) -> [Explanation.Part] {
    places.map { Explanation.Part(place: $0, cents: index.items[Int($0)].open) }
  }

  func number(_ place: Int32) -> String { index.numbers[Int(place)] }

  /// Why these payers, in words.
  var ground: Reason {
    evidence.line.told.count == 1 ? .toldName : waiting.payers.reason(for: evidence.line.payer)
  }

  func isSure(_ answer: Explanation?) -> Bool { (answer?.score ?? 0) >= rules.appliedFrom }

  func better(_ left: Explanation?, _ right: Explanation?) -> Explanation? {
    (right?.score ?? -1) > (left?.score ?? -1) ? right : left
  }
}
