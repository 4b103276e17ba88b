public import CreditPolicy
public import Intake
public import Ledger
import Quantities

/// What the check of many documents gave: how many lack a legal mention, and which.
public struct CheckReport: Sendable {
  /// A document in which something was found.
  public struct Document: Sendable {
    public let number: String
    /// The file it stands in.
    public let file: String
    /// Its place in the book; nil for a document that was only checked.
    public let entry: EntryNumber?
    public let findings: [Finding]

    public var hasErrors: Bool { findings.contains { $0.level == .error } }
  }

  /// How many documents a lint was found in.
  public struct Tally: Hashable, Sendable {
    public var errors = 0
    public var warnings = 0
  }

  /// Documents looked at.
  public var documents = 0
  /// Of them, lines of tables, which carry no mention.
  public var fromTables = 0
  /// Invoices of suppliers, which are not ours to check.
  public var suppliers = 0
  /// Documents that lack a legal mention, and those that only could be better.
  public var faulty = 0
  public var weak = 0
  public var tallies: [Lint: Tally] = [:]
  /// The first documents with something found; the book keeps them all.
  public var listed: [Document] = []
  /// Checks that documents did not allow, with how many did not.
  public var unchecked: [Unchecked: Int] = [:]
  /// What is wrong with the numbers, series by series (INV-01).
  public var series: [Finding] = []

  public init() {}

  public static let mostListed = 500

  public var hasErrors: Bool { faulty > 0 || !series.isEmpty }

  /// Counts a document in which something was found.
  mutating func note(_ document: Document) {
    if document.hasErrors { faulty += 1 } else { weak += 1 }
    for lint in Set(document.findings.map(\.lint)) {
      let isError = document.findings.contains { $0.lint == lint && $0.level == .error }
      let path: WritableKeyPath<Tally, Int> = isError ? \.errors : \.warnings
      tallies[lint, default: Tally()][keyPath: path] += 1
    }
    if listed.count < CheckReport.mostListed { listed.append(document) }
  }

  mutating func add(_ other: CheckReport) {
    documents += other.documents
    fromTables += other.fromTables
    suppliers += other.suppliers
    faulty += other.faulty
    weak += other.weak
    for (lint, tally) in other.tallies {
      tallies[lint, default: Tally()].errors += tally.errors
      tallies[lint, default: Tally()].warnings += tally.warnings
    }
    listed += other.listed.prefix(CheckReport.mostListed - listed.count)
    unchecked.merge(other.unchecked) { $0 + $1 }
    series += other.series
  }

  /// `12 factures à corriger : indemnité de 40 € (12), escompte (3)`; nil when none was checked.
  public var line: Phrase? {
    guard documents > 0 else { return nil }
    let french = Words.french(self)
    let english = Words.english(self)
    return Phrase(french: french, english: english)
  }

  /// What documents did not allow to be checked, reason by reason.
  public var notPossible: [Phrase] {
    var reasons: [Remark: (lints: Set<Lint>, documents: Int)] = [:]
    for (one, count) in unchecked {
      var found = reasons[one.reason] ?? ([], 0)
      found.lints.insert(one.lint)
      found.documents = max(found.documents, count)
      reasons[one.reason] = found
    }
    var phrases = reasons.sorted {
      ($1.value.documents, $0.key.french) < ($0.value.documents, $1.key.french)
    }
    .map { reason, found in
      let lints = Lint.allCases.filter(found.lints.contains)
      let all = lints.count == Lint.allCases.count
      let french = lints.map { $0.title(in: .french) }.joined(separator: ", ")
      let english = lints.map { $0.title(in: .english) }.joined(separator: ", ")
      return Phrase(
        french: "\(reason.french) (\(found.documents))" + (all ? "" : " — \(french)"),
        english: "\(reason.english) (\(found.documents))" + (all ? "" : " — \(english)"))
    }
    if fromTables > 0 {
      phrases.append(
        Phrase(
          french: "un tableau ne porte pas les mentions (\(fromTables))\u{A0}: seuls les délais et "
            + "les numéros sont vérifiés",
          english: "a table carries no mentions (\(fromTables)): only terms and numbers are checked"
        ))
    }
    return phrases
  }

  /// The lints with an error, those of most documents first, then those of the sheet's order.
  public var errorsByLint: [(lint: Lint, count: Int)] {
    let lints = Lint.allCases.filter { (tallies[$0]?.errors ?? 0) > 0 }
    return lints.map { ($0, tallies[$0]?.errors ?? 0) }.enumerated()
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .map { (lint: $0.element.0, count: $0.element.1) }
  }
}

/// The summary of a check in words.
private enum Words {
  static func french(_ report: CheckReport) -> String {
    var text: String
    if report.faulty == 0 {
      text =
        counted(report.documents, "facture contrôlée", "factures contrôlées")
        + "\u{A0}: aucune mention obligatoire ne manque"
    } else {
      let list = report.errorsByLint.map { "\($0.lint.title(in: .french)) (\($0.count))" }
      text =
        counted(report.faulty, "facture à corriger", "factures à corriger") + "\u{A0}: "
        + list.joined(separator: ", ")
    }
    if report.weak > 0 {
      text += "\u{A0}; " + counted(report.weak, "autre à améliorer", "autres à améliorer")
    }
    return text + "."
  }

  static func english(_ report: CheckReport) -> String {
    var text: String
    if report.faulty == 0 {
      text =
        counted(report.documents, "invoice checked", "invoices checked")
        + ": no legal mention is missing"
    } else {
      let list = report.errorsByLint.map { "\($0.lint.title(in: .english)) (\($0.count))" }
      text =
        counted(report.faulty, "invoice to mend", "invoices to mend") + ": "
        + list.joined(separator: ", ")
    }
    if report.weak > 0 {
      text += "; " + counted(report.weak, "other could be better", "others could be better")
    }
    return text + "."
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) " + (count > 1 ? many : one)
  }
}
