public import Ledger
public import Quantities

/// What the program makes of one bank line: where the money goes, how sure it is, and why.
public struct AllocationProposal: Hashable, Sendable {
  /// What may be done with the proposal.
  public enum Verdict: String, Sendable {
    /// Sure enough to be booked without asking.
    case apply
    /// To be shown to a person, who accepts or corrects.
    case propose
    /// No payment of a customer, or nothing known about it.
    case leave
  }

  /// A part of the line that goes to one document; negative on a credit note, or when a payment
  /// comes back and re-opens the document.
  public struct Part: Hashable, Sendable {
    public let document: EntryNumber
    public let amount: Money

    public init(document: EntryNumber, amount: Money) {
      self.document = document
      self.amount = amount
    }
  }

  public let line: EntryNumber
  /// Whose money it is; nil when unknown.
  public let customer: CustomerID?
  public let parts: [Part]
  /// What is the customer's but pays no document (non imputé). Parts and this sum to the line.
  public let onAccount: Money
  /// How sure the program is, in thousandths.
  public let score: Int
  public let reasons: [Reason]
  public let verdict: Verdict
  /// Lines to which these documents were applied by their amount alone: that is to be taken back.
  public let displaces: [EntryNumber]

  public init(
    line: EntryNumber, customer: CustomerID?, parts: [Part], onAccount: Money, score: Int,
    reasons: [Reason], verdict: Verdict, displaces: [EntryNumber] = []
  ) {
    self.line = line
    self.customer = customer
    self.parts = parts
    self.onAccount = onAccount
    self.score = score
    self.reasons = reasons
    self.verdict = verdict
    self.displaces = displaces
  }

  /// The reasons on one line, as a person reads them.
  public var frenchReasons: String { reasons.map(\.french).joined(separator: " · ") }
  public var englishReasons: String { reasons.map(\.english).joined(separator: " · ") }
}
