import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// Statements beside one another: what is missing, what is told twice, in whatever format.
@Suite struct StatementTests {
  private static let iban = "FR7630004008120001023456796"

  /// An MT940 of one statement: days of November 2026, whole euros.
  private func mt940(
    _ opening: Int, _ closing: Int, from first: Int, to last: Int,
    _ movements: [(day: Int, amount: Int, words: String)] = [], end: String = "-\n"
  ) -> String {
    let lines = movements.enumerated().map { place, movement in
      let (day, mark) = (two(movement.day), movement.amount < 0 ? "D" : "C")
      return ":61:2611\(day)11\(day)\(mark)\(abs(movement.amount)),00NTRFNONREF//M\(day)\(place)\n"
        + ":86:/REMI/\(movement.words)\n"
    }
    return ":20:S\n:25:\(StatementTests.iban)\n:28C:1/1\n"
      + ":60F:C2611\(two(first))EUR\(opening),00\n" + lines.joined()
      + ":62F:C2611\(two(last))EUR\(closing),00\n" + end
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// The same account in OFX.
  private func ofx(_ movements: [(day: Int, amount: Int, words: String)]) -> String {
    let lines = movements.enumerated().map { place, movement in
      "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>202611\(two(movement.day))<TRNAMT>\(movement.amount).00"
        + "<FITID>O\(place)<NAME>\(movement.words)</STMTTRN>"
    }
    return "OFXHEADER:100\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR"
      + "<BANKACCTFROM><BANKID>30004<BRANCHID>00812<ACCTID>00010234567</BANKACCTFROM>"
      + "<BANKTRANLIST><DTSTART>20261101<DTEND>20261120\(lines.joined())</BANKTRANLIST>"
      + "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
  }

  private func notes(_ report: ImportReport) -> [String] {
    report.files.flatMap(\.notes).map {
      $0.french.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }
  }

  private let movements = [
    (day: 3, amount: 1200, words: "FA-2026-0001"), (day: 4, amount: 50, words: "X"),
    (day: 4, amount: 50, words: "X"), (day: 5, amount: -20, words: "FRAIS"),
  ]

  @Test func theSameMovementsInAnotherFormatChangeNothing() throws {
    let bench = try Bench()
    try bench.take("f.csv", Papers.three)
    let first = try bench.take("a.sta", mt940(0, 1280, from: 3, to: 5, movements))
    #expect(first.results == ["taken 4 0 0"] && first.applied == 1 && notes(first).isEmpty)
    let again = try bench.take("b.ofx", ofx(movements))
    #expect(again.results == ["taken 0 4 0"] && again.applied == 0)
    #expect(
      notes(again) == [
        "compte FR76…6796 : un autre relevé parle aussi des mouvements du 3 au 5 novembre 2026 ; "
          + "ceux qu’ils partagent ne sont comptés qu’une fois"
      ])
    // A third equal payment of the day is new.
    let more = try bench.take("c.ofx", ofx(movements + [(day: 4, amount: 50, words: "X")]))
    #expect(more.results == ["taken 1 4 0"])
    #expect(
      notes(more).last
        == "compte FR76…6796, du 3 au 5 novembre 2026 : les soldes changent de 1 280,00 € et les "
        + "mouvements du livre de 1 330,00 € : un mouvement manque ou est compté deux fois")
    #expect(try bench.open("FA-2026-0001") == .zero)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func whatIsMissingBetweenTwoStatementsIsSaid() throws {
    let bench = try Bench()
    let first = mt940(0, 1000, from: 2, to: 2, [(day: 2, amount: 1000, words: "A")])
    #expect(notes(try bench.take("a.sta", first)).isEmpty)
    let later = mt940(1234, 1300, from: 10, to: 10, [(day: 10, amount: 66, words: "B")])
    #expect(
      notes(try bench.take("b.sta", later)) == [
        "il manque les mouvements du 3 au 9 novembre 2026 du compte FR76…6796 : solde d’ouverture "
          + "1 234,00 € au 10 novembre 2026 alors que le relevé précédent finissait à 1 000,00 €"
      ])
    // What was missing comes: nothing is said any more.
    let between = mt940(1000, 1234, from: 4, to: 6, [(day: 4, amount: 234, words: "C")])
    #expect(notes(try bench.take("c.sta", between)).isEmpty)
    // Half of what was missing: the report of the newcomer says what is missing beside it.
    let next = mt940(1310, 1320, from: 11, to: 11, [(day: 11, amount: 10, words: "D")])
    #expect(
      notes(try bench.take("d.sta", next)) == [
        "compte FR76…6796 : solde d’ouverture 1 310,00 € au 11 novembre 2026 alors que le relevé "
          + "précédent finissait à 1 300,00 €"
      ])
  }

  @Test func theOrderOfTheFilesDoesNotMatter() throws {
    let bench = try Bench()
    let paths = [
      try bench.write("1.sta", mt940(30, 60, from: 5, to: 6, [(day: 5, amount: 30, words: "C")])),
      try bench.write("2.sta", mt940(0, 10, from: 2, to: 2, [(day: 2, amount: 10, words: "A")])),
      try bench.write("3.sta", mt940(10, 30, from: 3, to: 3, [(day: 3, amount: 20, words: "B")])),
    ]
    let report = try bench.desk.importFiles(paths)
    #expect(report.results == ["taken 1 0 0", "taken 1 0 0", "taken 1 0 0"])
    #expect(notes(report).isEmpty)
  }

  @Test func severalStatementsOfOneDayFollowOneAnother() throws {
    let bench = try Bench()
    let text =
      mt940(10, 30, from: 2, to: 2, [(day: 2, amount: 20, words: "B")])
      + mt940(0, 10, from: 2, to: 2, [(day: 2, amount: 10, words: "A")])
      + mt940(30, 30, from: 3, to: 3) + mt940(30, 35, from: 4, to: 4, [(4, 5, "C")])
    #expect(notes(try bench.take("a.sta", text)) == [])
    let gap = text.replacing("C261103EUR30", with: "C261103EUR31")
    #expect(
      notes(try bench.take("b.sta", gap)) == [
        "compte FR76…6796 : solde d’ouverture 31,00 € au 3 novembre 2026 alors que le relevé "
          + "précédent finissait à 30,00 €",
        "compte FR76…6796 : un autre relevé parle aussi des mouvements du 3 novembre 2026 ; "
          + "ceux qu’ils partagent ne sont comptés qu’une fois",
      ])
  }

  @Test func withoutBalancesSilenceIsSaid() throws {
    let bench = try Bench()
    func table(_ day: String) -> String {
      "Compte;Date;Libellé;Montant\n\(StatementTests.iban);\(day);VIR X;5,00\n"
    }
    #expect(notes(try bench.take("a.csv", table("13/10/2026"))).isEmpty)
    #expect(notes(try bench.take("b.csv", table("16/10/2026"))).isEmpty)
    #expect(
      notes(try bench.take("c.csv", table("27/10/2026"))) == [
        "aucun relevé du 17 au 26 octobre 2026 pour le compte FR76…6796 : s’il y a eu des "
          + "mouvements, importez-les"
      ])
  }

  @Test func aStatementTwiceInOneFileIsRefused() throws {
    let bench = try Bench()
    let one = mt940(0, 1280, from: 3, to: 5, movements)
    let report = try bench.take("a.sta", one + one)
    #expect(
      report.results.map { $0.replacing("\u{A0}", with: " ") } == [
        "refused: relevé endommagé ou tronqué : le relevé du compte FR7630004008120001023456796 du "
          + "05/11/2026 y figure deux fois. Téléchargez-le à nouveau."
      ])
    #expect(try bench.desk.counts().bankLines == 0)
  }

  @Test func aRefusalNamesItsPlace() throws {
    let bench = try Bench()
    let cut = mt940(0, 1280, from: 3, to: 5, movements, end: "").split(separator: "\n").dropLast()
    let report = try bench.take("a.sta", cut.joined(separator: "\n"))
    #expect(report.results.first?.hasPrefix("refused: ligne\u{A0}12") == true)
  }

  @Test func theReasonOfAReturnIsKept() throws {
    let bench = try Bench()
    try bench.take("f.csv", Papers.three)
    let text =
      mt940(0, 1200, from: 3, to: 3, [movements[0]])
      + mt940(1200, 0, from: 6, to: 6, [(6, -1200, "IMPAYE FA-2026-0001/RTRN/AM04")])
    #expect(try bench.take("a.sta", text).applied == 2)
    let line = try bench.line("IMPAYE")
    let kept = try #require(try bench.desk.store.read { try $0.bankLine(line) })
    #expect(kept.operation == .returned && kept.returnReason == "AM04")
    #expect(try bench.open("FA-2026-0001") == Money(cents: 1200_00))
  }
}
