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
  /// The documents of everyone, where many are to be told apart.
  private var traces: DocumentTraces?
  private var returnedDebits: [CustomerID: [Day]] = [:]

  init(on day: Day, by choices: Practice.Choices, _ reader: BookReader) {
    self.reader = reader
    self.day = day
    self.choices = choices
  }

  /// From here on documents are not read again, customer by customer.
  func take(_ traces: DocumentTraces) throws {
    returnedDebits = try reader.returnedDebits(at: Moment(asOf: day, knownOn: day))
    self.traces = traces
  }

  func kind(of id: CustomerID) throws -> String {
    let moment = Moment(asOf: day, knownOn: day)
    let accounts = try reader.accounts(of: id, at: moment)
    let documents = accounts.flatMap { $0.items.map(\.trace) }
    var signals = try PayerSignals(of: id, knownAt: moment, reader)
    let told = Told(of: id, accounts, documents, signals, on: day, by: choices)
    guard told.hangsOnOthers else { return told.kind.rawValue }
    signals.paymentsForOthers = try paymentsForOthers()[id] ?? []
    return profile(of: accounts, tracing: documents, beside: signals, on: day, by: choices)
      .kind.rawValue
  }

  /// The same of customers whose open accounts are at hand, each in its place, on all cores.
  func kinds(of accounts: [Account]) throws -> [String] {
    guard let traces else { return try accounts.map { try kind(of: $0.customer.id) } }
    let (returned, day, choices) = (returnedDebits, day, choices)
    let told = accounts.mappedOnAllCores { account -> Told? in
      let id = account.customer.id
      guard traces.areAll(of: id) else { return nil }
      return Told(
        of: id, [account], traces.traces(of: id),
        PayerSignals(returnedDebits: returned[id] ?? []), on: day, by: choices)
    }
    return try zip(accounts, told).map { account, told in
      guard let told else { return try kind(of: account.customer.id) }
      return try told.hangsOnOthers ? kind(of: account.customer.id) : told.kind.rawValue
    }
  }

  /// A kind of payer, before it is known whom else its payers paid for.
  private struct Told: Sendable {
    let kind: PayerProfile.Kind
    /// Whether having paid for others would make it another kind.
    let hangsOnOthers: Bool

    init(
      of id: CustomerID, _ accounts: [Account], _ documents: [DocumentTrace],
      _ signals: PayerSignals, on day: Day, by choices: Practice.Choices
    ) {
      func kind(_ signals: PayerSignals) -> PayerProfile.Kind {
        profile(of: accounts, tracing: documents, beside: signals, on: day, by: choices).kind
      }
      self.kind = kind(signals)
      var paying = signals
      paying.paymentsForOthers = [PayerSignals.PaymentForOther(customer: id, day: day)]
      hangsOnOthers = self.kind != kind(paying)
    }
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
