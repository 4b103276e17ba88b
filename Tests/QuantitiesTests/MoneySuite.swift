import Quantities
import Testing

@Suite("Money: reading")
struct MoneyReadingSuite {
  static let decimal: [(String, Int64?)] = [
    ("1234.50", 123_450), ("-1234.5", -123_450), ("12", 1200), (".5", 50), ("+3.00", 300),
    ("0", 0), ("-0.00", 0), ("1.100", 110), ("007", 700), ("5.", 500),
    ("92233720368547758.07", Int64.max), ("92233720368547758.08", nil),
    ("99999999999999999999", nil), ("1.005", nil), ("1,00", nil), ("1 000.00", nil), ("", nil),
    (".", nil), ("-", nil), ("--1", nil), ("1.2.3", nil), ("1e3", nil), ("12a", nil),
    ("١٢", nil), ("0x10", nil),
  ]

  @Test("machine amounts", arguments: decimal)
  func machine(text: String, cents: Int64?) { #expect(Money(decimal: text)?.cents == cents) }

  static let french: [(String, Int64?)] = [
    ("1 234,56", 123_456), ("1.234,56", 123_456), ("1\u{202F}234,56\u{A0}€", 123_456),
    ("1\u{A0}234,56 €", 123_456), ("1\u{2009}234,56", 123_456), ("1'234,56", 123_456),
    ("1’234,56", 123_456), ("-12", -1200), ("\u{2212}12,5", -1250), ("12,5-", -1250),
    ("12,50 EUR", 1250), ("12,50eur", 1250), ("€ 12,50", 1250), ("1234.56", 123_456),
    ("1.234.567,89", 123_456_789), ("12,500", 1250), ("12,505", nil), ("1.234.567", nil),
    ("1,234,567", nil), ("abc", nil), ("", nil), ("€", nil), ("EUR", nil), ("12 USD", nil),
    ("92 233 720 368 547 758,08", nil),
  ]

  @Test("amounts as people type them", arguments: french)
  func typed(text: String, cents: Int64?) {
    #expect(Money(french: text)?.cents == cents, "\(text)")
  }

  @Test(
    "what is printed reads back",
    arguments: [0, 1, -1, 99, 100, -12_345, 123_456_789_012, Int64.max])
  func roundTrip(cents: Int64) {
    let money = Money(cents: cents)
    #expect(Money(decimal: money.decimal) == money)
    #expect(Money(french: money.french) == money)
    #expect(Money(french: money.decimalComma) == money)
  }
}

@Suite("Money: printing and counting")
struct MoneySuite {
  @Test("French amounts, byte by byte")
  func frenchBytes() {
    let amount = Money(cents: -123_456_789)
    #expect(amount.decimal == "-1234567.89" && amount.decimalComma == "-1234567,89")
    #expect(Array(amount.french.utf8) == Array("-1\u{202F}234\u{202F}567,89".utf8))
    #expect(Array(amount.french(in: .eur).utf8).suffix(5) == [0xC2, 0xA0, 0xE2, 0x82, 0xAC])
    #expect(Money(cents: 5).french == "0,05" && Money(cents: 99_999).french == "999,99")
    #expect(Money(cents: 100_000).french == "1\u{202F}000,00")
  }

  @Test("English amounts and other currencies")
  func english() throws {
    #expect(Money(cents: 123_456).english(in: .eur) == "€1,234.56")
    #expect(Money(cents: -123_456).english(in: .eur) == "-€1,234.56")
    let dollar = try #require(Currency("usd"))
    #expect(Money(cents: 100).english(in: dollar) == "USD\u{A0}1.00")
    #expect(Money(cents: 100).french(in: dollar) == "1,00\u{A0}USD")
  }

  @Test("shares are rounded half away from zero, on 128 bits")
  func scaled() {
    #expect(Money(cents: 1).scaled(by: 1, over: 2) == Money(cents: 1))
    #expect(Money(cents: -1).scaled(by: 1, over: 2) == Money(cents: -1))
    #expect(Money(cents: 1).scaled(by: 49, over: 100) == .zero)
    #expect(Money(cents: 100).scaled(by: 1, over: 3) == Money(cents: 33))
    let large = Money(cents: 9_000_000_000_000_000_000)
    #expect(large.scaled(by: 1_000_000, over: 1_000_000) == large)
    #expect(large.scaled(by: -1, over: 1) == -large)
  }

  @Test("sums and comparisons")
  func sums() {
    #expect([Money(cents: 1), Money(cents: -3)].sum() == Money(cents: -2))
    #expect([Money]().sum() == .zero)
    #expect(Money(cents: -3) < .zero && Money(cents: -3).magnitude == Money(cents: 3))
    #expect(Money(cents: 7) * 3 == Money(cents: 21))
  }

  @Test("currencies are three letters")
  func currency() {
    #expect(Currency("eur") == .eur && Currency("EUR")?.isEuro == true)
    for text in ["", "EU", "EURO", "E1R", "ÉUR", "€"] { #expect(Currency(text) == nil, "\(text)") }
  }
}

@Suite("Rate: percentages a year")
struct RateSuite {
  static let read: [(String, Int64?)] = [
    ("12.15", 121_500), ("8", 80_000), ("0.0625", 625), ("-0.5", -5000), ("12.", 120_000),
    ("1.100000", 11_000), ("0.00001", nil), ("12,15", nil), ("", nil), ("x", nil), ("1.x", nil),
    ("100000", nil), ("1.-5", nil),
  ]

  @Test("read with a decimal point", arguments: read)
  func reading(text: String, parts: Int64?) {
    #expect(Rate(percent: text)?.partsPerMillion == parts, "\(text)")
  }

  @Test("printed with two decimals at least")
  func printing() {
    #expect(Rate.percent(12, 15).percent == "12.15" && Rate.percent(8).percent == "8.00")
    #expect(Rate(partsPerMillion: 625).percent == "0.0625")
    #expect(Rate.percent(12, 5).french == "12,05\u{A0}%")
    #expect(Rate.percent(-1, 50).percent == "-1.50")
  }

  @Test("added and multiplied exactly")
  func counting() {
    #expect(Rate.percent(2, 40) + .percent(10) == .percent(12, 40))
    #expect(Rate.percent(2, 75) * 3 == .percent(8, 25))
    #expect(Rate.percent(8, 24) < .percent(8, 25))
  }
}
