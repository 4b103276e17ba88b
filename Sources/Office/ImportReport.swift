public import Intake

/// What became of one file.
public struct FileReport: Sendable {
  public enum Outcome: Sendable {
    /// Taken in. `known` records were in the book already and changed nothing.
    case taken(import: Int64, accepted: Int, known: Int, rejected: Int)
    /// A file of the same content was taken in before: nothing changed.
    case takenBefore
    /// Refused as a whole; nothing of it was taken.
    case refused(Phrase)
  }

  public let name: String
  public let format: FileFormat?
  public let outcome: Outcome
  /// What was left out on purpose or deserves a look.
  public internal(set) var notes: [Phrase]
  /// Where the file lay when it was read.
  public internal(set) var path = ""
  /// Refused because nothing tells what its columns hold: a person can say it.
  public internal(set) var lacksColumns = false
  /// How a table was read.
  public internal(set) var table: TableReadAs?
  /// Records that can be mended on the page or in a spreadsheet.
  public internal(set) var mendable = 0
  /// Statements that were known, from which new movements came all the same.
  var retold: [StatementCheck.Retold] = []

  /// The number of the import that took the file in; nil when none did.
  public var importNumber: Int64? {
    if case .taken(let number, _, _, _) = outcome { return number }
    return nil
  }

  init(_ file: ImportOrder.File, _ outcome: Outcome, _ notes: [Phrase] = []) {
    name = file.name
    format = file.format
    self.outcome = outcome
    self.notes = notes
    path = file.path
  }

  /// A file whose content import `number` took in before.
  init(knownBefore file: ImportOrder.File, as number: Int64) {
    let isAsked = file.known.asked != nil
    let advice = Phrase(
      french: "pour le relire avec d’autres colonnes, annulez d’abord l’import n°\u{A0}\(number)",
      english: "to read it with other columns, undo import \(number) first")
    self.init(file, .takenBefore, isAsked ? [advice] : [])
  }

  init(name: String, format: FileFormat?, outcome: Outcome, notes: [Phrase]) {
    self.name = name
    self.format = format
    self.outcome = outcome
    self.notes = notes
  }

  /// A file that is refused as a whole.
  init(_ file: ImportOrder.File, _ refusal: Refusal) {
    self.init(file, .refused(refusal.placedWords))
    lacksColumns = refusal.lacksColumns
  }

  /// One line for the terminal and the page.
  public var line: Phrase {
    switch outcome {
    case .taken(_, let accepted, let known, let rejected):
      var french = "\(accepted) repris"
      var english = "\(accepted) taken"
      if known > 0 {
        french += ", \(known) déjà connus"
        english += ", \(known) known already"
      }
      if rejected > 0 {
        french += ", \(rejected) à corriger"
        english += ", \(rejected) to mend"
      }
      return Phrase(french: french, english: english)
    case .takenBefore:
      return Phrase(
        french: "déjà importé, rien n’a changé", english: "imported before, nothing has changed")
    case .refused(let words): return words
    }
  }
}

/// What became of an import: its files, and the money that found its invoices.
public struct ImportReport: Sendable {
  public var files: [FileReport] = []
  public var invoices = 0
  public var creditNotes = 0
  public var bankLines = 0
  public var customers = 0
  /// Statuses of electronic invoices, and notices of the BODACC about customers.
  public var statuses = 0
  public var notices = 0
  /// Copies of documents that the book knew by then.
  public var copies = 0
  /// Bank lines applied without asking, proposed to a person, and set off by credit notes.
  public var applied = 0
  public var proposed = 0
  public var setOff = 0
  /// Applications by an amount alone that gave way to a line that names the document.
  public var displaced = 0
  /// Files that were not taken in because a person stopped the import.
  public internal(set) var left: [String] = []
  /// The money was not applied because a person stopped that too.
  public internal(set) var isMatchingLeft = false
  /// The book holds invoices and has never seen a bank line, or the other way round.
  var lacksStatements = false
  var lacksInvoices = false
  /// What the check of the firm's invoices found.
  public var check = CheckReport()

  public init() {}

  public var accepted: Int {
    invoices + creditNotes + bankLines + customers + statuses + notices + copies
  }
  public var rejected: Int {
    files.reduce(0) { sum, file in
      if case .taken(_, _, _, let rejected) = file.outcome { return sum + rejected }
      return sum
    }
  }
  public var refused: Int {
    files.reduce(0) { sum, file in
      if case .refused = file.outcome { return sum + 1 }
      return sum
    }
  }
  /// A person stopped the import before its end.
  public var isStopped: Bool { !left.isEmpty || isMatchingLeft }
  /// Something was not taken as it stood: the exit code of the command is not zero.
  public var hasFailures: Bool {
    rejected > 0 || refused > 0 || isStopped
  }
}
