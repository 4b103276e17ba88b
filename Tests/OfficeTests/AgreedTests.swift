import Claims
import Foundation
import Ledger
import Office
import Quantities
import Testing

/// Disputes with their owner and their end, and plans that do not overlap.
@Suite struct AgreedTests {
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take("factures.csv", Papers.three)
    try bench.take("banque.csv", Papers.bank(("22/11/2026", "AUTRE CHOSE", "1,00")))
    return bench
  }

  @Test func aDisputeChangesHands() throws {
    let bench = try bench()
    let document = try bench.document("FA-2026-0001")
    try bench.desk.dispute(
      document, amount: Money(cents: 100_00), reason: "deux cartons", cause: .quantity,
      owner: "Mme Roy")
    let aubois = try bench.customer("Aubois")
    func followed() throws -> DisputeFollowed {
      try #require(try bench.desk.followUp(of: aubois).first?.disputes.first)
    }
    #expect(try followed().owner == "Mme Roy" && followed().dispute.fact.cause == .quantity)
    try bench.desk.assign(try followed().dispute.number, to: "M. Petit")
    #expect(try followed().owner == "M. Petit")
    let refusal = #expect(throws: DeskRefusal.self) {
      try bench.desk.dispute(document, amount: Money(cents: 9_999_00), reason: "trop")
    }
    #expect(
      refusal
        == .tooMuch(wanted: Money(cents: 9_999_00), left: Money(cents: 1200_00), in: .eur))
  }

  @Test func aDisputeOnAPaidInvoiceEndsByItself() throws {
    let bench = try bench()
    try bench.desk.dispute(try bench.document("FA-2026-0001"), amount: nil, reason: "casse")
    bench.setToday(Day(2026, 11, 27))
    try bench.take(
      "regle.csv", Papers.bank(("26/11/2026", "VIR AUBOIS SARL FA-2026-0001", "1200,00")))
    bench.setToday(Day(2027, 6, 1))
    let followed = try #require(
      try bench.desk.followUp(of: try bench.customer("Aubois")).first?.disputes.first)
    #expect(followed.standing == .settled(on: Day(2026, 11, 26)))
    #expect(followed.ageInDays(on: bench.today) == 3)
  }

  @Test func aPartialCreditNoteNeedsItsAmount() throws {
    let bench = try bench()
    try bench.desk.dispute(try bench.document("FA-2026-0001"), amount: nil, reason: "casse")
    let dispute = try #require(
      try bench.desk.followUp(of: try bench.customer("Aubois")).first?.disputes.first)
    let refusal = #expect(throws: DeskRefusal.self) {
      try bench.desk.resolve(
        dispute.dispute.number, as: .partial, recognised: nil, words: "un peu")
    }
    #expect(refusal == .nothingRecognised)
  }

  @Test func onePlanAtATime() throws {
    let bench = try bench()
    let aubois = try bench.customer("Aubois")
    func plan(_ parts: Int) throws -> InstalmentPlan {
      try bench.desk.proposePlan(
        PlanTerms(split: .parts(parts), start: Day(2026, 12, 1)), for: aubois
      ).plan
    }
    let three = try plan(3)
    let first = try #require(try bench.desk.record(three, for: aubois))
    // The same plan sent twice is one plan.
    #expect(try bench.desk.record(three, for: aubois) == first)
    let four = try plan(4)
    let second = try #require(try bench.desk.record(four, for: aubois))
    #expect(second != first)
    try bench.desk.sign(first, on: bench.today, acknowledgesDebt: true, words: "classeur")
    let total = try #require(try bench.desk.followUp(of: aubois).first?.plans.first).plan.fact.total
    for attempt in [
      { try bench.desk.sign(second, on: bench.today, acknowledgesDebt: true, words: "x") },
      { _ = try bench.desk.record(four, for: aubois) },
    ] {
      let refusal = #expect(throws: DeskRefusal.self) { try attempt() }
      #expect(refusal == .planInForce(total, in: .eur))
    }
  }
}
