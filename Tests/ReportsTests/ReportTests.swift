import Claims
import Ledger
import Quantities
import Reports
import Testing

@Suite("The figures of a book")
struct ReportTests {
  static let today = Day(2026, 11, 23)

  private func account(_ id: Int64, _ cents: Int64, due: Day, paid: Int64 = 0) -> Account {
    var account = Account(
      customer: Customer(id: CustomerID(id), party: Party(name: "C\(id)")), currency: .eur)
    let total = Money(cents: cents)
    let invoice = Invoice(
      number: "F-\(id)", issue: due.adding(days: -30),
      instalments: [Instalment(due: due, amount: total)], net: total, tax: .zero, gross: total,
      payable: total)
    var item = AccountItem(id: EntryNumber(id), kind: .invoice(invoice), learned: due)
    if paid > 0 {
      item.movements = [
        .init(
          number: EntryNumber(99), day: due, learned: due, amount: Money(cents: paid),
          cause: .payment)
      ]
    }
    account.items = [item]
    return account
  }

  @Test func streamAndAccountsGiveTheSameAgedBalance() throws {
    var book = BookReport(on: Self.today)
    var aged = AgedBalance(on: Self.today)
    for id in Int64(1)...40 {
      let due = Self.today.adding(days: Int(20 - id * 4))
      let account = account(id, 10_000 + id * 37, due: due, paid: id % 3 == 0 ? 12_000 : 1_000)
      report(try assess(account, on: Self.today, by: .standard), into: &book)
      for item in account.items {
        aged.add(customer: account.customer.id, due: due, open: item.balance(on: Self.today))
      }
    }
    #expect(book.aged[.eur]?.totals == aged.totals)
    #expect(book.aged[.eur]?.rows == aged.rows)
    #expect(book.sums[.eur]?.balance == aged.totals.total)
    #expect(book.sums[.eur]?.overdue == aged.totals.overdue)
    #expect(book.openItemCount == 40)
  }

  @Test func claimableHoldsTheAccessories() throws {
    var book = BookReport(on: Self.today)
    let account = account(1, 1000_00, due: Day(2026, 11, 3))
    report(try assess(account, on: Self.today, by: .standard), into: &book)
    // 1000.00 x 12.40 % x 20/365 = 6.79, and 40.00
    #expect(book.sums[.eur]?.claimable == Money(cents: 1046_79))
    #expect(book.sums[.eur]?.interest == Money(cents: 6_79))
    #expect(book.lateAccountCount == 1)
  }

  @Test func headlineInFrenchAndEnglish() {
    var line = Headline()
    line.invoiceCount = 1412
    line.bankLineCount = 318
    line.contactCount = 1
    line.claimable = Money(cents: 48_210_35)
    #expect(
      line.text(in: .french)
        == "1\u{202F}412\u{A0}factures, 318\u{A0}lignes de banque, "
        + "1\u{A0}client à contacter aujourd’hui, 48\u{202F}210,35\u{A0}€ à réclamer")
    #expect(
      line.text(in: .english)
        == "1,412\u{A0}invoices, 318\u{A0}bank lines, 1\u{A0}customer to contact today, "
        + "€48,210.35 to claim")
  }
}

@Suite("Days of sales outstanding, counted back")
struct DaysSalesOutstandingTests {
  private var sales: MonthlySales {
    var sales = MonthlySales()
    sales.add(issued: Day(2026, 11, 4), Money(cents: 100_000_00))
    sales.add(issued: Day(2026, 10, 20), Money(cents: 150_000_00))
    sales.add(issued: Day(2026, 10, 28), Money(cents: -30_000_00))
    sales.add(issued: Day(2026, 9, 2), Money(cents: 90_000_00))
    return sales
  }

  private func tenths(_ euros: Int64) -> Int? {
    DaysSalesOutstanding(
      on: Day(2026, 11, 20), balance: Money(cents: euros * 100), sales: sales
    ).tenths
  }

  @Test func usesUpTheNewestMonthsFirst() {
    #expect(tenths(0) == 0)
    #expect(tenths(50_000) == 100)  // half of the 20 days gone by in November
    #expect(tenths(100_000) == 200)
    #expect(tenths(160_000) == 355)  // 20 days, and 60 000 of October's 120 000 over 31 days
    #expect(tenths(310_000) == 810)  // 20 + 31 + 30
  }

  @Test func saysWhenSalesAreNotKnownFarEnough() { #expect(tenths(310_001) == nil) }
}
