public import Law
public import Ledger

/// A sentence for the firm, in both of its languages.
public struct Remark: Hashable, Sendable {
  public let french: String
  public let english: String

  public init(french: String, english: String) {
    self.french = french
    self.english = english
  }

  /// The words in a language.
  public subscript(language: Customer.Language) -> String {
    language == .french ? french : english
  }
}

/// A mention that an invoice lacks or gets wrong: what was found, what is wanted, and the words to
/// put on the invoice.
public struct Finding: Hashable, Sendable {
  /// How grave a finding is.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// A legal mention is missing or wrong.
    case error
    /// Lawful, perhaps, but it weakens the recovery of the claim.
    case warning
  }

  public let lint: Lint
  public let level: Level
  public let found: Remark
  public let wanted: Remark
  /// The words to put on the invoice, in French as an invoice is; empty when no sentence mends it.
  public let remedy: String
  public let citation: Citation

  public init(
    _ lint: Lint, _ level: Level, _ words: Words, citation: Citation? = nil
  ) {
    self.lint = lint
    self.level = level
    found = words.found
    wanted = words.wanted
    remedy = words.remedy
    self.citation = citation ?? lint.citation
  }

  /// The three things that a finding says.
  public struct Words: Hashable, Sendable {
    public var found: Remark
    public var wanted: Remark
    public var remedy: String

    public init(found: Remark, wanted: Remark, remedy: String = "") {
      self.found = found
      self.wanted = wanted
      self.remedy = remedy
    }
  }

  /// `INV-07, date d’échéance : aucune date ; attendu : la date à laquelle payer (…)`.
  public func words(in language: Customer.Language) -> String {
    let article = citation.article
    let source = citation.text + (article.hasPrefix("section") ? ", " : ", art. ") + article
    switch language {
    case .french:
      return "\(lint.rawValue), \(lint.title(in: .french))\u{A0}: \(found.french)\u{A0}; "
        + "attendu\u{A0}: \(wanted.french) (\(source))"
    case .english:
      return "\(lint.rawValue), \(lint.title(in: .english)): \(found.english); "
        + "wanted: \(wanted.english) (\(source))"
    }
  }
}

/// A check that the document does not allow, and why.
public struct Unchecked: Hashable, Sendable {
  public let lint: Lint
  public let reason: Remark

  public init(_ lint: Lint, _ reason: Remark) {
    self.lint = lint
    self.reason = reason
  }
}

/// What the check of one document gave.
public struct InvoiceReview: Hashable, Sendable {
  public var findings: [Finding] = []
  public var unchecked: [Unchecked] = []

  public init() {}

  /// A legal mention is missing.
  public var hasErrors: Bool { findings.contains { $0.level == .error } }
}
