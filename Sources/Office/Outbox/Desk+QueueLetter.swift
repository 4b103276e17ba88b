import Claims
public import Correspondence
import Dunning
import Intake
public import Ledger
import Printing
import Quantities
import Store

extension Desk {
  /// Puts a letter that a person looked at into the outbox, as an e-mail or for the post, ready to
  /// leave: one message for each currency that has something to say. Gives their numbers.
  ///
  /// What stands in the way of asking is looked at again, and what was written today stays the only
  /// one of its kind: `OutboxRefusal` says which.
  public func queueLetter(
    _ message: Message, to id: CustomerID, by channel: Reminder.Channel, in manner: Manner
  ) throws -> [EntryNumber] {
    let written = try written(message, to: id, in: manner, by: channel)
    guard !written.isEmpty else { throw OutboxRefusal.nothingToSay }
    let today = today
    let accounts = try store.read { try standing(message, of: id, written.map(\.letter), $0) }
    return try store.write(learned: today) { pen in
      try zip(accounts, written).map { account, letter in
        try pen.queue(letter, by: channel, for: account, on: today)
      }
    }
  }

  /// A customer's account as a letter finds it.
  fileprivate struct Standing: Sendable {
    let claim: Claim
    let account: Account
    let documents: [OpenItem]
  }

  /// The accounts that the letters speak of. Throws when one is not to be asked.
  private func standing(
    _ message: Message, of id: CustomerID, _ letters: [Letter], _ reader: BookReader
  ) throws -> [Standing] {
    let unsent: [MessageState] = [.waiting, .ready, .inFlight, .deferred, .doubtful, .printed]
    let same = try reader.messages(unsent, of: id).first { $0.message.purpose == message.name }
    if let same { throw OutboxRefusal.waiting(same.number, same.state) }
    let gate = FreshnessGate(newest: try reader.newestBankDay(.first, by: today), on: today)
    let assessor = Assessor(try practice(reader))
    var accounts: [Standing] = []
    try reader.forEachOpenAccount(.first, of: id) { account in
      let claim = try assessor.assess(account, on: today).claim
      let number = Desk.letterNumber(message, account.customer, account.currency, today)
      guard letters.contains(where: { $0.number == number }) else { return }
      if message != .statement {
        if let hold = claim.holds.first ?? gate.hold {
          throw OutboxRefusal.held(
            Phrase(
              french: hold.explanation(in: .french, claim.currency),
              english: hold.explanation(in: .english, claim.currency)))
        }
        let made = account.reminders.last { $0.happened == today && $0.fact.level == message.name }
        if made != nil { throw OutboxRefusal.writtenToday }
      }
      accounts.append(
        Standing(claim: claim, account: account, documents: claim.spoken(of: message)))
    }
    guard accounts.count == letters.count else { throw OutboxRefusal.nothingToSay }
    return accounts
  }
}

extension BookWriter {
  /// Queues one letter with the reminder by which the account knows of it.
  fileprivate func queue(
    _ written: WrittenLetter, by channel: Reminder.Channel, for standing: Desk.Standing,
    on today: Day
  ) throws -> EntryNumber {
    let letter = written.letter
    let customer = standing.claim.customer
    let isPaper = channel != .email
    let name = letter.message.name
    let asks = letter.message != .statement
    let address =
      isPaper
      ? letter.recipient.joined(separator: "\n")
      : standing.account.addresses.recipient(of: customer, for: .payables, by: channel, on: today)?
        .address ?? ""
    var message = QueuedMessage(
      key: "letter/\(customer.id.raw)/\(letter.number)", purpose: name, channel: channel,
      mode: .automatic, recipient: address,
      subject: isPaper ? letter.subject : letter.mail.subject,
      text: isPaper ? letter.plainText : letter.mail.text, language: letter.language,
      documents: standing.documents.map(\.document), asking: asks ? letter.amount : .zero)
    message.principal = asks ? standing.documents.map(\.balance).sum() : .zero
    if isPaper || letter.message.isAttached {
      message.attachments = [Attachment(name: letter.number + ".pdf", bytes: render(letter))]
    }
    message.attachments += written.copies.map(\.attachment)
    let reminder = Reminder(
      level: name, channel: channel, documents: message.documents, note: message.subject)
    let number = try queueChecked(
      message, to: customer.id, in: standing.claim.currency, as: asks ? reminder : nil)
    guard let number else { throw OutboxRefusal.writtenToday }
    return number
  }
}
