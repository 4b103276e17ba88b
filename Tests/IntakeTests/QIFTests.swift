import Intake
import Ledger
import Quantities
import Testing

/// QIF files written here, each with one thing that programs do.
@Suite struct QIFTests {
  static func record(_ date: String, _ amount: String, _ rest: String = "PX") -> String {
    "D\(date)\nT\(amount)\n\(rest)\n^\n"
  }

  static func file(_ records: String) -> String { "!Type:Bank\n" + records }

  private func days(_ dates: String...) throws -> [String] {
    let records = dates.map { QIFTests.record($0, "-1.50") }.joined()
    return try XMLFixtures.read(QIFTests.file(records)).lines.map(\.booked.iso)
  }

  @Test func everyPartOfARecord() throws {
    let outcome = try XMLFixtures.read(
      """
      !Option:AutoSwitch
      !Account
      NFR76 3000 4008 1200 0102 3456 796
      TBank
      ^
      !Type:Bank
      D23/11/2026
      T1 234,56
      CX
      N1234567
      PDupont SARL
      MFacture FA-2026-0012
      LVentes
      ^
      """)
    #expect(outcome.format == .qif)
    #expect(
      outcome.lines == [
        BankLine(
          account: "FR7630004008120001023456796", currency: .eur, booked: Day(2026, 11, 23),
          amount: Money(cents: 1_234_56), payer: "Dupont SARL",
          text: "Dupont SARL Facture FA-2026-0012 1234567", operation: .cheque)
      ])
    #expect(outcome.reading.notes.map(\.text.french) == ["dates lues jour/mois/année"])
    #expect(outcome.reading.figures.first?.hasCurrency == false)
  }

  @Test func theOrderOfDatesComesFromAllOfThem() throws {
    #expect(try days("1/2/26", "13/2/26") == ["2026-02-01", "2026-02-13"])
    #expect(try days("1/2/26", "2/13/26") == ["2026-01-02", "2026-02-13"])
    // Only the reading that keeps the order of days.
    #expect(try days("1/2/26", "1/5/26", "2/1/26") == ["2026-01-02", "2026-01-05", "2026-02-01"])
    #expect(try days("1/2/26", "2/2/26", "3/2/26") == ["2026-02-01", "2026-02-02", "2026-02-03"])
    #expect(try days("2/3/26") == ["2026-03-02"])
  }

  @Test func everyWayToWriteADate() throws {
    #expect(
      try days("31/12/98", "31/12'03", "31/12' 3", "31.12.2003", "2003-12-31", "31-12-2003")
        == ["1998-12-31", "2003-12-31", "2003-12-31", "2003-12-31", "2003-12-31", "2003-12-31"])
  }

  @Test func aReadingThatNothingForcesIsSaid() throws {
    let outcome = try XMLFixtures.read(QIFTests.file(QIFTests.record("2/3/26", "1.50")))
    #expect(
      outcome.reading.notes.first?.text.french.typed
        == "dates lues jour/mois/année : aucune ne permet d’en être certain, vérifiez")
  }

  @Test(arguments: [
    ("-1,000.00", "-1000.00"), ("1.000,50", "1000.50"), ("1 000,5", "1000.50"), ("12", "12.00"),
    ("1'000.00", "1000.00"), ("1,000", nil), ("", nil), ("x", nil),
  ]) func amounts(_ row: (String, String?)) throws {
    let outcome = try XMLFixtures.read(QIFTests.file(QIFTests.record("23/11/26", row.0)))
    #expect(outcome.lines.first?.amount.decimal == row.1)
    #expect(outcome.reading.rejections.map(\.field) == (row.1 == nil ? ["T"] : []))
  }

  @Test func theOtherAmountsSayWhatACommaMeans() throws {
    let records = QIFTests.record("23/11/26", "-1,000") + QIFTests.record("23/11/26", "-75.46")
    let lines = try XMLFixtures.read(QIFTests.file(records)).lines
    #expect(lines.map(\.amount.decimal) == ["-1000.00", "-75.46"])
  }

  @Test func splitsStayOneMovement() throws {
    let split = "PLoyer\nSBureau\nEFA-2026-1\n$-60.00\nSCave\nEFA-2026-2\n$-40.00"
    let outcome = try XMLFixtures.read(
      QIFTests.file(
        QIFTests.record("23/11/26", "-100.00", split)
          + QIFTests.record("23/11/26", "-101.00", split)))
    #expect(outcome.lines.map(\.amount.decimal) == ["-100.00", "-101.00"])
    #expect(outcome.lines.first?.text == "Loyer FA-2026-1 FA-2026-2")
    // One note for the split that does not add up, one for the dates.
    #expect(outcome.reading.notes.count == 2)
  }

  @Test func transfersOpeningBalancesAndWords() throws {
    let outcome = try XMLFixtures.read(
      QIFTests.file(
        QIFTests.record("22/11/26", "500.00", "POpening Balance\nL[Compte]")
          + QIFTests.record("23/11/26", "-20.00", "PEpargne\nL[Livret A]")
          + QIFTests.record("23/11/26", "-3.00", "PIMPAYE CLIENT AC04")
          + QIFTests.record("23/11/26", "-4.00", "NCB\nPCafé")))
    #expect(outcome.reading.figures.first?.statement.opening == Money(cents: 500_00))
    #expect(outcome.lines.map(\.operation) == [.transfer, .returned, .card])
    #expect(outcome.lines.map(\.text) == ["Epargne [Livret A]", "IMPAYE CLIENT AC04", "Café"])
    #expect(outcome.lines.map(\.returnReason) == ["", "AC04", ""])
  }

  @Test func severalAccountsAndListsInOneFile() throws {
    let bank = QIFTests.record("23/11/26", "1.50")
    let outcome = try XMLFixtures.read(
      "!Type:Cat\nNVentes\nI\n^\nNAchats\nE\n^\n!Account\nNCourant\nTBank\n^\n!Type:Bank\n\(bank)"
        + "!Account\nNCaisse\nTCash\n^\n!Type:Cash\n\(bank)\(bank)")
    #expect(outcome.reading.figures.map(\.written) == ["Courant", "Caisse"])
    #expect(outcome.reading.figures.map(\.entries) == [1, 2])
    #expect(outcome.reading.notes.count == 2)
  }

  @Test func whatIsRefused() {
    #expect(XMLFixtures.refusal("!Type:Cat\nNVentes\n^\n") == .missingElement("!Type:Bank"))
    guard case .damagedStatement = XMLFixtures.refusal("!Type:Bank\nD23/11/26\nT1.5") else {
      Issue.record("not refused")
      return
    }
  }
}
