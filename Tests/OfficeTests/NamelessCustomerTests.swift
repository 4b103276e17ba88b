import Foundation
import Office
import Store
import Testing

/// Customer files without a column of names: they tell more of those whom the book knows.
@Suite struct NamelessCustomerTests {
  @Test func aKnownCodeIsEnoughAndAnUnknownOneIsRefused() throws {
    let bench = try Bench()
    _ = try bench.take(
      "clients.csv", "Code client;Raison sociale;E-mail\nC1;Aubois SARL;a@b.example\n")
    let iban = "FR7630006000011234567890189"
    let report = try bench.take("ibans.csv", "Code client;IBAN\nC1;\(iban)\nC2;\(iban)\n")
    #expect(report.results == ["taken 1 0 1"])
    let waiting = try #require(try bench.desk.waitingRejections(of: 2)?.table)
    #expect(waiting.rows.map(\.cells) == [["C2", iban]])
    #expect(waiting.rows[0].reason.contains("le nom d’un nouveau client"))
    #expect(waiting.rows[0].reason.hasPrefix("ligne\u{A0}3"))
    #expect(try bench.desk.counts().customers == 1)
    #expect(try bench.desk.verify().isSound)
  }
}

/// All that other people's programs wrote, dropped on a book at once.
@Suite struct WholeSampleFolderTests {
  @Test(.enabled(if: CheckedSamplesTests.folder != nil, "no samples beside the checkout"))
  func eachIsTakenOrRefusedAndTheBookIsSound() throws {
    let folder = try #require(CheckedSamplesTests.folder)
    let bench = try Bench()
    let report = try bench.desk.importFiles([folder.path])
    #expect(report.files.count >= 150)
    #expect(try bench.desk.verify().isSound)
    // What was refused names a reason; what was taken is not taken twice.
    let counts = try bench.desk.counts()
    let again = try bench.desk.importFiles([folder.path])
    #expect(again.bankLines == 0 && again.invoices == 0 && again.creditNotes == 0)
    let now = try bench.desk.counts()
    #expect(now.customers == counts.customers && now.openItems == counts.openItems)
    #expect(try bench.desk.verify().isSound)
  }
}
