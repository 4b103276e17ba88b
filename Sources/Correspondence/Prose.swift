/// A sentence or paragraph with parts that stand out.
public struct Prose: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// Words of one emphasis.
  public struct Part: Hashable, Sendable {
    public let text: String
    public let isStrong: Bool
  }

  public let parts: [Part]

  init(parts: [Part]) { self.parts = parts }

  public init(_ text: String) { parts = [Part(text: text, isStrong: false)] }
  public init(stringLiteral text: String) { self.init(text) }

  /// Words that stand out, such as an amount or a last day.
  public static func strong(_ text: String) -> Prose {
    Prose(parts: [Part(text: text, isStrong: true)])
  }

  public static func + (left: Prose, right: Prose) -> Prose {
    Prose(parts: left.parts + right.parts)
  }

  static func += (left: inout Prose, right: Prose) { left = left + right }

  /// The paragraphs, at empty lines; those without words fall away.
  var paragraphs: [Prose] {
    var all: [[Part]] = [[]]
    for part in parts {
      for (place, text) in part.text.split(by: "\n\n").enumerated() {
        if place > 0 { all.append([]) }
        if !text.isEmpty { all[all.count - 1].append(Part(text: text, isStrong: part.isStrong)) }
      }
    }
    return all.map { Prose(parts: $0).trimmed }.filter { !$0.parts.isEmpty }
  }

  /// Without spaces and line ends at both ends.
  private var trimmed: Prose {
    var parts = parts
    while let first = parts.first {
      let text = String(first.text.drop { $0 == " " || $0 == "\n" })
      parts[0] = Part(text: text, isStrong: first.isStrong)
      if !text.isEmpty { break }
      parts.removeFirst()
    }
    while let last = parts.last {
      var text = last.text
      while let end = text.last, end == " " || end == "\n" { text.removeLast() }
      parts[parts.count - 1] = Part(text: text, isStrong: last.isStrong)
      if !text.isEmpty { break }
      parts.removeLast()
    }
    return Prose(parts: parts)
  }

  /// The words without emphasis.
  public var text: String { parts.map(\.text).joined() }
}

extension String {
  /// The texts between two marks, empty ones too.
  fileprivate func split(by mark: String) -> [String] {
    var texts: [String] = []
    var text = ""
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix(mark) {
        texts.append(text)
        text = ""
        rest = rest.dropFirst(mark.count)
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    return texts + [text]
  }
}
