import CreditPolicy
import Quantities
import Testing

/// INV-01: series, their holes and their order.
@Suite struct NumberingTests {
  static let first = Day(2026, 1, 5)

  static func numbering(_ numbers: [String]) -> Numbering {
    var numbering = Numbering()
    for (place, number) in numbers.enumerated() {
      numbering.take(number, on: first.adding(days: place), gross: Money(cents: 100))
    }
    return numbering
  }

  static func found(_ numbers: [String]) -> [String] {
    numbering(numbers).findings().map(\.found.french)
  }

  static func run(_ prefix: String, _ values: [Int], width: Int = 4, suffix: String = "")
    -> [String]
  {
    values.map { value in
      let digits = String(value)
      return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits + suffix
    }
  }

  @Test func oneHole() {
    let numbers = NumberingTests.run("FA-2026-", [1, 2, 3, 4, 5, 7, 8, 9, 10, 11])
    let findings = NumberingTests.numbering(numbers).findings()
    #expect(findings.map(\.lint) == [.numbering])
    #expect(
      findings.first?.found.english
        == "from FA-2026-0001 to FA-2026-0011, 1 not among what was read: FA-2026-0006")
  }

  @Test func aNumberKnownElsewhereIsNoHole() {
    let numbers = NumberingTests.run("FA-", [1, 2, 3, 4, 5, 7, 8, 9, 10, 11])
    #expect(NumberingTests.numbering(numbers).findings { $0 == "FA-0006" }.isEmpty)
    #expect(!NumberingTests.numbering(numbers).findings { $0 == "FA-0005" }.isEmpty)
  }

  @Test(arguments: [
    (run("FA-", Array(8...12), width: 1), "FA-8 to FA-12"),
    (run("FA2026", Array(1...20)), "the year at the head of the number"),
    (run("F/", Array(1...9), width: 1, suffix: "/2026"), "the year behind"),
    (run("FA-2025-", Array(300...320)) + run("FA-2026-", Array(1...9)), "two years"),
    (run("FA-", Array(1...9)) + run("AV-", Array(1...3)), "invoices and credit notes"),
    (run("", Array(1000...1009)) + run("", Array(5000...5009)), "a long jump"),
    (["SANS NUMÉRO", "F-99999999999999999999"], "no counter"),
    (run("FA-", [3, 40, 71, 99]), "open invoices alone"),
  ]) func soundSeries(_ numbers: [String], _ why: String) {
    #expect(NumberingTests.found(numbers).isEmpty, "\(why)")
  }

  @Test func holesOfSeveralSeries() {
    let numbers =
      NumberingTests.run("A", [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12])
      + NumberingTests.run("B", [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12])
    #expect(
      NumberingTests.found(numbers).map { $0.suffix(5) } == ["A0008", "B0004"])
  }

  @Test func aNumberGivenTwice() {
    var numbering = NumberingTests.numbering(NumberingTests.run("FA-", Array(1...5)))
    // The same document read again, as XML and as PDF.
    numbering.take("FA-0002", on: NumberingTests.first.nextDay, gross: Money(cents: 100))
    #expect(numbering.findings().isEmpty)
    numbering.take("FA-0003", on: NumberingTests.first.adding(days: 2), gross: Money(cents: 101))
    #expect(
      numbering.findings().map(\.found.french)
        == ["numéro donné à deux pièces différentes\u{A0}: FA-0003"])
  }

  @Test func anEarlierDayAfterALaterOne() {
    var numbering = NumberingTests.numbering(NumberingTests.run("FA-", Array(1...5)))
    numbering.take("FA-0006", on: Day(2026, 1, 2), gross: .zero)
    #expect(
      numbering.findings().map(\.found.french)
        == ["FA-0006 du 02/01/2026 suit FA-0005 du 09/01/2026"])
  }
}
