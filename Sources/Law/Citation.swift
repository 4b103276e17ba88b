/// Where a rule comes from: the text, its article and the rule's number in `docs/law.md`.
public struct Citation: Hashable, Sendable {
  /// The code or statute, such as `Code de commerce`.
  public let text: String
  /// The article, such as `L441-10 II`.
  public let article: String
  /// The rule's number in the project's law sheet, such as `R2.3`.
  public let sheet: String

  public init(_ text: String, _ article: String, sheet: String) {
    self.text = text
    self.article = article
    self.sheet = sheet
  }
}

/// One question of law with one answer and its source.
public protocol Rule: Sendable {
  static var citation: Citation { get }
}
