public import Ledger

/// What a reader got from one stretch of a file.
///
/// Readers deliver readings in batches, so that a file of a million lines never stands in memory
/// whole. A reader that throws a `Refusal` after some readings has found the file damaged: what it
/// delivered before must be put aside with the rest.
public struct Reading: Sendable {
  public var drafts: [Draft]
  public var rejections: [Rejection]
  /// What was understood and left out on purpose, such as a movement not booked yet.
  public var notes: [Note]
  /// One for each statement that ended in this stretch, in the order of the file.
  public var figures: [StatementFigures]
  /// What a FEC adds up to; with its last stretch only.
  public var journal: JournalFigures?
  /// The line of each draft, in the same order; empty where drafts bear their own.
  public internal(set) var lines: [Int] = []
  /// The rejected records of earlier imports that came again in this stretch, mended or not.
  public internal(set) var mended: [MendedRecord] = []
  /// How a table was read; with its last stretch only.
  public internal(set) var table: TableReadAs?
  /// The table in which rejected records of a file that is none can be mended.
  public internal(set) var mending: TableReadAs?
  /// How much of the file was read when it was handed over; 0 when the reader does not say.
  public internal(set) var bytesRead = 0

  public init(
    drafts: [Draft] = [], rejections: [Rejection] = [], notes: [Note] = [],
    figures: [StatementFigures] = []
  ) {
    self.drafts = drafts
    self.rejections = rejections
    self.notes = notes
    self.figures = figures
  }

  public var isEmpty: Bool {
    drafts.isEmpty && rejections.isEmpty && notes.isEmpty && figures.isEmpty && journal == nil
      && table == nil && mended.isEmpty && mending == nil
  }

  /// Empties it and keeps its room for the next batch.
  mutating func removeAll() {
    drafts.removeAll(keepingCapacity: true)
    rejections.removeAll()
    notes.removeAll()
    figures.removeAll()
    journal = nil
    table = nil
    mended.removeAll()
    mending = nil
  }
}

/// A short text in the two languages of our users.
public struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
  public let french: String
  public let english: String

  public init(french: String, english: String) {
    self.french = french
    self.english = english
  }

  /// The same words in both languages: a number, a sample value, a name.
  public init(_ text: String) { self.init(french: text, english: text) }

  public init(stringLiteral text: String) { self.init(text) }
}

/// Something left out on purpose, told to the user without asking for a correction.
public struct Note: Hashable, Sendable {
  public let place: Place
  public let text: Phrase

  public init(at place: Place, _ text: Phrase) {
    self.place = place
    self.text = text
  }
}

/// Where in a file: a line of a table, an element of an XML document, or a record of fixed length.
public enum Place: Hashable, Sendable {
  /// Counted from 1, the header being line 1.
  case line(Int)
  /// The path of local names from the root, and the line where the element starts.
  case element(String, line: Int)
  /// Counted from 1, in a file without line ends.
  case record(Int)
  /// A movement of a statement, by its amount and its words: where its record is left behind.
  case movement(Phrase)

  /// The line in the file, or the record, counted from 1; 0 where neither is known.
  public var line: Int {
    switch self {
    case .line(let line): line
    case .element(_, let line): line
    case .record(let record): record
    case .movement: 0
    }
  }

  public var french: String {
    switch self {
    case .line(let line): "ligne\u{A0}\(line)"
    case .element(let path, let line): "ligne\u{A0}\(line), \(path)"
    case .record(let record): "enregistrement\u{A0}\(record)"
    case .movement(let words): words.french
    }
  }

  public var english: String {
    switch self {
    case .line(let line): "line \(line)"
    case .element(let path, let line): "line \(line), \(path)"
    case .record(let record): "record \(record)"
    case .movement(let words): words.english
    }
  }
}
