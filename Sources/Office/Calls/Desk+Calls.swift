import Claims
public import Correspondence
import Dunning
public import Ledger
public import Quantities
import Store

/// How a call ended, as the person who made it says.
public struct CallOutcome: Sendable {
  public enum End: Sendable {
    case promise(Money, on: Day)
    /// About one document; nil for the whole of it.
    case dispute(EntryNumber, Money?, Dispute.Cause)
    /// Somebody else looks after our invoices.
    case wrongContact(ContactPerson?)
    case noAnswer
    case callBack(Day, minute: Int?)
    case saidPaid(Money, on: Day)
  }
  public let end: End
  /// Who was on the line, or is to be asked for; may be empty.
  public let person: String
  public let words: String

  public init(_ end: End, person: String = "", words: String = "") {
    self.end = end
    self.person = person
    self.words = words
  }
}

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
  /// message waits in the outbox for a person's word.
  @discardableResult
  public func record(_ outcome: CallOutcome, of sheet: CallSheet) throws -> CallRecord {
    let written = try written(outcome, on: sheet)
    let today = today
    return try store.write(learned: today) { pen in
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
      guard day >= today else { throw DeskRefusal.dateNotAhead(day) }
      guard amount.isPositive else { throw DeskRefusal.nothingChosen }
      return .promised(sheet.promise(of: amount, on: day, outcome))
    case .dispute(let document, let amount, let cause):
      guard let item = sheet.claim.item(document) else {
        throw DeskRefusal.unknownDocument(document)
      }
      if let amount, amount > item.balance {
        throw DeskRefusal.tooMuch(wanted: amount, left: item.balance)
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
      guard amount.isPositive else { throw DeskRefusal.nothingChosen }
      return .saidPaid(amount, on: day)
    }
  }

  /// What is written down beside the call itself.
  private func facts(of outcome: CallOutcome, on sheet: CallSheet) -> [(Fact, Currency)] {
    let currency = sheet.currency
    switch outcome.end {
    case .promise(let amount, let day):
      return [(.promise(sheet.promise(of: amount, on: day, outcome)), currency)]
    case .dispute(let document, let amount, let cause):
      let dispute = Dispute(
        document: document, amount: amount, reason: outcome.words, cause: cause)
      return [(.dispute(dispute), currency)]
    case .wrongContact(let person):
      return person.map { [(.contactPerson($0), currency)] } ?? []
    case .noAnswer: return []
    case .callBack(let day, let minute):
      let call = CallBack(
        on: day, minute: minute, person: outcome.person, words: outcome.words)
      return [(.callBack(call), .eur)]
    case .saidPaid(let amount, let day):
      // The bank has a few days to show it: followed as any announced payment.
      var last = max(day, today)
      for _ in 0..<2 { last = BankCalendar.france.onOrAfter(last.nextDay) }
      return [(.promise(sheet.promise(of: amount, on: last, outcome)), currency)]
    }
  }

  /// A call that reached somebody is the step itself; one that did not is a contact, no more.
  private func reminder(of outcome: CallOutcome, on sheet: CallSheet) -> Reminder {
    let hasSpoken =
      switch outcome.end {
      case .promise, .dispute, .saidPaid: true
      case .wrongContact, .noAnswer, .callBack: false
      }
    return Reminder(
      level: hasSpoken ? sheet.contact?.level.name.rawValue ?? "call" : "call", channel: .call,
      documents: sheet.documents.map(\.document), note: outcome.note,
      step: hasSpoken ? sheet.contact?.step : nil)
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

extension CallOutcome {
  /// What the call was, for the history.
  fileprivate var note: String {
    let end =
      switch self.end {
      case .promise: "promesse / promise"
      case .dispute: "litige / dispute"
      case .wrongContact: "mauvais interlocuteur / wrong contact"
      case .noAnswer: "pas de réponse / no answer"
      case .callBack: "à rappeler / to call again"
      case .saidPaid: "dit avoir payé / says it has paid"
      }
    return ([end] + [person, words].filter { !$0.isEmpty }).joined(separator: " · ")
  }
}
