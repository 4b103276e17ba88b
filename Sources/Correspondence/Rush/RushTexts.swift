import Ledger

/// What the owner says on the phone and sends: the words of one rush order, ready to use.
public struct RushTexts: Hashable, Sendable {
  /// What a customer may say, and what to answer.
  public struct Reply: Hashable, Sendable {
    public let objection: RushObjection
    /// What the customer says.
    public let heard: String
    public let answer: String
  }

  /// What the words put to the customer.
  public let proposal: RushProposal
  /// What to say on the phone: a sentence, and one more for each thing asked besides.
  public let phone: String
  /// The objections that may come, the most frequent first; empty when nothing is asked.
  public let replies: [Reply]
  public let subject: String
  /// The body of the e-mail.
  public let mail: String
  /// The clause for the order confirmation.
  public let clause: String
  /// What to look at before the words leave.
  public let warnings: [RushWarning]
}
