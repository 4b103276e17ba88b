public import Quantities

/// Part of a payment, or of a credit note, put on a document (imputation).
///
/// A credit note is a document with a negative balance, so an allocation on it is negative. The
/// allocations of one bank line never exceed it; those of one set-off (without line) sum to zero.
public struct Allocation: Hashable, Sendable {
  /// Who decided the allocation.
  public enum Mode: String, Sendable {
    /// Booked by the program, above the threshold.
    case applied
    /// Decided by a person.
    case confirmed
    /// A credit note set against the invoice that it names.
    case setOff
  }

  /// The bank line the money came by; nil for a set-off.
  public let line: EntryNumber?
  /// The document it pays; nil when the customer is known but the document is not (on account).
  public let document: EntryNumber?
  public let amount: Money
  public let mode: Mode
  /// Between 0 and 1000: how sure the program was, in thousandths. 1000 for a person.
  public let score: Int
  /// Why, in words a person can check (`référence FA-2026-0012 · montant exact`), as `ReasonText`.
  public let reasons: String
  /// For a set-off, why the credit note was granted (R3.7).
  public let creditReason: CreditNote.Reason?

  public init(
    line: EntryNumber?, document: EntryNumber?, amount: Money, mode: Mode, score: Int,
    reasons: String, creditReason: CreditNote.Reason? = nil
  ) {
    self.line = line
    self.document = document
    self.amount = amount
    self.mode = mode
    self.score = score
    self.reasons = reasons
    self.creditReason = creditReason
  }
}

/// Undoes an allocation, a promise, a dispute, a waiver or a write-off, without erasing it.
public struct Reversal: Hashable, Sendable {
  public let of: EntryNumber
  public let reason: String

  public init(of: EntryNumber, reason: String) {
    self.of = of
    self.reason = reason
  }
}
