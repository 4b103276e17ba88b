import Claims
import Quantities
import Testing

@Suite("Ageing buckets: the days around each border")
struct AgeingBucketTests {
  @Test(arguments: [
    (-5, AgeingBucket.notDue), (0, .notDue), (1, .days1to30), (30, .days1to30),
    (31, .days31to60), (60, .days31to60), (61, .days61to90), (90, .days61to90), (91, .over90),
    (4000, .over90),
  ])
  func border(days: Int, bucket: AgeingBucket) {
    #expect(AgeingBucket(daysOverdue: days) == bucket)
  }

  @Test func totalCountsEachBandAndTheUnallocated() {
    var aged = AgedAmounts()
    for (place, bucket) in AgeingBucket.allCases.enumerated() {
      aged[bucket] = Money(cents: Int64(1) << (8 * place))
    }
    aged.unallocated = Money(cents: -3)
    #expect(aged.total == Money(cents: 0x1_0101_0101 - 3))
    #expect(aged.overdue == Money(cents: 0x1_0101_0100))
    #expect(AgeingBucket.allCases.map { aged[$0].cents } == [1, 1 << 8, 1 << 16, 1 << 24, 1 << 32])
  }
}
