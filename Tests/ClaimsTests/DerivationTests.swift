import Claims
import Law
import Ledger
import Quantities
import Testing

@Suite("Every euro opens to its derivation, in French and in English")
struct DerivationTests {
  let segment = InterestSegment(
    balance: Money(cents: 1234_50), days: DayRange(first: Day(2025, 5, 31), last: Day(2025, 6, 30)),
    rate: .percent(13, 15), basis: .legal)

  private func derivation(_ kind: ClaimLine.Kind, _ language: Customer.Language) -> String {
    ClaimLine(kind, document: EntryNumber(1), amount: Money(cents: 1)).derivation(
      in: language, .eur)
  }

  @Test func interestShowsItsOperands() {
    #expect(segment.amount == Money(cents: 13_79))  // 1234.50 x 13.15 % x 31/365 = 13.787…
    #expect(
      derivation(.interest(segment), .french)
        == "1\u{202F}234,50\u{A0}€ × 13,15\u{A0}% × 31/365")
    #expect(derivation(.interest(segment), .english) == "€1,234.50 × 13.15% × 31/365")
    #expect(segment.period(in: .french) == "du 31/05/2025 au 30/06/2025")
  }

  @Test(arguments: [Customer.Language.french, .english])
  func everyKindSaysSomething(language: Customer.Language) {
    let kinds: [ClaimLine.Kind] = [
      .principal, .interest(segment), .interestSettled(on: Day(2025, 6, 1)),
      .compensation(toPublicBuyer: false), .compensation(toPublicBuyer: true), .credit,
      .unapplied(received: Day(2025, 6, 2)),
    ]
    for kind in kinds {
      let line = ClaimLine(kind, document: EntryNumber(1), amount: Money(cents: 1))
      #expect(!line.derivation(in: language, .eur).isEmpty)
      #expect(!line.title(in: language).isEmpty)
      #expect(line.citation.sheet.hasPrefix("R"))
    }
  }

  @Test func aRateBelowTheFloorIsShown() throws {
    var choices = Practice.Choices()
    choices.contractRate = .percent(5)
    var account = Account(
      customer: Customer(id: CustomerID(1), party: Party(name: "Durand")), currency: .eur)
    let total = Money(cents: 5000_00)
    let invoice = Invoice(
      number: "F-1", issue: Day(2026, 6, 15),
      instalments: [Instalment(due: Day(2026, 7, 15), amount: total)], net: total, tax: .zero,
      gross: total, payable: total)
    account.items = [
      AccountItem(id: EntryNumber(1), kind: .invoice(invoice), learned: invoice.issue)
    ]
    let claim = try assess(account, on: Day(2026, 9, 14), by: Practice(choices))
    #expect(claim.segmentsAtFloor.map(\.rate) == [.percent(8, 25)])
    #expect(try assess(account, on: Day(2026, 9, 14), by: .standard).segmentsAtFloor.isEmpty)
  }
}
