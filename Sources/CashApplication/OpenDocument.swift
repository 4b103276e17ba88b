public import Ledger
public import Quantities

/// An invoice or a credit note that money may still settle, or that was settled lately: money for
/// it may come a second time, or go back.
///
/// All documents of one index are in one currency; the caller keeps an index per currency.
public struct OpenDocument: Hashable, Sendable {
  public let id: EntryNumber
  public let customer: CustomerID
  public let number: String
  public let issue: Day
  public let due: Day
  /// What is left to pay; negative for a credit note, zero when settled.
  public let open: Money
  /// What the document asked for.
  public let total: Money
  /// The buyer's purchase order number; empty when none.
  public let order: String
  /// The reference the payer was asked to quote; empty when none.
  public let paymentReference: String
  /// The number of the invoice a credit note corrects; empty when unknown or not a credit note.
  public let corrects: String
  /// The end-to-end reference of the payment that settled it; empty when none. A payment that comes
  /// back quotes it.
  public let settledBy: String

  public init(
    id: EntryNumber, customer: CustomerID, number: String, issue: Day, due: Day, open: Money,
    total: Money? = nil, order: String = "", paymentReference: String = "", corrects: String = "",
    settledBy: String = ""
  ) {
    self.id = id
    self.customer = customer
    self.number = number
    self.issue = issue
    self.due = due
    self.open = open
    self.total = total ?? open
    self.order = order
    self.paymentReference = paymentReference
    self.corrects = corrects
    self.settledBy = settledBy
  }
}

/// What the customer file says about who may pay for a customer.
public struct KnownPayer: Hashable, Sendable {
  public let customer: CustomerID
  public let name: String
  /// The name of the group or parent company that may pay instead; empty when none.
  public let parent: String
  public let ibans: [String]
  public let siren: String
  public let code: String
  /// By what it pays as a rule; nil when the file does not say.
  public let means: PaymentMeans?

  public init(
    customer: CustomerID, name: String, parent: String = "", ibans: [String] = [],
    siren: String = "", code: String = "", means: PaymentMeans? = nil
  ) {
    self.customer = customer
    self.name = name
    self.parent = parent
    self.ibans = ibans
    self.siren = siren
    self.code = code
    self.means = means
  }
}

/// A bank line waiting to be applied, with its place in the book.
public struct IncomingLine: Hashable, Sendable {
  public let id: EntryNumber
  public let line: BankLine

  public init(id: EntryNumber, line: BankLine) {
    self.id = id
    self.line = line
  }
}
