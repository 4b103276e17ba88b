import Ledger
import Quantities

/// What was agreed or contested with a customer: promises, plans, disputes, calls to make again.
extension Incident {
  /// `channel` holds the time of a call to make again (`870`: 14:30), `label` the cause of a
  /// dispute, its outcome, or what a plan says: `acceleration frozen`, `acknowledged`.
  mutating func takeAgreed(_ fact: Fact) {
    switch fact {
    case .promise(let promise):
      kind = "promise"
      amount = promise.amount.cents
      day = Int64(promise.on.number)
      documents = Incident.list(promise.documents)
      person = promise.saidBy
      words = promise.words
    case .dispute(let dispute):
      kind = "dispute"
      document = dispute.document.raw
      amount = dispute.amount?.cents
      label = dispute.cause == .other ? "" : dispute.cause.rawValue
      person = dispute.owner
      words = dispute.reason
    case .resolution(let resolution):
      kind = "resolution"
      answers = resolution.dispute.raw
      amount = resolution.recognised.cents
      label = resolution.outcome.rawValue
      words = resolution.words
    case .disputeOwner(let owner):
      kind = "disputeOwner"
      answers = owner.dispute.raw
      person = owner.name
    case .saidPaid(let paid):
      kind = "saidPaid"
      amount = paid.amount.cents
      day = Int64(paid.on.number)
      person = paid.saidBy
      words = paid.words
    default: takePlan(fact)
    }
  }

  private mutating func takePlan(_ fact: Fact) {
    switch fact {
    case .instalmentPlan(let plan):
      kind = "plan"
      amount = plan.total.cents
      parts = plan.storedParts
      documents = Incident.list(plan.documents)
      label =
        (plan.hasAcceleration ? "acceleration " : "") + (plan.suspendsInterest ? "frozen" : "")
      words = plan.words
    case .planAgreement(let agreement):
      kind = "agreement"
      answers = agreement.plan.raw
      day = Int64(agreement.signed.number)
      label = agreement.acknowledgesDebt ? "acknowledged" : ""
      words = agreement.words
    case .callBack(let call):
      kind = "callBack"
      day = Int64(call.on.number)
      channel = call.minute.map(String.init) ?? ""
      person = call.person
      words = call.words
    default: preconditionFailure("nothing agreed or contested")
    }
  }

  /// The fact of such a row; nil for a text of a later version.
  var agreedFact: Fact? {
    switch kind {
    case "promise":
      .promise(
        PromiseToPay(
          on: onDay, amount: Money(cents: amount ?? 0), words: words, documents: numbers,
          saidBy: person))
    case "dispute":
      .dispute(
        Dispute(
          document: onDocument, amount: amount.map { Money(cents: $0) }, reason: words,
          cause: Dispute.Cause(rawValue: label) ?? .other, owner: person))
    case "resolution":
      DisputeResolution.Outcome(rawValue: label).map {
        .resolution(
          DisputeResolution(
            dispute: EntryNumber(answers ?? 0), outcome: $0,
            recognised: Money(cents: amount ?? 0), words: words))
      }
    case "disputeOwner":
      .disputeOwner(DisputeOwner(of: EntryNumber(answers ?? 0), name: person))
    case "saidPaid":
      .saidPaid(
        SaidPaid(on: onDay, amount: Money(cents: amount ?? 0), words: words, saidBy: person))
    default: agreedPlan
    }
  }

  private var agreedPlan: Fact? {
    switch kind {
    case "plan":
      .instalmentPlan(
        InstalmentPlan(
          parts: InstalmentPlan.parts(stored: parts), documents: numbers,
          hasAcceleration: label.contains("acceleration"),
          suspendsInterest: label.contains("frozen"), words: words))
    case "agreement":
      .planAgreement(
        PlanAgreement(
          plan: EntryNumber(answers ?? 0), signed: onDay,
          acknowledgesDebt: label.contains("acknowledged"), words: words))
    case "callBack":
      .callBack(CallBack(on: onDay, minute: Int(channel), person: person, words: words))
    default: nil
    }
  }

  private static func list(_ numbers: [EntryNumber]) -> String {
    numbers.map { String($0.raw) }.joined(separator: " ")
  }
}
