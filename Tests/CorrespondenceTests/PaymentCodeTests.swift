import Correspondence
import Quantities
import Testing

/// EPC069-12, version 002.
@Suite struct PaymentCodeTests {
  static func code(
    payee: String = "Atelier du Levant", iban: String = "FR76 3000 6000 0112 3456 7890 189",
    bic: String = "AGRIFRPPXXX", cents: Int64 = 1_234_56, reference: String = "FA-2026-0107"
  ) -> PaymentCode? {
    PaymentCode(
      payee: payee, iban: iban, bic: bic, amount: Money(cents: cents), reference: reference)
  }

  @Test func linesStandInTheOrderOfTheGuideline() {
    #expect(
      Self.code()?.text == """
        BCD
        002
        1
        SCT
        AGRIFRPPXXX
        Atelier du Levant
        FR7630006000011234567890189
        EUR1234.56


        FA-2026-0107
        """)
  }

  @Test func aMissingOrWrongBICIsLeftOut() {
    #expect(Self.code(bic: "")?.text.contains("SCT\n\nAtelier") == true)
    #expect(Self.code(bic: "AGRI")?.text.contains("SCT\n\nAtelier") == true)
  }

  @Test func onlyAmountsThatATransferCanCarry() {
    #expect(Self.code(cents: 0) == nil)
    #expect(Self.code(cents: -1) == nil)
    #expect(Self.code(cents: 1)?.text.contains("EUR0.01") == true)
    #expect(Self.code(cents: 99_999_999_999)?.text.contains("EUR999999999.99") == true)
    #expect(Self.code(cents: 100_000_000_000) == nil)
  }

  @Test func aWrongAccountGivesNoCode() {
    #expect(Self.code(iban: "FR7630006000011234567890188") == nil)
    #expect(Self.code(iban: "") == nil)
    #expect(Self.code(iban: "FR76") == nil)
    #expect(Self.code(iban: "DE89 3704 0044 0532 0130 00") != nil)
  }

  @Test func namesAndReferencesAreCutAndCannotAddLines() throws {
    let code = try #require(
      Self.code(payee: String(repeating: "É", count: 90), reference: "a\nb\r\nc"))
    let lines = code.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[5].count == 70)
    #expect(lines[10] == "a b c")
    #expect(lines.count == 11)
    #expect(code.text.utf8.count <= 331)
  }
}
