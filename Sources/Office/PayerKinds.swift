import Behaviour
import Claims
import Ledger
import Quantities
import Store

/// What kind of payer each customer is, from what was known on a day: the word that plans go by.
final class PayerKinds {
  private let reader: BookReader
  private let day: Day
  private let choices: Practice.Choices
  /// Who paid for whom, read once and only when it would make another kind of somebody.
  private var forOthers: [CustomerID: [PayerSignals.PaymentForOther]]?

  init(on day: Day, by choices: Practice.Choices, _ reader: BookReader) {
    self.reader = reader
    self.day = day
    self.choices = choices
  }

  func kind(of id: CustomerID) throws -> String {
    let moment = Moment(asOf: day, knownOn: day)
    let accounts = try reader.accounts(of: id, at: moment)
    var signals = try PayerSignals(of: id, knownAt: moment, reader)
    let kind = profile(of: accounts, beside: signals, on: day, by: choices).kind
    signals.paymentsForOthers = [PayerSignals.PaymentForOther(customer: id, day: day)]
    guard kind != profile(of: accounts, beside: signals, on: day, by: choices).kind else {
      return kind.rawValue
    }
    signals.paymentsForOthers = try paymentsForOthers()[id] ?? []
    return profile(of: accounts, beside: signals, on: day, by: choices).kind.rawValue
  }

  private func paymentsForOthers() throws -> [CustomerID: [PayerSignals.PaymentForOther]] {
    if let forOthers { return forOthers }
    let read = try reader.paymentsForOthers(
      since: day.adding(days: -PayerSignals.bankMemoryInDays),
      at: Moment(asOf: day, knownOn: day)
    ).mapValues { payments in
      payments.map { PayerSignals.PaymentForOther(customer: $0.customer, day: $0.day) }
    }
    forOthers = read
    return read
  }
}
