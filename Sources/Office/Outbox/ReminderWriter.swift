import Claims
import Correspondence
import Dunning
import Intake
import Ledger
import Printing
import Quantities
import Store

/// Writes the message of a step.
struct ReminderWriter: Sendable {
  let sender: Sender
  let book: LetterBook
  let today: Day
  let archive: Archive
  let pdf: PDFExtractor

  init(_ settings: [String: String], _ archive: Archive, _ pdf: PDFExtractor, on today: Day) {
    sender = Firm(settings: settings).sender
    book = LetterBook(settings: settings)
    self.today = today
    self.archive = archive
    self.pdf = pdf
  }

  /// Whether a step of a channel is a message that the program writes.
  func writes(_ channel: Reminder.Channel) -> Bool {
    switch channel {
    case .email, .letter, .registeredLetter, .sms: true
    case .call, .visit, .task: false
    }
  }

  /// The message of a contact with what goes with it; nil when there is nothing to write about.
  func message(
    _ contact: Contact, _ claim: Claim, _ copies: [EntryNumber: InvoiceCopy]
  ) -> QueuedMessage? {
    if contact.level.channel == .sms { return shortMessage(contact, claim) }
    let isPaper = contact.level.channel != .email
    // An e-mail after the due date brings the statement of account.
    let statement = isPaper || contact.isBeforeDue ? nil : statement(claim, with: contact)
    let bringsLetter = isPaper || contact.level.name == .formalNotice
    let ours = (statement?.byteCount ?? 0) + (bringsLetter ? Desk.roomForLetter : 0)
    let choice = CopyChoice(
      archive: archive, pdf: pdf, room: Desk.mostAttached - ours, isPaper: isPaper)
    let chosen = choice.chosen(of: contact.documents, in: claim, from: copies)
    var attached = Attached(copies: chosen)
    attached.letter = bringsLetter && !isPaper
    attached.statement = statement != nil
    guard let letter = letter(contact, claim, with: attached) else { return nil }
    var files: [Attachment] = []
    if bringsLetter {
      files.append(Attachment(name: letter.number + ".pdf", bytes: render(letter)))
    }
    if let statement { files.append(statement) }
    files += chosen.map(\.attachment)
    if !chosen.isEmpty, files.map(\.byteCount).reduce(0, +) > Desk.mostAttached {
      // A letter of very many pages: it goes alone.
      return message(contact, claim, [:])
    }
    return queued(letter, contact, claim, files)
  }

  /// An SMS asks for the invoices alone, and brings nothing.
  private func shortMessage(_ contact: Contact, _ claim: Claim) -> QueuedMessage {
    let level = contact.level
    let documents = Set(contact.documents)
    var message = QueuedMessage(
      key: contact.messageKey(to: claim.customer), purpose: level.name.rawValue, channel: .sms,
      mode: level.mode == .automatic ? .automatic : .afterConfirmation,
      recipient: contact.recipient?.address ?? "", subject: "SMS · \(contact.lead.number)",
      text: shortText(contact, for: claim, from: sender), language: claim.customer.language,
      documents: contact.documents,
      asking: contact.isBeforeDue ? contact.claiming : claim.principalLessCredits)
    message.principal = claim.items.lazy.filter { documents.contains($0.document) }
      .map(\.balance).sum()
    return message
  }

  private func letter(_ contact: Contact, _ claim: Claim, with attached: Attached) -> Letter? {
    let number = Desk.letterNumber(
      Message(contact.level.name), claim.customer, claim.currency, today)
    return compose(contact, for: claim, from: sender, numbered: number, with: attached, in: book)
  }

  private func queued(
    _ letter: Letter, _ contact: Contact, _ claim: Claim, _ files: [Attachment]
  ) -> QueuedMessage {
    let level = contact.level
    let isPaper = level.channel != .email
    let documents = Set(contact.documents)
    var message = QueuedMessage(
      key: contact.messageKey(to: claim.customer),
      purpose: level.name.rawValue, channel: level.channel,
      mode: level.mode == .automatic ? .automatic : .afterConfirmation,
      recipient: isPaper
        ? letter.recipient.joined(separator: "\n") : contact.recipient?.address ?? "",
      subject: isPaper ? letter.subject : letter.mail.subject,
      text: isPaper ? letter.plainText : letter.mail.text, language: letter.language,
      attachments: files, documents: contact.documents, asking: contact.claiming)
    message.principal = claim.items.lazy.filter { documents.contains($0.document) }
      .map(\.balance).sum()
    return message
  }

  /// The statement that goes with a message: it asks for what the message asks for.
  private func statement(_ claim: Claim, with contact: Contact) -> Attachment? {
    let number = Desk.letterNumber(.statement, claim.customer, claim.currency, today)
    var occasion = Occasion(.statement, number: number)
    occasion.asksAccessories = contact.level.asksAccessories
    guard let statement = compose(occasion, for: claim, from: sender, in: book) else { return nil }
    return Attachment(name: number + ".pdf", bytes: render(statement))
  }
}
