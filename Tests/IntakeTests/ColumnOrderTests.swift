import Foundation
import Intake
import Ledger
import Quantities
import Testing

/// What a person says of columns: taken when it holds, else refused with what was found.
@Suite struct ColumnOrderTests {
  private let odd = """
    Relevé de la régie
    J;Ligne;Quoi;A;B
    02/11/2026;1;DUPONT FA-2026-014;;1 200,00
    03/11/2026;2;PAPETERIE;45,90;
    04/11/2026;3;LILAS;350,00;
    Total;;;395,90;1 200,00
    """

  private func refusal(_ text: String, _ order: String) throws -> Refusal? {
    let known = KnownColumns(asked: try ColumnOrder(order))
    do {
      _ = try readTable(Array(text.utf8), knowing: known)
      return nil
    } catch {
      return error as? Refusal
    }
  }

  private func lines(_ text: String, _ known: KnownColumns) throws -> [String] {
    let (_, reading) = try readTable(Array(text.utf8), knowing: known)
    return reading.drafts.map(line) + reading.rejections.map(\.french)
  }

  @Test func aTableThatLeavesADoubtIsAskedFor() throws {
    let refused = try #require(throws: Refusal.self) { try readTable(Array(odd.utf8)) }
    #expect(refused.lacksColumns)
    #expect(refused.french.contains("--columns"))
    let preview = try #require(TablePreview(SourceFile(name: "x", bytes: Array(odd.utf8))))
    #expect(preview.names == ["J", "Ligne", "Quoi", "A", "B"])
    #expect(preview.rows[0] == ["02/11/2026", "1", "DUPONT FA-2026-014", "", "1 200,00"])
    #expect(preview.guess.text == "date=1,label=3,debit=4,credit=5")
  }

  @Test(arguments: [
    "date=1,label=3,debit=4,credit=5", "date=J, label=quoi, debit=A, credit=B",
    "Date=1,libellé=3,Débit=4,crédit=5",
  ])
  func anOrderIsFollowed(_ order: String) throws {
    #expect(
      try lines(odd, KnownColumns(asked: ColumnOrder(order))) == [
        "bank 2026-11-02 - 1200.00 EUR other DUPONT FA-2026-014",
        "bank 2026-11-03 - -45.90 EUR other PAPETERIE",
        "bank 2026-11-04 - -350.00 EUR other LILAS",
        "statement  EUR 2026-11-02..2026-11-04",
      ])
  }

  @Test func anOrderOverrulesTheHeader() throws {
    let text = "Date;Libellé;Montant;Reçu\n02/11/2026;DUPONT;7,00;1200,00\n"
    let known = KnownColumns(asked: try ColumnOrder("date=1,label=2,credit=4"))
    #expect(try lines(text, known)[0] == "bank 2026-11-02 - 1200.00 EUR other DUPONT")
  }

  @Test func aWrongOrderSaysWhatItFound() throws {
    let cases: [(String, String)] = [
      (
        "date=3,amount=5",
        "ligne 3 : ces colonnes ne conviennent pas : date=3 : dans la colonne "
          + "3 « Quoi », « DUPONT FA-2026-014 » trouvé, attendu : une date, comme 23/11/2026."
      ),
      (
        "date=1,amount=3",
        "ligne 3 : ces colonnes ne conviennent pas : amount=3 : dans la colonne "
          + "3 « Quoi », « DUPONT FA-2026-014 » trouvé, attendu : un montant, comme 1234,56."
      ),
      (
        "date=1,amount=5,sense=2",
        "ligne 3 : ces colonnes ne conviennent pas : sense=2 : dans la "
          + "colonne 2 « Ligne », « 1 » trouvé, attendu : D, C."
      ),
      (
        "date=1,amount=9",
        "ces colonnes ne conviennent pas : la colonne 9 n’existe pas, "
          + "le tableau en a 5."
      ),
      ("date=1,amount=0", "la colonne 0 n’existe pas"),
      ("date=1,amount=Total", "aucune colonne ne s’appelle « Total » ; il y a : J, Ligne, Quoi"),
      ("date=1,label=3", "il manque un montant"), ("label=3,amount=5", "il manque une date"),
      ("date=1,amount=4,credit=5", "il faut choisir"),
      ("date=1,label=3,debit=4,credit=4", "la colonne 4 est donnée deux fois"),
    ]
    for (order, words) in cases {
      let refused = try #require(try refusal(odd, order), "\(order)")
      #expect(refused.placedWords.french.plainSpaces.contains(words), "\(order)")
      #expect(refused.lacksColumns)
    }
  }

  @Test(arguments: [
    "", "=", "date", "date=", "jour=1", "date=1,date=2", "amount=1+2", "date=1,=3", "🙂=1",
  ])
  func anOrderThatCannotBeReadIsRefused(_ text: String) {
    #expect(throws: ColumnOrder.Fault.self) { try ColumnOrder(text) }
  }

  @Test func anOrderIsRememberedByTheLayout() throws {
    let asked = KnownColumns(asked: try ColumnOrder("date=J,label=Quoi,debit=A,credit=B"))
    var first: TableReadAs?
    _ = try readTable(Array(odd.utf8), knowing: asked) { first = $0 }
    let read = try #require(first)
    #expect(read.source == .asked)
    let order = try #require(read.columns)
    #expect(order.text == "date=1,label=3,debit=4,credit=5")
    let remembered = KnownColumns(remembered: [read.layout: order])
    let next = odd.replacingOccurrences(of: "/11/", with: "/12/")
    var second: TableReadAs?
    let (_, reading) = try readTable(Array(next.utf8), knowing: remembered) { second = $0 }
    #expect(second?.source == .remembered && second?.layout == read.layout)
    #expect(reading.drafts.count == 4)
    // The same header over other things: what is remembered does not hold, and a person is asked.
    let other = "J;Ligne;Quoi;A;B\nx;y;02/11/2026;1,00;2,00\nx;y;02/11/2026;1,00;2,00\n"
    #expect(throws: Refusal.self) { try readTable(Array(other.utf8), knowing: remembered) }
  }

  @Test func invoicesAreNeverTakenForABanksTable() throws {
    let text = """
      Numéro;Jour;Société;Échéance;Somme
      F1;02/11/2026;VIREMENT SA;02/12/2026;12,00
      F2;03/11/2026;CARTE SARL;03/12/2026;-13,00
      F3;04/11/2026;CHEQUE SAS;04/12/2026;14,00
      F4;05/11/2026;FRAIS SCI;05/12/2026;15,00
      """
    #expect(throws: Refusal.self) { try readTable(Array(text.utf8)) }
  }

  /// A customer's ledger has dates, debits, credits and a balance that runs, and is no bank's.
  @Test func aLedgerIsNeverTakenForABanksTable() throws {
    let text = """
      Journal;Jour;Texte;Somme due;Somme reçue;Reste;Lettrage
      VE;02/11/2026;FA-1 DUPONT;100,00;;100,00;A
      VE;03/11/2026;FA-2 DUPONT;50,00;;150,00;
      BQ;04/11/2026;VIR DUPONT;;100,00;50,00;A
      VE;05/11/2026;FA-3 DUPONT;20,00;;70,00;
      BQ;06/11/2026;VIR DUPONT;;5,00;65,00;
      """
    #expect(throws: Refusal.self) { try readTable(Array(text.utf8)) }
  }

  /// The lines we give out to be mended carry a last column with our words: no bank wrote them.
  @Test func theReasonColumnIsNotRead() throws {
    let text = """
      Date;Libellé;Montant;motif
      02/11/2026;DUPONT;12,00;"ligne 2, « Montant » : « x » trouvé, attendu : un montant."
      """
    #expect(try printed(text).contains("other DUPONT\n"))
    let bank = "Date;Libellé;Montant;motif\n02/11/2026;VIR;12,00;FA-2026-014\n"
    #expect(try printed(bank).contains("VIR FA-2026-014"))
  }

  /// Any bytes under any order: read or refused, in bounded time, never a crash.
  @Test func hostileTablesAndOrders() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix(state: seed)
    let pieces = [
      ";", ";", "\n", "\n", "02/11/2026", "1,50", "-2", "\"", "VIR", "\u{0}", "D", "C", "\t", ",",
      "é", "99999999999999999999", "=1+1", String(repeating: ";", count: 300),
    ]
    let orders = [
      "date=1,amount=2", "date=2,label=1,debit=3,credit=4", "date=1,amount=2,sense=3",
      "date=VIR,amount=D", "value-date=1,credit=2,iban=3,account=4",
    ]
    for round in 0..<400 {
      let text = (0..<random.below(200)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let known = KnownColumns(asked: try ColumnOrder(orders[round % orders.count]))
      do {
        _ = try readTable(Array(text.utf8), knowing: known)
        _ = try readTable(Array(text.utf8))
      } catch {
        #expect(error is Refusal, "seed \(seed), round \(round): \(error)")
      }
      if let file = try? SourceFile(name: "x", bytes: Array(text.utf8)) {
        for row in TablePreview(file)?.rows ?? [] { #expect(row.count > 1, "seed \(seed)") }
      }
    }
  }
}
