/// What a person said, or showed by a decision, about who pays: later lines are read with it.
public struct PayerRule: Hashable, Sendable {
  /// What the rule says.
  public enum Kind: String, Sendable {
    /// The payer pays for the customer: seen in a payment that a person confirmed.
    case confirmed
    /// The payer pays for the customer: a person said so.
    case pays
    /// What was learned is wrong: the payer does not pay for the customer.
    case doesNotPay
    /// Lines that bear these words are never a customer's payment.
    case neverPays
  }

  public let kind: Kind
  /// The payer's name as the bank writes it; empty when it writes none.
  public let payer: String
  public let iban: String
  /// For `neverPays`: the words that such lines bear.
  public let words: String
  /// The bank line it was learned from.
  public let line: EntryNumber?

  public init(
    _ kind: Kind, payer: String = "", iban: String = "", words: String = "",
    line: EntryNumber? = nil
  ) {
    self.kind = kind
    self.payer = payer
    self.iban = iban
    self.words = words
    self.line = line
  }
}
