import Behaviour
public import CreditPolicy
import Law
public import Ledger
public import Quantities
import Store

/// A delivery far faster than this customer's usual one, for which nothing was asked in return.
public struct MissedOccasion: Sendable {
  public let customer: Customer
  public let currency: Currency
  public let document: EntryNumber
  public let number: String
  public let ordered: Day
  public let delivered: Day
  /// What the counterpart would have been, with what it is worth.
  public let offer: CounterOffer

  public var daysGiven: Int { offer.order.usualLeadInDays - offer.order.askedLeadInDays }
}

/// The occasions of a stretch of days, the dearest first.
public struct MissedOccasions: Sendable {
  public let days: DayRange
  public let list: [MissedOccasion]

  public var daysGiven: Int { list.reduce(0) { $0 + $1.daysGiven } }
  /// What they are worth, by currency.
  public var worth: [Currency: Money] {
    list.reduce(into: [:]) { $0[$1.currency, default: .zero] += $1.offer.worth }
  }
}

extension Desk {
  /// The occasions since the first day of the quarter, or over the days given.
  ///
  /// A customer's usual lead time is the median of its last two years; five deliveries are needed
  /// to speak of one. A delivery whose invoice already bears a shorter term is no occasion.
  public func occasions(over days: DayRange? = nil) throws -> MissedOccasions {
    let today = today
    let first = Day(today.year, (today.month - 1) / 3 * 3 + 1, 1)
    let days = days ?? DayRange(first: first, last: today)
    return try store.read { reader in
      let house = HousePolicy(settings: try reader.settings())
      let deliveries = try reader.deliveries(
        since: days.first.adding(days: -PaymentHabit.periodInDays), through: days.last)
      var found: [MissedOccasion] = []
      for (customer, times) in deliveries {
        let fast = times.fast(over: days, by: house.counterpart)
        if fast.isEmpty { continue }
        let known = try Acquaintance(
          customer, in: .eur, on: today, house: house, practice(reader), reader)
        found += fast.compactMap { known.occasion($0, usual: times.usualLeadInDays, house) }
      }
      found.sort {
        ($1.offer.worth, $0.document) < ($0.offer.worth, $1.document)
      }
      return MissedOccasions(days: days, list: found)
    }
  }
}

extension [Delivery] {
  fileprivate var usualLeadInDays: Int {
    let leads = map(\.leadInDays).sorted()
    return Swift.max(1, leads[leads.count / 2])
  }

  fileprivate func fast(over days: DayRange, by policy: CounterpartPolicy) -> [Delivery] {
    guard count >= 5 else { return [] }
    let usual = usualLeadInDays
    return filter {
      days.contains($0.issue)
        && policy.halvings(from: usual, to: Swift.max(1, $0.leadInDays)) > 0
    }
  }
}

extension Acquaintance {
  /// What could have been asked for a fast delivery; nil when something was.
  fileprivate func occasion(
    _ delivery: Delivery, usual: Int, _ house: HousePolicy
  ) -> MissedOccasion? {
    guard let customer, let account, account.rushInvoices[delivery.document] == nil,
      let item = account.items.first(where: { $0.id == delivery.document }),
      case .invoice(let invoice) = item.kind, let due = invoice.instalments.last?.due
    else { return nil }
    let term = self.usual.term
    // A term shorter than usual was asked for already, if not by this road.
    guard due >= term.due(invoicedOn: invoice.issue) else { return nil }
    let order = try? RushOrder(
      amount: invoice.gross, usualLeadInDays: usual,
      askedLeadInDays: max(1, delivery.leadInDays), usualTerm: term, ordered: delivery.ordered)
    guard let order else { return nil }
    let offer = advise(order, from: standing(asking: .zero), by: house)
    guard offer.worth.isPositive else { return nil }
    return MissedOccasion(
      customer: customer, currency: account.currency, document: item.id, number: item.number,
      ordered: delivery.ordered, delivered: delivery.delivered, offer: offer)
  }
}
