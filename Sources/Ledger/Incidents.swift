public import Quantities

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
