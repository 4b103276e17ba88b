import Behaviour
import Claims
import Dunning
import Ledger
import Quantities
import Testing

@Suite("The plans delivered for each kind of payer")
struct HousePlanTests {
  @Test(arguments: DunningPlan.house)
  func isSoundAndSurvivesItsText(plan: DunningPlan) throws {
    #expect(plan.faults() == [])
    #expect(try DunningPlan(text: plan.text) == plan)
    #expect(plan.houseKind != nil)
  }

  @Test func eachKindHasOne() {
    let kinds = DunningPlan.house.compactMap(\.houseKind)
    #expect(Set(kinds) == Set(PayerProfile.Kind.allCases).subtracting([.unknown]))
    #expect(kinds.count == 5)
  }

  @Test func goodPayersAreAskedLaterAndOpportunistsSooner() throws {
    func first(_ kind: PayerProfile.Kind) throws -> DunningLevel {
      let plan = try #require(DunningPlan.house.first { $0.houseKind == kind })
      return try #require(plan.levels.first { !$0.isBeforeDue })
    }
    let everyday = try #require(DunningPlan.standard.levels.first { !$0.isBeforeDue })
    #expect(try first(.goodPayer).delayInDays > everyday.delayInDays)
    #expect(try first(.goodPayer).tone == .courteous)
    #expect(try first(.opportunist).delayInDays < everyday.delayInDays)
    #expect(try first(.opportunist).tone == .factual)
    #expect(try first(.distress).channel == .call)
    let settling = try #require(DunningPlan.house.first { $0.houseKind == .disputing })
    #expect(settling.levels.allSatisfy { $0.name < .firm })
  }

  @Test func theProfileChoosesAndAPersonsPlanGoesFirst() throws {
    var random = RandomBook(seed: 5)
    let claim = try assess(random.account(1), on: RandomBook.start, by: .standard)
    func key(_ book: PlanBook, _ profile: String?) -> String {
      book.plan(for: claim, profile: profile).key
    }
    #expect(key(.house, "opportunist") == "opportuniste")
    #expect(key(.house, "unknown") == "standard")
    #expect(key(.house, nil) == "standard")
    #expect(PlanBook.house.candidates(for: claim).count == 6)
    var own = DunningPlan(key: "a-nous", levels: DunningPlan.standard.levels)
    own.audience.kinds = [claim.customer.kind]
    own.version = 1
    let book = PlanBook(DunningPlan.house + [own])
    #expect(key(book, "opportunist") == "a-nous")
    #expect(book.candidates(for: claim).map(\.key) == ["a-nous"])
    var changed = try #require(DunningPlan.house.first { $0.houseKind == .opportunist })
    changed.version = 1
    #expect(key(PlanBook([changed, own]), "opportunist") == "opportuniste")
  }
}
