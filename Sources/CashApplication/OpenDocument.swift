public import Ledger
public import Quantities

/// An invoice or a credit note that money may still settle.
///
/// All documents of one index are in one currency; the caller keeps an index per currency.
public struct OpenDocument: Hashable, Sendable {
  public let id: EntryNumber
  public let customer: CustomerID
  public let number: String
  public let issue: Day
  public let due: Day
  /// What is left to pay; negative for a credit note.
  public let open: Money
  /// The buyer's purchase order number; empty when none.
  public let order: String
  /// The reference the payer was asked to quote; empty when none.
  public let paymentReference: String
  /// The number of the invoice a credit note corrects; empty when unknown or not a credit note.
  public let corrects: String

  public init(
    id: EntryNumber, customer: CustomerID, number: String, issue: Day, due: Day, open: Money,
    order: String = "", paymentReference: String = "", corrects: String = ""
  ) {
    self.id = id
    self.customer = customer
    self.number = number
    self.issue = issue
    self.due = due
    self.open = open
    self.order = order
    self.paymentReference = paymentReference
    self.corrects = corrects
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

  public init(
    customer: CustomerID, name: String, parent: String = "", ibans: [String] = [],
    siren: String = "", code: String = ""
  ) {
    self.customer = customer
    self.name = name
    self.parent = parent
    self.ibans = ibans
    self.siren = siren
    self.code = code
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
