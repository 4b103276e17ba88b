import Claims
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// Notices of the BODACC taken into a book.
@Suite struct NoticeImportTests {
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    try bench.take(
      "c.csv",
      "Code client;Nom;SIREN;N° TVA\nC1;Aubois SARL;552100554;\n"
        + "C2;Brunel SAS;;FR12844696476\n")
    try bench.take("b.csv", Papers.bank(("20/11/2026", "PRLV EDF", "-50,00")))
    return bench
  }

  private func insolvency(_ bench: Bench, _ name: String = "Aubois") throws -> Insolvency? {
    try bench.desk.customerFile(try bench.customer(name))?.accounts.first?.insolvency?.fact
  }

  @discardableResult
  private func take(_ bench: Bench, _ notices: NoticePaper...) throws -> ImportReport {
    try bench.take("bodacc.json", NoticePaper.answer(notices))
  }

  @Test func anOpeningStopsEverythingTheSameRun() throws {
    let bench = try bench()
    var other = NoticePaper(3236)
    other.siren = "911093649"
    let report = try take(bench, NoticePaper(), other)
    #expect(report.results == ["taken 1 0 0"] && report.notices == 1)
    #expect(try bench.asked() == ["Brunel SAS"] && bench.held() == ["Aubois SARL"])
    let found = try #require(try insolvency(bench))
    #expect(found.kind == .liquidation && found.opened == Day(2026, 9, 8))
    #expect(found.published == Day(2026, 9, 20))
    #expect(
      found.source.replacing("\u{A0}", with: " ")
        == "BODACC A n° 20260180, annonce n° 3235, publiée le 20/09/2026 (Lyon)")
    let notes = report.files[0].notes.map { $0.french.replacing("\u{A0}", with: " ") }
    #expect(notes.contains { $0.contains("créance à déclarer avant le 20/11/2026") })
    #expect(notes.contains { $0.hasSuffix("d’autres entreprises : 1, non conservées") })
    // Interest ends on the eve of the judgment (R8.4).
    let claim = try #require(
      try bench.desk.customerFile(try bench.customer("Aubois"))?.claims.first)
    #expect(claim.lines.compactMap(\.segment).map(\.days.last).max() == Day(2026, 9, 7))
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aFileWithOtherFirmsMayComeAgain() throws {
    let bench = try bench()
    var notice = NoticePaper()
    notice.siren = "911093649"
    #expect(try take(bench, notice).results == ["taken 0 0 0"])
    try bench.take("n.csv", "Code client;Nom;SIREN\nC9;Nouveau;911093649\n")
    #expect(try take(bench, notice).results == ["taken 1 0 0"])
    #expect(try take(bench, notice).results == ["taken before"])
  }

  @Test func theSameNoticeIsToldOnce() throws {
    let bench = try bench()
    try take(bench, NoticePaper())
    #expect(try bench.take("again.json", NoticePaper().record).results == ["taken 0 1 0"])
    let entry = try #require(
      try bench.desk.customerFile(try bench.customer("Aubois"))?.accounts.first?.insolvency)
    try bench.desk.undo(entry.number, reason: "homonyme")
    #expect(try bench.asked().contains("Aubois SARL"))
    #expect(try bench.take("third.json", NoticePaper().record + "\n").results == ["taken 0 1 0"])
    #expect(try bench.asked().contains("Aubois SARL"))
  }

  @Test func aNameAloneIsNeverEnough() throws {
    let bench = try bench()
    try bench.take(
      "d.csv",
      Papers.invoices("FA-2026-0009;C7;Dupont;05/06/2026;05/07/2026;10,00;2,00;12,00;EUR"))
    var nameless = NoticePaper()
    nameless.siren = ""
    nameless.name = "DUPONT"
    let report = try take(bench, nameless)
    #expect(try insolvency(bench, "Dupont") == nil)
    #expect(report.files[0].notes.contains { $0.french.contains("Dupont") })
    var stranger = NoticePaper(3237)
    stranger.siren = "911093649"
    stranger.name = "AUBOIS SARL"
    #expect(try take(bench, stranger).results == ["taken 0 0 0"])
    #expect(try insolvency(bench) == nil)
  }

  @Test func aFrenchVATNumberTellsTheSIREN() throws {
    let bench = try bench()
    var notice = NoticePaper()
    notice.siren = "844696476"
    #expect(try take(bench, notice).results == ["taken 1 0 0"])
    #expect(try insolvency(bench, "Brunel")?.kind == .liquidation)
  }

  @Test func everyEstablishmentOfTheFirmIsStopped() throws {
    let bench = try bench()
    try bench.take("e.csv", "Code client;Nom;SIREN\nC8;Aubois Nord;552100554\n")
    let report = try take(bench, NoticePaper())
    #expect(report.notices == 2)
    #expect(try insolvency(bench, "Aubois Nord")?.opened == Day(2026, 9, 8))
  }

  @Test func aConversionKeepsTheFirstOpening() throws {
    var opening = NoticePaper(100)
    opening.nature = "Jugement d'ouverture d'une procédure de redressement judiciaire"
    (opening.day, opening.published) = ("2026-03-03", "2026-03-15")
    var conversion = NoticePaper(200)
    conversion.family = "Jugement prononçant"
    conversion.nature = "Jugement de conversion en liquidation judiciaire"
    for order in [[opening, conversion], [conversion, opening]] {
      let bench = try bench()
      for notice in order { try bench.take("\(notice.number).json", notice.record) }
      let found = try #require(try insolvency(bench))
      #expect(found.kind == .liquidation && found.opened == Day(2026, 3, 3))
      #expect(found.published == Day(2026, 3, 15))
      #expect(found.source.contains("100") && found.source.contains("200"))
      // Told again, neither is news.
      for notice in order {
        let again = try bench.take("\(notice.number)b.json", notice.record + " ")
        #expect(again.results == ["taken 0 1 0"])
      }
    }
  }

  @Test func aPlanAndAClosingAreShownWithoutEffect() throws {
    let bench = try bench()
    try take(bench, NoticePaper())
    var closing = NoticePaper(300)
    closing.family = "Jugement de clôture"
    closing.nature = "Jugement de clôture pour insuffisance d'actif"
    (closing.day, closing.published) = ("2026-10-20", "2026-11-01")
    #expect(try take(bench, closing).results == ["taken 1 0 0"])
    #expect(try bench.held() == ["Aubois SARL"])
    let facts = try #require(try bench.desk.customerFile(try bench.customer("Aubois"))).timeline
    #expect(
      facts.contains {
        if case .proceedings(let notice) = $0.fact { notice.judgment == .closing } else { false }
      })
    // Opened again after they ended: interest runs up to the new judgment.
    var second = NoticePaper(400)
    (second.day, second.published) = ("2026-11-10", "2026-11-20")
    try take(bench, second)
    #expect(try insolvency(bench)?.opened == Day(2026, 11, 10))
  }

  @Test func aManualEntryIsMadePrecise() throws {
    let bench = try bench()
    try bench.desk.recordInsolvency(
      try bench.customer("Aubois"),
      Insolvency(kind: .liquidation, opened: Day(2026, 9, 10), source: "courrier"))
    try take(bench, NoticePaper())
    let found = try #require(try insolvency(bench))
    #expect(found.opened == Day(2026, 9, 8) && found.published == Day(2026, 9, 20))
  }

  @Test func aJudgmentWithoutADayIsTakenAtItsPublication() throws {
    let bench = try bench()
    var notice = NoticePaper()
    notice.day = ""
    let report = try take(bench, notice)
    #expect(try insolvency(bench)?.opened == Day(2026, 9, 20))
    #expect(report.files[0].notes.contains { $0.french.contains("jour du jugement non donné") })
    var ahead = NoticePaper(500)
    (ahead.day, ahead.published) = ("2027-01-04", "2027-01-10")
    #expect(try take(bench, ahead).results == ["taken 0 0 1"])
  }
}
