/// Swift source with comments and the insides of strings turned into spaces, line by line the same.
///
/// What is written in an interpolation is blanked too. Regex literals are not known.
func blanked(_ text: String) -> String {
  var scanner = SourceScanner(bytes: Array(text.utf8))
  scanner.run()
  return String(decoding: scanner.bytes, as: UTF8.self)
}

private let newline = UInt8(ascii: "\n")

private struct SourceScanner {
  var bytes: [UInt8]
  var place = 0

  /// What a comment or a string begins with.
  private static let starters = Array("/#\"".utf8)

  mutating func run() {
    while place < bytes.count {
      guard SourceScanner.starters.contains(bytes[place]) else {
        place += 1
        continue
      }
      if follows("//") {
        while place < bytes.count, bytes[place] != newline { blank() }
      } else if follows("/*") {
        blockComment()
      } else if let hashes = stringStart {
        string(hashes: hashes)
      } else {
        place += 1
      }
    }
  }

  /// The number of `#` before a quotation mark that starts here; nil where no string starts.
  private var stringStart: Int? {
    var end = place
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end - place : nil
  }

  private func follows(_ word: String) -> Bool {
    bytes[place...].starts(with: word.utf8)
  }

  private mutating func blank() {
    if bytes[place] != newline { bytes[place] = UInt8(ascii: " ") }
    place += 1
  }

  private mutating func blank(_ count: Int) {
    for _ in 0..<count where place < bytes.count { blank() }
  }

  private mutating func blockComment() {
    var depth = 0
    repeat {
      if follows("/*") {
        depth += 1
        blank(2)
      } else if follows("*/") {
        depth -= 1
        blank(2)
      } else {
        blank()
      }
    } while depth > 0 && place < bytes.count
  }

  private mutating func string(hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    blank(hashes)
    let quote = follows("\"\"\"") ? "\"\"\"" : "\""
    blank(quote.utf8.count)
    let closing = quote + fence
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "\\") else {
        blank()
        continue
      }
      if follows(closing) { return blank(quote.utf8.count + hashes) }
      if follows("\\" + fence + "(") {
        blank(2 + hashes)
        interpolation()
      } else if hashes == 0, follows("\\") {
        blank(2)
      } else {
        blank()
      }
    }
  }

  private mutating func interpolation() {
    var depth = 1
    while place < bytes.count, depth > 0 {
      if let hashes = stringStart {
        string(hashes: hashes)
        continue
      }
      if bytes[place] == UInt8(ascii: "(") { depth += 1 }
      if bytes[place] == UInt8(ascii: ")") { depth -= 1 }
      blank()
    }
  }
}
