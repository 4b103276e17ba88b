import Behaviour
import Dunning
import Ledger
import Quantities

/// What stands in the way of a reminder, as the pages write it.
extension Timeline {
  /// Books a hold, or what ends one; false when the words are something else.
  mutating func bookHold(_ verb: String, _ words: [String], on day: Day) -> Bool {
    bookWord(verb, words, on: day) || bookStop(verb, words, on: day)
  }

  /// What the customer said: a promise, a plan, a dispute, a status.
  private mutating func bookWord(_ verb: String, _ words: [String], on day: Day) -> Bool {
    switch (verb, words.count) {
    case ("promise", 3):
      guard let amount = Money(decimal: words[0]), let on = Day(iso: words[2]) else { return false }
      account.promises.append(dated(PromiseToPay(on: on, amount: amount, words: ""), day))
    case ("dispute", 1...2):
      guard let document = document(words[0]) else { return false }
      let part = words.count == 2 ? Money(decimal: words[1]) : nil
      account.disputes.append(
        dated(Dispute(document: document, amount: part, reason: ""), day))
    case ("resolution", 2):
      guard let outcome = DisputeResolution.Outcome(rawValue: words[1]),
        let dispute = account.disputes.last(where: { $0.fact.document == document(words[0]) })
      else { return false }
      account.resolutions.append(
        dated(
          DisputeResolution(
            dispute: dispute.number, outcome: outcome, recognised: .zero, words: ""), day))
    case ("status", 2):
      guard let code = Int(words[0]), let document = document(words[1]) else { return false }
      let status = LifecycleStatus(document: document, reference: words[1], code: code)
      account.statuses.append(dated(status, day))
    case ("said-paid", 3):
      guard let amount = Money(decimal: words[0]), let on = Day(iso: words[2]) else { return false }
      account.saidPaid.append(dated(SaidPaid(on: on, amount: amount), day))
    case ("plan", 3...): return bookPlan(words, on: day)
    case ("reached", 1), ("unreached", 1), ("aside", 1): return bookCall(verb, words[0], on: day)
    case ("profile", 1):
      guard let found = DunningPlan.house.first(where: { $0.houseKind?.rawValue == words[0] })
      else { return false }
      switches.append((day, found))
    default: return false
    }
    return true
  }

  /// The call that goes with a step: somebody was reached or nobody, or it was put aside.
  private mutating func bookCall(_ verb: String, _ key: String, on day: Day) -> Bool {
    guard let level = plan.level(key) else { return false }
    let call = Reminder(
      level: verb == "unreached" ? Reminder.unreached : level.name.rawValue,
      channel: verb == "aside" ? .task : .call, documents: account.items.map(\.id), note: "",
      step: plan.step(of: level))
    account.reminders.append(dated(call, day))
    return true
  }

  /// What else stands in the way: money, proceedings, silence asked for, an address.
  private mutating func bookStop(_ verb: String, _ words: [String], on day: Day) -> Bool {
    switch (verb, words.count) {
    case ("insolvency", 0):
      account.insolvency = dated(Insolvency(kind: .liquidation, opened: day, source: ""), day)
    case ("cash", 1...2):
      guard let amount = Money(decimal: words[0]) else { return false }
      account.unapplied.append(
        UnappliedCash(
          line: next(), received: day, amount: amount,
          certainty: words.last == "proposed" ? .proposed : .onAccount))
    case ("snooze", 2...3):
      guard let until = Day(iso: words[1]) else { return false }
      let only = words.count == 3 ? document(words[2]) : nil
      account.snoozes.append(dated(Snooze(until: until, reason: "", document: only), day))
    case ("stop", 1):
      guard let cause = LegalStop.Cause(rawValue: words[0]) else { return false }
      account.legalStops.append(dated(LegalStop(cause: cause, reason: ""), day))
    case ("bounce", 1):
      account.addresses.faults.append(
        dated(AddressFault(channel: .email, address: words[0], reason: "550"), day))
    case ("address", 1):
      account.addresses.people.append(
        dated(ContactPerson(role: .payables, name: "Klein", email: words[0]), day))
    default: return false
    }
    return true
  }

  /// `F-1,F-2 clause 2026-07-01 500.00 2026-08-01 500.00`, signed that day; `noclause` for
  /// a plan without acceleration.
  private mutating func bookPlan(_ words: [String], on day: Day) -> Bool {
    let documents = words[0].split(separator: ",").compactMap { document(String($0)) }
    let hasClause = words[1] == "clause"
    let rest = Array(words.dropFirst(2))
    var parts: [InstalmentPlan.Part] = []
    for place in stride(from: 0, to: rest.count - 1, by: 2) {
      guard let on = Day(iso: rest[place]), let amount = Money(decimal: rest[place + 1]) else {
        return false
      }
      parts.append(.init(on: on, amount: amount))
    }
    guard !documents.isEmpty, !parts.isEmpty else { return false }
    let plan = dated(
      InstalmentPlan(
        parts: parts, documents: documents, hasAcceleration: hasClause, suspendsInterest: false),
      day)
    account.plans.append(plan)
    account.agreements.append(
      dated(
        PlanAgreement(plan: plan.number, signed: day, acknowledgesDebt: false, words: ""), day))
    return true
  }

  private func document(_ number: String) -> EntryNumber? {
    account.items.first { $0.number == number }?.id
  }
}

extension DunningPlan {
  /// The same plan, its e-mails leaving by themselves.
  var automatic: DunningPlan {
    with(
      levels.map { level in
        var level = level
        if level.channel == .email { level.mode = .automatic }
        return level
      })
  }
}
