import Intake
import Ledger
import Quantities
import Testing

/// Amounts as people and programs write them, each in a file whose other lines settle the style.
@Suite struct CSVAmountTests {
  private func cents(_ written: String, _ sample: String) throws -> Int64? {
    let text = "Facture|Date|TTC\nF1|2026-01-05|\(written)\nF2|2026-01-05|\(sample)\n"
    let (_, reading) = try readTable(Array((text + "F3|2026-01-05|\(sample)\n").utf8))
    guard case .document(let document)? = reading.drafts.first, document.number == "F1" else {
      return nil
    }
    return document.gross?.cents
  }

  @Test(arguments: [
    ("12", 1200), ("12,5", 1250), ("12,50", 1250), ("12,500", 1250), ("-12,50", -1250),
    ("12,50-", -1250), ("(12,50)", -1250), ("−12,50", -1250), ("+12,50", 1250), (",50", 50),
    ("1 234,50", 123_450), ("1\u{A0}234,50 €", 123_450),
    ("1\u{202F}234\u{202F}567,00", 123_456_700),
    ("1.234,50", 123_450), ("12.345.678,90", 1_234_567_890), ("12,50 EUR", 1250),
    ("€ 12,50", 1250), ("1'234,50", 123_450), ("10000000000,00", 1_000_000_000_000),
  ])
  func french(_ written: String, _ wanted: Int64) throws {
    #expect(try cents(written, "9,99") == wanted)
  }

  @Test(arguments: [
    "12,345", "12.50", "1.23,50", "1,234.50", "12,5,0", "1 23,50", "12 50", "1-2", "12EUR34", "-",
    "douze", "12,50 USD", "--12", "1.2345,00", "10000000000,01", "999999999999999999999999", "1e3",
    ",", "12,50)", "0x12", "(12", "NaN", "12(", "1  234.5,00",
  ])
  func refusedInFrench(_ written: String) throws {
    #expect(try cents(written, "9,99") == nil)
  }

  @Test(arguments: [
    ("12.50", 1250), ("1,234.50", 123_450), ("1234567.8", 123_456_780), ("-1,533.50", -153_350),
    ("1 234.50", 123_450),
  ])
  func english(_ written: String, _ wanted: Int64) throws {
    #expect(try cents(written, "9.99") == wanted)
  }

  @Test(arguments: ["12,50", "1.234,50", "12.345", "12,34,567.00"])
  func refusedInEnglish(_ written: String) throws {
    #expect(try cents(written, "9.99") == nil)
  }
}
