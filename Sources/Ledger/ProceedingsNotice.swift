public import Quantities

/// What a published judgment does to a debtor's collective proceedings.
public enum Judgment: Hashable, Sendable {
  /// Opens them: everything stops (R8.3).
  case opening(Insolvency.Kind)
  /// Turns those that are open into others.
  case conversion(Insolvency.Kind)
  /// A plan, or a change of one.
  case plan
  /// Ends them, or takes their opening back.
  case closing
  /// A deposit, a sanction, an appeal: nothing for us to do.
  case other
}

/// A judgment about a customer's collective proceedings that changes nothing by itself: a plan, a
/// closing, a deposit. A person decides what follows from it (R8.14).
public struct ProceedingsNotice: Hashable, Sendable {
  public let judgment: Judgment
  /// The judgment in the words of the notice.
  public let nature: String
  public let judged: Day?
  /// Where it was published.
  public let source: String

  public init(judgment: Judgment, nature: String, judged: Day?, source: String) {
    self.judgment = judgment
    self.nature = nature
    self.judged = judged
    self.source = source
  }
}

extension Judgment {
  /// The text that keeps it in the book: `opening liquidation`, `plan`.
  public var stored: String {
    switch self {
    case .opening(let kind): "opening " + kind.rawValue
    case .conversion(let kind): "conversion " + kind.rawValue
    case .plan: "plan"
    case .closing: "closing"
    case .other: "other"
    }
  }

  /// The judgment of a stored text; `other` for a text of a later version.
  public init(stored: String) {
    let words = stored.split(separator: " ")
    let kind = words.count == 2 ? Insolvency.Kind(rawValue: String(words[1])) : nil
    switch (words.first, kind) {
    case ("opening", let kind?): self = .opening(kind)
    case ("conversion", let kind?): self = .conversion(kind)
    case ("plan", _): self = .plan
    case ("closing", _): self = .closing
    default: self = .other
    }
  }
}
