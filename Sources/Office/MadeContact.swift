public import Ledger
public import Quantities
import Store

/// What was said about an invoice on a day: a message of the outbox, or what a person noted.
public struct MadeContact: Sendable {
  /// What became of it since.
  public enum Fate: Hashable, Sendable {
    /// A person noted it: a call, a visit, a letter of their own.
    case noted
    case queued(MessageState)
    /// The customer has it, or the post.
    case left(on: Day)
    /// It went to ourselves alone: the customer was not asked.
    case rehearsed
    case cancelled(String)
  }

  /// The level of the step, such as `reminder`.
  public let level: String
  public let channel: Reminder.Channel
  /// The subject of the message; what was said on a call.
  public let words: String
  public let fate: Fate

  /// Whether the customer never heard of it.
  public var isUndone: Bool {
    switch fate {
    case .rehearsed, .cancelled: true
    case .noted, .queued, .left: false
    }
  }
}

extension BookReader {
  /// What was said about a document on a day, oldest first.
  func contacts(
    about document: EntryNumber, on day: Day, of account: Account
  ) throws -> [MadeContact] {
    var found: [(EntryNumber, MadeContact)] = []
    var told: Set<EntryNumber> = []
    for kept in try messages(of: account.customer.id, limit: 500)
    where kept.queued == day && kept.message.documents.contains(document) {
      guard let reminder = kept.message.reminder else { continue }
      told.insert(reminder)
      let contact = MadeContact(
        level: kept.message.purpose, channel: kept.message.channel, words: kept.message.subject,
        fate: try fate(of: kept))
      found.append((kept.number, contact))
    }
    for reminder in account.reminders
    where reminder.happened == day && reminder.fact.documents.contains(document)
      && !told.contains(reminder.number) && reminder.fact.channel.reachesCustomer
    {
      let contact = MadeContact(
        level: reminder.fact.level, channel: reminder.fact.channel, words: reminder.fact.note,
        fate: .noted)
      found.append((reminder.number, contact))
    }
    return found.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func fate(of kept: OutboxMessage) throws -> MadeContact.Fate {
    switch kept.state {
    case .sent: return .left(on: kept.moment?.parisDay ?? kept.queued)
    case .cancelled:
      let last = try events(of: kept.number).last
      return last?.kind == .rehearsed ? .rehearsed : .cancelled(last?.words ?? "")
    default: return .queued(kept.state)
    }
  }
}
