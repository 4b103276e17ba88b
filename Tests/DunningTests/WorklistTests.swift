import Claims
import Dunning
import Ledger
import Quantities
import Testing

@Suite("The worklist is ranked in euros")
struct WorklistTests {
  static let today = Day(2026, 3, 16)

  private func account(
    _ id: Int64, _ euros: Int64, daysLate: Int, currency: Currency = .eur
  ) -> Account {
    var account = Account(
      customer: Customer(id: CustomerID(id), party: Party(name: "C\(id)"), kind: .consumer),
      currency: currency)
    let due = Self.today.adding(days: -daysLate)
    let total = Money(cents: euros * 100)
    let invoice = Invoice(
      number: "F-\(id)", issue: due.adding(days: -30),
      instalments: [Instalment(due: due, amount: total)], net: total, tax: .zero, gross: total,
      payable: total)
    account.items = [AccountItem(id: EntryNumber(id), kind: .invoice(invoice), learned: due)]
    return account
  }

  private func worklist(_ accounts: [Account]) throws -> Worklist {
    var list = Worklist(on: Self.today)
    for account in accounts {
      let claim = try assess(account, on: Self.today, by: .standard)
      list.add(claim, decide(claim, after: account.reminders, by: .standard, gate: .open))
    }
    list.rank()
    return list
  }

  @Test func largestFirstThenOldestThenByNumber() throws {
    let dollar = try #require(Currency("USD"))
    let accounts = [
      account(1, 500, daysLate: 12), account(2, 900, daysLate: 12),
      account(3, 900, daysLate: 15), account(4, 900, daysLate: 12),
      account(5, 9000, daysLate: -3), account(6, 99_000, daysLate: 12, currency: dollar),
    ]
    let list = try worklist(accounts)
    #expect(list.entries.map(\.customer.id.raw) == [3, 2, 4, 1, 6, 5])
    #expect(try worklist(accounts.reversed()).entries == list.entries)
    #expect(list.overdueCount == 5)
  }

  @Test func currenciesAreNeverAdded() throws {
    let dollar = try #require(Currency("USD"))
    let list = try worklist([
      account(1, 500, daysLate: 12), account(2, 70, daysLate: 12, currency: dollar),
      account(3, 100, daysLate: 2),
    ])
    #expect(list.totals[.eur]?.claimable == Money(cents: 500_00))
    #expect(list.totals[.eur]?.overdue == Money(cents: 600_00))
    #expect(list.totals[dollar]?.claimable == Money(cents: 70_00))
    #expect(list.accountCount == 3)
    #expect(list.laterCount == 1)
  }

  @Test func whoIsHeldIsListedWithTheReason() throws {
    var held = account(1, 500, daysLate: 12)
    let snooze = Snooze(until: Self.today.adding(days: 3), reason: "congés")
    held.snoozes = [
      Dated(number: EntryNumber(9), happened: Self.today, learned: Self.today, fact: snooze)
    ]
    let list = try worklist([held])
    #expect(list.entries.isEmpty)
    #expect(list.held.first?.reasons == [.held(.snoozed(snooze))])
    #expect(list.totals[.eur]?.held == Money(cents: 500_00))
  }

  @Test func explainsInFrenchAndEnglish() throws {
    let list = try worklist([account(1, 500, daysLate: 12)])
    let contact = try #require(list.entries.first?.contact)
    let french = contact.explanation(in: .french, .eur)
    #expect(
      french.customer
        == "500,00\u{A0}€ à rappeler, sans pénalités à ce stade\u{A0}; "
        + "la plus ancienne facture, F-1, a 12\u{A0}jours de retard")
    #expect(
      french.now
        == "échéance le 04/03/2026, étape ouverte depuis le 09/03/2026\u{A0}; aucun contact")
    #expect(french.step == "rappel courtois\u{A0}: premier contact sur cette facture")
    let english = contact.explanation(in: .english, .eur)
    #expect(english.step == "courtesy reminder: first contact about this invoice")
  }
}
