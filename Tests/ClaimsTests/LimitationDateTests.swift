import Claims
import Quantities
import Testing

@Suite("C. com. L110-4: the limitation and its alarms (R6.1)")
struct LimitationDateTests {
  let date = LimitationDate(start: Day(2021, 6, 15), due: Day(2021, 7, 15), periodInYears: 5)

  @Test func countsFromDeliveryAndFromTheDueDate() {
    #expect(date.prudent == Day(2026, 6, 15))
    #expect(date.late == Day(2026, 7, 15))
  }

  @Test func aLeapDayEndsOnThe28th() {
    let leap = LimitationDate(
      start: Day(2020, 2, 29), due: Day(2020, 3, 30), periodInYears: 5)
    #expect(leap.prudent == Day(2025, 2, 28))
  }

  @Test func theLastUsefulDayIsStillUseful() {
    #expect(!date.isPast(on: Day(2026, 6, 15)))
    #expect(date.isPast(on: Day(2026, 6, 16)))
  }

  @Test(
    arguments: [
      (Day(2025, 6, 14), nil), (Day(2025, 6, 15), 12), (Day(2025, 12, 14), 12),
      (Day(2025, 12, 15), 6), (Day(2026, 3, 15), 3), (Day(2026, 5, 14), 3), (Day(2026, 5, 15), 1),
      (Day(2026, 6, 16), 1),
    ] as [(Day, Int?)])
  func alarm(on day: Day, months: Int?) {
    #expect(date.alarmInMonths(on: day) == months)
  }
}
