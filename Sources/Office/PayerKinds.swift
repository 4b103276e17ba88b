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
    let story = Story(
      customer: id, accounts: accounts, documents: accounts.flatMap { $0.items.map(\.trace) },
      signals: try PayerSignals(of: id, knownAt: moment, reader), day: day, choices: choices)
    if case .kind(let kind) = story.telling { return kind.rawValue }
    return try settled(story)
  }

  /// The same of customers whose open accounts are at hand, each in its place, on all cores.
  func kinds(of accounts: [Account]) throws -> [String] {
    guard let traces else { return try accounts.map { try kind(of: $0.customer.id) } }
    let (returned, day, choices) = (returnedDebits, day, choices)
    @Sendable func story(_ account: Account) -> Story {
      let id = account.customer.id
      return Story(
        customer: id, accounts: [account], documents: traces.traces(of: id),
        signals: PayerSignals(returnedDebits: returned[id] ?? []), day: day, choices: choices)
    }
    let told = accounts.mappedOnAllCores { account in
      traces.areAll(of: account.customer.id) ? story(account).telling : .elsewhere
    }
    return try zip(accounts, told).map { account, told in
      switch told {
      case .kind(let kind): kind.rawValue
      case .hangsOnOthers: try settled(story(account))
      case .elsewhere: try kind(of: account.customer.id)
      }
    }
  }

  /// How far a payer's own account goes.
  private enum Telling: Sendable {
    case kind(PayerProfile.Kind)
    /// Whom else the payer paid for decides.
    case hangsOnOthers
    /// The open account is not all there is.
    case elsewhere
  }

  /// What tells the kind of a payer, as far as its own account goes.
  private struct Story: Sendable {
    let customer: CustomerID
    let accounts: [Account]
    let documents: [DocumentTrace]
    var signals: PayerSignals
    let day: Day
    let choices: Practice.Choices

    var telling: Telling {
      var paying = self
      paying.signals.paymentsForOthers = [
        PayerSignals.PaymentForOther(customer: customer, day: day)
      ]
      return told == paying.told ? .kind(told) : .hangsOnOthers
    }

    var told: PayerProfile.Kind {
      profile(of: accounts, tracing: documents, beside: signals, on: day, by: choices).kind
    }
  }

  /// The kind once it is known whom else the payer paid for.
  private func settled(_ story: Story) throws -> String {
    var story = story
    story.signals.paymentsForOthers = try paymentsForOthers()[story.customer] ?? []
    return story.told.rawValue
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
