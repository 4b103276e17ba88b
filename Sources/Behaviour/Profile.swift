public import Claims
public import Ledger
public import Quantities

/// What kind of payer a customer is on a day, from what its accounts show and nothing else.
public func profile(
  of accounts: [Account], beside signals: PayerSignals = PayerSignals(), on today: Day,
  by choices: Practice.Choices = Practice.Choices()
) -> PayerProfile {
  profile(
    of: accounts, tracing: accounts.flatMap { $0.items.map(\.trace) }, beside: signals, on: today,
    by: choices)
}

/// The same where the documents were read apart, as their traces: `documents` are all those of the
/// customer, and `accounts` need to hold only what stands beside them, and what promises hang on.
public func profile(
  of accounts: [Account], tracing documents: [DocumentTrace],
  beside signals: PayerSignals = PayerSignals(), on today: Day,
  by choices: Practice.Choices = Practice.Choices()
) -> PayerProfile {
  let witness = Witness(accounts, documents, signals, today, choices)
  let overrule = accounts.lazy.compactMap(\.profileOverrule).filter { $0.happened <= today }
    .max { $0.number < $1.number }
  return PayerProfile(evidence: witness.evidence, overrule: overrule)
}

/// Looks at the accounts of one customer, question by question.
private struct Witness {
  let accounts: [Account]
  let documents: [DocumentTrace]
  let signals: PayerSignals
  let today: Day
  let choices: Practice.Choices
  /// The invoices that tell something: settled, or open and past due.
  let payments: [PastPayment]

  /// Fewer invoices tell nothing about a habit.
  static let fewestInvoices = 3
  /// Incidents count for a year.
  static let memoryInDays = 365
  static let halfYearInDays = 182

  init(
    _ accounts: [Account], _ documents: [DocumentTrace], _ signals: PayerSignals, _ today: Day,
    _ choices: Practice.Choices
  ) {
    self.accounts = accounts
    self.documents = documents
    self.signals = signals
    self.today = today
    self.choices = choices
    let first = today.adding(days: -PaymentHabit.periodInDays)
    let contested = accounts.reduce(into: Set()) { $0.formUnion($1.contested(by: today)) }
    payments = documents.lazy.filter { $0.issue >= first }
      .pastPayments(on: today, contested: contested)
      .filter { $0.settled != nil || $0.due < today }
  }

  var evidence: [Evidence] {
    [
      insolvency, returnedDebits, stoppedPaying, delay, trend, lateInvoices, partialPayments,
      promises, disputes, rushRefused, paysOthers, silence,
    ].compactMap(\.self)
  }

  private func isRecent(_ day: Day) -> Bool {
    day <= today && day.days(to: today) <= Witness.memoryInDays
  }

  private var insolvency: Evidence? {
    accounts.lazy.compactMap(\.insolvency).first { $0.happened <= today }
      .map { .insolvency($0.fact) }
  }

  private var returnedDebits: Evidence? {
    let days = signals.returnedDebits.filter(isRecent)
    return days.max().map { .returnedDebits(count: days.count, last: $0) }
  }

  // MARK: Delay

  private var averageDelay: Int? {
    payments.count < Witness.fewestInvoices
      ? nil : average(payments.map { $0.delayInDays(on: today) })
  }

  private var isLate: Bool { (averageDelay ?? 0) > PayerProfile.goodDelayInDays }

  private var delay: Evidence? {
    averageDelay.map { .delay(averageInDays: $0, invoices: payments.count) }
  }

  private var trend: Evidence? {
    let border = today.adding(days: -Witness.halfYearInDays)
    let new = payments.filter { $0.due > border }.map { $0.delayInDays(on: today) }
    let old = payments.filter { $0.due <= border }.map { $0.delayInDays(on: today) }
    guard isLate, min(new.count, old.count) >= Witness.fewestInvoices else { return nil }
    let change = average(new) - average(old)
    return change >= 5 ? .trend(changeInDays: change, invoices: new.count) : nil
  }

  private var lateInvoices: Evidence? {
    guard payments.count >= Witness.fewestInvoices else { return nil }
    let late = payments.count { $0.delayInDays(on: today) > PayerProfile.goodDelayInDays }
    return .lateInvoices(late: late, of: payments.count)
  }

  private func average(_ days: [Int]) -> Int {
    let (sum, count) = (days.reduce(0, +), days.count)
    return sum >= 0 ? (2 * sum + count) / (2 * count) : -((-2 * sum + count) / (2 * count))
  }

  /// Nothing for two months, and two invoices later than this customer's own habit by a month.
  private var stoppedPaying: Evidence? {
    let last = lastPayment
    let settled = payments.filter { $0.settled != nil }.map { $0.delayInDays(on: today) }
    let usual = settled.isEmpty ? 0 : max(0, average(settled))
    let waiting = payments.filter { $0.settled == nil && $0.delayInDays(on: today) > usual + 30 }
    guard waiting.count >= 2, let oldest = waiting.map(\.due).min() else { return nil }
    let days = (last ?? oldest).days(to: today)
    guard days > 60 else { return nil }
    return .stoppedPaying(lastPayment: last, overdueInvoices: waiting.count, sinceInDays: days)
  }

  // MARK: What was said and done

  private var partialPayments: Evidence? {
    let invoices = documents.count { $0.isInvoice && $0.issue <= today }
    let parts = documents.count { $0.issue <= today && $0.isPaidInParts(by: today) }
    return parts > 1 ? .partialPayments(invoices: parts, of: invoices) : nil
  }

  private var promises: Evidence? {
    var (kept, broken) = (0, 0)
    var lastBroken: Day?
    for account in accounts {
      for promise in account.promises where isRecent(promise.happened) {
        switch account.standing(
          of: promise, on: today, grace: choices.promiseGraceInDays, calendar: choices.calendar)
        {
        case .open: continue
        case .kept: kept += 1
        case .late(let since), .broken(let since):
          broken += 1
          lastBroken = max(lastBroken ?? since, since)
        }
      }
    }
    return kept + broken > 0 ? .promises(kept: kept, broken: broken, lastBroken: lastBroken) : nil
  }

  private var disputes: Evidence? {
    let raised = accounts.flatMap { account in
      account.disputes.filter { isRecent($0.happened) }.map { ($0, due($0.fact.document)) }
    }
    let late = raised.count { dispute, due in due.map { dispute.happened > $0 } ?? false }
    return raised.map(\.0.happened).max().map {
      .disputes(raised: raised.count, afterDue: late, last: $0)
    }
  }

  private var rushRefused: Evidence? {
    let asked = signals.rushRequests.filter { isRecent($0.asked) }
    let refused = asked.filter(\.isRefused)
    guard isLate, let last = refused.map(\.asked).max() else { return nil }
    return .rushRefused(asked: asked.count, refused: refused.count, last: last)
  }

  private var paysOthers: Evidence? {
    guard let oldest = payments.lazy.filter({ $0.settled == nil }).map(\.due).min(),
      oldest.days(to: today) > 15
    else { return nil }
    let meanwhile = signals.paymentsForOthers.filter { $0.day > oldest && $0.day <= today }
    return meanwhile.map(\.day).max().map {
      .paysOthers(customers: Set(meanwhile.map(\.customer)).count, last: $0)
    }
  }

  /// Three reminders over three weeks, and neither money, promise nor dispute since the first.
  private var silence: Evidence? {
    guard let account = accounts.first, !payments.allSatisfy({ $0.settled != nil }) else {
      return nil
    }
    // Money, a promise, a dispute: any answer at all.
    let said = accounts.lazy.flatMap {
      $0.promises.map(\.happened) + $0.disputes.map(\.happened) + $0.saidPaid.map(\.happened)
    }.filter { $0 <= today }
    let reaction = (said + [lastPayment].compactMap(\.self)).max()
    let unanswered = account.reminders.map(\.happened).filter { day in
      isRecent(day) && (reaction.map { day > $0 } ?? true)
    }
    guard unanswered.count >= 3, let first = unanswered.min(), first.days(to: today) > 21 else {
      return nil
    }
    return .silence(reminders: unanswered.count, since: first)
  }

  /// The last day money came from the customer.
  private var lastPayment: Day? {
    let applied = documents.lazy.compactMap { $0.lastPayment(by: today) }.max()
    let resting = accounts.lazy.flatMap(\.unapplied).map(\.received).filter { $0 <= today }.max()
    return [applied, resting].compactMap(\.self).max()
  }

  /// The last due date of an invoice.
  private func due(_ document: EntryNumber) -> Day? {
    documents.lazy.first { $0.id == document && $0.isInvoice }?.due
  }
}
