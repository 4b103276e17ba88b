/// A plain text of many texts: a key in brackets on a line of its own, then its words until the
/// next key. Lines that begin with `#` before the first key are remarks.
struct KeyedTexts {
  /// Words before the first key.
  struct TextBeforeKey: Error { let text: String }

  private(set) var texts: [(key: String, text: String)] = []

  init(_ plainText: String) throws(TextBeforeKey) {
    var key: String?
    var lines: [Substring] = []
    for line in plainText.unified.split(separator: "\n", omittingEmptySubsequences: false) {
      if let next = line.key {
        if let key { texts.append((key, lines.joined(separator: "\n"))) }
        key = String(next)
        lines = []
      } else if key != nil {
        lines.append(line)
      } else if !line.isRemark {
        throw TextBeforeKey(text: String(line))
      }
    }
    if let key { texts.append((key, lines.joined(separator: "\n"))) }
  }
}

extension Substring {
  /// `telephone.terme` of the line `[telephone.terme]`; nil for a line of words.
  fileprivate var key: Substring? {
    let line = self.drop { $0 == " " }
    guard line.first == "[", !line.hasPrefix("[["), let end = line.lastIndex(of: "]"),
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
