import Delivery
import Dunning
import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// From the day's list to a real server on loopback: once, or in doubt and shown.
@Suite(.enabled(if: TestServer.isHere, "no aiosmtpd: scripts/setup --tests"))
struct SendingTests {
  let server: TestServer
  let bench: Bench
  /// Monday, ten in the morning.
  let morning = Instant(parisDay: Day(2026, 11, 23), minute: 600)

  init() throws {
    server = try TestServer()
    bench = try Bench()
    try bench.take("factures.csv", Papers.three)
    var firm = Firm()
    firm.name = "Firme SARL"
    try bench.desk.save(firm)
    try bench.desk.save(settings())
  }

  private func settings() throws -> MailSettings {
    var settings = MailSettings()
    settings.outgoing.host = "127.0.0.1"
    settings.outgoing.port = "\(server.port)"
    settings.outgoing.security = .none
    settings.sender = "compta@firme.example"
    settings.senderName = "Firme SARL"
    settings.isRehearsal = false
    settings.isMarking = true
    settings.token = "t0ken"
    return settings
  }

  private func queue(
    _ address: String, _ key: String, asking: Int64 = 0, about number: String = "FA-2026-0002"
  ) throws -> EntryNumber {
    var message = QueuedMessage(
      key: key, purpose: "note", mode: .automatic, recipient: address, subject: "Objet \(key)",
      text: "Bonjour.\n", documents: [try bench.document(number)],
      asking: Money(cents: asking), principal: Money(cents: asking))
    if address.hasPrefix("cutmid") {
      message.attachments = [
        Attachment(name: "gros.pdf", bytes: Array(repeating: 7, count: 9_000_000))
      ]
    }
    return try #require(try bench.desk.queue(message, to: try bench.customer("Brunel")))
  }

  private func send(at now: Instant? = nil) throws -> SendingReport {
    let moment = now ?? morning
    return try SendingRun(bench.desk, now: { moment }).send()
  }

  private func state(_ number: EntryNumber) throws -> MessageState? {
    try bench.desk.store.read { try $0.state(of: number) }
  }

  @Test func whatIsReadyLeavesOnce() throws {
    let first = try queue("a@client.example", "1")
    let second = try queue("b@client.example", "2")
    #expect(try send().sent == 2)
    #expect(try send().sent == 0)
    #expect(try state(first) == .sent && state(second) == .sent)
    #expect(server.inbox.count == 2)
    let mail = try #require(server.inbox.last)
    let brunel = try bench.customer("Brunel").raw
    #expect(mail.contains("Reply-To: \"Firme SARL\" <compta+D\(brunel)@firme.example>"))
    #expect(mail.contains("Message-ID: <M\(second.raw).t0ken@firme.example>"))
    #expect(mail.contains("In-Reply-To: <M\(first.raw).t0ken@firme.example>"))
    #expect(try bench.desk.verify().isSound)
  }

  @Test func eachFaultLeavesItsTrace() throws {
    let refused = try queue("refused@client.example", "1")
    let grey = try queue("grey@client.example", "2")
    let kept = try queue("cutafter@client.example", "3")
    let lost = try queue("cutafter-lost@client.example", "4")
    let fine = try queue("fine@client.example", "5")
    let cut = try queue("cutmid@client.example", "6")
    let report = try send()
    #expect(report.sent == 1 && report.refused == 1)
    #expect(report.deferred == 2 && report.doubtful == 2)
    #expect(try state(refused) == .failed && state(grey) == .deferred && state(cut) == .deferred)
    #expect(try state(kept) == .doubtful && state(lost) == .doubtful && state(fine) == .sent)
    // Nothing in doubt is sent again by itself; what was deferred is, once its time has come.
    #expect(try send(at: morning.adding(minutes: 1)).sent == 0)
    let later = try send(at: morning.adding(minutes: 6))
    #expect(later.sent == 1)
    #expect(try state(grey) == .sent)
    // A person has looked: one had left, the other had not.
    try bench.desk.confirmSent(kept)
    try bench.desk.sendAgain(lost)
    #expect(try state(kept) == .sent && state(lost) == .ready)
    #expect(throws: OutboxRefusal.self) { try bench.desk.sendAgain(kept) }
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aServerDownForADayLosesNothing() throws {
    for place in 0..<5 { _ = try queue("c\(place)@client.example", "\(place)") }
    let port = server.port
    var broken = try settings()
    broken.outgoing.port = "1"
    try bench.desk.save(broken)
    for hour in 0..<8 {
      let report = try send(at: morning.adding(minutes: hour * 60))
      #expect(report.sent == 0)
    }
    var back = try settings()
    back.outgoing.port = "\(port)"
    try bench.desk.save(back)
    bench.setToday(Day(2026, 11, 24))
    #expect(try send(at: morning.adding(minutes: 1_440 + 60)).sent == 5)
    #expect(server.inbox.count == 5)
  }

  @Test func whatWasPaidMeanwhileIsCancelled() throws {
    let number = try queue("a@client.example", "1", asking: 600_00)
    try bench.take(
      "banque.csv", Papers.bank(("23/11/2026", "VIR BRUNEL SAS FA-2026-0002", "600,00")))
    let report = try send()
    #expect(report.cancelled == 1 && report.sent == 0)
    #expect(try state(number) == .cancelled)
    let events = try bench.desk.store.read { try $0.events(of: number) }
    #expect(events.last?.words == "réglé entre-temps")
    #expect(server.inbox.isEmpty)
  }

  @Test func aHoldThatAroseCancels() throws {
    try bench.take("banque.csv", Papers.bank(("22/11/2026", "AUTRE CHOSE", "1,00")))
    let number = try queue("a@client.example", "1", asking: 600_00)
    try bench.desk.dispute(try bench.document("FA-2026-0002"), amount: nil, reason: "manquants")
    #expect(try send().cancelled == 1)
    #expect(try state(number) == .cancelled)
  }

  @Test func aReplyThatCameMeanwhileCancels() throws {
    let number = try queue("a@client.example", "1", asking: 100_00)
    let received = ReceivedMessage(
      .reply, from: "a@client.example", subject: "Re", text: "Payé.", fingerprint: "1", at: morning)
    let brunel = try bench.customer("Brunel")
    try bench.desk.store.write(learned: bench.today) {
      try $0.append(.received(received), customer: brunel, happened: bench.today)
    }
    try bench.take("b.csv", Papers.bank(("20/11/2026", "PRLV EDF", "-50,00")))
    #expect(try send().cancelled == 1)
    #expect(try state(number) == .cancelled)
  }

  @Test func aConfirmedPromiseDoesNotCancelItsConfirmation() throws {
    try bench.take("b.csv", Papers.bank(("20/11/2026", "PRLV EDF", "-50,00")))
    let brunel = try bench.customer("Brunel")
    let person = ContactPerson(role: .payables, name: "Marie", email: "a@client.example")
    try bench.desk.store.write(learned: bench.today) {
      try $0.append(.contactPerson(person), customer: brunel, happened: bench.today)
    }
    let sheet = try #require(
      try bench.desk.callSheet(CallList.Entry(customer: brunel, currency: .eur)))
    let promise = CallOutcome(.promise(Money(cents: 100_00), on: Day(2026, 12, 1)))
    let message = try #require(try bench.desk.record(promise, of: sheet).message)
    try bench.desk.approve([message])
    #expect(try send().sent == 1)
    #expect(try state(message) == .sent)
  }

  @Test func oldBankDataHoldEverythingBack() throws {
    let number = try queue("a@client.example", "1", asking: 600_00)
    let report = try send()
    #expect(report.sent == 0 && report.cancelled == 0 && report.stopped != nil)
    #expect(try state(number) == .ready)
  }

  @Test func hoursAndDaysOff() throws {
    let number = try queue("a@client.example", "1")
    let sunday = Instant(parisDay: Day(2026, 11, 22), minute: 600)
    let holiday = Instant(parisDay: Day(2026, 12, 25), minute: 600)
    for moment in [morning.adding(minutes: -120), morning.adding(minutes: 600), sunday, holiday] {
      let report = try send(at: moment)
      #expect(report.sent == 0 && report.stopped != nil)
    }
    #expect(try state(number) == .ready)
  }

  @Test func eachMessageKeepsTheHoursOfItsPlan() throws {
    let step = DunningLevel(.courtesy, delayInDays: 3, tone: .courteous)
    var late = DunningPlan(key: "apres-midi", levels: [step])
    late.audience.customers = [try bench.customer("Brunel")]
    late.hours = try #require(SendingHours(first: 14 * 60, end: 16 * 60))
    late.days[.email] = .saturdays
    let version = try bench.desk.save(late, note: "")
    try bench.desk.activate("apres-midi", version: version, note: "")
    let message = QueuedMessage(
      key: "r", purpose: "courtesy", mode: .automatic, recipient: "a@client.example",
      subject: "Rappel", text: "Bonjour.\n", documents: [], asking: .zero)
    let reminder = Reminder(
      level: "courtesy", channel: .email, documents: [], note: "",
      step: Reminder.Step(key: "courtesy", plan: "apres-midi", version: version))
    let own = try #require(
      try bench.desk.queue(message, to: try bench.customer("Brunel"), as: reminder))
    let plain = try queue("b@client.example", "1")
    let report = try send()
    #expect(report.sent == 1)
    #expect(report.stopped?.french.contains("14\u{A0}h\u{A0}00") == true, "\(report)")
    #expect(try state(own) == .ready && state(plain) == .sent)
    // On Saturday the plan for everyone is silent, this one is not.
    let other = try queue("c@client.example", "2")
    #expect(try send(at: Instant(parisDay: Day(2026, 11, 28), minute: 14 * 60 + 30)).sent == 1)
    #expect(try state(own) == .sent && state(other) == .ready)
  }

  @Test func noMoreThanTheLimitAnHour() throws {
    var few = try settings()
    few.mostAnHour = 3
    try bench.desk.save(few)
    for place in 0..<7 { _ = try queue("c\(place)@client.example", "\(place)") }
    #expect(try send().sent == 3)
    #expect(try send(at: morning.adding(minutes: 30)).sent == 0)
    #expect(try send(at: morning.adding(minutes: 61)).sent == 3)
    #expect(try send(at: morning.adding(minutes: 122)).sent == 1)
    #expect(server.inbox.count == 7)
  }

  @Test func aRehearsalReachesNobodyElse() throws {
    var trial = try settings()
    trial.isRehearsal = true
    trial.rehearsalAddress = "moi@firme.example"
    try bench.desk.save(trial)
    let number = try queue("a@client.example", "1")
    #expect(try send().sent == 1)
    #expect(try state(number) == .cancelled)
    let mail = try #require(try server.parsed().first)
    let head = try #require(mail["head"] as? [[String]])
    #expect(head.contains(["X-Recipient", "moi@firme.example"]))
    #expect(head.contains(["Subject", "[ESSAI] Objet 1"]))
    #expect((mail["text"] as? String)?.contains("a@client.example") == true)
    // In earnest, it is written anew.
    try bench.desk.save(try settings())
    _ = try queue("a@client.example", "1")
    #expect(try send().sent == 1)
  }

  @Test func aFlightThatBrokeOffIsShown() throws {
    let number = try queue("a@client.example", "1")
    try bench.desk.store.write(learned: bench.today) { pen in
      _ = try pen.note(MessageEvent(.inFlight, of: number, at: morning))
    }
    let report = try send()
    #expect(report.doubtful == 1 && report.sent == 0)
    #expect(try state(number) == .doubtful)
    #expect(server.inbox.isEmpty)
  }
}
