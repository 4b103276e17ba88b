import Claims
public import Correspondence
import Dunning
public import Ledger
import Quantities
import Store

/// What was written down of a call.
public struct CallRecord: Sendable {
  public let customer: CustomerID
  public let reminder: EntryNumber?
  public let mail: Mail
  /// The message in the outbox that waits for a word; nil when no address is known.
  public let message: EntryNumber?
}

extension Desk {
  /// Writes down a call with its outcome and the e-mail that confirms it, in one transaction. The
  /// message waits in the outbox for a person's word. A call that somebody else has written down
  /// since the sheet was opened is told, and nothing is doubled.
  @discardableResult
  public func record(_ outcome: CallOutcome, of sheet: CallSheet) throws -> CallRecord {
    let written = try written(outcome, on: sheet)
    let today = today
    return try store.write(learned: today) { pen in
      if let last = outcome.lastCall,
        let call = try pen.reader.call(to: sheet.customer.id, after: last)
      {
        throw DeskRefusal.callRecorded(call)
      }
      try pen.append(written, on: sheet, happened: today)
      let call = try pen.append(
        .reminder(reminder(of: outcome, on: sheet)), customer: sheet.customer.id,
        currency: sheet.currency, happened: today)
      return CallRecord(
        customer: sheet.customer.id, reminder: call, mail: written.mail,
        message: try call.flatMap {
          try pen.queue(written, of: sheet, key: "confirmation/\($0.raw)")
        })
    }
  }

  /// What an outcome comes to in the book, whether it was said on the telephone or written to us.
  struct WrittenOutcome {
    let facts: [(Fact, Currency)]
    let mail: Mail
    let message: QueuedMessage
  }

  /// The facts of an outcome and the e-mail that confirms it; nothing is appended here.
  func written(_ outcome: CallOutcome, on sheet: CallSheet) throws -> WrittenOutcome {
    let result = try result(of: outcome, on: sheet)
    let mail = confirmation(
      of: result, about: sheet.occasion, from: try firm().sender, on: today)
    return WrittenOutcome(
      facts: facts(of: outcome, on: sheet), mail: mail, message: queued(mail, outcome, sheet))
  }

  /// What the confirmation says. A day that has passed, or an amount of nothing, is refused.
  private func result(of outcome: CallOutcome, on sheet: CallSheet) throws -> CallResult {
    switch outcome.end {
    case .promise(let amount, let day):
      try checkPromise(
        amount, on: day, owed: sheet.owed, sheet.currency, isSure: outcome.isSure)
      return .promised(sheet.promise(of: amount, on: day, outcome))
    case .dispute(let document, let amount, let cause, _):
      guard let item = sheet.claim.item(document) else {
        throw DeskRefusal.unknownDocument(document)
      }
      if let amount, amount > item.balance {
        throw DeskRefusal.tooMuch(wanted: amount, left: item.balance, in: sheet.currency)
      }
      return .disputed(
        Dispute(document: document, amount: amount, reason: outcome.words, cause: cause),
        number: item.number)
    case .wrongContact(let person): return .wrongContact(person?.name ?? outcome.person)
    case .noAnswer: return .noAnswer
    case .callBack(let day, let minute):
      guard day >= today else { throw DeskRefusal.dateNotAhead(day) }
      return .callBack(CallBack(on: day, minute: minute, person: outcome.person))
    case .saidPaid(let amount, let day):
      try checkPaid(amount, on: day, owed: sheet.owed, sheet.currency, isSure: outcome.isSure)
      return .saidPaid(amount, on: day)
    }
  }

  /// What is written down beside the call itself.
  private func facts(of outcome: CallOutcome, on sheet: CallSheet) -> [(Fact, Currency)] {
    let currency = sheet.currency
    switch outcome.end {
    case .promise(let amount, let day):
      return [(.promise(sheet.promise(of: amount, on: day, outcome)), currency)]
    case .dispute(let document, let amount, let cause, let owner):
      let dispute = Dispute(
        document: document, amount: amount, reason: outcome.words, cause: cause, owner: owner)
      return [(.dispute(dispute), currency)]
    case .wrongContact(let person):
      return person.map { [(.contactPerson($0), currency)] } ?? []
    case .noAnswer: return []
    case .callBack(let day, let minute):
      let call = CallBack(
        on: day, minute: minute, person: outcome.person, words: outcome.words)
      return [(.callBack(call), .eur)]
    case .saidPaid(let amount, let day):
      let paid = SaidPaid(
        on: day, amount: amount, words: outcome.words, saidBy: outcome.person)
      return [(.saidPaid(paid), currency)]
    }
  }

  /// A call that came to its point is the step that asked for it; one that did not is a contact, no
  /// more. Either way it names the step: its message is written all the same, unless what was said
  /// holds the customer.
  private func reminder(of outcome: CallOutcome, on sheet: CallSheet) -> Reminder {
    let hasSpoken =
      switch outcome.end {
      case .promise, .dispute, .saidPaid: true
      case .wrongContact, .noAnswer, .callBack: false
      }
    return Reminder(
      level: hasSpoken
        ? sheet.contact?.level.name.rawValue ?? Reminder.unreached : Reminder.unreached,
      channel: .call, documents: sheet.documents.map(\.document), note: outcome.note,
      step: sheet.contact?.step)
  }

  private func queued(
    _ mail: Mail, _ outcome: CallOutcome, _ sheet: CallSheet
  ) -> QueuedMessage {
    let asks =
      switch outcome.end {
      case .promise, .noAnswer, .callBack: true
      case .dispute, .wrongContact, .saidPaid: false
      }
    return QueuedMessage(
      key: "confirmation", purpose: "confirmation", mode: .afterConfirmation,
      recipient: sheet.email,
      subject: mail.subject, text: mail.text, language: sheet.occasion.language,
      documents: sheet.documents.map(\.document), asking: asks ? sheet.amount : .zero,
      principal: asks ? sheet.documents.map(\.balance).sum() : .zero)
  }
}

extension BookWriter {
  /// Appends the facts of an outcome; gives their numbers.
  @discardableResult
  func append(
    _ written: Desk.WrittenOutcome, on sheet: CallSheet, happened today: Day
  ) throws -> [EntryNumber] {
    try written.facts.compactMap { fact, currency in
      try append(fact, customer: sheet.customer.id, currency: currency, happened: today)
    }
  }

  /// Puts the confirming e-mail into the outbox, where an address is known.
  func queue(
    _ written: Desk.WrittenOutcome, of sheet: CallSheet, key: String
  ) throws -> EntryNumber? {
    guard MailAddress(sheet.email) != nil else { return nil }
    var message = written.message
    message.key = key
    return try queueChecked(message, to: sheet.customer.id, in: sheet.currency, as: nil)
  }
}

extension CallSheet {
  fileprivate func promise(
    of amount: Money, on day: Day, _ outcome: CallOutcome
  ) -> PromiseToPay {
    PromiseToPay(on: day, amount: amount, words: outcome.words, saidBy: outcome.person)
  }
}
