import Claims
import Law
import Ledger
import Quantities

/// A worked example: an account in plain text, and the claims expected on some days.
struct Page {
  /// Why a page cannot be read.
  struct Fault: Error, CustomStringConvertible {
    let line: String
    var description: String { "not understood: \(line)" }
  }

  struct Expected {
    let day: Day
    var lines: [String]
  }

  var account = Account(
    customer: Customer(id: CustomerID(1), party: Party(name: "Durand SARL")), currency: .eur)
  var choices = Practice.Choices()
  var expected: [Expected] = []
  private var entries: Int64 = 0

  init(_ text: String) throws(Fault) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("#") || line.isEmpty { continue }
      if line.hasPrefix("  ") {
        guard !expected.isEmpty else { throw Fault(line: line) }
        expected[expected.count - 1].lines.append(line)
        continue
      }
      let words = line.split(separator: " ").map(String.init)
      if words.starts(with: ["claim", "on"]), words.count == 3, let day = Day(iso: words[2]) {
        expected.append(Expected(day: day, lines: []))
      } else if words[0] == "practice" || words[0] == "customer" {
        guard choose(line) else { throw Fault(line: line) }
      } else {
        guard let day = Day(iso: words[0]), words.count > 1,
          book(words[1], Array(words.dropFirst(2)), on: day)
        else { throw Fault(line: line) }
      }
    }
  }

  private mutating func choose(_ line: String) -> Bool {
    switch line {
    case "customer public buyer": account.customer.kind = .publicBuyer
    case "customer consumer": account.customer.kind = .consumer
    case "practice interest first": choices.order = .interestFirst
    case "practice actual days": choices.dayCount = .actualActual
    case "practice floor raises default": choices.floorReading = .raisesDefault
    case "practice no interest": choices.claimsInterest = false
    default:
      let words = line.split(separator: " ")
      guard words.count == 4, words[1] == "contract", words[3] == "%",
        let rate = Rate(percent: words[2])
      else { return false }
      choices.contractRate = rate
    }
    return true
  }

  mutating func next() -> EntryNumber {
    entries += 1
    return EntryNumber(entries)
  }

  private mutating func book(_ verb: String, _ words: [String], on day: Day) -> Bool {
    switch verb {
    case "invoice": bookInvoice(words, on: day)
    case "payment", "write-off": bookPayment(words, on: day, as: verb)
    case "credit": bookCredit(words, on: day)
    default: bookIncident(verb, words, on: day)
    }
  }

  /// `F-1 1000.00 due 2025-05-30`, or `F-1 1000.00 due 2025-05-30 400.00 2025-06-30 600.00`.
  private mutating func bookInvoice(_ words: [String], on day: Day) -> Bool {
    guard words.count >= 4, words[2] == "due", let total = Money(decimal: words[1]) else {
      return false
    }
    var instalments: [Instalment] = []
    if words.count == 4, let due = Day(iso: words[3]) {
      instalments = [Instalment(due: due, amount: total)]
    } else {
      for place in stride(from: 3, to: words.count - 1, by: 2) {
        guard let due = Day(iso: words[place]), let part = Money(decimal: words[place + 1])
        else { return false }
        instalments.append(Instalment(due: due, amount: part))
      }
    }
    guard !instalments.isEmpty, instalments.map(\.amount).sum() == total else { return false }
    let invoice = Invoice(
      number: words[0], issue: day, instalments: instalments, net: total, tax: .zero,
      gross: total, payable: total)
    account.items.append(AccountItem(id: next(), kind: .invoice(invoice), learned: day))
    return true
  }

  /// `F-1 400.00`.
  private mutating func bookPayment(_ words: [String], on day: Day, as verb: String) -> Bool {
    guard words.count == 2, let place = place(of: words[0]), let amount = Money(decimal: words[1])
    else { return false }
    account.items[place].movements.append(
      .init(
        number: next(), day: day, learned: day, amount: amount,
        cause: verb == "payment" ? .payment : .writeOff))
    return true
  }

  /// `A-1 200.00 error F-1`, or `A-1 200.00` for one that is not set against an invoice.
  private mutating func bookCredit(_ words: [String], on day: Day) -> Bool {
    guard words.count >= 2, let amount = Money(decimal: words[1]) else { return false }
    let reason = words.count > 2 ? CreditNote.Reason(rawValue: words[2]) : .unknown
    guard let reason else { return false }
    let credit = CreditNote(
      number: words[0], issue: day, gross: amount, net: amount, tax: .zero, reason: reason)
    var item = AccountItem(id: next(), kind: .creditNote(credit), learned: day)
    if words.count == 4 {
      guard let place = place(of: words[3]) else { return false }
      account.items[place].movements.append(
        .init(
          number: next(), day: day, learned: day, amount: amount, cause: .setOff,
          creditReason: reason))
      item.movements.append(
        .init(number: next(), day: day, learned: day, amount: -amount, cause: .setOff))
    }
    account.items.append(item)
    return true
  }

  private mutating func bookIncident(_ verb: String, _ words: [String], on day: Day) -> Bool {
    let number = next()
    switch (verb, words.count) {
    case ("cash", 1...2):
      guard let amount = Money(decimal: words[0]) else { return false }
      account.unapplied.append(
        UnappliedCash(
          line: number, received: day, amount: amount,
          certainty: words.last == "proposed" ? .proposed : .onAccount))
    case ("promise", 3):
      guard let amount = Money(decimal: words[0]), let on = Day(iso: words[2]) else { return false }
      account.promises.append(dated(PromiseToPay(on: on, amount: amount, words: ""), number, day))
    case ("said-paid", 3):
      guard let amount = Money(decimal: words[0]), let on = Day(iso: words[2]) else { return false }
      account.saidPaid.append(dated(SaidPaid(on: on, amount: amount), number, day))
    case ("dispute", 1...2):
      guard let place = place(of: words[0]) else { return false }
      let part = words.count == 2 ? Money(decimal: words[1]) : nil
      let dispute = Dispute(document: account.items[place].id, amount: part, reason: "")
      account.disputes.append(dated(dispute, number, day))
    case ("status", 2...4): return bookStatus(words, number, day)
    case ("resolution", 2...3): return bookResolution(words, number, day)
    case ("plan", 3...): return bookPlan(words, number, day)
    case ("waiver", 2):
      guard let place = place(of: words[0]) else { return false }
      let waiver = Waiver(
        document: account.items[place].id, waivesInterest: words[1] != "recovery",
        waivesCompensation: words[1] != "interest", reason: "")
      account.waivers.append(dated(waiver, number, day))
    case ("snooze", 2):
      guard let until = Day(iso: words[1]) else { return false }
      account.snoozes.append(dated(Snooze(until: until, reason: ""), number, day))
    case ("insolvency", 1):
      guard let kind = Insolvency.Kind(rawValue: words[0]) else { return false }
      account.insolvency = dated(Insolvency(kind: kind, opened: day, source: ""), number, day)
    default: return false
    }
    return true
  }

  /// `207 F-1`, `207 F-1 TX_TVA_ERR`, or `206 F-1 approved 700.00`.
  private mutating func bookStatus(_ words: [String], _ number: EntryNumber, _ day: Day) -> Bool {
    guard let code = Int(words[0]), let place = place(of: words[1]) else { return false }
    let amount = words.count == 4 ? Money(decimal: words[3]) : nil
    let status = LifecycleStatus(
      document: account.items[place].id, reference: words[1], code: code, amount: amount,
      amountKind: amount.map { _ in words[2] == "approved" ? .approved : .contested },
      reasons: words.count == 3 ? [StatusReason(code: words[2], words: "")] : [])
    account.statuses.append(dated(status, number, day))
    return true
  }

  func dated<Fact>(_ fact: Fact, _ number: EntryNumber, _ day: Day) -> Dated<Fact> {
    Dated(number: number, happened: day, learned: day, fact: fact)
  }

  func place(of number: String) -> Int? {
    account.items.firstIndex { $0.number == number }
  }
}
