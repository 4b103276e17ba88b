import Law
import Quantities
import Testing

@Suite("L441-10 II: default rate of each half-year (R2.3, R2.4)")
struct LatePaymentRateSuite {
  static let sheet = [
    ("2023S2", "14.00"), ("2024S1", "14.50"), ("2024S2", "14.25"), ("2025S1", "13.15"),
    ("2025S2", "12.15"), ("2026S1", "12.15"), ("2026S2", "12.40"),
  ]

  @Test("rates that the sheet asserts", arguments: sheet)
  func asserted(half: String, percent: String) throws {
    let half = try #require(HalfYear(half))
    #expect(try LatePaymentRate().rate(for: half).percent == percent)
  }

  @Test("every half-year from 2009 answers, the ones around are refused")
  func bounds() throws {
    var half = HalfYear(2009, 1)
    while half <= HalfYear(2026, 2) {
      #expect(try LatePaymentRate().rate(for: half) > .percent(9))
      half = half.next
    }
    #expect(throws: UnknownRate(half: HalfYear(2027, 1))) {
      try LatePaymentRate().rate(for: HalfYear(2027, 1))
    }
    #expect(throws: UnknownRate(half: HalfYear(2008, 2))) {
      try LatePaymentRate().rate(for: HalfYear(2008, 2))
    }
  }

  @Test("a change inside a half-year is ignored until the next")
  func changeInsideHalfYear() throws {
    #expect(LegalRates.published.refinancing[Day(2026, 9, 16)] == .percent(2, 65))
    #expect(try LatePaymentRate().rate(for: HalfYear(2026, 2)) == .percent(12, 40))
  }

  @Test("one rate for a public buyer, by the half-year in which interest started (R1.24)")
  func publicBuyer() throws {
    #expect(try PublicBuyerRate().rate(startingOn: Day(2026, 6, 30)) == .percent(10, 15))
    #expect(try PublicBuyerRate().rate(startingOn: Day(2026, 7, 1)) == .percent(10, 40))
  }

  @Test("the refusal names the half-year, the table and the row to add, in both languages")
  func remedy() throws {
    let refusal = UnknownRate(half: HalfYear(2027, 1), table: .refinancing)
    for text in [refusal.remedyFrench, refusal.remedyEnglish] {
      #expect(text.contains("2027S1"))
      #expect(text.contains("ecb_mro,2027-01-01,"))
    }
    #expect(refusal.remedyFrench.contains("taux de refinancement de la BCE"))
  }

  @Test("five points more from two months after the title is enforceable (R2.23)")
  func enforced() throws {
    #expect(EnforcedTitleRate.firstDay(enforceableOn: Day(2025, 12, 31)) == Day(2026, 3, 1))
    #expect(try EnforcedTitleRate().rate(for: HalfYear(2026, 1)) == .percent(7, 62))
    #expect(EnforcedTitleRate.increased(.percent(0, 65)) == .percent(5, 65))
  }
}

@Suite("L441-10 II: floor and contract rate (R2.5 to R2.7)")
struct PenaltyFloorSuite {
  static let sheet = [
    ("2024S1", "15.21"), ("2024S2", "14.76"), ("2025S1", "11.13"), ("2025S2", "8.28"),
    ("2026S1", "7.86"), ("2026S2", "8.25"),
  ]

  @Test("floors that the sheet asserts", arguments: sheet)
  func asserted(half: String, percent: String) throws {
    let half = try #require(HalfYear(half))
    #expect(try PenaltyFloor().rate(for: half).percent == percent)
  }

  @Test("a rate equal to the floor is lawful, a hundredth less is not")
  func border() throws {
    let half = HalfYear(2026, 2)
    #expect(try !ContractRate(.percent(8, 25)).isBelowFloor(in: half))
    #expect(try ContractRate(.percent(8, 24)).isBelowFloor(in: half))
    #expect(try ContractRate(.percent(8, 24)).prudentRate(for: half) == .percent(8, 25))
    #expect(try ContractRate(.percent(9)).prudentRate(for: half) == .percent(9))
  }

  @Test("the default of 2024 below three times the legal rate stays the default (R2.6)")
  func literalReading() throws {
    let half = HalfYear(2024, 1)
    #expect(try LatePaymentRate().rate(for: half) < PenaltyFloor().rate(for: half))
    #expect(try LatePaymentRate().rate(for: half) == .percent(14, 50))
  }

  @Test("the half-years below the floor are named")
  func halfYears() throws {
    let days = DayRange(first: Day(2026, 6, 30), last: Day(2026, 7, 1))
    let rule = ContractRate(.percent(8))
    #expect(try rule.halfYearsBelowFloor(over: days) == [HalfYear(2026, 2)])
    let empty = DayRange(first: days.last, last: days.first)
    #expect(try rule.halfYearsBelowFloor(over: empty) == [])
  }

  @Test("individuals have their own legal rate; unknown before 2015 and after 2026 (R2.24)")
  func legalInterest() throws {
    let rule = LegalInterest(isIndividual: true)
    #expect(try rule.rate(for: HalfYear(2020, 2)) == .percent(3, 11))
    for half in [HalfYear(2014, 2), HalfYear(2027, 1)] {
      #expect(throws: UnknownRate(half: half, table: .legalInterestIndividual)) {
        try rule.rate(for: half)
      }
    }
  }
}

@Suite("Rates a user adds, each with its source (R2.4)")
struct RateRowSuite {
  @Test("the program's rates are docs/rates.csv, row by row")
  func publishedIsTheFile() {
    let (rows, faults) = RateRow.read(CSVFile.text(of: "docs/rates.csv"))
    #expect(faults.isEmpty)
    #expect(rows.count == 83)
    for table in RateTable.allCases {
      let mine = LegalRates.published[table].rows
      let theirs = rows.filter { $0.table == table }
      #expect(mine.map(\.from) == theirs.map(\.from))
      #expect(mine.map(\.figure) == theirs.map(\.rate))
      #expect(mine.map(\.source) == theirs.map(\.source))
    }
  }

  @Test("a row makes its half-year known, and only that one")
  func extending() throws {
    let text = """
      # our own rates
      kind,valid_from,rate_percent,source
      ecb_mro,2027-01-01,2.65,"ECB table, read 2027-01-04"\r
      legal_interest_professional,2027-01-01,2.80,JORF 2026-12-22
      """
    let (rows, faults) = RateRow.read(text)
    #expect(faults.isEmpty)
    #expect(rows.first?.source == "ECB table, read 2027-01-04")
    let rates = LegalRates.published.adding(rows)
    #expect(try LatePaymentRate(rates).rate(for: HalfYear(2027, 1)) == .percent(12, 65))
    #expect(try PenaltyFloor(rates).rate(for: HalfYear(2027, 1)) == .percent(8, 40))
    #expect(throws: UnknownRate.self) { try LatePaymentRate(rates).rate(for: HalfYear(2027, 2)) }
    #expect(throws: UnknownRate.self) { try PenaltyFloor(rates).rate(for: HalfYear(2027, 2)) }
    #expect(try LatePaymentRate(rates).rate(for: HalfYear(2026, 2)) == .percent(12, 40))
  }

  @Test("a later row does not fill the half-year between")
  func gap() throws {
    let later = LegalRates.published.adding([
      RateRow(table: .refinancing, from: Day(2027, 7, 1), rate: .percent(3), source: "test"),
      RateRow(table: .legalInterest, from: Day(2027, 7, 1), rate: .percent(3), source: "test"),
    ])
    #expect(throws: UnknownRate.self) { try LatePaymentRate(later).rate(for: HalfYear(2027, 1)) }
    #expect(throws: UnknownRate.self) { try PenaltyFloor(later).rate(for: HalfYear(2027, 1)) }
    #expect(try LatePaymentRate(later).rate(for: HalfYear(2027, 2)) == .percent(13))
    let filled = later.adding(
      RateRow(table: .refinancing, from: Day(2027, 1, 1), rate: .percent(2), source: "test"))
    #expect(try LatePaymentRate(filled).rate(for: HalfYear(2027, 1)) == .percent(12))
    let early = LegalRates.published.adding(
      RateRow(table: .refinancing, from: Day(2005, 1, 1), rate: .percent(2), source: "test"))
    #expect(try LatePaymentRate(early).rate(for: HalfYear(2005, 1)) == .percent(12))
    #expect(throws: UnknownRate.self) { try LatePaymentRate(early).rate(for: HalfYear(2006, 1)) }
    #expect(try LatePaymentRate(early).rate(for: HalfYear(2009, 1)) == .percent(12, 50))
  }

  @Test("each fault names its line and field, the other lines go through")
  func faults() {
    let (rows, faults) = RateRow.read(
      """
      ecb,2027-01-01,2.65,x
      ecb_mro,2027-02-30,2.65,x
      ecb_mro,2027-01-01,2;65,x
      ecb_mro,2027-01-01,2.65,

      ecb_mro,2027-01-01,2.65
      ecb_mro,2027-01-01,2.65,good
      """)
    #expect(rows.count == 1)
    #expect(faults.map(\.line) == [1, 2, 3, 4, 6])
    #expect(faults.map(\.field) == ["kind", "valid_from", "rate_percent", "source", "source"])
  }
}
