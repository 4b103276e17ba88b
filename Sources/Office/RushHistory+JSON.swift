import CreditPolicy
import Ledger
public import Printing
import Quantities
import Store

extension RushHistory {
  /// The offers for programs, as many as wanted from the newest; the balances speak of all.
  public func json(limit: Int) -> JSON {
    .object([
      ("count", .number(chapters.count)),
      ("offers", .list(chapters.prefix(limit).map(\.json))),
      (
        "balances",
        .list(
          balances.map { currency, balance in
            .object([
              ("currency", .text(currency.code)), ("offers", .number(balance.offers)),
              ("accepted", .number(balance.accepted)), ("refused", .number(balance.refused)),
              ("unanswered", .number(balance.unanswered)), ("gained", JSON(balance.gained)),
            ])
          })
      ),
    ])
  }
}

extension RushChapter {
  /// The offer for programs, with its answer and its invoice.
  public var json: JSON {
    let offer = story.offer.fact
    return .object([
      ("offer", .number(Int(story.offer.number.raw))), ("customer", customer.json),
      ("offeredOn", JSON(story.offer.happened)), ("amount", JSON(offer.amount)),
      ("currency", .text(story.currency.code)), ("usualDays", .number(offer.usualLeadInDays)),
      ("askedDays", .number(offer.askedLeadInDays)), ("policy", .text(offer.policy)),
      ("usualTerm", offer.usualTerm.json), ("counterTerm", offer.counterTerm?.json ?? .null),
      ("worth", JSON(offer.worth)), ("order", .text(offer.order)), ("words", .text(offer.words)),
      ("answer", answer), ("invoice", followed),
    ])
  }

  private var answer: JSON {
    guard let answer = story.answer else { return .null }
    return .object([
      ("answeredOn", JSON(answer.happened)), ("outcome", .text(answer.fact.outcome.rawValue)),
      ("counterpart", answer.fact.counterpart.map { .text($0.rawValue) } ?? .null),
      ("term", answer.fact.term?.json ?? .null), ("amount", JSON(answer.fact.amount)),
      ("words", .text(answer.fact.words)),
    ])
  }

  private var followed: JSON {
    guard let found = story.invoice else { return .null }
    return .object([
      ("number", .text(invoice ?? "")), ("issued", JSON(found.happened)),
      ("term", found.fact.term?.json ?? .null),
    ])
  }
}

extension MissedOccasions {
  /// The occasions for programs, the dearest first.
  public var json: JSON {
    .object([
      ("from", JSON(days.first)), ("to", JSON(days.last)), ("daysGiven", .number(daysGiven)),
      (
        "worth",
        .list(
          worth.sorted { $0.key < $1.key }.map {
            .object([("currency", .text($0.key.code)), ("amount", JSON($0.value))])
          })
      ),
      ("occasions", .list(list.map(\.json))),
    ])
  }
}

extension MissedOccasion {
  fileprivate var json: JSON {
    .object([
      ("customer", customer.json), ("invoice", .text(number)), ("currency", .text(currency.code)),
      ("amount", JSON(offer.order.amount)), ("ordered", JSON(ordered)),
      ("delivered", JSON(delivered)), ("usualDays", .number(offer.order.usualLeadInDays)),
      ("givenDays", .number(offer.order.askedLeadInDays)), ("daysGiven", .number(daysGiven)),
      ("usualTerm", offer.order.usualTerm.json),
      ("counterTerm", offer.counterpart.term?.json ?? .null), ("worth", JSON(offer.worth)),
    ])
  }
}
