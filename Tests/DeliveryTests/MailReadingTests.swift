import Delivery
import Foundation
import Testing

/// Mails as they come: written, automatic, given back, and broken.
@Suite struct MailReadingTests {
  private func read(_ text: String) -> IncomingMail {
    IncomingMail(Array(text.replacing("\n", with: "\r\n").utf8))
  }

  @Test func aReplyInFrench() {
    let mail = read(
      """
      From: =?iso-8859-1?Q?G=E9rard_Aubois?= <Compta@Aubois.example>
      To: "Firme" <compta+D12@firme.example>
      Subject: =?utf-8?B?UsOpcG9uc2Ug4oCTIGZhY3R1?=
       =?utf-8?Q?re_r=C3=A9gl=C3=A9e?=
      Message-ID: <r1@aubois.example>
      In-Reply-To: <M7.t0ken@firme.example>
      References: <M3.t0ken@firme.example>
       <M7.t0ken@firme.example>
      Content-Type: multipart/alternative; boundary="b b"

      --b b
      Content-Type: text/html; charset=utf-8

      <p>non</p>
      --b b
      Content-Type: text/plain; charset=windows-1252
      Content-Transfer-Encoding: quoted-printable

      Bonjour,=20=
      c=92est r=E9gl=E9 : 600 =80.
      --b b--
      """)
    #expect(mail.nature == .written)
    #expect(mail.sender == "compta@aubois.example" && mail.senderName == "Gérard Aubois ")
    #expect(mail.subject == "Réponse – facture réglée")
    #expect(mail.recipients == ["compta+d12@firme.example"])
    #expect(mail.messageID == "r1@aubois.example")
    #expect(mail.answers.first == "M7.t0ken@firme.example" && mail.answers.count == 3)
    #expect(mail.text.contains("c’est réglé : 600 €."))
  }

  static let bounce = """
    From: MAILER-DAEMON@relais.example
    To: compta+D12@firme.example
    Subject: Undelivered Mail Returned to Sender
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="f"

    --f
    Content-Type: text/plain

    I'm sorry.
    --f
    Content-Type: message/delivery-status

    Reporting-MTA: dns; relais.example

    Final-Recipient: rfc822; Parti@client.example
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 no such mailbox

    --f
    Content-Type: text/rfc822-headers

    From: compta@firme.example
    Message-ID: <M9.t0ken@firme.example>
    Subject: Facture

    --f--
    """

  @Test func aReportOfFailure() {
    let mail = read(MailReadingTests.bounce)
    #expect(
      mail.nature == .report(failed: true, status: "5.1.1", recipient: "parti@client.example"))
    #expect(mail.answers == ["M9.t0ken@firme.example"])
    let late = read(MailReadingTests.bounce.replacing("failed", with: "delayed"))
    #expect(
      late.nature == .report(failed: false, status: "5.1.1", recipient: "parti@client.example"))
  }

  @Test(arguments: [
    "Auto-Submitted: auto-replied", "Precedence: auto_reply", "X-Autoreply: yes",
    "Subject: Réponse automatique : absence", "Subject: =?utf-8?Q?R=C3=A9ponse_automatique?=",
  ])
  func anAutomaticAnswer(_ field: String) {
    #expect(read("From: a@b.example\n\(field)\n\nAbsent.").nature == .automatic)
  }

  @Test func apostmasterWithoutAReport() {
    let mail = read(
      "From: postmaster@b.example\nSubject: echec\n\n<x@client.example>: 550 5.2.2 boite pleine")
    #expect(mail.nature == .report(failed: true, status: "5.2.2", recipient: "x@client.example"))
  }

  @Test func aPageAloneIsReadWithoutItsTags() {
    let mail = read(
      "From: a@b.example\nContent-Type: text/html\n\n<head><style>x{}</style></head>"
        + "<script>alert(1)</script><p>R&eacute;gl&eacute; &lt;b&gt;</p>")
    #expect(mail.text.trimmingCharacters(in: .whitespacesAndNewlines) == "Réglé <b>")
  }

  @Test func brokenMailsAreReadAsFarAsTheyGo() {
    var random = SystemRandomNumberGenerator()
    let seed = random.next() % 1_000_000
    var state = seed
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(below))
    }
    let whole = Array(MailReadingTests.bounce.utf8)
    for _ in 0..<400 {
      var bytes = Array(whole.prefix(next(whole.count + 1)))
      for _ in 0..<next(20) where !bytes.isEmpty { bytes[next(bytes.count)] = UInt8(next(256)) }
      let mail = IncomingMail(bytes)
      #expect(mail.subject.count <= 400 && mail.recipients.count <= 400, "seed \(seed)")
    }
    // Parts within parts without end.
    var deep = "Content-Type: text/plain\n\nfond"
    for level in 0..<200 {
      deep = "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n\(deep)\n"
    }
    #expect(read(deep).nature == .written)
    #expect(read("").sender.isEmpty)
  }
}
