public import Ledger

/// All texts of a language and tone as one plain text, to edit at one's desk and read back:
/// a key in brackets, then the words, until the next key.
extension RushTemplates {
  /// The whole as plain text, in the order in which a person reads it.
  public var plainText: String {
    RushPiece.all.map { "[\($0.key)]\n\(self[$0])\n" }.joined(separator: "\n")
  }

  /// Reads `plainText` back, edited or not. Texts that are left out are the house's own, and lines
  /// that begin with `#` before the first key are remarks.
  public init(
    _ language: Customer.Language, _ tone: RushTone, plainText: String
  ) throws(RushWordingFault) {
    let bytes = plainText.utf8.count
    guard bytes <= RushTemplates.longestFile else {
      throw .tooLong(bytes: bytes, most: RushTemplates.longestFile)
    }
    self.init(language, tone)
    var seen: Set<RushPiece> = []
    let keyed: KeyedTexts
    do { keyed = try KeyedTexts(plainText) } catch { throw .textBeforeKey(error.text) }
    for (key, text) in keyed.texts {
      guard let piece = RushPiece(key: key) else { throw .unknownKey(key) }
      guard seen.insert(piece).inserted else { throw .repeatedKey(piece) }
      try set(text, for: piece)
    }
  }

  /// The longest file, in bytes: all texts at their longest, and room for their keys.
  public static let longestFile = 800_000
}
