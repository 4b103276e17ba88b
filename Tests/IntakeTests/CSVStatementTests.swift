import Foundation
import Intake
import Ledger
import Quantities
import Testing

@Suite struct CSVStatementTests {
  @Test func frenchBank() throws {
    let text = """
      Compte courant professionnel
      IBAN : FR76 3000 6000 0112 3456 7890 189
      Solde au 31/01/2026;1 500,00

      Date opération;Date valeur;Libellé;Débit;Crédit
      13/01/2026;14/01/2026;VIR SEPA DUPONT FA-1;;1 200,00
      15/01/2026;15/01/2026;PRLV EDF;50,00;
      16/01/2026;16/01/2026;REJET PRLV;;
      17/01/2026;17/01/2026;Deux sens;1,00;1,00
      18/01/2026;18/01/2026;CHQ 123;-5,00;
      18/01/2026;18/01/2026;SOLDE CREDITEUR AU 18/01/2026;;2 650,00
      Solde final;;;;1 500,00
      """
    let amount =
      "attendu : un montant comme 1234,56 (deux décimales au plus, moins de 10 milliards)."
    #expect(
      try printed(text) == """
        csvStatement
        bank FR7630006000011234567890189 2026-01-13 2026-01-14 1200.00 EUR transfer DUPONT \
        VIR SEPA DUPONT FA-1
        bank FR7630006000011234567890189 2026-01-15 2026-01-15 -50.00 EUR directDebit EDF \
        PRLV EDF
        statement FR7630006000011234567890189 EUR 2026-01-13..2026-01-15
        ligne 8, « Débit » : rien trouvé, \(amount)
        ligne 9, « Crédit » : « 1,00 » trouvé, attendu : un débit ou un crédit, pas les deux.
        ligne 10, « Débit » : « -5,00 » trouvé, attendu : le même signe que le reste de la colonne.
        ligne 1, lignes au-dessus du tableau : 4
        ligne 11, lignes de total ou de solde : 2
        figures 2 +1200.00 -50.00 account none
        """)
  }

  @Test func markedDebits() throws {
    let text = """
      Date,Label,Amount,D/C,Bank Account
      12/15/2018,Supplier,33.50,D,DE27100110000000000000
      12/15/2018,Payment,"-1,533.50",C,
      12/16/2018,Payment,1.00,X,
      """
    #expect(
      try printed(text) == """
        csvStatement
        bank 2018-12-15 - -33.50 EUR other DE27100110000000000000 Supplier
        bank 2018-12-15 - 1533.50 EUR other Payment
        statement  EUR 2018-12-15..2018-12-15
        ligne 4, « D/C » : « X » trouvé, attendu : D, C.
        ligne 1, dates lues mois/jour/année : aucun autre ordre n’est possible
        figures 2 +1533.50 -33.50 account none
        """)
  }

  /// The samples that nobody of us wrote, against the figures that other tools read.
  @Test func samples() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/samples").standardized
    guard
      let list = try? String(contentsOf: folder.appending(path: "expected.jsonl"), encoding: .utf8)
    else {
      print("skipped: no samples beside the checkout")
      return
    }
    var checked = 0
    for line in list.split(separator: "\n") where line.contains("qif-csv/") {
      let row = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard let file = row["file"] as? String, file.hasSuffix(".csv") else { continue }
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
      let (format, reading) = try readTable(bytes)
      #expect(format == .csvStatement, "\(file)")
      #expect(reading.rejections.isEmpty, "\(file): \(reading.rejections.map(\.french))")
      checked += 1
      guard let figures = row["figures"] as? [String: Any],
        let wanted = (figures["statements"] as? [[String: Any]])?.first
      else { continue }
      let found = try #require(reading.figures.first, "\(file)")
      #expect(found.entries == wanted["entries"] as? Int, "\(file)")
      #expect(found.credits.decimal == wanted["credits"] as? String, "\(file)")
      #expect(found.debits.decimal == wanted["debits"] as? String, "\(file)")
      #expect(found.isAnonymous && !found.hasCurrency, "\(file)")
      #expect(found.statement.opening == nil && found.statement.closing == nil, "\(file)")
    }
    #expect(checked == 9)
  }
}
