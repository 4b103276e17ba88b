public import Dunning
public import Ledger

/// The words of one kind of letter in one tone and language: the house's own, and what the firm
/// words differently.
public struct LetterWords: Hashable, Sendable {
  public let kind: LetterKind
  public let tone: DunningLevel.Tone
  public let language: Customer.Language
  private var own: [LetterPiece: String] = [:]

  /// The house's own words, in the tone asked for or the nearest that there is.
  public init(
    _ kind: LetterKind, _ tone: DunningLevel.Tone, _ language: Customer.Language
  ) {
    self.kind = kind
    self.tone = kind.tone(nearest: tone)
    self.language = language
  }

  /// A text as it stands, with its fields.
  public subscript(piece: LetterPiece) -> String { own[piece] ?? house(piece) }

  /// Whether the firm words a text its own way.
  public func isEdited(_ piece: LetterPiece) -> Bool { own[piece] != nil }

  /// Whether all words are the house's.
  public var areTheHouses: Bool { own.isEmpty }

  /// The house's own words for a text, typeset.
  public func house(_ piece: LetterPiece) -> String {
    HouseLetters.text(of: piece, in: self)
  }

  /// Words a text the firm's own way; nothing, or the house's own words, go back to the house's.
  ///
  /// Throws for what may not leave: an unknown field, one that would be left empty or that is
  /// missing, a mark alone, a phrase that the law forbids, a character that does not print.
  public mutating func set(
    _ text: String, for piece: LetterPiece
  ) throws(LetterWordsFault) {
    let text = try clean(text, of: piece).typeset(in: language)
    guard !text.isEmpty, text != house(piece) else {
      own[piece] = nil
      return
    }
    try check(text, for: piece)
    own[piece] = text
  }

  func template(_ piece: LetterPiece) throws(LetterWordsFault) -> WordTemplate<LetterField> {
    try template(self[piece], of: piece)
  }

  private func template(
    _ text: String, of piece: LetterPiece
  ) throws(LetterWordsFault) -> WordTemplate<LetterField> {
    let allowed = piece.fields(of: kind)
    do {
      return try WordTemplate(text) { name in
        LetterField(typed: name).flatMap { allowed.contains($0) ? $0 : nil }
      }
    } catch {
      switch error {
      case .looseBrace: throw .looseBrace(in: piece)
      case .loosePassage: throw .loosePassage(in: piece)
      case .unknownField(let name): throw .unknownField(name, in: piece, of: kind)
      }
    }
  }

  private func check(_ text: String, for piece: LetterPiece) throws(LetterWordsFault) {
    let template = try template(text, of: piece)
    for field in LetterField.allCases where template.firmFields.contains(field) && field.mayBeEmpty
    {
      throw .mayBeEmpty(field, in: piece)
    }
    for field in piece.neededFields(of: kind) where !template.firmFields.contains(field) {
      throw .missing(field, in: piece)
    }
    let neutral = template.neutral
    for fault in WordingCheck.faults(inText: neutral, language) {
      if case .forbidden(let phrase, let why) = fault {
        throw .forbidden(phrase, why, in: piece)
      }
    }
    guard kind == .formalNotice, piece == .request else { return }
    let words = FoldedText(neutral)
    let needed =
      language == .french
      ? ["mettons en demeure", "juridiction"] : ["formal notice", "court"]
    for phrase in needed where !words.contains(phrase) { throw .notANotice(phrase, in: piece) }
  }

  /// The longest text, in bytes: two pages.
  public static let longestText = 8_000

  private func clean(
    _ text: String, of piece: LetterPiece
  ) throws(LetterWordsFault) -> String {
    let bytes = text.utf8.count
    guard bytes <= LetterWords.longestText else {
      throw .tooLong(bytes: bytes, most: LetterWords.longestText)
    }
    let text = text.unified.trimmed
    for scalar in text.unicodeScalars where scalar.isUnprintable && scalar != "\n" {
      throw .unprintable(scalar.value, in: piece)
    }
    if piece.isOneLine, text.contains("\n") { throw .lineBreak(in: piece) }
    return text
  }
}

extension WordTemplate {
  /// The words around the fields, passages included.
  var neutral: String {
    filled(by: { _ in "9" }, missing: { _ -> Never in preconditionFailure("each has a value") })
      .text
  }
}
