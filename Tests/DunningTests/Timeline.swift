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

  private(set) var account = Account(
    customer: Customer(id: CustomerID(1), party: Party(name: "Durand SARL")), currency: .eur)
  private var bank: [(known: Day, newest: Day)] = []
  private var run: DayRange?
  private(set) var expected: [String] = []
  private var entries: Int64 = 0

  init(_ text: String) throws(Fault) {
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      if words[0] == "run" {
        guard words.count == 5, let first = Day(iso: words[2]), let last = Day(iso: words[4])
        else { throw Fault(line: line) }
        run = DayRange(first: first, last: last)
      } else if run != nil {
        expected.append(line)
      } else {
        guard words.count >= 2, let day = Day(iso: words[0]),
          book(words[1], Array(words.dropFirst(2)), on: day)
        else { throw Fault(line: line) }
      }
    }
    guard run != nil else { throw Fault(line: "run from … to …") }
  }

  /// Lives through the days and tells what was sent and what stood in the way.
  mutating func lines(by plan: DunningPlan) throws -> [String] {
    guard let run else { return [] }
    var lines: [String] = []
    var obstacle: String?
    var day = run.first
    while day <= run.last {
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
      day = day.nextDay
    }
    return lines
  }

  func decision(on day: Day, by plan: DunningPlan) throws -> Decision {
    let claim = try assess(account, on: day, by: .standard)
    let newest = bank.filter { $0.known <= day }.map(\.newest).max()
    let gate = newest.map { FreshnessGate(newest: $0, on: day) } ?? .open
    return decide(claim, after: account.reminders, by: plan, gate: gate)
  }

  private mutating func record(_ contact: Contact, on day: Day) {
    let reminder = Reminder(
      level: contact.level.name.rawValue, channel: contact.level.channel,
      documents: contact.documents, note: "")
    account.reminders.append(dated(reminder, day))
  }

  private mutating func book(_ verb: String, _ words: [String], on day: Day) -> Bool {
    let item = words.first.flatMap { number in
      account.items.firstIndex { $0.number == number }
    }
    switch (verb, words.count) {
    case ("invoice", 4...): return bookInvoice(words, on: day)
    case ("payment", 2):
      guard let item, let amount = Money(decimal: words[1]) else { return false }
      account.items[item].movements.append(
        .init(number: next(), day: day, learned: day, amount: amount, cause: .payment))
    case ("promise", 3):
      guard let amount = Money(decimal: words[0]), let on = Day(iso: words[2]) else { return false }
      account.promises.append(dated(PromiseToPay(on: on, amount: amount, words: ""), day))
    case ("dispute", 1):
      guard let item else { return false }
      account.disputes.append(dated(Dispute(document: account.items[item].id, reason: ""), day))
    case ("status", 2):
      guard let code = Int(words[0]),
        let place = account.items.firstIndex(where: { $0.number == words[1] })
      else { return false }
      let status = LifecycleStatus(
        document: account.items[place].id, reference: words[1], code: code)
      account.statuses.append(dated(status, day))
    case ("insolvency", 0):
      account.insolvency = dated(Insolvency(kind: .liquidation, opened: day, source: ""), day)
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

  private mutating func next() -> EntryNumber {
    entries += 1
    return EntryNumber(entries)
  }

  private mutating func dated<Fact>(_ fact: Fact, _ day: Day) -> Dated<Fact> {
    Dated(number: next(), happened: day, learned: day, fact: fact)
  }
}
