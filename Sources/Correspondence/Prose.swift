/// A sentence or paragraph with parts that stand out.
public struct Prose: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// Words of one emphasis.
  public struct Part: Hashable, Sendable {
    public let text: String
    public let isStrong: Bool
  }

  public let parts: [Part]

  private init(parts: [Part]) { self.parts = parts }

  public init(_ text: String) { parts = [Part(text: text, isStrong: false)] }
  public init(stringLiteral text: String) { self.init(text) }

  /// Words that stand out, such as an amount or a last day.
  public static func strong(_ text: String) -> Prose {
    Prose(parts: [Part(text: text, isStrong: true)])
  }

  public static func + (left: Prose, right: Prose) -> Prose {
    Prose(parts: left.parts + right.parts)
  }

  /// The words without emphasis.
  public var text: String { parts.map(\.text).joined() }
}
