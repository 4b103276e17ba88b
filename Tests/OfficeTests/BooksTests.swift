import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// What the entries of a firm's books become.
@Suite struct BooksTests {
  @Test func anInvoiceAndItsPayment() throws {
    let bench = try Bench()
    let report = try bench.books(BooksPaper.paid)
    #expect(report.results == ["taken 2 0 0"])
    #expect(
      report.files[0].notes.map(\.french.plain) == ["règlements affectés par le lettrage : 1"])
    #expect(try bench.standing().isEmpty && bench.openLines().isEmpty)
    #expect(
      try bench.allocations() == [
        "ligne FA-1 1200.00 applied 1000 lettrage AB du 03/02/2026 dans le FEC"
      ])
    let line = try bench.line("Libellé R1")
    let known = try #require(try bench.desk.store.read { try $0.bankLine(line) })
    #expect(known.account == "512000" && known.payer == "Client A" && known.reference == "R1")
    let file = try #require(try bench.desk.documentFile(try bench.document("FA-1")))
    guard case .invoice(let invoice) = file.item.kind else { return }
    // A FEC has no due date: the law's 30 days, and said to be deduced (R1.1).
    #expect(invoice.due == Day(2026, 2, 4) && invoice.isDueDeduced)
    #expect(invoice.term?.origin == .legalDefault)
    #expect(invoice.net == Money(cents: 1000_00) && invoice.tax == Money(cents: 200_00))
    #expect(try bench.desk.verify().isSound)
  }

  @Test func theTermOfTheCustomerFileGivesTheDueDate() throws {
    let bench = try Bench()
    try bench.take(
      "c.csv",
      "Code client;Compte auxiliaire;Nom;SIREN;Conditions\nC1;A;Aubois;552100554;60 jours\n")
    try bench.books(BooksPaper.paid)
    #expect(try bench.desk.counts().customers == 1)
    let file = try #require(try bench.desk.documentFile(try bench.document("FA-1")))
    guard case .invoice(let invoice) = file.item.kind else { return }
    #expect(invoice.due == Day(2026, 3, 6) && invoice.term?.origin == .deduced)
  }

  @Test func letteredInPartAndNotAtAll() throws {
    let bench = try Bench()
    try bench.books(
      """
      VE 1 20260105 411000 A FA-1 1000,00 0,00 a
      VE 1 20260105 706000 - FA-1 0,00 1000,00
      VE 2 20260110 411000 A FA-2 500,00 0,00 a
      VE 2 20260110 706000 - FA-2 0,00 500,00
      VE 3 20260111 411000 A FA-3 300,00 0,00
      VE 3 20260111 706000 - FA-3 0,00 300,00
      BQ 4 20260203 512000 - R1 1200,00 0,00
      BQ 4 20260203 411000 A R1 0,00 1200,00 a
      BQ 5 20260204 512000 - R2 250,00 0,00
      BQ 5 20260204 411000 A R2 0,00 250,00
      """)
    // The oldest first, and the rest stays open; what has no letter stays on the account.
    #expect(try bench.standing() == ["A: -250.00", "FA-2 300.00", "FA-3 300.00"])
    let claim = try #require(try bench.desk.customerFile(try bench.customer("Client A")))
    #expect(claim.accounts[0].unapplied.map(\.amount) == [Money(cents: 250_00)])
  }

  @Test func aLetterUsedAgainIsToldApartByItsDay() throws {
    let bench = try Bench()
    try bench.books(
      """
      VE 1 20260105 411000 A FA-1 100,00 0,00 A 20260203
      VE 1 20260105 706000 - FA-1 0,00 100,00
      BQ 2 20260203 512000 - R1 100,00 0,00
      BQ 2 20260203 411000 A R1 0,00 100,00 A 20260203
      VE 3 20260301 411000 A FA-2 80,00 0,00 A 20260401
      VE 3 20260301 706000 - FA-2 0,00 80,00
      BQ 4 20260401 512000 - R2 50,00 0,00
      BQ 4 20260401 411000 A R2 0,00 50,00 A 20260401
      VE 5 20260101 411000 B FB-1 70,00 0,00 A 20260401
      VE 5 20260101 706000 - FB-1 0,00 70,00
      """)
    #expect(try bench.standing() == ["FA-2 30.00", "FB-1 70.00"])
  }

  @Test func creditNotesDiscountsChargesAndLosses() throws {
    let bench = try Bench()
    try bench.books(
      """
      VE 1 20260105 411000 A FA-1 1000,00 0,00 A
      VE 1 20260105 706000 - FA-1 0,00 1000,00
      VE 2 20260110 411000 A AV-1 0,00 100,00 A
      VE 2 20260110 706000 - AV-1 100,00 0,00
      BQ 3 20260203 512000 - R1 882,00 0,00
      BQ 3 20260203 411000 A R1 0,00 900,00 A
      BQ 3 20260203 665000 - R1 18,00 0,00
      VE 4 20260301 411000 B FB-1 300,00 0,00 B
      VE 4 20260301 706000 - FB-1 0,00 300,00
      OD 5 20260601 654000 - - 300,00 0,00
      OD 5 20260601 411000 B - 0,00 300,00 B
      """)
    #expect(try bench.standing().isEmpty)
    #expect(
      try bench.allocations() == [
        "avoir FA-1 100.00 setOff 1000 lettrage A du 30/09/2026 dans le FEC",
        "avoir AV-1 -100.00 setOff 1000 lettrage A du 30/09/2026 dans le FEC",
        "avoir FA-1 18.00 setOff 1000 lettrage A du 30/09/2026 dans le FEC",
        "avoir Escompte BQ-3 -18.00 setOff 1000 lettrage A du 30/09/2026 dans le FEC",
        "ligne FA-1 882.00 applied 1000 lettrage A du 30/09/2026 dans le FEC",
        "avoir FB-1 300.00 setOff 1000 lettrage B du 30/09/2026 dans le FEC",
        "avoir Perte OD-5 -300.00 setOff 1000 lettrage B du 30/09/2026 dans le FEC",
      ])
    let discount = try #require(
      try bench.desk.documentFile(try bench.document("Escompte BQ-3"))?.item)
    guard case .creditNote(let credit) = discount.kind else { return }
    // Granted on its own day: interest shrinks from then on (R3.7).
    #expect(credit.reason == .allowance && credit.issue == Day(2026, 2, 3))
  }

  @Test func aPaymentThatComesBackOpensItsInvoiceAgain() throws {
    let bench = try Bench()
    try bench.books(
      """
      VE 1 20260105 411000 A FA-1 1000,00 0,00 A
      VE 1 20260105 706000 - FA-1 0,00 1000,00
      BQ 2 20260203 512000 - R1 1000,00 0,00
      BQ 2 20260203 411000 A R1 0,00 1000,00 A
      BQ 3 20260210 411000 A I1 1000,00 0,00 A
      BQ 3 20260210 627800 - I1 12,00 0,00
      BQ 3 20260210 512000 - I1 0,00 1012,00
      """)
    #expect(try bench.standing() == ["FA-1 1000.00"])
    #expect(try bench.openLines().isEmpty)
    let line = try bench.line("Libellé I1")
    let known = try #require(try bench.desk.store.read { try $0.bankLine(line) })
    #expect(known.amount == Money(cents: -1012_00) && known.operation == .returned)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func otherEntriesRaiseLowerOrOnlyTie() throws {
    let bench = try Bench()
    try bench.books(
      """
      VE 1 20260105 411000 A FA-1 500,00 0,00 A
      VE 1 20260105 706000 - FA-1 0,00 500,00
      VE 2 20260106 411000 A AV-1 0,00 500,00 B
      VE 2 20260106 706000 - AV-1 500,00 0,00
      OD 3 20260201 411000 A FA-1 0,00 500,00 A
      OD 3 20260201 411000 A AV-1 500,00 0,00 B
      OD 4 20260202 411000 B - 40,00 0,00
      OD 4 20260202 467000 - - 0,00 40,00
      OD 5 20260203 411000 C - 0,00 60,00
      OD 5 20260203 411000 D - 60,00 0,00
      """)
    // The compensation made no document: it set the credit note against the invoice.
    #expect(
      try bench.standing() == ["OD OD-4 40.00", "OD OD-5 -60.00", "OD OD-5/2 60.00"])
    #expect(
      try bench.allocations().map { $0.prefix(18) } == ["avoir FA-1 500.00 ", "avoir AV-1 -500.00"])
  }

  @Test func whatIsNotOfCustomersIsSetAsideAndAdvancesWait() throws {
    let bench = try Bench()
    try bench.books(
      """
      VE 1 20260105 411000 A FA-1 100,00 0,00 A
      VE 1 20260105 706000 - FA-1 0,00 100,00
      BQ 2 20260203 512000 - R1 150,00 0,00
      BQ 2 20260203 411000 A R1 0,00 100,00 A
      BQ 2 20260203 419100 - R1 0,00 50,00
      BQ 3 20260204 512000 - R2 500,00 0,00
      BQ 3 20260204 445670 - R2 0,00 500,00
      CH 4 20260205 511200 - C1 80,00 0,00
      CH 4 20260205 411000 B C1 0,00 80,00
      BQ 5 20260207 512000 - C2 80,00 0,00
      BQ 5 20260207 511200 - C2 0,00 80,00
      """)
    // The advance waits for a person; the cheque counts once, on its way to the bank.
    #expect(try bench.openLines() == ["512000 50.00"])
    #expect(try bench.standing() == ["B: -80.00"])
    #expect(try bench.desk.counts().bankLines == 3)
    #expect(try bench.desk.verify().isSound)
  }
}
