import Claims
import Dunning
import Quantities
import Testing

@Suite("Bank data must be fresh before anyone is asked")
struct FreshnessGateTests {
  @Test(arguments: [
    (Day(2026, 3, 2), false), (Day(2026, 3, 5), false), (Day(2026, 3, 6), true),
    (Day(2026, 3, 9), true),
  ])
  func threeWorkingDaysMayPass(today: Day, isHeld: Bool) {
    let gate = FreshnessGate(newest: Day(2026, 3, 2), on: today)
    #expect((gate.hold != nil) == isHeld)
  }

  @Test func weekendsAndHolidaysDoNotAge() {
    // Thursday before Easter 2026; Easter Monday is 6 April.
    let newest = Day(2026, 4, 2)
    #expect(FreshnessGate(newest: newest, on: Day(2026, 4, 8)).hold == nil)
    #expect(
      FreshnessGate(newest: newest, on: Day(2026, 4, 9)).hold == .staleBankData(newest: newest))
  }

  @Test func noStatementAtAllHoldsEveryone() {
    let gate = FreshnessGate(newest: nil, on: Day(2026, 3, 2))
    #expect(gate.hold == .staleBankData(newest: nil))
  }
}
