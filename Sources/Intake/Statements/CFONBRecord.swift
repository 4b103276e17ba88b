import Ledger

/// One record of 120 characters, its zones counted from 1 as the banks' brochure does.
struct CFONBRecord {
  let bytes: Bytes
  let place: Place

  enum Kind { case opening, movement, detail, closing }

  /// Nil for another code.
  var kind: Kind? {
    guard bytes.count >= 2, bytes[0] == UInt8(ascii: "0") else { return nil }
    switch bytes[1] {
    case UInt8(ascii: "1"): return .opening
    case UInt8(ascii: "4"): return .movement
    case UInt8(ascii: "5"): return .detail
    case UInt8(ascii: "7"): return .closing
    default: return nil
    }
  }

  /// The characters from `first` to `last`; fewer where trailing blanks were cut.
  func zone(_ first: Int, _ last: Int) -> Bytes {
    let end = min(last, bytes.count)
    guard first <= end else { return Bytes(start: nil, count: 0) }
    return Bytes(rebasing: bytes[(first - 1)..<end])
  }

  /// The records of a file are cut off with blanks at their end, never before this.
  fileprivate var isWhole: Bool {
    switch kind {
    case .detail: bytes.count >= 40
    case nil: true
    default: bytes.count >= 104
    }
  }

  static let length = 120
}

/// The records of a file, whether each has a line of its own or they follow one another.
struct CFONBRecords {
  private let bytes: UnsafeRawBufferPointer
  private var lines: StatementLines?
  private var place = 0
  private var count = 0
  /// A record written in UTF-8, brought to one byte a character.
  private let narrow = TextBuffer()

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    let head = bytes.prefix(2 * CFONBRecord.length + 4)
    if head.contains(10) || head.contains(13) || bytes.count <= CFONBRecord.length {
      lines = StatementLines(bytes)
    } else {
      place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
  }

  /// The next record; nil at the end. Throws for one that is neither 120 long nor cut off with
  /// blanks at its end.
  mutating func next() throws -> CFONBRecord? {
    guard lines != nil else { return try nextBlock() }
    while let line = lines?.next() {
      // Control-Z ends files of old systems.
      if line.isBlank { continue }
      return try record(line, at: .line(lines?.number ?? 0))
    }
    return nil
  }

  private mutating func nextBlock() throws -> CFONBRecord? {
    guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
    let rest = Bytes(start: start + place, count: bytes.count - place)
    if rest.isEmpty || (rest.count < CFONBRecord.length && rest.isBlank) { return nil }
    let block = Bytes(rebasing: rest.prefix(CFONBRecord.length))
    place += block.count
    count += 1
    return try record(block, at: .record(count))
  }

  private func record(_ line: Bytes, at place: Place) throws -> CFONBRecord {
    if line.count == CFONBRecord.length { return CFONBRecord(bytes: line, place: place) }
    if let narrowed = narrowed(line) { return CFONBRecord(bytes: narrowed, place: place) }
    let excess = line.dropFirst(CFONBRecord.length)
    if !excess.isEmpty, excess.allSatisfy({ $0 <= 32 }) {
      return CFONBRecord(bytes: Bytes(rebasing: line.prefix(CFONBRecord.length)), place: place)
    }
    let record = CFONBRecord(bytes: line, place: place)
    if excess.isEmpty, line.last ?? 32 > 32, record.isWhole { return record }
    throw Refusal(
      .damagedStatement(
        Phrase(
          french: "un enregistrement de \(line.count) caractères, au lieu de 120",
          english: "a record of \(line.count) characters, instead of 120")), at: place)
  }

  /// A line in UTF-8 with at most 120 characters, one byte each; nil for any other.
  private func narrowed(_ line: Bytes) -> Bytes? {
    guard line.count <= 4 * CFONBRecord.length, line.contains(where: { $0 >= 0x80 }) else {
      return nil
    }
    var single: [UInt8] = []
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      if scalar == "\u{FFFD}" { return nil }
      single.append(scalar == "€" ? 0x80 : UInt8(exactly: scalar.value) ?? UInt8(ascii: "?"))
    }
    while single.count > CFONBRecord.length, single.last == 32 { single.removeLast() }
    narrow.clear()
    single.withUnsafeBufferPointer { narrow.append($0) }
    let isCut =
      single.last ?? 32 > 32 && CFONBRecord(bytes: narrow.bytes, place: .line(0)).isWhole
    return single.count == CFONBRecord.length || (single.count < CFONBRecord.length && isCut)
      ? narrow.bytes : nil
  }
}
