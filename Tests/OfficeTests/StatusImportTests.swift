import Claims
import Dunning
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// Lifecycle messages taken into a book, and what the list of the day makes of them.
@Suite struct StatusImportTests {
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    try bench.take("b.csv", Papers.bank(("20/11/2026", "PRLV EDF", "-50,00")))
    return bench
  }

  private func why(_ bench: Bench) throws -> [String] {
    try bench.desk.dayList().worklist.held.flatMap(\.reasons).map {
      $0.explanation(in: .french, .eur).replacing("\u{A0}", with: " ")
    }
  }

  @Test func aDisputeHoldsTheInvoiceUntilItIsApproved() throws {
    let bench = try bench()
    var disputed = StatusPaper(207, on: "20261112093000")
    disputed.details = StatusPaper.reason("TX_TVA_ERR", "Taux de TVA erroné")
    let report = try bench.take("207.xml", disputed.message)
    #expect(report.results == ["taken 1 0 0"] && report.statuses == 1)
    #expect(try bench.asked() == ["Brunel SAS"] && bench.held() == ["Aubois SARL"])
    #expect(
      try why(bench) == [
        "facture FA-2026-0001, statut 207 du 12/11/2026 : en litige, "
          + "motif : Taux de TVA erroné (TX_TVA_ERR)"
      ])
    let document = try bench.document("FA-2026-0001")
    let file = try #require(try bench.desk.documentFile(document))
    #expect(file.statuses.map(\.fact.code) == [207] && file.statusHold?.until == nil)
    try bench.take("205.xml", StatusPaper(205, on: "20261118100000").message)
    #expect(try bench.asked() == ["Aubois SARL", "Brunel SAS"])
    #expect(try bench.desk.documentFile(document)?.statuses.count == 2)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func theOrderOfArrivalDoesNotMatterAndNothingCountsTwice() throws {
    let messages = [
      StatusPaper(200, on: "20260605100000"), StatusPaper(207, on: "20261112093000"),
      StatusPaper(205, on: "20261112150000"), StatusPaper(208, on: "20261115080000"),
    ]
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 3, 0, 1]] {
      let bench = try bench()
      for place in order { try bench.take("m\(place).xml", messages[place].message) }
      #expect(try bench.held() == ["Aubois SARL"], "\(order)")
      #expect(try why(bench)[0].contains("statut 208 du 15/11/2026"), "\(order)")
      let newest = try bench.desk.store.read { try $0.newestEntry() }
      // The same statuses in files that differ by a blank.
      for place in order {
        let again = try bench.take("n\(place).xml", messages[place].message + "\n")
        #expect(again.results == ["taken 0 1 0"])
      }
      #expect(try bench.desk.store.read { try $0.newestEntry() } == newest)
      try bench.take("209.xml", StatusPaper(209, on: "20261116080000").message)
      #expect(try bench.held().isEmpty, "\(order)")
    }
  }

  @Test func aPaymentOnItsWayIsAwaitedAFewDays() throws {
    let bench = try bench()
    try bench.take("211.xml", StatusPaper(211, on: "20261120090000").message)
    #expect(try bench.asked() == ["Brunel SAS"])
    #expect(try why(bench)[0].hasSuffix("paiement transmis, attendu jusqu’au 27/11/2026"))
    bench.setToday(Day(2026, 11, 30))
    try bench.take("c.csv", Papers.bank(("27/11/2026", "PRLV EDF", "-51,00")))
    #expect(try bench.asked() == ["Aubois SARL", "Brunel SAS"])
  }

  @Test func otherInvoicesOfTheCustomerAreStillAskedFor() throws {
    let bench = try bench()
    try bench.take(
      "d.csv",
      Papers.invoices("FA-2026-0004;C1;Aubois SARL;05/07/2026;05/08/2026;100,00;20,00;120,00;EUR"))
    try bench.take("210.xml", StatusPaper(210, on: "20261112093000").message)
    let contact = try #require(
      try bench.desk.dayList().worklist.entries.first { $0.customer.name == "Aubois SARL" })
    #expect(contact.contact.documents == [try bench.document("FA-2026-0004")])
  }

  @Test func aPartApprovedIsAskedForAndTheRestIsNot() throws {
    let bench = try bench()
    var paper = StatusPaper(206, on: "20261112093000")
    paper.details = StatusPaper.amount("MAPTTC", "700.00") + StatusPaper.amount("MAPTTC", "100.00")
    try bench.take("206.xml", paper.message)
    let file = try #require(try bench.desk.documentFile(try bench.document("FA-2026-0001")))
    #expect(file.open?.principal == Money(cents: 800_00))
    #expect(file.open?.disputed == Money(cents: 400_00))
    #expect(file.statuses.first?.fact.amount == Money(cents: 800_00))
  }

  @Test func aStatusWaitsForItsInvoice() throws {
    let bench = try Bench()
    let early = try bench.take("207.xml", StatusPaper(207, on: "20261112093000").message)
    #expect(early.results == ["taken 1 0 0"])
    #expect(early.files[0].notes.first?.french.contains("FA-2026-0001") == true)
    #expect(try bench.desk.waitingStatuses().map(\.fact.reference) == ["FA-2026-0001"])
    #expect(
      try bench.take("207b.xml", StatusPaper(207, on: "20261112093000").message + " ")
        .results == ["taken 0 1 0"])
    try bench.take("a.csv", Papers.three)
    try bench.take("b.csv", Papers.bank(("20/11/2026", "PRLV EDF", "-50,00")))
    #expect(try bench.held() == ["Aubois SARL"])
    #expect(try bench.desk.waitingStatuses().isEmpty)
    // The message once more finds its status on the invoice.
    #expect(
      try bench.take("207c.xml", StatusPaper(207, on: "20261112093000").message + "  ")
        .results == ["taken 0 1 0"])
    let document = try bench.document("FA-2026-0001")
    #expect(try bench.desk.documentFile(document)?.statuses.count == 1)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func inOneFolderTheInvoiceComesFirst() throws {
    let bench = try Bench()
    let paths = [
      try bench.write("1.xml", StatusPaper(207, on: "20261112093000").message),
      try bench.write("2.csv", Papers.three),
    ]
    let report = try bench.desk.importFiles(paths)
    #expect(report.files.map(\.name) == ["2.csv", "1.xml"])
    #expect(try bench.desk.waitingStatuses().isEmpty)
  }

  @Test func aPersonMayEndAHold() throws {
    let bench = try bench()
    try bench.take("207.xml", StatusPaper(207, on: "20261112093000").message)
    let status = try #require(
      try bench.desk.documentFile(try bench.document("FA-2026-0001"))?.statuses.first)
    try bench.desk.undo(status.number, reason: "réglé par téléphone")
    #expect(try bench.held().isEmpty)
    // Taken back by a person, it does not come back with the same message.
    try bench.take("207b.xml", StatusPaper(207, on: "20261112093000").message + " ")
    #expect(try bench.held().isEmpty)
  }

  @Test func whatCannotBeIsRefusedWithItsRemedy() throws {
    let bench = try bench()
    var firm = try bench.desk.firm()
    firm.name = "Notre Société"
    firm.siren = "552100554"
    try bench.desk.save(firm)
    var other = StatusPaper(207, on: "20261112093000")
    other.seller = "755371747"
    var lastYear = StatusPaper(207, on: "20261112093000")
    lastYear.issue = "20250605"
    let ahead = StatusPaper(207, on: "20261201093000")
    for paper in [other, lastYear, ahead] {
      #expect(try bench.take("x.xml", paper.message).results == ["taken 0 0 1"])
    }
    let words = try (3...5).map { try bench.desk.rejections(of: $0)[0].wanted }
    #expect(words[0].contains("Notre Société") && words[1].contains("05/06/2026"))
    #expect(words[2].contains("23/11/2026"))
    #expect(try bench.held().isEmpty)
  }

  @Test func aCreditNoteKeepsItsStatus() throws {
    let bench = try bench()
    try bench.take(
      "d.csv",
      Papers.invoices("AV-1;C1;Aubois SARL;05/07/2026;;-10,00;-2,00;-12,00;EUR"))
    var paper = StatusPaper(200, on: "20260706093000", number: "AV-1")
    paper.type = "381"
    #expect(try bench.take("200.xml", paper.message).results == ["taken 1 0 0"])
    let file = try #require(try bench.desk.documentFile(try bench.document("AV-1")))
    #expect(file.statuses.map(\.fact.french) == ["déposée"])
  }
}
