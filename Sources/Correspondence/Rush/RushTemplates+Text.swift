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
    var piece: RushPiece?
    var seen: Set<RushPiece> = []
    var lines: [Substring] = []
    for line in plainText.unified.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let key = line.key else {
        if piece != nil {
          lines.append(line)
        } else if !line.isRemark {
          throw .textBeforeKey(String(line))
        }
        continue
      }
      if let piece { try set(lines.joined(separator: "\n"), for: piece) }
      guard let next = RushPiece(key: key) else { throw .unknownKey(String(key)) }
      guard seen.insert(next).inserted else { throw .repeatedKey(next) }
      piece = next
      lines = []
    }
    if let piece { try set(lines.joined(separator: "\n"), for: piece) }
  }

  /// The longest file, in bytes: all texts at their longest, and room for their keys.
  public static let longestFile = 800_000
}

extension Substring {
  /// `telephone.terme` of the line `[telephone.terme]`; nil for a line of words.
  fileprivate var key: Substring? {
    let line = self.drop { $0 == " " }
    guard line.first == "[", let end = line.lastIndex(of: "]"),
      line[line.index(after: end)...].allSatisfy({ $0 == " " })
    else { return nil }
    return line.dropFirst()[..<end]
  }

  /// A remark, or nothing.
  fileprivate var isRemark: Bool {
    let line = self.drop { $0 == " " }
    return line.isEmpty || line.first == "#"
  }
}
