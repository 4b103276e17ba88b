public import Dunning
public import Ledger

/// All texts of a letter as one plain text, to edit at one's desk and read back: a key in
/// brackets, then the words, until the next key.
extension LetterWords {
  /// The whole as plain text, in the order in which a person reads it.
  public var plainText: String {
    LetterPiece.all(of: kind).map { "[\($0.key)]\n\(self[$0])\n" }.joined(separator: "\n")
  }

  /// What the firm words differently, as plain text; empty when all words are the house's.
  public var edits: String {
    LetterPiece.all(of: kind).filter(isEdited).map { "[\($0.key)]\n\(self[$0])\n" }
      .joined(separator: "\n")
  }

  /// Reads `plainText` or `edits` back. Texts that are left out are the house's own, and lines
  /// that begin with `#` before the first key are remarks.
  public init(
    _ kind: LetterKind, _ tone: DunningLevel.Tone, _ language: Customer.Language,
    plainText: String
  ) throws(LetterWordsFault) {
    let bytes = plainText.utf8.count
    guard bytes <= LetterWords.longestFile else {
      throw .tooLong(bytes: bytes, most: LetterWords.longestFile)
    }
    self.init(kind, tone, language)
    let keyed: KeyedTexts
    do { keyed = try KeyedTexts(plainText) } catch { throw .textBeforeKey(error.text) }
    var seen: Set<LetterPiece> = []
    for (key, text) in keyed.texts {
      guard let piece = LetterPiece(rawValue: key), LetterPiece.all(of: kind).contains(piece)
      else { throw .unknownKey(key, of: kind) }
      guard seen.insert(piece).inserted else { throw .repeatedKey(piece) }
      try set(text, for: piece)
    }
  }

  /// The longest file, in bytes: all texts at their longest, and room for their keys.
  public static let longestFile = 100_000
}
