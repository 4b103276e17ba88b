import Printing
import Quantities
import Testing

@Suite struct TableTests {
  static let table = CSVTable(
    titles: ["Client", "Solde", "Échéance", "Retard"],
    rows: [
      [
        .text("Durand \"Frères\"; Lyon"), .amount(Money(cents: -1_234_56)), .day(Day(2026, 11, 3)),
        .number(20),
      ],
      [.text("=SOMME(A1)"), .amount(Money(cents: 5)), .empty, .rate(.percent(12, 40))],
    ])

  @Test func excelGetsSemicolonsCommasAndAMark() {
    let bytes = Self.table.bytes(.excel)
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self)
        == "Client;Solde;Échéance;Retard\r\n"
        + "\"Durand \"\"Frères\"\"; Lyon\";-1234,56;03/11/2026;20\r\n"
        + "'=SOMME(A1);0,05;;12,40\r\n")
  }

  @Test func programsGetTheStandard() {
    #expect(
      String(decoding: Self.table.bytes(.plain), as: UTF8.self)
        == "Client,Solde,Échéance,Retard\r\n"
        + "\"Durand \"\"Frères\"\"; Lyon\",-1234.56,2026-11-03,20\r\n"
        + "=SOMME(A1),0.05,,12.40\r\n")
  }

  @Test func textColumnsStandUnderEachOther() {
    var page = TextPage(width: 30)
    page.table(
      [.init("Client"), .figures("Solde")],
      rows: [["Établissements Lemaître et Fils", "1 234,56 €"], ["Li", "5,00 €"]],
      totals: [["Total", "1 239,56 €"]])
    #expect(
      page.text == """
        Client                   Solde
        ──────────────────────────────
        Établissements Le…  1 234,56 €
        Li                      5,00 €
        ──────────────────────────────
        Total               1 239,56 €


        """)
  }

  @Test func paragraphsWrapAtSpacesOnly() {
    var page = TextPage(width: 20)
    page.paragraph("Vous devez 1\u{A0}234,56\u{A0}€ au 3\u{A0}novembre.")
    #expect(page.text == "Vous devez\n1\u{A0}234,56\u{A0}€ au\n3\u{A0}novembre.\n\n")
  }
}
