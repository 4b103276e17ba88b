import Claims
public import Correspondence
import Dunning
import Intake
import Law
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
    let drafts = try letterDrafts(message, to: id, by: channel, in: manner)
    let (today, now) = (today, now)
    return try store.write(learned: today) { pen in
      if message != .statement {
        // One message to a customer: the letter stands for the step that waits.
        let waiting = try pen.reader.messages([.waiting, .ready, .deferred], of: id, limit: 10_000)
        for kept in waiting
        where kept.isStep && drafts.contains(where: { $0.currency == kept.currency }) {
          let words = "remplacé par un courrier que vous avez préparé"
          _ = try pen.withdraw(kept.number, at: now, because: words)
        }
      }
      return try drafts.map { try pen.queue($0, to: id) }
    }
  }

  /// A letter ready to be put into the outbox, with the reminder by which the account knows of it.
  struct LetterDraft: Sendable {
    let message: QueuedMessage
    let currency: Currency
    let reminder: Reminder?
  }

  /// The letters of a message, one for each currency that has something to say; in the place of one
  /// that did not leave, when it is given.
  func letterDrafts(
    _ message: Message, to id: CustomerID, by channel: Reminder.Channel, in manner: Manner,
    insteadOf old: EntryNumber? = nil
  ) throws -> [LetterDraft] {
    let letters = try written(message, to: id, in: manner, by: channel)
    guard !letters.isEmpty else { throw OutboxRefusal.nothingToSay }
    let today = today
    let accounts = try store.read {
      try standing(message, of: id, letters.map(\.letter), insteadOf: old, $0)
    }
    return zip(accounts, letters).map { account, letter in
      account.draft(letter, by: channel, in: manner.tone, on: today)
    }
  }

  /// Writes a letter that did not leave anew: the same letter in its tone and language, with the
  /// figures and the date of today. Where its tone is not known, or nothing is to be asked any
  /// more, it is taken out with the words that say so.
  func rewriteLetter(_ kept: OutboxMessage) throws -> RewritingReport {
    var report = RewritingReport()
    let (today, now) = (today, now)
    let key = kept.message.key.split(separator: "/")
    var why = "préparez-le de nouveau depuis la fiche du client"
    var draft: LetterDraft?
    if key.count == 4, let message = Message(named: kept.message.purpose) {
      let manner = Manner(
        language: kept.message.language, tone: DunningLevel.Tone(rawValue: String(key[3])))
      do {
        draft = try letterDrafts(
          message, to: kept.customer, by: kept.message.channel, in: manner, insteadOf: kept.number
        ).first { $0.currency == kept.currency }
        why = OutboxRefusal.nothingToSay.words.french
      } catch let refusal as OutboxRefusal {
        why = refusal.words.french
      } catch let missing as UnknownRate {
        why = missing.remedyFrench
      }
    }
    let words =
      draft == nil
      ? "pas parti le \(kept.queued.french) : \(why)" : "réécrit le \(today.french)"
    let (isTaken, number) = try store.write(learned: today) { [draft, words] pen in
      guard try pen.withdraw(kept.number, at: now, because: words) else {
        return (false, EntryNumber?.none)
      }
      do {
        return (true, try draft.map { try pen.queue($0, to: kept.customer) })
      } catch is OutboxRefusal {
        return (true, nil)
      }
    }
    if let number {
      report.rewritten = 1
      report.successors[kept.number] = number
    } else if isTaken {
      report.withdrawn = 1
    }
    return report
  }

  /// A customer's account as a letter finds it.
  fileprivate struct Standing: Sendable {
    let claim: Claim
    let account: Account
    let documents: [OpenItem]
  }

  /// The accounts that the letters speak of. Throws when one is not to be asked.
  private func standing(
    _ message: Message, of id: CustomerID, _ letters: [Letter], insteadOf old: EntryNumber?,
    _ reader: BookReader
  ) throws -> [Standing] {
    let unsent: [MessageState] = [.waiting, .ready, .inFlight, .deferred, .doubtful, .printed]
    let same = try reader.messages(unsent, of: id).first {
      $0.message.purpose == message.name && $0.number != old
        && (old == nil || $0.isLetter)
    }
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

extension Desk.Standing {
  fileprivate func draft(
    _ written: WrittenLetter, by channel: Reminder.Channel, in tone: DunningLevel.Tone?,
    on today: Day
  ) -> Desk.LetterDraft {
    let letter = written.letter
    let customer = claim.customer
    let isPaper = channel != .email
    let name = letter.message.name
    let asks = letter.message != .statement
    let address =
      isPaper
      ? letter.recipient.joined(separator: "\n")
      : account.addresses.recipient(of: customer, for: .payables, by: channel, on: today)?
        .address ?? ""
    var message = QueuedMessage(
      key: "letter/\(customer.id.raw)/\(letter.number)/\(tone?.rawValue ?? "usual")",
      purpose: name, channel: channel, mode: .automatic, recipient: address,
      subject: isPaper ? letter.subject : letter.mail.subject,
      text: isPaper ? letter.plainText : letter.mail.text, language: letter.language,
      documents: documents.map(\.document), asking: asks ? letter.amount : .zero)
    message.principal = asks ? documents.map(\.balance).sum() : .zero
    if isPaper || letter.message.isAttached {
      message.attachments = [Attachment(name: letter.number + ".pdf", bytes: render(letter))]
    }
    message.attachments += written.copies.map(\.attachment)
    let reminder = Reminder(
      level: name, channel: channel, documents: message.documents, note: message.subject)
    return Desk.LetterDraft(
      message: message, currency: claim.currency, reminder: asks ? reminder : nil)
  }
}

extension BookWriter {
  /// Queues a letter once a day, in whatever tone.
  fileprivate func queue(_ draft: Desk.LetterDraft, to customer: CustomerID) throws -> EntryNumber {
    let stem = draft.message.key.split(separator: "/").prefix(3).joined(separator: "/")
    for manner in ["usual"] + DunningLevel.Tone.allCases.map(\.rawValue)
    where try reader.standingMessage(stem + "/" + manner) != nil {
      throw OutboxRefusal.writtenToday
    }
    let number = try queueChecked(
      draft.message, to: customer, in: draft.currency, as: draft.reminder)
    guard let number else { throw OutboxRefusal.writtenToday }
    return number
  }
}
