import Delivery
import Foundation
import Ledger
import Quantities
import Testing

/// Mail against a real server on loopback, with its faults.
@Suite(.enabled(if: TestServer.isHere, "no aiosmtpd: scripts/setup --tests"))
struct SendTests {
  private func plain(_ server: TestServer) -> MailServer {
    var mail = MailServer(host: "127.0.0.1", port: server.port, security: .none)
    mail.patienceInSeconds = 5
    return mail
  }

  private func envelope(_ to: String, _ number: Int = 1) throws -> Envelope {
    Envelope(
      from: try #require(MailAddress("compta@firme.example")),
      to: try #require(MailAddress(to)), subject: "Facture FA-\(number)",
      text: "Bonjour,\nune ligne.\n", messageID: "M\(number).abc@firme.example",
      date: Instant(seconds: 1_795_438_800))
  }

  @Test func wordsFilesAndThreadArriveWhole() throws {
    let server = try TestServer()
    var mail = try envelope("client@client.example", 7)
    mail.subject =
      "Réglée ? La facture n°\u{A0}7 de l’été — 1\u{202F}234,56\u{A0}€ « à revoir », merci"
    mail.text =
      "Bonjour,\n.\nFrom ici\nété\u{A0}: 1\u{202F}234,56\u{A0}€ = dû \n"
      + String(repeating: "long ", count: 60) + "\n..fin"
    mail.senderName = "Société Générale d’Été, « Compta »"
    mail.replyTo = MailAddress("compta+D12@firme.example")
    mail.returnPath = try #require(MailAddress("compta+D12@firme.example"))
    mail.references = ["M1.abc@firme.example", "M3.abc@firme.example"]
    let file = Attachment(name: "relevé été.pdf", bytes: (0..<70_000).map { UInt8($0 % 251) })
    mail.attachments = [file, Attachment(name: "a\r\nX-Evil: 1.pdf", bytes: [])]
    let outbox = Outbox(plain(server))
    guard case .accepted = outbox.send(mail) else { return #expect(Bool(false)) }
    let read = try #require(try server.parsed().first)
    let head = try #require(read["head"] as? [[String]])
    func field(_ name: String) -> [String] { head.filter { $0[0] == name }.map { $0[1] } }
    #expect(field("Subject") == [mail.subject])
    #expect(field("From").first?.contains("compta@firme.example") == true)
    #expect(field("From").first?.contains("Société Générale d’Été") == true)
    #expect(field("Reply-To").first?.contains("compta+D12@firme.example") == true)
    #expect(field("Message-ID") == ["<M7.abc@firme.example>"])
    #expect(field("In-Reply-To") == ["<M3.abc@firme.example>"])
    #expect(field("References") == ["<M1.abc@firme.example> <M3.abc@firme.example>"])
    #expect(field("X-Evil").isEmpty && field("X-Sender") == ["compta+D12@firme.example"])
    let text = try #require(read["text"] as? String)
    #expect(text.replacingOccurrences(of: "\r\n", with: "\n").hasPrefix(mail.text))
    let files = try #require(read["files"] as? [[String]])
    #expect(files.first?[0] == "relevé été.pdf")
    #expect(files.first?[2] == file.bytes?.map { String(format: "%02x", $0) }.joined())
    #expect(read["defects"] as? [String] == [])
    let raw = try #require(server.inbox.first)
    #expect(raw.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 100 })
  }

  @Test(arguments: [
    "Facture\r\nBcc: autre@x.example", "Facture\nSubject: autre", "a\r\n\r\ncorps",
    "a\u{2028}b\u{85}c",
    "=?utf-8?Q?a=0D=0ABcc:_x?=",
  ])
  func noWordBecomesAHead(_ words: String) throws {
    var mail = try envelope("client@client.example")
    mail.subject = words
    mail.senderName = words
    let head = String(decoding: mail.bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
    let names = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }
      .compactMap { $0.split(separator: ":").first.map(String.init) }
    #expect(
      names == [
        "Date", "From", "To", "Subject", "Message-ID", "Content-Language", "MIME-Version",
        "Content-Type", "Content-Transfer-Encoding",
      ])
    #expect(!head.contains("\n.\n"))
  }

  @Test func eachFaultHasItsOutcome() throws {
    let server = try TestServer()
    let outbox = Outbox(plain(server))
    func outcome(_ name: String, weighing bytes: Int = 0) throws -> String {
      var mail = try envelope(name + "@client.example")
      if bytes > 0 {
        mail.attachments = [Attachment(name: "a.pdf", bytes: Array(repeating: 1, count: bytes))]
      }
      let label = Mirror(reflecting: outbox.send(mail)).children.first?.label ?? ""
      return label
    }
    #expect(try outcome("bien") == "accepted")
    #expect(try outcome("refused") == "refused")
    #expect(try outcome("grey") == "deferred")
    #expect(try outcome("grey") == "accepted")
    #expect(try outcome("full") == "deferred")
    #expect(try outcome("spam") == "refused")
    #expect(try outcome("busy") == "deferred")
    #expect(try outcome("cutmid", weighing: 9_000_000) == "deferred")
    #expect(try outcome("cutafter") == "doubtful")
    #expect(try outcome("cutafter-lost") == "doubtful")
    #expect(try outcome("slow") == "accepted")
    #expect(try outcome("bien") == "accepted")
    #expect(server.inbox.count == 5)
  }

  @Test func aServerThatIsNotThereIsUnreachable() throws {
    let server = try TestServer()
    var gone = plain(server)
    gone.port = 1
    guard case .unreachable = Outbox(gone).send(try envelope("bien@client.example")) else {
      return #expect(Bool(false))
    }
  }

  @Test(arguments: ["--tls", "--starttls"])
  func theServersCertificateIsChecked(_ option: String) throws {
    let server = try TestServer("smtp_server.py", option, "--auth")
    var mail = plain(server)
    mail.host = "localhost"
    mail.security = option == "--tls" ? .tls : .startTLS
    mail.user = "encaisse"
    mail.password = "sésame"
    let message = try envelope("bien@client.example")
    guard case .unreachable = Outbox(mail).send(message) else {
      return #expect(Bool(false), "an unknown authority was trusted")
    }
    mail.authorityFile = server.authorityFile
    guard case .accepted = Outbox(mail).send(message) else { return #expect(Bool(false)) }
    mail.password = "faux"
    guard case .unreachable(let words) = Outbox(mail).send(message) else {
      return #expect(Bool(false), "a wrong password was taken")
    }
    #expect(!words.contains("faux"))
    #expect(server.inbox.count == 1)
  }

  @Test func aCertificateOfAnotherNameIsRefused() throws {
    let server = try TestServer("smtp_server.py", "--tls", "--wrong-name")
    var mail = plain(server)
    mail.host = "localhost"
    mail.security = .tls
    mail.authorityFile = server.authorityFile
    guard case .unreachable = Outbox(mail).send(try envelope("bien@client.example")) else {
      return #expect(Bool(false))
    }
  }

  @Test func withoutEncryptionOnOfferNothingIsSaid() throws {
    let server = try TestServer()
    var mail = plain(server)
    mail.security = .startTLS
    guard case .unreachable = Outbox(mail).send(try envelope("bien@client.example")) else {
      return #expect(Bool(false))
    }
    #expect(server.inbox.isEmpty)
  }

  @Test func oneConnectionServesForMany() throws {
    let server = try TestServer()
    let outbox = Outbox(plain(server))
    let mails = try (1...200).map { try envelope("c\($0)@client.example", $0) }
    var taken = 0
    send(mails, by: outbox) { _, outcome in
      if case .accepted = outcome { taken += 1 }
      return true
    }
    #expect(taken == 200)
    #expect(
      Set(server.inbox.compactMap { $0.firstMatch(of: /Message-ID: <(.*)>/)?.1 }).count == 200)
  }
}
