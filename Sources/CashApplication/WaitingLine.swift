import Ledger

/// A line of the bank as it waits for its documents: what it says, read once and kept as numbers.
struct WaitingLine {
  let id: EntryNumber
  let cents: Int64
  let day: Int32
  /// Its payer's place in the payer book.
  let payer: Int32
  /// A key of the payer's end-to-end reference; 0 when none.
  let endToEnd: UInt64
  /// The documents that the text names by their whole number.
  let named: Piece
  /// All its rows of digits.
  let figures: Piece
  /// Its figures, and those that stand side by side read as one, where a number may be meant.
  let rows: Piece
  /// Keys of the orders that the text quotes.
  let quoted: Piece
  /// The months that the text names, January first.
  let months: UInt16
  /// How many documents or cheques the text says there are; 0 when unsaid.
  let counted: UInt8
  let operation: BankLine.Operation
  /// What else its words and its payer tell.
  let traits: Traits
  /// The customers whom the text of a line tells: all of those named, or for whom a payer pays.
  let told: Piece
  /// Fees, salaries, taxes, our own transfers, refunds: no customer's payment.
  let isNoise: Bool
  /// A direct debit or a cheque that comes back.
  let isReturn: Bool

  struct Traits: OptionSet {
    let rawValue: UInt8
    /// Neither a payer nor an account is given, and no word of the text may be a name.
    static let isAnonymous = Traits(rawValue: 1)
    /// A number that looks like ours, but none of our documents bears it.
    static let namesUnknown = Traits(rawValue: 2)
    /// The payer says that a cash discount was taken.
    static let tellsDiscount = Traits(rawValue: 4)
    /// There are digits that belong to none of the numbers found, and are no longer than these.
    static let hasOtherFigures = Traits(rawValue: 8)
  }

  /// Whether anything in the text may mention a document that it does not name.
  var mayMention: Bool {
    traits.contains(.hasOtherFigures) || !rows.isEmpty || !quoted.isEmpty
  }

  /// A piece of one of the lists that all lines share.
  struct Piece {
    let first: Int32
    let count: Int32
    var range: Range<Int> { Int(first)..<Int(first + count) }
    var isEmpty: Bool { count == 0 }
  }
}

/// A row of digits in the text of a line.
struct Figure {
  let value: UInt64
  let length: UInt8
  /// What the figure is besides a row of digits.
  let traits: Traits
  /// The day it writes as `280226` or `28022026`; `Int32.min` when it writes none.
  let day: Int32

  struct Traits: OptionSet {
    let rawValue: UInt8
    /// Part of a number that was found.
    static let isNumbered = Traits(rawValue: 1)
    /// Follows a number found, or another suffix: `FA-2026-00123/124/130`.
    static let isSuffix = Traits(rawValue: 2)
    /// The row of digits before it stands next to it.
    static let continues = Traits(rawValue: 4)
    /// A word before it says that a document's number follows.
    static let isAnnounced = Traits(rawValue: 8)
  }

  /// A year is no number's end, nor are one or two digits.
  var isNumberEnd: Bool { length >= 3 && length <= 9 && !isYear }
  var isYear: Bool { length == 4 && (2000...2099).contains(value) }
  var digits: Digits { Digits(value: value, count: Int(length)) }
}

/// Figures that stand side by side, read as one.
struct DigitRow {
  let digits: Digits
  /// Whether it may be how a number begins that was cut: nothing of it belongs to one found.
  let mayBeCut: Bool

  /// The most figures read as one.
  static let most = 3
  /// The fewest digits: a number of five may lack one.
  static let fewest = fewestDigits - 1
}

extension WaitingLine {
  /// No line at all.
  static let none = WaitingLine(
    id: EntryNumber(0), cents: 0, day: 0, payer: 0, endToEnd: 0, named: .empty, figures: .empty,
    rows: .empty, quoted: .empty, months: 0, counted: 0, operation: .other, traits: [],
    told: .empty, isNoise: false, isReturn: false)
}

extension WaitingLine.Piece {
  static let empty = WaitingLine.Piece(first: 0, count: 0)
}
