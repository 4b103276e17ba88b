import Claims
import Law
import Ledger
import Quantities
import Testing

@Suite("R2.4: no rate stands in for one that is not published")
struct UnknownRateTests {
  private func account(due: Day) -> Account {
    var account = Account(
      customer: Customer(id: CustomerID(1), party: Party(name: "Durand")), currency: .eur)
    let total = Money(cents: 100_000)
    let invoice = Invoice(
      number: "F-1", issue: due.adding(days: -30),
      instalments: [Instalment(due: due, amount: total)], net: total, tax: .zero, gross: total,
      payable: total)
    account.items = [AccountItem(id: EntryNumber(1), kind: .invoice(invoice), learned: due)]
    return account
  }

  @Test func refusesTheHalfYearThatIsMissing() {
    #expect(throws: UnknownRate(half: HalfYear(2027, 1))) {
      try assess(account(due: Day(2026, 12, 15)), on: Day(2027, 1, 1), by: .standard)
    }
  }

  @Test func theLastDayOfAKnownHalfYearIsReckoned() throws {
    let claim = try assess(account(due: Day(2026, 12, 15)), on: Day(2026, 12, 31), by: .standard)
    #expect(claim.interest == Money(cents: 5_44))  // 1000.00 x 12.40 % x 16/365
  }

  @Test func aSourcedRowMendsIt() throws {
    let row = RateRow(
      table: .refinancing, from: Day(2027, 1, 1), rate: .percent(2, 65), source: "ECB")
    let practice = Practice(rates: LegalRates.published.adding(row))
    let claim = try assess(account(due: Day(2026, 12, 15)), on: Day(2027, 1, 1), by: practice)
    #expect(claim.interest == Money(cents: 5_79))  // and 1000.00 x 12.65 % x 1/365
  }

  @Test func withoutInterestNoRateIsNeeded() throws {
    var choices = Practice.Choices()
    choices.claimsInterest = false
    let claim = try assess(
      account(due: Day(2026, 12, 15)), on: Day(2027, 1, 1), by: Practice(choices))
    #expect(claim.total == Money(cents: 1040_00))
  }

  @Test func aPublicBuyersRateNeedsTheFirstHalfYearOnly() throws {
    var account = account(due: Day(2026, 12, 15))
    account.customer.kind = .publicBuyer
    let claim = try assess(account, on: Day(2027, 1, 1), by: .standard)
    #expect(claim.interest == Money(cents: 4_84))  // 1000.00 x 10.40 % x 17/365
  }
}
