import Intake
import Law
import Ledger
import Office
import Quantities
import Testing

/// L441-10 I: the sixtieth day after issue, or 45 days end of month where the contract says so.
@Suite("Terms beyond the ceiling, L441-10 I")
struct TermReviewTests {
  private func review(
    issue: Day, due: Day, term: TermFormula?, kind: Customer.Kind = .business
  ) -> TermReview? {
    let invoice = Invoice(
      number: "F-1", issue: issue, instalments: [Instalment(due: due, amount: Money(cents: 100))],
      term: term.map { PaymentTerm($0) }, net: Money(cents: 100), tax: .zero,
      gross: Money(cents: 100), payable: Money(cents: 100))
    let customer = Customer(id: CustomerID(1), party: Party(name: "Client"), kind: kind)
    return invoice.termReview(for: customer)
  }

  @Test func theSixtiethDayIsLawfulAndTheNextIsNot() throws {
    let issue = Day(2026, 3, 1)
    #expect(review(issue: issue, due: Day(2026, 4, 30), term: .net(60)) == nil)
    let found = try #require(review(issue: issue, due: Day(2026, 5, 1), term: .net(61)))
    #expect(found.daysBeyond == 1)
    #expect(found.ceiling == Day(2026, 4, 30))
    #expect(found.words.french.contains("L441-10"))
  }

  @Test func endOfMonthReachesItsOwnCeiling() {
    // Issued on 16 January: the first reading gives 31 March, 74 days, which is lawful (R1.4).
    let issue = Day(2026, 1, 16)
    #expect(review(issue: issue, due: Day(2026, 3, 31), term: .daysThenEndOfMonth(45)) == nil)
    #expect(review(issue: issue, due: Day(2026, 3, 31), term: nil) == nil)
    #expect(review(issue: issue, due: Day(2026, 3, 31), term: .net(74)) != nil)
    #expect(review(issue: issue, due: Day(2026, 4, 1), term: .daysThenEndOfMonth(45)) != nil)
  }

  @Test func otherRegimesAreNotJudgedByThisOne() {
    let issue = Day(2026, 3, 1)
    let late = Day(2026, 12, 31)
    #expect(review(issue: issue, due: late, term: .net(300), kind: .publicBuyer) == nil)
    #expect(review(issue: issue, due: late, term: .net(300), kind: .consumer) == nil)
  }
}
