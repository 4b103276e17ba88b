extension MailPart {
  /// The text that a person reads: the plain one, else the words of the page.
  static func readableText(_ parts: [MailPart]) -> String {
    let most = 100_000
    func text(_ part: MailPart) -> String {
      MailCode.text(
        Array(part.decoded.prefix(most)), charset: part.parameter("charset") ?? "utf-8")
    }
    if let plain = parts.first(where: { $0.type == "text/plain" }) { return text(plain) }
    guard let page = parts.first(where: { $0.type == "text/html" }) else { return "" }
    return words(ofPage: text(page))
  }

  /// The words of a page without its tags; no tag of it ever reaches a reader.
  private static func words(ofPage page: String) -> String {
    var bytes: [UInt8] = []
    var isTag = false
    var tag: [UInt8] = []
    var hidden = false
    for byte in page.utf8 {
      if byte == 60 {
        isTag = true
        tag = []
      } else if byte == 62, isTag {
        isTag = false
        let name = String(decoding: tag.prefix(12), as: UTF8.self).lowercased()
        if name.hasPrefix("style") || name.hasPrefix("script") || name.hasPrefix("head") {
          hidden = true
        }
        if name.hasPrefix("/style") || name.hasPrefix("/script") || name.hasPrefix("/head") {
          hidden = false
        }
        if ["br", "p", "/p", "div", "/div", "/tr", "li"].contains(where: name.hasPrefix) {
          bytes.append(10)
        }
      } else if isTag {
        if tag.count < 16 { tag.append(byte) }
      } else if !hidden {
        bytes.append(byte)
      }
    }
    var text = String(decoding: bytes, as: UTF8.self)
    for (code, sign) in [
      ("&nbsp;", "\u{A0}"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ("&eacute;", "é"), ("&egrave;", "è"), ("&agrave;", "à"), ("&euro;", "€"), ("&amp;", "&"),
    ] { text = text.replacing(code, with: sign) }
    return text
  }

  /// The mail identifiers in a field, without their brackets.
  static func identifiers(_ text: String) -> [String] {
    var found: [String] = []
    for part in text.split(separator: "<").dropFirst(text.first == "<" ? 0 : 1).prefix(100) {
      if let end = part.firstIndex(of: ">") { found.append(String(part[..<end])) }
    }
    return found
  }

  /// The addresses in a field, in small letters.
  static func addresses(_ text: String) -> [String] {
    text.prefix(20_000).split { " ,;<>()[]\"'\t\r\n:".contains($0) }.lazy
      .filter { $0.contains("@") && $0.utf8.count <= 254 }.prefix(50)
      .map { String($0).lowercased() }
  }

  /// The name before an address.
  static func displayName(_ text: String) -> String {
    guard let open = text.firstIndex(of: "<") else { return "" }
    let name = decodedWords(String(text[..<open])).filter { $0 != "\"" }
    return String(name.drop { $0 == " " }.prefix(120))
  }

  /// `rfc822; nobody@client.fr`: the address.
  static func address(ofReport text: String) -> String {
    addresses(String(text.split(separator: ";").last ?? "")).first ?? ""
  }

  /// A field with its encoded words undone (RFC 2047).
  static func decodedWords(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var result = ""
    var rest = Substring(text)
    var wasWord = false
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      let word = rest[start.upperBound...]
      let parts = word.split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].first == "=", let code = parts[1].first else {
        result += rest[..<start.upperBound]
        rest = word
        wasWord = false
        continue
      }
      // Blanks between two words belong to neither.
      if !(wasWord && before.allSatisfy(\.isWhitespace)) { result += before }
      let bytes = Array(parts[2].utf8)
      let decoded =
        code == "B" || code == "b"
        ? MailCode.base64(bytes[...]) : MailCode.quotedPrintable(bytes[...], isHead: true)
      result += MailCode.text(decoded, charset: String(parts[0]))
      rest = parts[3].dropFirst()
      wasWord = true
    }
    return result + rest
  }
}
