public import Ledger

/// The texts of rush orders in one language and tone: the house's own, and what the firm words
/// differently.
public struct RushTemplates: Hashable, Sendable {
  public let language: Customer.Language
  public let tone: RushTone
  private var own: [RushPiece: String] = [:]

  /// The house's own words.
  public init(_ language: Customer.Language, _ tone: RushTone) {
    self.language = language
    self.tone = tone
  }

  /// The house's words with what the firm words differently, by key.
  public init(
    _ language: Customer.Language, _ tone: RushTone, edits: [String: String]
  ) throws(RushWordingFault) {
    self.init(language, tone)
    for (key, text) in edits.sorted(by: { $0.key < $1.key }) {
      guard let piece = RushPiece(key: key) else { throw .unknownKey(key) }
      try set(text, for: piece)
    }
  }

  /// A text as it stands, with its fields.
  public subscript(piece: RushPiece) -> String { own[piece] ?? house(piece) }

  /// What the firm words differently, by key.
  public var edits: [String: String] {
    Dictionary(uniqueKeysWithValues: own.map { ($0.key.key, $0.value) })
  }

  /// Whether the firm words a text its own way.
  public func isEdited(_ piece: RushPiece) -> Bool { own[piece] != nil }

  /// The house's own words for a text, typeset.
  public func house(_ piece: RushPiece) -> String {
    RushWording.text(of: piece, language, tone)
  }

  /// Words a text the firm's own way; nothing, or the house's own words, go back to the house's.
  ///
  /// Throws for what could not leave: an unknown field, a brace alone, a forbidden phrase, a
  /// character that does not print, too long a text.
  public mutating func set(_ text: String, for piece: RushPiece) throws(RushWordingFault) {
    let text = try RushTemplates.clean(text, of: piece).typeset(in: language)
    guard !text.isEmpty, text != house(piece) else {
      own[piece] = nil
      return
    }
    let template = try RushTemplate(text, of: piece)
    let neutral = try template.filled { _ in "9" }
    if let (words, why) = WordingCheck.forbiddenPhrase(in: neutral, language).phrase {
      throw .forbidden(words, why, in: piece)
    }
    own[piece] = text
  }

  /// The longest text, in bytes: two pages.
  public static let longestText = 8_000

  private static func clean(
    _ text: String, of piece: RushPiece
  ) throws(RushWordingFault) -> String {
    let bytes = text.utf8.count
    guard bytes <= longestText else { throw .tooLong(bytes: bytes, most: longestText) }
    let text = text.unified.trimmed
    for scalar in text.unicodeScalars where scalar.isUnprintable && scalar != "\n" {
      throw .unprintable(scalar.value, in: piece)
    }
    if piece.isOneLine, text.contains("\n") { throw .lineBreak(in: piece) }
    return text
  }
}

extension String {
  /// Line ends as one character each, tabs as spaces.
  var unified: String {
    var text = ""
    for character in self {
      switch character {
      case "\r\n", "\r": text += "\n"
      case "\t": text += " "
      default: text.append(character)
      }
    }
    return text
  }

  /// Without spaces and line ends at both ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The spaces and apostrophes of the language as a printer sets them, one space at a time.
  func typeset(in language: Customer.Language) -> String {
    var set = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case " " where set.last == " " || set.last == "\u{A0}" || set.last == "\n": continue
      case "\n" where set.last == " ": set.removeLast()
      case ":", ";", "!", "?", "»", "%", "€":
        if language == .french, set.last == " " {
          set.removeLast()
          set.append("\u{A0}")
        }
      default: break
      }
      if scalar == " ", language == .french, set.last == "«" {
        set.append("\u{A0}")
      } else {
        let elides = scalar == "'" && set.last?.properties.isAlphabetic == true
        set.append(elides ? "’" : scalar)
      }
    }
    return String(set)
  }
}
