import Correspondence
public import Ledger
public import Quantities
import Store

/// What was written down when a person dealt with a reply.
public struct ReplyRecord: Sendable {
  public let answer: EntryNumber?
  /// The confirming e-mail in the outbox, which waits for a word; nil for none.
  public let message: EntryNumber?
}

extension Desk {
  /// What is known about the customer of a reply when one deals with it: the sheet of a call, with
  /// the writer in the place of the person called; nil as long as nobody knows whose it is.
  public func replySheet(
    _ reply: EntryNumber, in language: Customer.Language? = nil
  ) throws -> CallSheet? {
    let (filed, currency) = try store.read { reader in
      let filed = try reader.reply(reply)
      let answered = try filed?.message.answers.flatMap { try reader.message($0) }
      return (filed, answered?.currency)
    }
    guard let filed else { throw DeskRefusal.unknownReply(reply) }
    guard let customer = filed.customer else { return nil }
    let known = try store.read { try $0.accounts(of: customer) }.map(\.currency)
    let wanted = currency.flatMap { known.contains($0) ? $0 : nil } ?? known.first ?? .eur
    let entry = CallList.Entry(customer: customer, currency: wanted)
    var sheet = try callSheet(entry, in: language)
    if MailAddress(filed.message.sender) != nil { sheet?.email = filed.message.sender }
    sheet?.occasion.written = filed.message.at.parisDay
    return sheet
  }

  /// Writes down what came of a reply, as of a call: the same facts and the same confirmation, in
  /// one transaction. Nobody waits for it any more.
  @discardableResult
  public func answer(_ reply: EntryNumber, _ outcome: CallOutcome) throws -> ReplyRecord {
    guard let sheet = try replySheet(reply) else { throw DeskRefusal.replyUnfiled(reply) }
    let written = try written(outcome, on: sheet)
    let today = today
    return try store.write(learned: today) { pen in
      try pen.reader.checkWaits(reply)
      var facts = try pen.append(written, on: sheet, happened: today)
      let message = try pen.queue(
        written, of: sheet, key: "confirmation/reply/\(reply.raw)/\(pen.nextNumber.raw)")
      if let message { facts.append(message) }
      let answer = ReplyAnswer(
        outcome.end.kind, to: reply, person: outcome.person, words: outcome.words, facts: facts)
      let number = try pen.append(
        .replyAnswered(answer), customer: sheet.customer.id, happened: today)
      return ReplyRecord(answer: number, message: message)
    }
  }

  /// A reply that calls for nothing: read, and no longer in the way.
  public func settle(_ reply: EntryNumber, words: String = "") throws {
    let today = today
    try store.write(learned: today) { pen in
      let kept = try pen.reader.checkWaits(reply)
      try pen.append(
        .replyAnswered(ReplyAnswer(.nothing, to: reply, words: words)), customer: kept.customer,
        happened: today)
    }
  }

  /// Takes back that a reply was dealt with: it waits again, what was written down with it is
  /// undone, and its confirmation is cancelled if it has not left.
  public func reopen(_ reply: EntryNumber, because reason: String) throws {
    guard !reason.isEmpty else { throw DeskRefusal.emptyReason }
    let (today, now) = (today, now)
    try store.write(learned: today) { pen in
      guard let kept = try pen.reader.reply(reply) else { throw DeskRefusal.unknownReply(reply) }
      guard let answer = kept.answer else { throw DeskRefusal.replyWaits(reply) }
      for fact in answer.fact.facts {
        if try pen.reader.state(of: fact) != nil {
          try pen.note(MessageEvent(.cancelled, of: fact, at: now, words: reason))
          continue
        }
        try pen.append(
          .reversal(Reversal(of: fact, reason: reason)), customer: kept.customer, happened: today)
      }
      try pen.append(
        .reversal(Reversal(of: answer.number, reason: reason)), customer: kept.customer,
        happened: today)
    }
  }

  /// Files a reply with the customer it concerns. One that was dealt with stays where that was.
  public func file(_ reply: EntryNumber, with customer: CustomerID) throws {
    let today = today
    try store.write(learned: today) { pen in
      let kept = try pen.reader.checkWaits(reply)
      guard try pen.reader.customer(customer) != nil else {
        throw DeskRefusal.unknownCustomer(customer)
      }
      guard kept.customer != customer else { return }
      try pen.append(
        .replyFiled(ReplyFiling(of: reply, from: kept.customer)), customer: customer,
        happened: today)
    }
  }
}

extension BookReader {
  /// The reply, as long as nobody has dealt with it.
  @discardableResult
  fileprivate func checkWaits(_ reply: EntryNumber) throws -> FiledReply {
    guard let kept = try self.reply(reply) else { throw DeskRefusal.unknownReply(reply) }
    if let answer = kept.answer { throw DeskRefusal.replyAnswered(reply, on: answer.happened) }
    return kept
  }
}

extension CallOutcome.End {
  /// What it is in a reply's history.
  fileprivate var kind: ReplyAnswer.Outcome {
    switch self {
    case .promise: .promise
    case .dispute: .dispute
    case .wrongContact: .wrongContact
    case .callBack: .callBack
    case .saidPaid: .paid
    case .noAnswer: .nothing
    }
  }
}

extension Desk {
  /// What the writer of a reply says to have paid; nil when that is not what came of it.
  public func amountPaid(_ answer: ReplyAnswer) throws -> Money? {
    guard answer.outcome == .paid, let fact = answer.facts.first else { return nil }
    return try store.read { try $0.saidPaid(fact)?.amount ?? $0.promise(fact)?.amount }
  }
}
