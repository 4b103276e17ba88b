import Delivery
import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// Replies and returned messages, read from a real IMAP server and filed on the accounts.
@Suite(.enabled(if: TestServer.hasMailbox, "no Dovecot: scripts/setup --tests"))
struct MailboxTests {
  private func bench(_ server: TestServer) throws -> (Bench, CustomerID, EntryNumber) {
    let bench = try Bench()
    try bench.take("factures.csv", Papers.three)
    let secret = try bench.write("secret", "sésame\n")
    chmod(secret, 0o600)
    var settings = MailSettings()
    settings.sender = "compta@firme.example"
    settings.token = "t0ken"
    settings.incoming.host = "127.0.0.1"
    settings.incoming.port = "\(server.port)"
    settings.incoming.security = .none
    settings.incoming.user = "encaisse"
    settings.incoming.secret = "file:" + secret
    try bench.desk.save(settings)
    let brunel = try bench.customer("Brunel")
    let message = QueuedMessage(
      key: "1", purpose: "courtesy", mode: .automatic, recipient: "Compta@brunel.example",
      subject: "Facture", text: "Bonjour.")
    let number = try #require(try bench.desk.queue(message, to: brunel))
    try bench.desk.store.write(learned: bench.today) { pen in
      for kind in [MessageEvent.Kind.inFlight, .sent] {
        try pen.note(MessageEvent(kind, of: number, at: Instant(seconds: 1_795_438_800)))
      }
    }
    return (bench, brunel, number)
  }

  @Test func repliesAreFiledOnce() throws {
    let server = try TestServer("imap_server.py")
    let (bench, brunel, number) = try bench(server)
    #expect(try bench.desk.readMailbox() == MailboxReport())
    try server.deliver(
      "From: x@ailleurs.example\nIn-Reply-To: <M\(number.raw).t0ken@firme.example>\n"
        + "Subject: Re: Facture\nMessage-ID: <1@x>\n\nDemain.\n")
    try server.deliver(
      "From: y@ailleurs.example\nTo: compta+D\(brunel.raw)@firme.example\nSubject: Autre\n"
        + "Message-ID: <2@x>\n\nBonjour.\n")
    try server.deliver(
      "From: compta@BRUNEL.example\nSubject: Automatic reply: absent\nMessage-ID: <3@x>\n\nNon.\n")
    try server.deliver("From: pub@pub.example\nSubject: Pub\nMessage-ID: <4@x>\n\nOffre.\n")
    try server.deliver("From: z@z.example\nSubject: RE : suite\nMessage-ID: <5@x>\n\nPayé.\n")
    let first = try bench.desk.readMailbox()
    #expect(first.replies == 2 && first.automatic == 1 && first.others == 1)
    #expect(first.unfiled == 1)
    let counts = try bench.desk.store.read { try $0.replyCounts() }
    #expect(counts == [.waiting: 2, .answered: 0, .unfiled: 1, .all: 4])
    #expect(try bench.desk.readMailbox() == MailboxReport())
    // Told to begin again, it files nothing twice.
    try bench.desk.store.write(learned: bench.today) { try $0.set("mailbox.place", to: "0 0") }
    try server.deliver(
      "From: compta@brunel.example\nSubject: Encore\nMessage-ID: <2@x>\n\nBonjour.\n")
    _ = try bench.desk.readMailbox()
    let filed = try bench.desk.store.read { try $0.received(from: brunel) }
    #expect(filed.count == 3)
    #expect(filed.contains { $0.message.answers == number && $0.message.text.contains("Demain") })
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aReturnedMessageSpoilsTheAddress() throws {
    let server = try TestServer("imap_server.py")
    let (bench, brunel, number) = try bench(server)
    try server.deliver(
      """
      From: MAILER-DAEMON@relais.example
      To: compta@firme.example
      Subject: Undelivered
      Message-ID: <b1@relais>
      Content-Type: multipart/report; report-type=delivery-status; boundary="f"

      --f
      Content-Type: message/delivery-status

      Final-Recipient: rfc822; compta@brunel.example
      Action: failed
      Status: 5.1.1

      --f
      Content-Type: text/rfc822-headers

      Message-ID: <M\(number.raw).t0ken@firme.example>

      --f--

      """)
    #expect(try bench.desk.readMailbox().bounced == 1)
    #expect(try bench.desk.store.read { try $0.state(of: number) } == .bounced)
    let account = try #require(try bench.desk.store.read { try $0.accounts(of: brunel) }.first)
    let fault = try #require(account.addresses.faults.first?.fact)
    #expect(fault.address == "Compta@brunel.example" && fault.reason.contains("5.1.1"))
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aWrongPasswordIsTold() throws {
    let server = try TestServer("imap_server.py")
    let (bench, _, _) = try bench(server)
    try bench.write("secret", "faux\n")
    #expect(throws: MailboxFault.self) { try bench.desk.readMailbox() }
    let path = bench.folder + "/secret"
    chmod(path, 0o644)
    #expect(throws: MailFault.openSecretFile(path)) { try bench.desk.readMailbox() }
  }
}
