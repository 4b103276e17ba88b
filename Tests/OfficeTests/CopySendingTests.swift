import Correspondence
import Delivery
import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// Reminders bring the invoices they speak of, to a real server, or do not leave.
@Suite(.enabled(if: TestServer.isHere, "no aiosmtpd: scripts/setup --tests"))
struct CopySendingTests {
  let server: TestServer
  let bench: Bench
  let brunel: CustomerID
  let morning = Instant(parisDay: Day(2026, 11, 23), minute: 600)

  private static let customers = """
    Code;Nom;Adresse;Code postal;Ville;Email
    C2;Brunel SAS;1 rue Haute;69001;Lyon;compta@brunel.example

    """

  init() throws {
    server = try TestServer()
    bench = try Bench()
    try bench.take("clients.csv", CopySendingTests.customers)
    try bench.take(
      "factures.csv",
      Papers.invoices(
        "FA-2026-0004;C2;Brunel SAS;15/09/2026;15/10/2026;100,00;20,00;120,00;EUR",
        "FA-2026-0002;C2;Brunel SAS;05/09/2026;05/10/2026;500,00;100,00;600,00;EUR"))
    try bench.take("banque.csv", Papers.bank(("22/11/2026", "AUTRE CHOSE", "1,00")))
    brunel = try bench.customer("Brunel")
    var firm = Firm()
    firm.name = "Firme SARL"
    try bench.desk.save(firm)
    try save { _ in }
  }

  private func save(_ change: (inout MailSettings) -> Void) throws {
    var settings = try bench.desk.mailSettings()
    settings.outgoing.host = "127.0.0.1"
    settings.outgoing.port = "\(server.port)"
    settings.outgoing.security = .none
    settings.sender = "compta@firme.example"
    settings.isRehearsal = false
    change(&settings)
    try bench.desk.save(settings)
  }

  private func keep(_ number: String, _ pdf: [UInt8]) throws {
    let path = try bench.write(number + ".pdf", pdf)
    try bench.desk.keepCopy(path, of: try bench.document(number))
  }

  private func queued() throws -> OutboxMessage {
    _ = try bench.desk.dunningRun()
    let number = try #require(
      try bench.desk.store.read { try $0.messages([.waiting, .ready]).first?.number })
    try bench.desk.approve([number])
    return try #require(try bench.desk.store.read { try $0.message(number) })
  }

  private func send() throws -> SendingReport {
    let moment = morning
    return try SendingRun(bench.desk, now: { moment }).send()
  }

  private func state(_ number: EntryNumber) throws -> MessageState? {
    try bench.desk.store.read { try $0.state(of: number) }
  }

  @Test func theMailArrivesWithTheInvoicesItAnnounces() throws {
    let (second, first) = (CopyPapers.plain("FA-2026-0004"), CopyPapers.plain("FA-2026-0002"))
    try keep("FA-2026-0004", second)
    try keep("FA-2026-0002", first)
    let kept = try queued()
    #expect(
      kept.message.text.contains(
        "\n\nPièces jointes\u{A0}: relevé de compte, factures FA-2026-0002 et FA-2026-0004.\n\n"))
    // Their bytes are not in the book a second time.
    let stored = try bench.desk.store.read { try $0.attachments(of: kept.number) }
    #expect(stored.map { $0.bytes == nil } == [false, true, true])
    #expect(kept.enclosures.map(\.byteCount).suffix(2) == [first.count, second.count])
    #expect(try bench.desk.file(1, of: kept.number)?.bytes == first)
    #expect(try send().sent == 1)
    let mail = try #require(try server.parsed().first)
    let files = try #require(mail["files"] as? [[String]])
    #expect(files.map { $0[0] }.suffix(2) == ["FA-2026-0002.pdf", "FA-2026-0004.pdf"])
    #expect(files.map { $0[1] } == Array(repeating: "application/pdf", count: 3))
    #expect(files[1][2] == hex(first) && files[2][2] == hex(second))
    #expect(mail["defects"] as? [String] == [])
    #expect(try send().sent == 0 && server.inbox.count == 1)
    #expect(try bench.desk.verify().isSound)
  }

  private func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  @Test func onlyWhatIsThereIsAnnounced() throws {
    try keep("FA-2026-0004", CopyPapers.plain("FA-2026-0004"))
    let kept = try queued()
    #expect(
      kept.message.text.contains("Pièces jointes\u{A0}: relevé de compte, facture FA-2026-0004."))
    #expect(kept.enclosures.count == 2)
  }

  @Test func theFirmMayLeaveThemOut() throws {
    try keep("FA-2026-0002", CopyPapers.plain("FA-2026-0002"))
    try save { $0.enclosesCopies = false }
    let kept = try queued()
    #expect(kept.enclosures.count == 1)
    #expect(kept.message.text.contains("Pièce jointe\u{A0}: relevé de compte."))
  }

  @Test func whatDoesNotFitStays() throws {
    try keep("FA-2026-0002", try CopyPapers.plain("FA-2026-0002", byteCount: 6 << 20))
    try keep("FA-2026-0004", try CopyPapers.plain("FA-2026-0004", byteCount: 6 << 20))
    let kept = try queued()
    #expect(kept.enclosures.map(\.name).suffix(1) == ["FA-2026-0002.pdf"])
    #expect(kept.message.text.contains("relevé de compte, facture FA-2026-0002."))
    #expect(try send().sent == 1)
  }

  @Test func oneThatIsTooLargeLeavesRoomForTheNext() throws {
    try keep("FA-2026-0002", try CopyPapers.plain("FA-2026-0002", byteCount: 11 << 20))
    try keep("FA-2026-0004", CopyPapers.plain("FA-2026-0004"))
    let kept = try queued()
    #expect(kept.enclosures.map(\.name).suffix(1) == ["FA-2026-0004.pdf"])
  }

  @Test func aFileThatVanishedKeepsItsMessageAndNoOther() throws {
    try keep("FA-2026-0002", CopyPapers.plain("FA-2026-0002"))
    let kept = try queued()
    let other = try #require(
      try bench.desk.queue(
        QueuedMessage(
          key: "autre", purpose: "note", mode: .automatic, recipient: "a@client.example",
          subject: "Objet", text: "Bonjour.\n"), to: brunel))
    let copy = try #require(try bench.copy("FA-2026-0002"))
    let place = bench.place(of: copy)
    try FileManager.default.removeItem(atPath: place)
    let report = try send()
    #expect(report.sent == 1 && report.lacking == 1 && report.refused == 0)
    #expect(try state(kept.number) == .failed && state(other) == .sent)
    let words = try bench.desk.store.read { try $0.events(of: kept.number).last?.words ?? "" }
    #expect(words.contains("FA-2026-0002.pdf n’est plus dans") && words.contains("Renvoyer"))
    #expect(server.inbox.count == 1)
    // The remedy that the words name.
    try keep("FA-2026-0002", CopyPapers.plain("FA-2026-0002"))
    try bench.desk.sendAgain(kept.number)
    #expect(try send().sent == 1)
    #expect(server.inbox.count == 2)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aFileOfTheSameSizeIsNotTheSameFile() throws {
    let pdf = CopyPapers.plain("FA-2026-0002")
    try keep("FA-2026-0002", pdf)
    let kept = try queued()
    let copy = try #require(try bench.copy("FA-2026-0002"))
    try Data(pdf.reversed()).write(to: URL(filePath: bench.place(of: copy)))
    #expect(try send().lacking == 1)
    #expect(try state(kept.number) == .failed && server.inbox.isEmpty)
    #expect(throws: LostFile.self) { try bench.desk.file(1, of: kept.number) }
    #expect(throws: LostFile.self) { try bench.desk.copy(of: bench.document("FA-2026-0002")) }
  }

  @Test func aLinkInTheFolderIsNotFollowed() throws {
    let pdf = CopyPapers.plain("FA-2026-0002")
    try keep("FA-2026-0002", pdf)
    let kept = try queued()
    let copy = try #require(try bench.copy("FA-2026-0002"))
    let place = bench.place(of: copy)
    try FileManager.default.removeItem(atPath: place)
    let elsewhere = try bench.write("ailleurs.pdf", pdf)
    try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: elsewhere)
    #expect(try send().lacking == 1)
    #expect(try state(kept.number) == .failed && server.inbox.isEmpty)
    #expect(try bench.desk.verify().copiesLost == 1)
  }

  @Test func aCopyTakenBackIsNotSentOn() throws {
    try keep("FA-2026-0002", CopyPapers.plain("autre client"))
    let kept = try queued()
    try keep("FA-2026-0002", CopyPapers.plain("FA-2026-0002"))
    #expect(try send().cancelled == 1)
    #expect(try state(kept.number) == .cancelled && server.inbox.isEmpty)
    // The next day's run writes it anew, with the right one.
    bench.setToday(Day(2026, 11, 24))
    let again = try queued()
    #expect(try bench.desk.file(1, of: again.number)?.bytes == CopyPapers.plain("FA-2026-0002"))
  }

  @Test func aNoticeBeforeTheDueDateBringsItsInvoice() throws {
    try bench.take(
      "bientot.csv",
      Papers.invoices("FA-2026-0008;C2;Brunel SAS;01/11/2026;26/11/2026;10,00;2,00;12,00;EUR"))
    try keep("FA-2026-0008", CopyPapers.plain("FA-2026-0008"))
    let number = try #require(
      try bench.desk.queueLetter(.preDue, to: brunel, by: .email, in: Manner()).first)
    let kept = try #require(try bench.desk.store.read { try $0.message(number) })
    #expect(kept.message.text.contains("Pièce jointe\u{A0}: facture FA-2026-0008."))
    #expect(kept.enclosures.map(\.name) == ["FA-2026-0008.pdf"])
  }

  @Test func aFormalNoticeByMailAnnouncesWhatItBrings() throws {
    try keep("FA-2026-0004", CopyPapers.plain("FA-2026-0004"))
    let number = try #require(
      try bench.desk.queueLetter(.formalNotice, to: brunel, by: .email, in: Manner()).first)
    let kept = try #require(try bench.desk.store.read { try $0.message(number) })
    #expect(
      kept.message.text.contains("Pièces jointes\u{A0}: mise en demeure, facture FA-2026-0004."))
    #expect(kept.enclosures.count == 2)
    let letter = try #require(
      try bench.desk.letters(.formalNotice, to: brunel, in: Manner()).first)
    #expect(letter.enclosures == ["copie de la facture FA-2026-0004 du 15/09/2026"])
    // A statement brings none.
    let statement = try #require(
      try bench.desk.queueLetter(.statement, to: brunel, by: .email, in: Manner()).first)
    #expect(try bench.desk.store.read { try $0.message(statement)?.enclosures.count } == 1)
  }

  @Test func anInvoicePaidInEnglishWords() throws {
    try keep("FA-2026-0002", CopyPapers.plain("FA-2026-0002"))
    let letter = try #require(
      try bench.desk.letters(.firm, to: brunel, in: Manner(language: .english)).first)
    #expect(letter.mail.text.contains("\n\nAttached: invoice FA-2026-0002.\n\n"))
  }
}
