public import Quantities

/// The customer contests a document, or part of it (litige).
public struct Dispute: Hashable, Sendable {
  /// What the customer says is wrong.
  public enum Cause: String, Sendable, CaseIterable {
    case price, quantity, quality, notDelivered, notOrdered, alreadyPaid
    /// A purchase order number or a document is missing.
    case missingPaper
    case other
  }

  public let document: EntryNumber
  /// The contested part; nil when it is the whole document.
  public let amount: Money?
  public let reason: String
  public let cause: Cause
  /// Who looks after it on our side; empty when nobody was named.
  public let owner: String

  public init(
    document: EntryNumber, amount: Money? = nil, reason: String, cause: Cause = .other,
    owner: String = ""
  ) {
    self.document = document
    self.amount = amount
    self.reason = reason
    self.cause = cause
    self.owner = owner
  }
}

extension Dispute.Cause {
  /// The cause for French readers.
  public var french: String {
    switch self {
    case .price: "prix"
    case .quantity: "quantité"
    case .quality: "qualité"
    case .notDelivered: "non livré"
    case .notOrdered: "non commandé"
    case .alreadyPaid: "déjà payé"
    case .missingPaper: "bon de commande ou pièce manquante"
    case .other: "autre motif"
    }
  }

  /// The cause for English readers.
  public var english: String {
    switch self {
    case .price: "price"
    case .quantity: "quantity"
    case .quality: "quality"
    case .notDelivered: "not delivered"
    case .notOrdered: "not ordered"
    case .alreadyPaid: "already paid"
    case .missingPaper: "purchase order or paper missing"
    case .other: "another reason"
    }
  }
}

/// How a dispute ended (R3.7, R3.11).
public struct DisputeResolution: Hashable, Sendable {
  /// What was decided.
  public enum Outcome: String, Sendable, CaseIterable {
    /// The customer is right: a credit note follows for all that was contested.
    case creditNote
    /// The customer is right for a part: a credit note follows for it, the rest is owed.
    case partial
    /// The invoice stands.
    case rejected
    /// The customer gave the dispute up.
    case withdrawn
  }

  public let dispute: EntryNumber
  public let outcome: Outcome
  /// What we recognise was never owed; zero when the invoice stands.
  public let recognised: Money
  public let words: String

  public init(dispute: EntryNumber, outcome: Outcome, recognised: Money, words: String) {
    self.dispute = dispute
    self.outcome = outcome
    self.recognised = outcome == .rejected || outcome == .withdrawn ? .zero : recognised
    self.words = words
  }
}

extension DisputeResolution.Outcome {
  /// How it ended, for French readers.
  public var french: String {
    switch self {
    case .creditNote: "avoir accordé"
    case .partial: "avoir partiel"
    case .rejected: "rejeté"
    case .withdrawn: "retiré par le client"
    }
  }

  /// How it ended, for English readers.
  public var english: String {
    switch self {
    case .creditNote: "credit note granted"
    case .partial: "partial credit note"
    case .rejected: "rejected"
    case .withdrawn: "withdrawn by the customer"
    }
  }
}
