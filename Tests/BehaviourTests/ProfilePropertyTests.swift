import Behaviour
import Ledger
import Quantities
import Testing

/// What holds of any payer, whatever its history.
@Suite struct ProfilePropertyTests {
  /// A generator whose seed a failure prints.
  private struct Dice {
    var state: UInt64
    mutating func roll(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }
  }

  @Test(arguments: 1...200) func moreLatenessNeverMakesABetterPayer(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    var delays = (0..<dice.roll(3...14)).map { _ in dice.roll(-5...45) }
    var wasGood = true
    for _ in 0..<30 {
      let isGood = profile(of: [account(paying: delays)], on: lookingDay).kind == .goodPayer
      #expect(wasGood || !isGood, "seed \(seed), delays \(delays)")
      wasGood = isGood
      delays[dice.roll(0...delays.count - 1)] += dice.roll(0...12)
    }
  }

  @Test(arguments: 1...50) func theOrderOfInvoicesDoesNotMatter(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    var account = account(paying: (0..<12).map { _ in dice.roll(-5...60) })
    account.items += [
      invoice(50, due: Day(2026, 8, 1), payments: [(Day(2026, 8, 9), 40_000)]),
      invoice(51, due: Day(2026, 9, 1)),
    ]
    let before = profile(of: [account], on: lookingDay)
    for place in account.items.indices.dropLast() {
      account.items.swapAt(place, dice.roll(place...account.items.count - 1))
    }
    #expect(profile(of: [account], on: lookingDay) == before, "seed \(seed)")
  }

  /// One more invoice paid as the others were does not change the kind.
  @Test(arguments: [0, 4, 8, 15, 25, 35, 60]) func oneMoreOfTheSameChangesNothing(delay: Int) {
    var delays = Array(repeating: delay, count: 4)
    let kind = profile(of: [account(paying: delays)], on: lookingDay).kind
    for _ in 0..<8 {
      delays.append(delay)
      #expect(profile(of: [account(paying: delays)], on: lookingDay).kind == kind)
    }
  }

  /// Each piece of evidence has words in both languages, and its points are those that count.
  @Test func theScoreIsTheSumOfWhatIsListed() {
    var account = account(paying: [2, 35, 0, 18, 40, 5, 3, 29])
    account.reminders = (1...5).map { reminder(on: lookingDay.adding(days: -9 * $0)) }
    account.items.append(invoice(60, due: Day(2026, 9, 1)))
    let signals = PayerSignals(returnedDebits: [Day(2026, 9, 8)])
    let profile = profile(of: [account], beside: signals, on: lookingDay)
    for kind in PayerProfile.Kind.allCases {
      let sum = profile.evidence.flatMap(\.points).filter { $0.kind == kind }.map(\.points)
        .reduce(0, +)
      #expect(profile.points(for: kind) == sum)
    }
    for evidence in profile.evidence {
      #expect(!evidence.words(in: .french).isEmpty && !evidence.words(in: .english).isEmpty)
    }
  }
}
