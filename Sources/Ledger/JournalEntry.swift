public import Quantities

/// An entry of the firm's own books (écriture comptable), as far as it touches customers or brings
/// money in. Amounts are positive on the debit side and negative on the credit side.
public struct JournalEntry: Sendable {
  /// What the entry books, found from its accounts and not from the name of its journal.
  public enum Nature: Sendable {
    /// Products or VAT against customers: invoices and credit notes.
    case sale
    /// Customers against the bank, the till, cheques or bills of exchange.
    case payment
    /// What the year began with (à-nouveaux).
    case opening
    /// Whatever else moves a customer's account (opérations diverses).
    case other
  }

  public var nature: Nature
  /// The code of the journal, such as `VE`.
  public var journal: String
  public var number: String
  public var day: Day
  /// Where it starts in the file, counted from 1.
  public var line: Int
  /// The rows on customers' accounts, in the order of the file.
  public var postings: [Posting] = []
  /// The other rows: for a payment the money comes first.
  public var counterparts: [Counterpart] = []
  /// For a sale of one document: products and VAT on the credit side, deposits on the debit side.
  public var net = Money.zero
  public var tax = Money.zero
  public var deposit = Money.zero

  public init(nature: Nature, journal: String, number: String, day: Day, line: Int) {
    self.nature = nature
    self.journal = journal
    self.number = number
    self.day = day
    self.line = line
  }
}

/// A row of an entry on a customer's account (411 or 416).
public struct Posting: Sendable {
  public var customer: Party
  /// The collective account the row stands on, such as `411000`.
  public var account: String
  public var amount: Money
  /// The supporting document (pièce); empty when the file gives none.
  public var piece = ""
  public var pieceDay: Day?
  public var label = ""
  /// The lettering code; empty when the row is not lettered.
  public var letter = ""
  public var lettered: Day?

  public init(customer: Party, account: String, amount: Money) {
    self.customer = customer
    self.account = account
    self.amount = amount
  }
}

/// The rows of an entry on one account that is not a customer's.
public struct Counterpart: Sendable {
  /// What an account stands for, as far as a customer's account is concerned.
  public enum Kind: Sendable {
    /// Bank, till, cheques and bills of exchange on their way.
    case money
    /// Advances of customers (419): theirs, and applied to nothing yet.
    case deposit
    /// A receipt nobody has identified yet (47).
    case suspense
    case other
  }

  public var kind: Kind
  public var account: String
  public var name: String
  public var amount: Money
  public var piece = ""
  /// How many of the entry's postings stand before it in the file.
  public var place = 0

  public init(kind: Kind, account: String, name: String, amount: Money) {
    self.kind = kind
    self.account = account
    self.name = name
    self.amount = amount
  }
}
