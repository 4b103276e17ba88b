/// Details written as words between slashes: `/ORDP//NAME/…/REMI/…`, as SWIFT, the Dutch banks and
/// the French ones do, these with the qualifiers of CFONB too.
enum MT940Keys {
  enum Key {
    case text, endToEnd, debtor, creditor, ultimate, name, account, counterparty, reason, aside
  }

  /// Some key that is known stands in the text, or at its beginning.
  static func isKeyed(_ text: Bytes) -> Bool {
    var place = 0
    while let next = nextKey(in: text, from: place) {
      if next.start == 0 || next.isStrong { return true }
      place = next.end
    }
    return false
  }

  /// Goes through the keys with their values; what stands before the first is text.
  static func forEach(in text: Bytes, _ body: (Key, Bytes) -> Void) {
    guard var key = nextKey(in: text, from: 0) else { return body(.text, text) }
    if key.start > 0 { body(.text, Bytes(rebasing: text[..<key.start]).trimmed) }
    while true {
      let next = nextKey(in: text, from: key.end)
      let end = next?.start ?? text.count
      var value = Bytes(rebasing: text[key.end..<max(key.end, end)]).trimmed
      while value.last == 47 { value = Bytes(rebasing: value.dropLast()).trimmed }
      body(key.key, value)
      guard let following = next else { return }
      key = following
    }
  }

  /// Remittance text without the words that say how it is written: `USTD//`, `STRD/CUR/`.
  static func unwrapped(_ value: Bytes) -> Bytes {
    if value.starts(with: "USTD/".utf8) {
      return Bytes(rebasing: value.dropFirst(5).drop { $0 == 47 }).trimmed
    }
    guard value.starts(with: "STRD/".utf8) else { return value }
    let rest = Bytes(rebasing: value.dropFirst(5))
    // The issuer of the reference, `CUR` or `ISO`, and the reference.
    guard let slash = rest.firstIndex(of: 47), slash <= 3 else { return rest.trimmed }
    return Bytes(rebasing: rest[(slash + 1)...]).trimmed
  }

  private struct Found {
    let key: Key
    let isStrong: Bool
    let start: Int
    let end: Int
  }

  /// The next `/WORD/` whose word is known. The slash that ends one may begin the next.
  private static func nextKey(in text: Bytes, from first: Int) -> Found? {
    var place = max(0, first - 1)
    while place + 3 < text.count {
      guard text[place] == 47 else {
        place += 1
        continue
      }
      var end = place + 1
      var code: UInt64 = 0
      while end < text.count, end - place <= 5, text[end] >= 50 && text[end] <= 90 {
        code = code << 8 | UInt64(text[end])
        end += 1
      }
      if end < text.count, text[end] == 47, end > place + 2, let known = keys[code] {
        return Found(key: known.key, isStrong: known.isStrong, start: place, end: end + 1)
      }
      place += 1
    }
    return nil
  }

  /// Words that no free text has between slashes.
  private static let strong = "REMI EREF ORDP BENM NAME IBAN MARF TRTP CNTP RTRN"

  private static let keys: [UInt64: (key: Key, isStrong: Bool)] = {
    let groups: [(String, Key)] = [
      ("REMI REM MOT MOTIF LIB LCC LC2 LCS PREF TRTP INFO REF", .text), ("EREF RCN", .endToEnd),
      ("ORDP ORD NPY", .debtor), ("BENM BEN BNF NBE", .creditor),
      ("ULTD ULTC ULTB ULTM NPO NBU", .ultimate), ("NAME NAM", .name),
      ("IBAN ACCW CPY CBE", .account), ("CNTP", .counterparty), ("RTRN RTR", .reason),
      (
        "BIC ADDR MARF CSID CRED DEBT PURP KREF IREF MREF RUM ISDT ORDT OAMT COAM EXCH CHGS "
          + "OCMT TRCD NBTR BREF RREF SVCL ID MMO FEE IPY IBE IPO IBU CTC UDTR",
        .aside
      ),
    ]
    let telling = Set(MT940Keys.strong.split(separator: " "))
    var keys: [UInt64: (key: Key, isStrong: Bool)] = [:]
    for (words, key) in groups {
      for word in words.split(separator: " ") {
        keys[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = (key, telling.contains(word))
      }
    }
    return keys
  }()
}

/// Details with the German banks' tags: `EREF+…SVWZ+…`.
enum SEPATags {
  enum Tag { case none, endToEnd, remittance, account, reason, ultimate, aside }

  static func areIn(_ text: Bytes) -> Bool { next(in: text, from: 0) != nil }

  /// Goes through the tags with their values; what stands before the first has none.
  static func forEach(in text: Bytes, _ body: (Tag, Bytes) -> Void) {
    var tag = Tag.none
    var place = 0
    while true {
      let found = next(in: text, from: place)
      let value = Bytes(rebasing: text[place..<(found?.start ?? text.count)])
      if !value.isBlank { body(tag, value) }
      guard let found else { return }
      (tag, place) = (found.tag, found.end)
    }
  }

  private struct Found {
    let tag: Tag
    let start: Int
    let end: Int
  }

  private static func next(in text: Bytes, from first: Int) -> Found? {
    var place = first
    while place < text.count {
      if text[place] == UInt8(ascii: "+") || text[place] == UInt8(ascii: ":") {
        for length in [4, 3] where place - length >= first {
          let start = place - length
          if let tag = tag(Bytes(rebasing: text[start..<place]), text[place]) {
            return Found(tag: tag, start: start, end: place + 1)
          }
        }
      }
      place += 1
    }
    return nil
  }

  private static func tag(_ word: Bytes, _ sign: UInt8) -> Tag? {
    guard word.allSatisfy({ $0 >= 65 && $0 <= 90 }) else { return nil }
    // The bank's own words have a colon: `MTLG:`.
    if sign == UInt8(ascii: ":") { return word.equals("MTLG") ? .remittance : nil }
    switch word.text {
    case "EREF": return .endToEnd
    case "SVWZ": return .remittance
    case "IBAN": return .account
    case "RTRN": return .reason
    case "ABWA", "ABWE": return .ultimate
    case "KREF", "MREF", "BREF", "RREF", "CRED", "DEBT", "COAM", "OAMT", "PURP", "BIC", "SQTP":
      return .aside
    default: return nil
    }
  }
}
