import Correspondence
import Dunning
import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// From the day's list to the outbox, and from a letter that a person looked at.
@Suite struct DunningRunTests {
  let bench: Bench
  /// The only one of the three who is overdue and has an address.
  let brunel: CustomerID

  private static let customers = """
    Code;Nom;Adresse;Code postal;Ville;Email
    C2;Brunel SAS;1 rue Haute;69001;Lyon;compta@brunel.example

    """

  init() throws {
    bench = try Bench()
    try bench.take("clients.csv", DunningRunTests.customers)
    try bench.take("factures.csv", Papers.three)
    try bench.take("banque.csv", Papers.bank(("22/11/2026", "AUTRE CHOSE", "1,00")))
    brunel = try bench.customer("Brunel")
  }

  private func messages() throws -> [OutboxMessage] {
    try bench.desk.store.read { try $0.messages() }
  }

  private func reminders() throws -> [String] {
    try bench.desk.store.read { try $0.accounts(of: brunel) }.flatMap(\.reminders).map(\.fact.level)
  }

  @Test func theDaysListIsQueuedOnce() throws {
    let report = try bench.desk.dunningRun()
    #expect(report.toConfirm == 1 && report.automatic == 0)
    // Aubois has no address: said, not guessed.
    #expect(
      report.refusals.map(\.french).contains { $0.hasPrefix("Aubois SARL n’a pas d’adresse") })
    let number = try #require(try messages().first?.number)
    let kept = try #require(try bench.desk.store.read { try $0.message(number) })
    #expect(kept.customer == brunel && kept.state == .waiting)
    #expect(kept.message.recipient == "compta@brunel.example")
    #expect(kept.message.documents == [try bench.document("FA-2026-0002")])
    #expect(kept.message.principal == Money(cents: 600_00))
    #expect(kept.enclosures.map(\.type) == ["application/pdf"])
    #expect(try reminders() == [kept.message.purpose])
    // The same day again, and another program at the same book.
    #expect(try bench.desk.dunningRun().toConfirm == 0)
    #expect(try bench.fresh().dunningRun().toConfirm == 0)
    #expect(try messages().count == 1)
    #expect(try bench.desk.verify().isSound)
  }

  /// A step by SMS is text for a gateway: a table in the folder of the post.
  @Test func aStepBySMSIsTextForAGateway() throws {
    try bench.take(
      "telephone.csv",
      "Code;Nom;Adresse;Code postal;Ville;Email;Téléphone\n"
        + "C2;Brunel SAS;1 rue Haute;69001;Lyon;compta@brunel.example;06 12 34 56 78\n")
    var firm = Firm()
    firm.name = "Firme SARL"
    firm.phone = "01 23 45 67 89"
    try bench.desk.save(firm)
    var level = DunningLevel(.courtesy, delayInDays: 3, tone: .courteous, channel: .sms)
    level.mode = .afterConfirmation
    var plan = DunningPlan(key: "sms", levels: [level])
    plan.audience.customers = [brunel]
    let version = try bench.desk.save(plan, note: "")
    try bench.desk.activate("sms", version: version, note: "")
    let run = try bench.desk.dunningRun()
    #expect(run.toConfirm == 1, "\(run)")
    let kept = try #require(try messages().first)
    #expect(
      kept.message.text
        == "Firme SARL : sauf erreur, la facture FA-2026-0002 de 600,00 €, échue le 05/10/2026, "
        + "n'est pas encore réglée. Sans doute un oubli. Merci. 01 23 45 67 89")
    #expect(kept.message.channel == .sms && kept.message.asking == Money(cents: 600_00))
    try bench.desk.approve([kept.number])
    let report = try bench.desk.post(into: bench.folder + "/courrier")
    #expect(report.texts == 1 && report.letters == 0 && report.batch == 1)
    let table = try String(contentsOfFile: report.folder + "/sms.csv", encoding: .utf8)
    #expect(table.contains("\(kept.number.raw);33612345678;Firme SARL : sauf erreur"))
    #expect(try bench.desk.post(into: bench.folder + "/courrier").texts == 0)
    try bench.desk.handOver(kept.number, tracking: "")
    #expect(try reminders() == ["courtesy"])
  }

  @Test func whatWasTakenOutTodayIsNotPutBack() throws {
    _ = try bench.desk.dunningRun()
    let kept = try #require(try messages().first)
    try bench.desk.cancel(kept.number, because: "je l’appelle")
    #expect(try bench.desk.dunningRun().known == 1)
    #expect(try messages().map(\.state) == [.cancelled])
  }

  @Test func manyAreWrittenSideBySideInTheirOrder() throws {
    let rows = (0..<150).map {
      "FB-\($0);D\($0);Débiteur \($0);05/09/2026;05/10/2026;500,00;100,00;600,00;EUR"
    }
    let people = (0..<150).map { "D\($0);Débiteur \($0);d\($0)@client.example" }
    try bench.take("gens.csv", (["Code;Nom;Email"] + people).joined(separator: "\n") + "\n")
    try bench.take("autres.csv", ([Papers.header] + rows).joined(separator: "\n") + "\n")
    #expect(try bench.desk.dunningRun().toConfirm == 151)
    for kept in try messages() {
      let name = try bench.desk.store.read { try $0.customer(kept.customer)?.party }
      #expect(kept.message.recipient == name?.email)
      let files = try bench.desk.store.read { try $0.attachments(of: kept.number) }
      #expect(files.count == 1 && files[0].bytes?.starts(with: Array("%PDF".utf8)) == true)
    }
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aPaymentIsThankedForOnce() throws {
    var settings = try bench.desk.mailSettings()
    settings.thanks = true
    try bench.desk.save(settings)
    try bench.take(
      "regle.csv", Papers.bank(("23/11/2026", "VIR BRUNEL SAS FA-2026-0002", "600,00")))
    #expect(try bench.desk.dunningRun().thanks == 1)
    #expect(try bench.desk.dunningRun().thanks == 0)
    let kept = try #require(try messages().first)
    #expect(kept.message.purpose == "thanks" && kept.state == .ready && !kept.message.asks)
    #expect(kept.message.text.contains("600,00"))
    #expect(kept.message.text.contains("la facture FA-2026-0002"))
    // Paid late: interest and compensation remain, so nothing is said of the account.
    #expect(!kept.message.text.contains("à jour"))
    #expect(try reminders().isEmpty)
  }

  /// The program breaks off where the old thanks are out and the new ones not in: the old stand.
  @Test func thanksAreWrittenAnewInOneTransaction() throws {
    var settings = try bench.desk.mailSettings()
    settings.thanks = true
    try bench.desk.save(settings)
    try bench.take(
      "regle.csv", Papers.bank(("23/11/2026", "VIR BRUNEL SAS FA-2026-0002", "600,00")))
    #expect(try bench.desk.dunningRun().thanks == 1)
    let old = try #require(try messages().first)
    bench.setToday(Day(2026, 11, 24))
    try bench.take("mardi.csv", Papers.bank(("23/11/2026", "FRAIS", "-1,00")))
    guard
      try bench.tamper(
        """
        CREATE TRIGGER crash BEFORE INSERT ON message_entry
        BEGIN SELECT RAISE(ABORT, 'crash'); END
        """)
    else { return }
    #expect(throws: (any Error).self) { try bench.desk.dunningRun() }
    #expect(try messages().map(\.number) == [old.number])
    #expect(try messages().map(\.state) == [.ready])
    _ = try bench.tamper("DROP TRIGGER crash")
    let report = try bench.desk.dunningRun()
    #expect(report.rewriting.rewritten == 1 && report.thanks == 0)
    let kept = try messages().sorted { $0.number < $1.number }
    #expect(kept.map(\.state) == [.cancelled, .ready])
    #expect(kept.last?.queued == Day(2026, 11, 24))
    #expect(report.rewriting.successors == [old.number: kept[1].number])
    // The firm wants no thanks any more: what waits is taken out, with words.
    settings.thanks = false
    try bench.desk.save(settings)
    bench.setToday(Day(2026, 11, 25))
    #expect(try bench.desk.dunningRun().rewriting.withdrawn == 1)
    let words = try bench.desk.store.read { try $0.events(of: kept[1].number) }.last?.words
    #expect(words == "pas parti le 24/11/2026 : plus de remerciement à envoyer")
    #expect(try bench.desk.verify().isSound)
  }

  @Test func paymentsOfBeforeAreNotThankedFor() throws {
    try bench.take(
      "regle.csv", Papers.bank(("20/11/2026", "VIR BRUNEL SAS FA-2026-0002", "600,00")))
    var settings = try bench.desk.mailSettings()
    settings.thanks = true
    try bench.desk.save(settings)
    #expect(try bench.desk.dunningRun().thanks == 0)
  }

  // A letter that a person looked at -------------------------------------------------------------

  private func queue(
    _ message: Message = .reminder, by channel: Reminder.Channel = .email
  ) throws -> [EntryNumber] {
    try bench.desk.queueLetter(message, to: brunel, by: channel, in: Manner())
  }

  @Test func aLetterIsQueuedOnceADay() throws {
    let number = try #require(try queue().first)
    let kept = try #require(try bench.desk.store.read { try $0.message(number) })
    #expect(kept.state == .ready && kept.message.recipient == "compta@brunel.example")
    #expect(try reminders() == ["reminder"])
    #expect(throws: OutboxRefusal.waiting(number, .ready)) { try queue() }
    // Asked today: the day's run leaves the customer alone.
    #expect(try bench.desk.dunningRun().toConfirm == 0)
  }

  @Test func whatHoldsACustomerHoldsTheLetter() throws {
    try bench.desk.dispute(try bench.document("FA-2026-0002"), amount: nil, reason: "manquants")
    #expect(throws: OutboxRefusal.self) { try queue() }
    #expect(try messages().isEmpty && reminders().isEmpty)
    // A statement asks for nothing by itself.
    #expect(try queue(.statement).count == 1)
  }

  @Test func oldBankDataHoldTheLetter() throws {
    bench.setToday(Day(2026, 12, 14))
    #expect(throws: OutboxRefusal.self) { try queue() }
    #expect(try messages().isEmpty)
  }

  @Test func aLetterForThePostIsBookedOnceAndHandedOver() throws {
    let number = try #require(try queue(.formalNotice, by: .registeredLetter).first)
    let report = try bench.desk.post(into: bench.folder + "/courrier")
    #expect(report.letters == 1 && report.batch == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: report.folder)
    #expect(names.contains { $0.hasSuffix(".pdf") } && names.contains { $0.hasSuffix(".csv") })
    #expect(try bench.desk.post(into: bench.folder + "/courrier").batch == 0)
    try bench.desk.handOver(number, tracking: "2C123")
    #expect(try bench.desk.store.read { try $0.state(of: number) } == .sent)
  }

  @Test func aLetterPaidMeanwhileIsNotPosted() throws {
    let number = try #require(try queue(.reminder, by: .letter).first)
    try bench.take(
      "regle.csv", Papers.bank(("23/11/2026", "VIR BRUNEL SAS FA-2026-0002", "600,00")))
    let report = try bench.desk.post(into: bench.folder + "/courrier")
    #expect(report.letters == 0 && report.cancelled == 1)
    #expect(try bench.desk.store.read { try $0.state(of: number) } == .cancelled)
  }
}
