import Ledger
import Quantities

/// The day the worked cases look from.
let lookingDay = Day(2026, 11, 23)

/// An account of Dubois with one invoice a month.
func account(_ items: [AccountItem] = []) -> Account {
  var account = Account(
    customer: Customer(id: CustomerID(1), party: Party(name: "Dubois")), currency: .eur)
  account.items = items
  return account
}

/// An invoice of 1 000 € with the payments made on it, each a day and its cents.
func invoice(_ number: Int64, due: Day, payments: [(Day, Int64)] = []) -> AccountItem {
  let amount = Money(cents: 100_000)
  let invoice = Invoice(
    number: "F-\(number)", issue: due.adding(days: -30),
    instalments: [Instalment(due: due, amount: amount)], net: amount, tax: .zero, gross: amount,
    payable: amount)
  let movements = payments.enumerated().map { place, payment in
    AccountItem.Movement(
      number: EntryNumber(number * 100 + Int64(place)), day: payment.0, learned: payment.0,
      amount: Money(cents: payment.1), cause: .payment)
  }
  return AccountItem(
    id: EntryNumber(number), kind: .invoice(invoice), learned: due, movements: movements)
}

/// Twelve invoices, the last one due a month before the day, each paid so many days late.
func account(paying delays: [Int]) -> Account {
  account(
    delays.enumerated().map { place, delay in
      let due = lookingDay.adding(days: -30 * (delays.count - place) - 60)
      return invoice(Int64(place + 1), due: due, payments: [(due.adding(days: delay), 100_000)])
    })
}

func dated<Fact>(_ fact: Fact, on day: Day, number: Int64 = 900) -> Dated<Fact> {
  Dated(number: EntryNumber(number), happened: day, learned: day, fact: fact)
}

func reminder(on day: Day) -> Dated<Reminder> {
  dated(Reminder(level: "reminder", channel: .email, documents: [], note: ""), on: day)
}
