import Behaviour
import Ledger
import Quantities
import Testing

/// How late a customer pays, and how often not at all.
@Suite struct HabitTests {
  private let today = Day(2026, 11, 23)

  private func account(_ items: [AccountItem]) -> Account {
    var account = Account(
      customer: Customer(id: CustomerID(1), party: Party(name: "Dubois")), currency: .eur)
    account.items = items
    return account
  }

  private func invoice(
    _ number: Int64, due: Day, paid: Day?, cause: AccountItem.Movement.Cause = .payment
  ) -> AccountItem {
    let amount = Money(cents: 100_000)
    let invoice = Invoice(
      number: "F\(number)", issue: due.adding(days: -30),
      instalments: [Instalment(due: due, amount: amount)], net: amount, tax: .zero, gross: amount,
      payable: amount)
    let movements = paid.map {
      [
        AccountItem.Movement(
          number: EntryNumber(number + 100), day: $0, learned: $0, amount: amount, cause: cause)
      ]
    }
    return AccountItem(
      id: EntryNumber(number), kind: .invoice(invoice), learned: due, movements: movements ?? [])
  }

  @Test func theDelayIsTheAverageOfWhatWasSettled() {
    let due = Day(2026, 6, 30)
    let shown = habit(
      of: account([
        invoice(1, due: due, paid: due.adding(days: 10)),
        invoice(2, due: due, paid: due.adding(days: -1)),
        invoice(3, due: due, paid: due.adding(days: 6)),
        invoice(4, due: Day(2026, 11, 30), paid: nil),
      ]), on: today)
    #expect(shown.delaysInDays == [-1, 6, 10])
    #expect(shown.averageDelayInDays == 5)
    #expect(shown.lost == 0)
    #expect(!shown.isNew)
  }

  @Test func whatIsNinetyDaysLateOrWrittenOffIsLost() {
    let shown = habit(
      of: account([
        invoice(1, due: today.adding(days: -90), paid: nil),
        invoice(2, due: today.adding(days: -91), paid: nil),
        invoice(3, due: Day(2026, 6, 30), paid: Day(2026, 9, 1), cause: .writeOff),
        invoice(4, due: Day(2026, 6, 30), paid: Day(2026, 9, 1), cause: .setOff),
      ]), on: today)
    #expect(shown.lost == 2)
    #expect(shown.delaysInDays.isEmpty)
    // 1 % on 50 invoices and 2 lost of 2: 2.5 of 52.
    #expect(shown.chanceOfDefault == Rate(partsPerMillion: 2_500_000 / 52))
  }

  @Test func withoutHistoryTheSuppositionStands() {
    let unknown = habit(of: account([]), on: today)
    #expect(unknown.isNew)
    #expect(unknown.averageDelayInDays == 0)
    #expect(unknown.chanceOfDefault == .percent(1))
    #expect(unknown.expectedWait(afterDaysOverdue: 12) == 30)
  }

  @Test func theWaitLeftIsThatOfInvoicesAsLate() {
    let shown = PaymentHabit(delaysInDays: [0, 5, 20, 30, 40])
    // Of 20, 30 and 40 days, 12 have passed: 8, 18 and 28 are left.
    #expect(shown.expectedWait(afterDaysOverdue: 12) == 18)
    #expect(shown.expectedWait(afterDaysOverdue: 25) == 30)
  }

  @Test func anOldHabitIsForgotten() {
    let old = today.adding(days: -800)
    #expect(habit(of: account([invoice(1, due: old, paid: old)]), on: today).isNew)
  }
}
