/// A part of a mail: its head, and its body or the parts of it. Bounded in depth and in number.
struct MailPart {
  private(set) var head: [String: String] = [:]
  let body: ArraySlice<UInt8>
  private(set) var parts: [MailPart] = []

  static let mostDepth = 6
  static let mostParts = 64
  static let mostHeadBytes = 131_072

  init(_ bytes: ArraySlice<UInt8>, depth: Int) {
    let end = MailPart.endOfHead(bytes)
    head = MailPart.fields(of: bytes[..<end.head])
    body = bytes[end.body...]
    guard depth < MailPart.mostDepth, type.hasPrefix("multipart/"),
      let fence = parameter("boundary")
    else { return }
    for piece in MailPart.pieces(of: body, fence: fence) {
      parts.append(MailPart(piece, depth: depth + 1))
    }
  }

  subscript(_ name: String) -> String { head[name] ?? "" }

  /// `text/plain`, in small letters.
  var type: String {
    let words = self["content-type"].split(separator: ";").first ?? "text/plain"
    let type = words.filter { !$0.isWhitespace }.lowercased()
    return type.isEmpty ? "text/plain" : type
  }

  /// The parts that hold no others, in reading order.
  var leaves: [MailPart] {
    var found: [MailPart] = []
    gather(&found)
    return found
  }

  private func gather(_ found: inout [MailPart]) {
    if parts.isEmpty { return found.append(self) }
    for part in parts where found.count < MailPart.mostParts { part.gather(&found) }
  }

  /// A parameter of the content type, without its quotation marks.
  func parameter(_ name: String) -> String? {
    for part in self["content-type"].split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }).lowercased() == name else {
        continue
      }
      let value = pair[1].drop { $0.isWhitespace }
      if value.first == "\"" { return String(value.dropFirst().prefix { $0 != "\"" }) }
      return String(value.prefix { !$0.isWhitespace })
    }
    return nil
  }

  /// The body with its transfer encoding undone.
  var decoded: [UInt8] {
    switch self["content-transfer-encoding"].filter({ !$0.isWhitespace }).lowercased() {
    case "base64": MailCode.base64(body)
    case "quoted-printable": MailCode.quotedPrintable(body, isHead: false)
    default: Array(body)
    }
  }

  /// Whether a machine wrote it by its own account.
  func isAutomatic(_ subject: String) -> Bool {
    let submitted = self["auto-submitted"].lowercased()
    if !submitted.isEmpty, !submitted.hasPrefix("no") { return true }
    if !self["x-autoreply"].isEmpty || !self["x-autorespond"].isEmpty { return true }
    if ["auto_reply", "auto-reply"].contains(self["precedence"].lowercased()) { return true }
    let words = subject.lowercased()
    return [
      "réponse automatique", "reponse automatique", "automatic reply", "out of office",
      "absence du bureau", "message d'absence", "message d’absence", "autoreply",
    ].contains { words.hasPrefix($0) || words.hasPrefix("re: " + $0) }
  }

  // Splitting ------------------------------------------------------------------------------------

  private static func endOfHead(_ bytes: ArraySlice<UInt8>) -> (head: Int, body: Int) {
    var place = bytes.startIndex
    let limit = min(bytes.endIndex, bytes.startIndex + mostHeadBytes)
    while place < limit {
      if bytes[place] == 10 {
        let next = place + 1
        if next < bytes.endIndex, bytes[next] == 10 { return (next, next + 1) }
        if next + 1 < bytes.endIndex, bytes[next] == 13, bytes[next + 1] == 10 {
          return (next, next + 2)
        }
      }
      place += 1
    }
    return (limit, limit)
  }

  /// The fields of a head, the first of each name, in small letters; with `blocks`, those of all
  /// blocks one after the other.
  static func fields(of bytes: ArraySlice<UInt8>, blocks: Bool = false) -> [String: String] {
    var fields: [String: String] = [:]
    var name = ""
    var value = ""
    func keep() {
      if !name.isEmpty, fields[name] == nil { fields[name] = value }
      name = ""
    }
    for line in bytes.prefix(mostHeadBytes).split(separator: 10, omittingEmptySubsequences: false) {
      let line = line.last == 13 ? line.dropLast() : line
      if let first = line.first, first == 32 || first == 9 {
        if value.utf8.count < 20_000 {
          value += " " + MailCode.text(Array(line.drop { $0 == 32 || $0 == 9 }), charset: "utf-8")
        }
        continue
      }
      keep()
      guard let colon = line.firstIndex(of: 58) else { continue }
      name = String(decoding: line[..<colon].filter { $0 > 32 }, as: UTF8.self).lowercased()
      value = MailCode.text(
        Array(line[(colon + 1)...].drop { $0 == 32 || $0 == 9 }), charset: "utf-8")
    }
    keep()
    return fields
  }

  private static func pieces(of body: ArraySlice<UInt8>, fence: String) -> [ArraySlice<UInt8>] {
    guard !fence.isEmpty, fence.utf8.count <= 200 else { return [] }
    let mark = Array("--".utf8) + Array(fence.utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var place = body.startIndex
    while place < body.endIndex, pieces.count < mostParts {
      let end = body[place...].firstIndex(of: 10) ?? body.endIndex
      if body[place..<end].starts(with: mark) {
        if let start { pieces.append(body[start..<place]) }
        start = min(end + 1, body.endIndex)
        if body[place..<end].dropFirst(mark.count).starts(with: [45, 45]) { return pieces }
      }
      place = end + 1
    }
    // A mail that was cut short still has what came of it.
    if let start, start < body.endIndex, pieces.count < mostParts { pieces.append(body[start...]) }
    return pieces
  }
}
