import Behaviour
import Claims
import Dunning
import Ledger
import Quantities

/// A worked example: what happens on an account, day after day, and what is sent because of it.
struct Timeline {
  /// Why a page cannot be read.
  struct Fault: Error {
    let line: String
  }

  var account = Account(
    customer: Customer(id: CustomerID(1), party: Party(name: "Durand SARL")), currency: .eur)
  private var bank: [(known: Day, newest: Day)] = []
  private var run: DayRange?
  /// Days on which the program did not run.
  private var outages: [DayRange] = []
  /// Days that the computer's clock showed wrongly: the true one first.
  private var wrongDays: [Day: Day] = [:]
  private(set) var plan = DunningPlan.standard
  /// Messages ready at a minute of a day: when does each leave?
  private var ready: [(channel: Reminder.Channel, day: Day, minute: Int)] = []
  private(set) var expected: [String] = []
  /// Whether the calls to make are told.
  private var showsCalls = false
  /// The plans that take the first one's place, each from its day on.
  var switches: [(day: Day, plan: DunningPlan)] = []
  private var entries: Int64 = 0

  init(_ text: String) throws(Fault) {
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      if set(words) { continue }
      if words[0] == "run" {
        guard words.count == 5, let first = Day(iso: words[2]), let last = Day(iso: words[4])
        else { throw Fault(line: line) }
        run = DayRange(first: first, last: last)
      } else if run != nil || !ready.isEmpty {
        expected.append(line)
      } else {
        guard words.count >= 2, let day = Day(iso: words[0]),
          book(words[1], Array(words.dropFirst(2)), on: day)
        else { throw Fault(line: line) }
      }
    }
    guard run != nil || !ready.isEmpty else { throw Fault(line: "run from … to …") }
  }

  /// What holds for the whole page: who is asked by which plan, and when nothing ran.
  private mutating func set(_ words: [String]) -> Bool {
    switch (words[0], words.count) {
    case ("profile", 2):
      guard let found = DunningPlan.house.first(where: { $0.houseKind?.rawValue == words[1] })
      else { return false }
      plan = found
    case ("calls", 1): showsCalls = true
    case ("week", 2): plan.mostContactsAWeek = Int(words[1]) ?? 0
    case ("gap", 2): plan.minimumGapInDays = Int(words[1]) ?? 0
    case ("hours", 3):
      guard let first = Timeline.minute(words[1]), let end = Timeline.minute(words[2]),
        let hours = SendingHours(first: first, end: end)
      else { return false }
      plan.hours = hours
    case ("days", 3):
      guard let channel = Reminder.Channel(rawValue: words[1]),
        let days = SendingDays(rawValue: words[2])
      else { return false }
      plan.days[channel] = days
    case ("channel", 3): plan = plan.with(plan.levels.map { $0.sent(words[1], by: words[2]) })
    case ("ready", 4):
      guard let channel = Reminder.Channel(rawValue: words[1]), let day = Day(iso: words[2]),
        let minute = Timeline.minute(words[3])
      else { return false }
      ready.append((channel, day, minute))
    case ("holidays", 2): plan.calendar = BankCalendar(keepsAlsaceMoselle: true)
    case ("email", 2): account.customer.party = Party(name: "Durand SARL", email: words[1])
    case ("automatic", 1): plan = plan.automatic
    case ("stopped", 5):
      guard let first = Day(iso: words[2]), let last = Day(iso: words[4]) else { return false }
      outages.append(DayRange(first: first, last: last))
    case ("clock", 5):
      guard let day = Day(iso: words[2]), let shown = Day(iso: words[4]) else { return false }
      wrongDays[day] = shown
    default: return false
    }
    return true
  }

  /// Lives through the days and tells what was sent and what stood in the way.
  mutating func lines() throws -> [String] {
    guard let run else { return ready.map(leaving) }
    var lines: [String] = []
    var obstacle: String?
    var call: String?
    var trueDay = run.first
    while trueDay <= run.last {
      defer { trueDay = trueDay.nextDay }
      if outages.contains(where: { $0.first <= trueDay && trueDay <= $0.last }) { continue }
      let day = wrongDays[trueDay] ?? trueDay
      let plan = switches.last { $0.day <= day }?.plan ?? plan
      let decision = try decision(on: day, by: plan)
      if case .send(let contact) = decision {
        let numbers = contact.documents.compactMap { id in
          account.items.first { $0.id == id }?.number
        }
        let words = [contact.level.name.rawValue, contact.claiming.decimal] + numbers
        lines.append(day.iso + "  " + words.joined(separator: " "))
        record(contact, on: day)
        let again = try self.decision(on: day, by: plan)
        if case .send = again { lines.append(day.iso + "  sent twice") }
      }
      let reasons = if case .wait = decision { decision.whyNot(in: .english, .eur) } else { "" }
      if let reasons, reasons != obstacle ?? "", !reasons.isEmpty {
        lines.append(day.iso + "  " + reasons.replacing("\u{A0}", with: " "))
      }
      obstacle = reasons
      let left = try showsCalls ? self.call(on: day, by: plan) : nil
      if left != call { lines.append(day.iso + "  " + (left ?? "no call left")) }
      call = left
    }
    return lines + ready.map(leaving)
  }

  /// `2026-04-03 19:40  email leaves 2026-04-07 08:30`
  private func leaving(
    _ message: (channel: Reminder.Channel, day: Day, minute: Int)
  ) -> String {
    let left = plan.leaving(by: message.channel, ready: message.day, minute: message.minute)
    return
      "\(message.day.iso) \(Timeline.clock(message.minute))  \(message.channel.rawValue) leaves "
      + "\(left.day.iso) \(Timeline.clock(left.minute))"
  }

  private static func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
  }

  private static func clock(_ minute: Int) -> String {
    String(minute / 600) + String(minute / 60 % 10) + ":" + String(minute % 60 / 10)
      + String(minute % 10)
  }

  func decision(on day: Day, by plan: DunningPlan) throws -> Decision {
    let claim = try assess(account, on: day, by: .standard)
    let newest = bank.filter { $0.known <= day }.map(\.newest).max()
    let gate = newest.map { FreshnessGate(newest: $0, on: day) } ?? .open
    return decide(claim, after: account.reminders, by: plan, gate: gate)
  }

  /// `to call: firm`
  private func call(on day: Day, by plan: DunningPlan) throws -> String? {
    let claim = try assess(account, on: day, by: .standard)
    let decision = decide(claim, after: account.reminders, by: plan, gate: .open)
    return callToMake(decision, claim, after: account.reminders, by: plan, gate: .open).map {
      "to call: \($0.level.name.rawValue)"
    }
  }

  private mutating func record(_ contact: Contact, on day: Day) {
    let reminder = Reminder(
      level: contact.level.name.rawValue, channel: contact.level.channel,
      documents: contact.documents, note: "", step: contact.step)
    account.reminders.append(dated(reminder, day))
  }

  private mutating func book(_ verb: String, _ words: [String], on day: Day) -> Bool {
    if bookHold(verb, words, on: day) { return true }
    let item = words.first.flatMap { number in
      account.items.firstIndex { $0.number == number }
    }
    switch (verb, words.count) {
    case ("invoice", 4...): return bookInvoice(words, on: day)
    case ("payment", 2):
      guard let item, let amount = Money(decimal: words[1]) else { return false }
      account.items[item].movements.append(
        .init(number: next(), day: day, learned: day, amount: amount, cause: .payment))
    case ("credit", 2):
      guard let amount = Money(decimal: words[1]) else { return false }
      let credit = CreditNote(
        number: words[0], issue: day, gross: amount, net: amount, tax: .zero)
      account.items.append(AccountItem(id: next(), kind: .creditNote(credit), learned: day))
    case ("call", 0):
      let call = Reminder(level: "", channel: .call, documents: [], note: "")
      account.reminders.append(dated(call, day))
    case ("bank", 1):
      guard let newest = Day(iso: words[0]) else { return false }
      bank.append((known: day, newest: newest))
    default: return false
    }
    return true
  }

  private mutating func bookInvoice(_ words: [String], on day: Day) -> Bool {
    guard let total = Money(decimal: words[1]) else { return false }
    let dates = words.dropFirst(3).compactMap { Day(iso: $0) }
    let amounts = words.dropFirst(3).compactMap { Money(decimal: $0) }
    let instalments = zip(dates, amounts.isEmpty ? [total] : amounts).map {
      Instalment(due: $0, amount: $1)
    }
    guard !instalments.isEmpty, instalments.map(\.amount).sum() == total else { return false }
    let invoice = Invoice(
      number: words[0], issue: day, instalments: instalments, net: total, tax: .zero,
      gross: total, payable: total)
    account.items.append(AccountItem(id: next(), kind: .invoice(invoice), learned: day))
    return true
  }

  mutating func next() -> EntryNumber {
    entries += 1
    return EntryNumber(entries)
  }

  mutating func dated<Fact>(_ fact: Fact, _ day: Day) -> Dated<Fact> {
    Dated(number: next(), happened: day, learned: day, fact: fact)
  }
}

extension DunningLevel {
  /// The step by another channel, where it bears the name.
  fileprivate func sent(_ name: String, by channel: String) -> DunningLevel {
    guard key == name, let channel = Reminder.Channel(rawValue: channel) else { return self }
    return DunningLevel(
      self.name, key: key, delayInDays: delayInDays, tone: tone, channel: channel,
      asksAccessories: asksAccessories)
  }
}
