public import Behaviour
import Claims
public import Ledger
public import Quantities
import Store
import Synchronization

/// A customer as a payer on a day: its profile, and when each open invoice will likely be paid.
public struct PayerFile: Sendable {
  public let day: Day
  public let profile: PayerProfile
  /// What is foretold of each open invoice, without any reminder.
  public let forecasts: [EntryNumber: PaymentForecast]
}

/// What was worked out about payers, kept until the day or the book changes.
struct KeptPayers: Sendable {
  let day: Day
  let revision: Int64
  let population: PaymentPopulation
  var files: [CustomerID: PayerFile] = [:]
}

extension Desk {
  /// How many payers stand for all of them where one's own history tells too little.
  static let payersLearntFrom = 250

  /// A customer as a payer on a day, from what had happened by then; nil when there is none.
  public func payerFile(of id: CustomerID, on day: Day? = nil) throws -> PayerFile? {
    try payerFiles(of: [id], on: day)[id]
  }

  /// Several customers as payers on a day.
  public func payerFiles(
    of ids: [CustomerID], on day: Day? = nil
  ) throws -> [CustomerID: PayerFile] {
    let day = day ?? today
    return try store.read { reader in
      let revision = try reader.revision()
      var kept: KeptPayers
      if let known = payers.withLock({ $0 }), known.day == day, known.revision == revision {
        kept = known
      } else {
        kept = KeptPayers(day: day, revision: revision, population: try population(day, reader))
      }
      let choices = try practice(reader).choices
      for id in ids where kept.files[id] == nil {
        guard try reader.customer(id) != nil else { continue }
        kept.files[id] = try payerFile(id, kept, choices, reader)
      }
      let made = kept
      payers.withLock { $0 = made }
      return kept.files.filter { ids.contains($0.key) }
    }
  }

  private func payerFile(
    _ id: CustomerID, _ kept: KeptPayers, _ choices: Practice.Choices, _ reader: BookReader
  ) throws -> PayerFile {
    let moment = Moment(asOf: kept.day)
    let accounts = try reader.accounts(of: id, at: moment)
    let signals = try PayerSignals(of: id, accounts, on: kept.day, reader)
    let rhythm = PaymentRhythm(
      of: accounts.flatMap { $0.pastPayments(on: kept.day) }, among: kept.population)
    var forecasts: [EntryNumber: PaymentForecast] = [:]
    for item in accounts.flatMap(\.items) where item.balance(on: kept.day).isPositive {
      guard case .invoice(let invoice) = item.kind, let due = invoice.instalments.last?.due else {
        continue
      }
      forecasts[item.id] = rhythm.forecast(due: due, unpaidOn: kept.day)
    }
    return PayerFile(
      day: kept.day,
      profile: profile(of: accounts, beside: signals, on: kept.day, by: choices),
      forecasts: forecasts)
  }

  /// All payers, by some of them taken evenly through the book; as today's list has them, where it
  /// was made.
  private func population(_ day: Day, _ reader: BookReader) throws -> PaymentPopulation {
    if let made = list.withLock({ $0?.decided.foretold }), made.day == day {
      return made.population
    }
    let customers = try reader.customersWithDocuments(.first, by: day)
    let step = max(1, customers.count / Desk.payersLearntFrom)
    let chosen = stride(from: 0, to: customers.count, by: step).map { customers[$0] }
    return PaymentPopulation(
      knownOn: day,
      payers: try chosen.map { id in
        try reader.accounts(of: id, at: Moment(asOf: day)).flatMap { $0.pastPayments(on: day) }
      })
  }

  /// A person corrects what kind of payer a customer is; undone like any decision.
  public func overruleProfile(
    _ id: CustomerID, as kind: PayerProfile.Kind, reason: String
  ) throws {
    guard !reason.isEmpty else { throw DeskRefusal.emptyReason }
    let today = today
    try store.write(learned: today) { pen in
      guard try pen.reader.customer(id) != nil else { throw DeskRefusal.unknownCustomer(id) }
      try pen.append(
        .profileOverrule(ProfileOverrule(kind: kind.rawValue, reason: reason)), customer: id,
        happened: today)
    }
  }
}

extension PayerSignals {
  /// What the bank and the rush orders say of a payer.
  init(of id: CustomerID, _ accounts: [Account], on day: Day, _ reader: BookReader) throws {
    let moment = Moment(asOf: day)
    let waits = accounts.contains { account in
      account.pastPayments(on: day).contains { $0.settled == nil && $0.delayInDays(on: day) > 15 }
    }
    try self.init(of: id, knownAt: moment, reader)
    // Only asked for where it could tell something: it reads the bank lines of six weeks.
    guard waits else { return }
    paymentsForOthers = try reader.paymentsForOthers(
      than: id, since: day.adding(days: -PayerSignals.bankMemoryInDays), at: moment
    ).map { PaymentForOther(customer: $0.customer, day: $0.day) }
  }

  /// For so long payments for others tell something.
  static let bankMemoryInDays = 45

  /// What a payer's own debits and rush orders say.
  init(of id: CustomerID, knownAt moment: Moment, _ reader: BookReader) throws {
    self.init(
      returnedDebits: try reader.returnedDebits(of: id, at: moment),
      rushRequests: try reader.rushStories(of: id, at: moment).map {
        RushRequest(asked: $0.offer.happened, isRefused: $0.answer?.fact.outcome == .refused)
      })
  }
}
