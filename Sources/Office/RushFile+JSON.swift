import Behaviour
import Correspondence
import CreditPolicy
public import Ledger
public import Printing
import Quantities

extension RushFile {
  /// The answer for programs, its sentences in a language, with the words for the customer.
  /// `number` is the one under which the offer was written down; nil when it was not.
  public func json(
    in language: Customer.Language, saying speech: RushSpeech, offer number: EntryNumber? = nil
  ) -> JSON {
    let order = offer.order
    let found = offer.counterpart
    return .object([
      ("policy", .text(house.counterpart.method.rawValue)),
      ("counterTerm", found.term?.json ?? .null),
      ("proposedTerm", proposal.term?.json ?? .null), ("usualTerm", order.usualTerm.json),
      ("halvings", .number(found.halvings)),
      ("halvingsBelowOrder", .number(found.halvingsBelowOrder)),
      ("orderedOn", JSON(order.ordered)), ("invoicedOn", JSON(order.invoiced)),
      ("dueDateIfInvoicedOn", JSON(found.due)), ("usualDue", JSON(found.usualDue)),
      ("amount", JSON(order.amount)), ("currency", .text(question.currency.code)),
      ("usualDays", .number(order.usualLeadInDays)),
      ("askedDays", .number(order.askedLeadInDays)),
      ("customer", customer?.json ?? .null), ("light", .text(offer.light.rawValue)),
      ("conditions", .list(offer.conditions.map { $0.json(in: language, question.currency) })),
      ("worth", JSON(offer.worth)), ("beyondOrder", JSON(offer.beyondOrder)),
      ("costOfMoney", .text(offer.costOfMoney.percent)),
      ("chanceOfDefault", .text(offer.habit.chanceOfDefault.percent)),
      ("alternatives", .list(offer.alternatives.map { json($0, in: language) })),
      ("derivation", JSON(texts: found.derivation.map { $0.words(in: language) })),
      ("texts", speech.json(in: language)), ("exposure", standing.exposure.json),
      ("origins", origins),
      ("offer", number.map { .number(Int($0.raw)) } ?? .null),
    ])
  }

  private func json(_ one: Alternative, in language: Customer.Language) -> JSON {
    let share = Rate(
      partsPerMillion: one.amount.scaled(by: 10_000, over: offer.order.amount.cents).cents * 100)
    return .object([
      ("kind", .text(one.kind.rawValue)), ("amount", JSON(one.amount)),
      ("sharePercent", one.kind == .deposit ? .text(share.percent) : .null),
      ("complement", JSON(one.complement)),
      (
        "receipts",
        .list(one.receipts.map { .object([("day", JSON($0.day)), ("amount", JSON($0.amount))]) })
      ),
      ("gained", JSON(one.gained)), ("riskRemoved", JSON(one.riskRemoved)),
      ("value", JSON(one.value)),
      (
        "derivation",
        JSON(texts: one.derivation.map { $0.words(in: language, question.currency) })
      ),
    ])
  }

  /// Where what was not given was taken from.
  private var origins: JSON {
    .object([
      ("usualDays", .text(question.usualLeadInDays == nil ? usual.leadOrigin.rawValue : "given")),
      ("usualTerm", .text(question.usualTerm == nil ? usual.termOrigin.rawValue : "given")),
    ])
  }
}

extension RushSpeech {
  /// What to say and to send, and what to look at before it leaves.
  fileprivate func json(in reader: Customer.Language) -> JSON {
    .object([
      ("phone", .text(texts.phone)),
      (
        "objections",
        .list(
          texts.replies.map { .object([("heard", .text($0.heard)), ("answer", .text($0.answer))]) })
      ),
      ("subject", .text(texts.subject)), ("email", .text(texts.mail)),
      ("clause", .text(texts.clause)), ("tone", .text(tone.rawValue)),
      ("language", .text(language.rawValue)),
      (
        "warnings",
        JSON(
          texts: (fault.map { [$0.words(in: reader)] } ?? [])
            + texts.warnings.map { $0.words(in: reader) })
      ),
    ])
  }
}

extension Customer {
  /// Who it is, for programs.
  var json: JSON {
    .object([
      ("id", .number(Int(id.raw))), ("code", .text(party.reference)), ("name", .text(name)),
    ])
  }
}

extension Exposure {
  fileprivate var json: JSON {
    .object([
      ("balance", JSON(balance)), ("ordersUnderWay", JSON(ordersUnderWay)),
      ("thisOrder", JSON(thisOrder)), ("total", JSON(total)), ("limit", JSON(limit)),
      ("limitIsGranted", .flag(limit != nil && isGranted)),
      ("excess", JSON(excess)), ("usedPercent", usedInPercent.map { .number($0) } ?? .null),
    ])
  }
}

extension Condition {
  fileprivate func json(in language: Customer.Language, _ currency: Currency) -> JSON {
    .object([
      ("kind", .text(kind)), ("weight", .text(weight.name)),
      ("text", .text(words(in: language, currency))),
    ])
  }

  private var kind: String {
    switch self {
    case .insolvent: "insolvent"
    case .settleFirst: "settleFirst"
    case .brokenPromises: "brokenPromises"
    case .overLimit: "overLimit"
    case .newCustomer: "newCustomer"
    case .risky: "risky"
    case .payer: "payer"
    case .disputed: "disputed"
    case .unlawfulTerm: "unlawfulTerm"
    }
  }
}

extension Condition.Weight {
  fileprivate var name: String {
    switch self {
    case .note: "note"
    case .caution: "caution"
    case .stop: "stop"
    }
  }
}
