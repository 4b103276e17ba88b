public import Quantities

/// A day and an amount that the customer announced (promesse).
public struct PromiseToPay: Hashable, Sendable {
  public let on: Day
  public let amount: Money
  public let words: String

  public init(on: Day, amount: Money, words: String) {
    self.on = on
    self.amount = amount
    self.words = words
  }
}

/// The customer contests a document, or part of it (litige).
public struct Dispute: Hashable, Sendable {
  public let document: EntryNumber
  /// The contested part; nil when it is the whole document.
  public let amount: Money?
  public let reason: String

  public init(document: EntryNumber, amount: Money? = nil, reason: String) {
    self.document = document
    self.amount = amount
    self.reason = reason
  }
}

/// The opening of collective proceedings against the customer (L622-21, R8.1 to R8.5).
public struct Insolvency: Hashable, Sendable {
  /// Sauvegarde, redressement or liquidation judiciaire.
  public enum Kind: String, Sendable { case safeguard, receivership, liquidation }
  public let kind: Kind
  /// The day of the opening judgment, effective from 0 h (R8.2).
  public let opened: Day
  public let source: String
  /// The day the opening was published in the BODACC, from which the time limits run (R8.6); nil
  /// when it is not known.
  public let published: Day?

  public init(kind: Kind, opened: Day, source: String, published: Day? = nil) {
    self.kind = kind
    self.opened = opened
    self.source = source
    self.published = published
  }
}

/// We give up accessories of a document: interest, the 40 €, or both (remise).
public struct Waiver: Hashable, Sendable {
  public let document: EntryNumber
  public let waivesInterest: Bool
  public let waivesCompensation: Bool
  public let reason: String

  public init(
    document: EntryNumber, waivesInterest: Bool, waivesCompensation: Bool, reason: String
  ) {
    self.document = document
    self.waivesInterest = waivesInterest
    self.waivesCompensation = waivesCompensation
    self.reason = reason
  }
}

/// Part of a document given up in the books (passage en perte).
public struct WriteOff: Hashable, Sendable {
  public let document: EntryNumber
  public let amount: Money
  public let reason: String

  public init(document: EntryNumber, amount: Money, reason: String) {
    self.document = document
    self.amount = amount
    self.reason = reason
  }
}

/// One message that asked, or a call that was made, whoever made it.
public struct Reminder: Hashable, Sendable {
  /// The way the message went.
  public enum Channel: String, Sendable { case email, letter, registeredLetter, call, visit }
  /// The name of the dunning level, such as `courtesy` or `formalNotice`.
  public let level: String
  public let channel: Channel
  /// The documents it asked for.
  public let documents: [EntryNumber]
  public let note: String

  public init(level: String, channel: Channel, documents: [EntryNumber], note: String) {
    self.level = level
    self.channel = channel
    self.documents = documents
    self.note = note
  }
}

/// A reason given by a person to leave a customer alone until a day ("pas maintenant").
public struct Snooze: Hashable, Sendable {
  public let until: Day
  public let reason: String

  public init(until: Day, reason: String) {
    self.until = until
    self.reason = reason
  }
}
