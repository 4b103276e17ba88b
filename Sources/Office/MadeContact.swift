public import Ledger
public import Quantities
import Store

/// What was said about an invoice on a day: a message of the outbox, or what a person noted.
public struct MadeContact: Sendable {
  /// What had become of it by the end of a day.
  public enum Fate: Hashable, Sendable {
    /// A person noted it: a call, a visit, a letter of their own.
    case noted
    case queued(MessageState)
    /// The customer has it, or the post.
    case left(on: Day)
    /// It went to ourselves alone: the customer was not asked.
    case rehearsed
    /// Taken out before it left, because it was written on another day.
    case withdrawn(String)
    case cancelled(String)
  }

  /// The day it was written, or happened.
  public let day: Day
  /// The level of the step, such as `reminder`.
  public let level: String
  public let channel: Reminder.Channel
  /// The subject of the message; what was said on a call.
  public let words: String
  public let fate: Fate

  /// Whether the customer never heard of it and will not.
  public var isUndone: Bool {
    switch fate {
    case .rehearsed, .cancelled, .withdrawn: true
    case .noted, .queued, .left: false
    }
  }

  /// Whether the customer had it by the end of the day, for certain or perhaps.
  public var hasReached: Bool { fate.hasReached }
}

extension MadeContact.Fate {
  /// Whether the customer had it, for certain or perhaps.
  public var hasReached: Bool {
    switch self {
    case .noted, .left, .queued(.doubtful), .queued(.inFlight), .queued(.bounced): true
    case .queued, .rehearsed, .withdrawn, .cancelled: false
    }
  }

  /// Whether nothing of it had begun to leave, though it still might.
  var isWaiting: Bool {
    switch self {
    case .queued(.waiting), .queued(.ready), .queued(.deferred): true
    default: false
    }
  }

  /// Whether it stood in the outbox still, neither left nor given up.
  var isPending: Bool {
    switch self {
    case .queued(.failed), .queued(.bounced): false
    case .queued: true
    case .noted, .left, .rehearsed, .withdrawn, .cancelled: false
    }
  }

  /// What had become of a message by the end of a day, by all that had happened to it then.
  public init(
    of message: QueuedMessage, queued: Day, _ events: some Sequence<MessageEvent>, by day: Day
  ) {
    var state = MessageState(message.mode)
    var last: MessageEvent?
    var began = queued
    for event in events where event.at.parisDay <= day {
      guard let next = state.after(event.kind) else { continue }
      (state, last) = (next, event)
      // A person who finds later that it had left says nothing of the day.
      if event.kind != .confirmedSent { began = event.at.parisDay }
    }
    self =
      switch (state, last?.kind) {
      case (.sent, _): .left(on: began)
      case (.cancelled, .rehearsed): .rehearsed
      case (.cancelled, .withdrawn): .withdrawn(last?.words ?? "")
      case (.cancelled, _): .cancelled(last?.words ?? "")
      default: .queued(state)
      }
  }
}

/// What was said to a customer by the end of a day, as the outbox and the account know it.
struct MadeContacts {
  /// About the document on that day, or written before and still to leave on its morning.
  var made: [MadeContact] = []
  /// Of each reminder that is a message: what had become of it.
  var fates: [EntryNumber: MadeContact.Fate] = [:]

  /// The reminders of which nothing had begun to leave: the customer had not been asked.
  var untold: Set<EntryNumber> { Set(fates.lazy.filter(\.value.isWaiting).map(\.key)) }
}

extension BookReader {
  /// What was said about a document on a day, oldest first.
  func contacts(
    about document: EntryNumber, on day: Day, of account: Account
  ) throws -> MadeContacts {
    var found: [(EntryNumber, MadeContact)] = []
    var contacts = MadeContacts()
    for kept in try messages(of: account.customer.id, limit: 2_000)
    where kept.queued <= day && kept.currency == account.currency {
      guard let reminder = kept.message.reminder else { continue }
      let events = try events(of: kept.number)
      func fate(by end: Day) -> MadeContact.Fate {
        MadeContact.Fate(of: kept.message, queued: kept.queued, events, by: end)
      }
      contacts.fates[reminder] = fate(by: day)
      guard kept.message.documents.contains(document),
        kept.queued == day || fate(by: day.adding(days: -1)).isPending
      else { continue }
      let contact = MadeContact(
        day: kept.queued, level: kept.message.purpose, channel: kept.message.channel,
        words: kept.message.subject, fate: fate(by: day))
      found.append((kept.number, contact))
    }
    for reminder in account.reminders
    where reminder.happened == day && reminder.fact.documents.contains(document)
      && contacts.fates[reminder.number] == nil && reminder.fact.channel.reachesCustomer
    {
      let contact = MadeContact(
        day: day, level: reminder.fact.level, channel: reminder.fact.channel,
        words: reminder.fact.note, fate: .noted)
      found.append((reminder.number, contact))
    }
    contacts.made = found.sorted { $0.0 < $1.0 }.map(\.1)
    return contacts
  }
}
