import Behaviour
import CreditPolicy
import Ledger
import Office
import Quantities
import Store
import Testing

/// A customer as a payer, read from a book.
@Suite struct ProfileTests {
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    return bench
  }

  @Test func aCorrectedProfileHoldsFromItsDayAndIsUndone() throws {
    let bench = try bench()
    let id = try bench.customer("Aubois")
    #expect(try bench.desk.payerFile(of: id)?.profile.kind == .unknown)
    try bench.desk.overruleProfile(id, as: .distress, reason: "le gérant me l’a dit")
    let entry = try bench.desk.store.read { try $0.newestEntry() }
    let corrected = try #require(try bench.desk.payerFile(of: id)?.profile)
    #expect(corrected.kind == .distress && corrected.told == .unknown)
    #expect(corrected.overrule?.fact.reason == "le gérant me l’a dit")
    #expect(
      try bench.desk.payerFile(of: id, on: bench.desk.today.previousDay)?.profile.kind == .unknown)
    try bench.desk.undo(entry, reason: "erreur")
    #expect(try bench.desk.payerFile(of: id)?.profile.kind == .unknown)
  }

  @Test func aCorrectionWantsAReasonAndACustomer() throws {
    let bench = try bench()
    let id = try bench.customer("Aubois")
    #expect(throws: DeskRefusal.emptyReason) {
      try bench.desk.overruleProfile(id, as: .goodPayer, reason: "")
    }
    #expect(throws: DeskRefusal.unknownCustomer(CustomerID(999))) {
      try bench.desk.overruleProfile(CustomerID(999), as: .goodPayer, reason: "x")
    }
  }

  @Test func theProfileSpeaksInTheAnswerToARushOrder() throws {
    let bench = try bench()
    let id = try bench.customer("Aubois")
    try bench.desk.overruleProfile(id, as: .distress, reason: "trésorerie à sec")
    let question = RushQuestion(
      customer: id, amount: Money(cents: 800_000), askedLeadInDays: 7)
    let file = try bench.desk.rushFile(for: question)
    #expect(file.standing.payer == .distress)
    #expect(file.offer.conditions.contains(.payer(.distress, depositInPercent: 30)))
  }
}
