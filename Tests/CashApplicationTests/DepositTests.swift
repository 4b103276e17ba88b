import CashApplication
import Ledger
import Quantities
import Testing

@Suite("Deposits of many cheques")
struct DepositTests {
  /// Invoices of customers who pay by cheque, one each.
  static func waiting(_ amounts: [Int64]) -> Desk {
    var desk = Desk()
    desk.payers = amounts.indices.map {
      KnownPayer(customer: CustomerID(Int64($0 + 1)), name: "Association \($0)", means: .cheque)
    }
    for (place, cents) in amounts.enumerated() {
      desk.owes(
        "FA-2026-\(10_001 + place)", CustomerID(Int64(place + 1)), Money(cents: cents).decimal)
    }
    return desk
  }

  @Test("as many documents as the slip says, to the cent", arguments: PropertyTests.seeds)
  func sums(seed: UInt64) throws {
    var dice = Dice(state: seed)
    var amounts: Set<Int64> = []
    while amounts.count < 14 { amounts.insert(Int64.random(in: 2_000...900_000, using: &dice)) }
    var desk = DepositTests.waiting(amounts.sorted())
    let count = Int.random(in: 5...9, using: &dice)
    let paid = desk.documents.shuffled(using: &dice).prefix(count)
    desk.receives(
      paid.map(\.open).sum().decimal, "REMISE CHEQUES BORD 0000007 0\(count) CHQ", by: .cheque)
    var index = OpenItemIndex(documents: desk.documents, payers: desk.payers)
    let answer = try #require(allocate(desk.lines, on: &index).first)
    #expect(answer.verdict == .propose && answer.parts.count == count, "seed \(seed)")
    let isWhole = answer.parts.allSatisfy { part in
      desk.documents.contains { $0.id == part.document && $0.open == part.amount }
    }
    #expect(isWhole && answer.parts.map(\.amount).sum() == desk.lines[0].line.amount)
  }

  @Test func manyFeesOfOneAmountAreNotGuessedAt() {
    var desk = DepositTests.waiting(Array(repeating: 5_000, count: 28))
    desk.receives("700.00", "REMISE 14 CHEQUES", by: .cheque)
    desk.receives("250.01", "REMISE 05 CHEQUES", by: .cheque)
    #expect(desk.answers() == ["leave ", "leave "])
  }

  @Test func amongTooManyInvoicesNoneIsSoughtAndNothingIsApplied() {
    var desk = DepositTests.waiting((1...200).map { $0 * 137 })
    desk.receives("1000.00", "REMISE 12 CHEQUES", by: .cheque)
    #expect(desk.answers() == ["leave "])
  }
}
