import Delivery
public import Intake
import Ledger
import Quantities
import Store

extension SendingRun {
  /// The message as the server gets it.
  func envelope(
    of kept: OutboxMessage, _ reader: BookReader, at now: Instant
  ) throws -> Envelope {
    guard let sender = MailAddress(settings.sender) else {
      throw MailFault.noSender(settings.sender)
    }
    let wanted = settings.isRehearsal ? settings.rehearsalAddress : kept.message.recipient
    guard let recipient = MailAddress(wanted) else { throw MailFault.noRehearsalAddress(wanted) }
    var envelope = Envelope(
      from: sender, to: recipient, subject: kept.message.subject, text: kept.message.text,
      messageID: settings.messageID(of: kept.number), date: now)
    envelope.senderName = settings.senderName
    envelope.language = kept.message.language
    envelope.attachments = try reader.attachments(of: kept.number)
    envelope.references = try reader.thread(of: kept.number).reversed()
      .filter { try reader.state(of: $0)?.hasLeft ?? false }.map(settings.messageID(of:))
    if settings.isMarking, let marked = sender.marked("D\(kept.customer.raw)") {
      envelope.replyTo = marked
      envelope.returnPath = marked
    }
    if settings.isRehearsal { envelope.becomeRehearsal(insteadOf: kept.message.recipient) }
    return envelope
  }
}

extension Envelope {
  /// Says in its subject and at its head that it is a rehearsal, and whom it would have gone to.
  mutating func becomeRehearsal(insteadOf address: String) {
    let isFrench = language == .french
    subject = (isFrench ? "[ESSAI] " : "[REHEARSAL] ") + subject
    let banner =
      isFrench
      ? "ESSAI : ce message serait parti à \(address). Le client n’a rien reçu."
      : "REHEARSAL: this message would have gone to \(address). The customer received nothing."
    let line = String(repeating: "=", count: 60)
    text = "\(line)\n\(banner)\n\(line)\n\n" + text
  }
}

extension Desk {
  /// Sends a line to ourselves by the settings as they stand: whether mail leaves at all.
  public func sendTrial(to address: String) throws -> (isTaken: Bool, words: Phrase) {
    let settings = try mailSettings()
    guard let sender = MailAddress(settings.sender) else {
      throw MailFault.noSender(settings.sender)
    }
    guard let recipient = MailAddress(address) else {
      throw MailFault.noRehearsalAddress(address)
    }
    var envelope = Envelope(
      from: sender, to: recipient, subject: "Essai d’envoi d’Encaisse",
      text: "Bonjour,\n\nSi vous lisez ces lignes, Encaisse sait envoyer vos messages.\n",
      messageID: "T\(now.seconds).\(settings.token)@\(sender.domain)", date: now)
    envelope.senderName = settings.senderName
    let server = try settings.outgoing.server(patienceInSeconds: 20)
    switch Outbox(server).send(envelope) {
    case .accepted(let words):
      return (
        true,
        Phrase(
          french: "Le serveur a pris l’essai (\(words)).",
          english: "The server took the trial (\(words)).")
      )
    case .refused(let words), .deferred(let words), .unreachable(let words), .doubtful(let words):
      return (
        false,
        Phrase(
          french: "L’essai n’est pas parti : \(words)", english: "The trial did not leave: \(words)"
        )
      )
    }
  }
}
