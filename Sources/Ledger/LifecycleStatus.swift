public import Quantities

/// A status that a platform or the buyer gave a document of ours (cycle de vie, R11.4).
///
/// Its day is the entry's. A status may come before its invoice: it then waits under the number
/// that the message names, and an entry of its own attaches it once the invoice is in the book.
public struct LifecycleStatus: Hashable, Sendable {
  /// What an amount of a status stands for, by its code in the message (MDT-207).
  public enum AmountKind: String, Sendable {
    /// Collected (montant encaissé).
    case collected = "MEN"
    /// Paid, says the buyer.
    case paid = "MPA"
    /// Not approved, tax included.
    case contested = "MNATTC"
    /// Approved, tax included.
    case approved = "MAPTTC"
  }

  /// The document in the book; nil while it is not there.
  public let document: EntryNumber?
  /// The number by which the message names the document.
  public let reference: String
  public let isCredit: Bool
  /// The day of issue that the message gives the document.
  public let issue: Day?
  /// 200 to 213 and further.
  public let code: Int
  /// The time of the day in six digits, to order the statuses of a day; empty when not given.
  public let time: String
  public let amount: Money?
  public let amountKind: AmountKind?
  public let reasons: [StatusReason]

  public init(
    document: EntryNumber? = nil, reference: String, isCredit: Bool = false, issue: Day? = nil,
    code: Int, time: String = "", amount: Money? = nil, amountKind: AmountKind? = nil,
    reasons: [StatusReason] = []
  ) {
    self.document = document
    self.reference = reference
    self.isCredit = isCredit
    self.issue = issue
    self.code = code
    self.time = time
    self.amount = amount
    self.amountKind = amountKind
    self.reasons = reasons
  }

  /// The same status, of the document that has come.
  public func attached(to document: EntryNumber) -> LifecycleStatus {
    LifecycleStatus(
      document: document, reference: reference, isCredit: isCredit, issue: issue, code: code,
      time: time, amount: amount, amountKind: amountKind, reasons: reasons)
  }

  /// The same status while its document is not in the book.
  public var waiting: LifecycleStatus {
    LifecycleStatus(
      document: nil, reference: reference, isCredit: isCredit, issue: issue, code: code,
      time: time, amount: amount, amountKind: amountKind, reasons: reasons)
  }

  /// What the status contests of a document of that total: for a partial approval the part not
  /// approved, tax included; nil when the message does not say.
  public func contestedPart(ofTotal total: Money) -> Money? {
    guard let amount else { return nil }
    switch amountKind {
    case .contested: return min(amount, total)
    case .approved: return max(.zero, total - amount)
    default: return nil
    }
  }
}

extension Dated<LifecycleStatus> {
  /// Whether it was given before another: by day, by time of the day, then as learned.
  public func precedes(_ other: Dated<LifecycleStatus>) -> Bool {
    (happened, fact.time, number) < (other.happened, other.fact.time, other.number)
  }
}
