public import Ledger
public import Quantities

/// A letter as a value: what it says, before it is printed as PDF, as a page or as plain text.
public struct Letter: Hashable, Sendable {
  /// One part of the body, in reading order.
  public enum Block: Hashable, Sendable {
    case paragraph(Prose)
    case heading(String)
    /// The name of the document in large letters, such as `MISE EN DEMEURE`.
    case banner(String)
    case table(Table)
    case payment(Payment)
    case closing(String)
  }

  /// A table of the letter: the invoices, the interest, or a statement's movements.
  public struct Table: Hashable, Sendable {
    /// One column, by its title.
    public struct Column: Hashable, Sendable {
      /// How the cells are set.
      public enum Kind: Hashable, Sendable { case words, code, figure }
      public let title: String
      /// Words wrap, codes do not, figures are set to the right.
      public let kind: Kind
    }
    public let columns: [Column]
    public let rows: [[String]]
    public let totals: [[String]]
  }

  /// How to pay: the account, the reference to quote, and the code to scan.
  public struct Payment: Hashable, Sendable {
    /// One thing to know in order to pay, such as `IBAN` and its digits.
    public struct Line: Hashable, Sendable {
      public let label: String
      public let value: String
    }
    public let lines: [Line]
    /// Nil when there is nothing to pay or the IBAN is not valid.
    public let code: PaymentCode?
    public let caption: String
  }

  /// A small line beside the recipient: `N° client : C000123`.
  public struct Reference: Hashable, Sendable {
    public let label: String
    public let value: String
  }

  /// The copy of an invoice that goes with it.
  public struct Copy: Hashable, Sendable {
    public let document: EntryNumber
    /// The invoice's number.
    public let number: String
  }

  public let message: Message
  public let language: Customer.Language
  /// The number under which it is stored.
  public let number: String
  public let sender: Sender
  /// The recipient's name and address, one line each.
  public let recipient: [String]
  public let references: [Reference]
  public let day: Day
  /// `Lyon, le 23 novembre 2026`.
  public let dateline: String
  public let subject: String
  public let blocks: [Block]
  /// What is sent with it; empty when nothing is.
  public let enclosures: [String]
  /// `Pièces jointes` or its like, before the enclosures.
  public let enclosuresLabel: String
  /// What an e-mail of it says of the files that go with it; nil when none do.
  public let attachedLine: String?
  /// The copies that go with it, oldest due date first.
  public let copies: [Copy]
  /// The words before the subject: `Objet`.
  public let subjectLabel: String
  /// What the letter asks for in all; zero for a thank-you.
  public let amount: Money

  /// The sender's name and address, one line each.
  public var letterhead: [String] { sender.letterhead(in: language) }
  /// The sender's legal form, capital and registration.
  public var legalLine: String { sender.legalLine(in: language) }
  /// Who signs.
  public var signature: [String] {
    [sender.signatory, sender.signatoryTitle, sender.name].filter { !$0.isEmpty }
  }
  /// Between a label and its value: French puts a no-break space before the colon.
  public var colon: String { language == .french ? "\u{A0}: " : ": " }
}
