import CashApplication
import Ledger
import Quantities
import Testing

/// Words by which lines are known that no customer pays.
@Suite struct PhraseTests {
  private func line(_ text: String, payer: String = "") -> BankLine {
    BankLine(
      account: "", currency: .eur, booked: Day(2026, 11, 20), amount: Money(cents: 1),
      payer: payer, text: text)
  }

  @Test(arguments: [
    ("PRLV DGFIP TVA 10/2026 REF 123", "", "PRLV DGFIP TVA"),
    ("0123 Remise de chèques n° 12", "", "REMISE DE CHEQUES N"), ("VIR", "URSSAF", "URSSAF"),
    ("123 456", "", ""),
  ])
  func aLineSuggestsWhatDoesNotChange(_ text: String, _ payer: String, _ wanted: String) {
    #expect(LinePhrases.suggested(by: line(text, payer: payer)) == wanted)
  }

  @Test func wholeWordsInTheirOrderWithNothingBetween() {
    var phrases = LinePhrases(["remboursement tva", "", "URSSAF"])
    #expect(phrases.place(in: line("REMBOURSEMENT-TVA 2026")) == 0)
    #expect(phrases.place(in: line("Remboursement de TVA")) == nil)
    #expect(phrases.place(in: line("COTISATION", payer: "Urssaf Île-de-France")) == 2)
    #expect(phrases.place(in: line("URSSAFFAIRES")) == nil)
    #expect(phrases.place(in: line("")) == nil)
  }

  @Test func aPhraseNeedsFourLetters() {
    #expect(!LinePhrases.isTelling("VIR 20261123") && LinePhrases.isTelling("V I R E"))
  }
}
