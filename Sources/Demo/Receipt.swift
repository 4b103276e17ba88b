import Quantities

/// Money that comes in from a customer, or goes back: one movement on the firm's account.
struct Receipt {
  enum Kind: UInt8 { case transfer, directDebit, returned, cheque }
  /// What is unusual about the amount, for the truth that tests score against.
  enum Amount: String { case exact, several, partial, netOfCredit, short, twice, over, returned }

  let kind: Kind
  var amount: Amount
  /// Neither the name nor the account is the customer's.
  var isAnonymous = false
  let customer: Int32
  var day: Day
  var cents: Int64
  /// Its shares stand at these places of `Payments.shares`.
  let firstShare: Int32
  var shareCount: Int32
}

/// What of a receipt goes to a document; without document it stays on the customer's account.
struct Share {
  let document: Int32
  var cents: Int64
}

/// A credit note set against the invoice it corrects, without any money.
struct SetOff {
  let invoice: Int32
  let credit: Int32
  let day: Day
  let cents: Int64
}
