/// A text with fields, read once: words, fields, and passages in double brackets that fall away
/// when one of their fields has no value: `demeure impayée[[, malgré {messages}]].`
struct WordTemplate<Field: Hashable & Sendable>: Sendable {
  /// What is wrong with the marks of a text.
  enum Fault: Error {
    case looseBrace
    /// A passage that opens or closes alone, or stands in another.
    case loosePassage
    case unknownField(String)
  }

  private enum Part {
    case words(String)
    case field(Field)
    case passage([Part])
  }

  private let parts: [Part]

  /// Throws for a brace or bracket that stands alone and for a name that `field` does not know.
  init(_ text: String, field: (String) -> Field?) throws(Fault) {
    var parts: [Part] = []
    var passage: [Part]?
    var rest = text[...]
    func keep(_ part: Part) { passage == nil ? parts.append(part) : passage?.append(part) }
    while let mark = rest.nextMark {
      if mark.lowerBound > rest.startIndex { keep(.words(String(rest[..<mark.lowerBound]))) }
      let after = rest[mark.upperBound...]
      switch rest[mark] {
      case "[[":
        guard passage == nil else { throw .loosePassage }
        passage = []
        rest = after
      case "]]":
        guard let closed = passage else { throw .loosePassage }
        passage = nil
        parts.append(.passage(closed))
        rest = after
      case "{":
        guard let end = after.firstIndex(where: { $0 == "{" || $0 == "}" }), after[end] == "}"
        else { throw .looseBrace }
        let name = String(after[..<end])
        guard let known = field(name) else { throw .unknownField(name) }
        keep(.field(known))
        rest = after[after.index(after: end)...]
      default: throw .looseBrace
      }
    }
    guard passage == nil else { throw .loosePassage }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
    self.parts = parts
  }

  /// All fields, in passages and outside.
  var fields: Set<Field> { WordTemplate.fields(of: parts, inPassages: true) }

  /// The fields that must have a value: those outside passages.
  var firmFields: Set<Field> { WordTemplate.fields(of: parts, inPassages: false) }

  private static func fields(of parts: [Part], inPassages: Bool) -> Set<Field> {
    parts.reduce(into: []) { found, part in
      switch part {
      case .words: break
      case .field(let field): found.insert(field)
      case .passage(let inner):
        if inPassages { found.formUnion(fields(of: inner, inPassages: true)) }
      }
    }
  }

  /// The text with a value in place of each field. A field without value in a passage takes the
  /// passage with it; anywhere else it ends in what `missing` throws.
  func filled<Failure: Error>(
    by value: (Field) -> Prose?, missing: (Field) -> Failure
  ) throws(Failure) -> Prose {
    var prose = Prose(parts: [])
    for part in parts {
      switch part {
      case .words(let words): prose += Prose(words)
      case .field(let field):
        guard let value = value(field) else { throw missing(field) }
        prose += value
      case .passage(let inner): prose += WordTemplate.passage(inner, value) ?? Prose(parts: [])
      }
    }
    return prose
  }

  private static func passage(_ parts: [Part], _ value: (Field) -> Prose?) -> Prose? {
    var prose = Prose(parts: [])
    for part in parts {
      switch part {
      case .words(let words): prose += Prose(words)
      case .field(let field):
        guard let value = value(field) else { return nil }
        prose += value
      case .passage: preconditionFailure("passages do not nest")
      }
    }
    return prose
  }
}

extension Substring {
  /// The first brace or double bracket.
  fileprivate var nextMark: Range<Index>? {
    var place = startIndex
    while place < endIndex {
      let next = index(after: place)
      switch self[place] {
      case "{", "}": return place..<next
      case "[", "]":
        if next < endIndex, self[next] == self[place] { return place..<index(after: next) }
      default: break
      }
      place = next
    }
    return nil
  }
}
