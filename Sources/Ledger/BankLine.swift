public import Quantities

/// One movement on a statement of our bank (ligne). A batch booked as one amount with its details
/// gives a line for each detail, all with the same `reference` and their `part` counted from 1.
public struct BankLine: Hashable, Sendable {
  /// What kind of operation the bank says it was.
  public enum Operation: String, Sendable {
    case transfer, directDebit, cheque, card, returned, fee, other
  }

  /// Our account: IBAN where known, else the bank's own number.
  public let account: String
  public let currency: Currency
  public let booked: Day
  public let value: Day?
  /// Positive when money comes in.
  public let amount: Money
  /// The other party's name and IBAN as the bank shows them; empty when it shows none.
  public let payer: String
  public let payerIBAN: String
  /// Everything the payer or the bank wrote about the movement, in the order of the file.
  public let text: String
  /// The payer's end-to-end reference; empty when not provided.
  public let endToEnd: String
  /// The bank's own reference of the movement; empty when it gives none.
  public let reference: String
  /// 0 for a movement of its own, 1… for the details of a batch.
  public let part: Int
  public let operation: Operation
  /// Why it came back, as the ISO 20022 code (`AM04`) where one is known, else in the bank's own
  /// code; empty when it did not come back, or for no stated reason.
  public let returnReason: String
  /// What the bank booked as one amount; nil for a movement of its own.
  public let batchTotal: Money?

  public init(
    account: String, currency: Currency, booked: Day, value: Day? = nil, amount: Money,
    payer: String = "", payerIBAN: String = "", text: String = "", endToEnd: String = "",
    reference: String = "", part: Int = 0, operation: Operation = .other,
    returnReason: String = "", batchTotal: Money? = nil
  ) {
    self.account = account
    self.currency = currency
    self.booked = booked
    self.value = value
    self.amount = amount
    self.payer = payer
    self.payerIBAN = payerIBAN
    self.text = text
    self.endToEnd = endToEnd
    self.reference = reference
    self.part = part
    self.operation = operation
    self.returnReason = returnReason
    self.batchTotal = batchTotal
  }
}

/// A bank statement: one account over some days, with its balances where the file gives them.
public struct Statement: Hashable, Sendable {
  public let account: String
  public let currency: Currency
  public let first: Day?
  /// The last day the statement speaks of: how fresh our bank data are.
  public let last: Day?
  public let opening: Money?
  public let closing: Money?

  public init(
    account: String, currency: Currency, first: Day?, last: Day?, opening: Money?, closing: Money?
  ) {
    self.account = account
    self.currency = currency
    self.first = first
    self.last = last
    self.opening = opening
    self.closing = closing
  }
}
