/// How a plainly built PDF is put together: its tables of places, its catalogue, its objects.
///
/// It looks at what it is led to, never outside the file, and throws `NotPlain` at anything that
/// the library might read in another way.
struct PlainPDF {
  let bytes: Bytes
  /// The tables of places, the newest first: what was added to a file has one of its own.
  private var tables: [[Section]] = []
  private(set) var catalogue: [(name: Range<Int>, value: PDFValue)] = []

  /// A stretch of the table of places: 20 bytes for each object.
  private struct Section {
    let first: Int
    let count: Int
    let start: Int
  }

  struct Stream {
    let entries: [(name: Range<Int>, value: PDFValue)]
    let content: Range<Int>
  }

  enum Object {
    case value(PDFValue)
    case stream(Stream)
  }

  private static let entryCount = 20
  private static let mostTables = 10
  private static let mostSections = 100

  init(_ bytes: Bytes) throws(NotPlain) {
    self.bytes = bytes
    var head = PDFScanner(bytes, at: 0)
    guard head.passes("%PDF-1.") || head.passes("%PDF-2.") else { throw NotPlain() }
    _ = try head.takeCount()
    let (trailer, before) = try table(at: try tablePlace())
    var earlier = before
    while let place = earlier {
      guard tables.count < PlainPDF.mostTables else { throw NotPlain() }
      earlier = try table(at: place).before
    }
    let highest = tables.compactMap { $0.last.map { $0.first + $0.count } }.max()
    guard case .count(let size) = entry("Size", trailer), size > 0, size == highest,
      case .object(let root) = entry("Root", trailer),
      case .value(.dictionary(let entries)) = try object(root)
    else { throw NotPlain() }
    catalogue = entries
  }

  // MARK: The table of places

  /// Where the table is, as the last `startxref` says.
  private func tablePlace() throws(NotPlain) -> Int {
    var place = bytes.count - 9
    let first = max(0, bytes.count - 1_054)
    while place >= first {
      var scanner = PDFScanner(bytes, at: place)
      if scanner.passes("startxref") {
        scanner = PDFScanner(bytes, at: place)
        try scanner.takeWord("startxref")
        scanner.skipBlanks()
        return try scanner.takeCount()
      }
      place -= 1
    }
    throw NotPlain()
  }

  /// Reads a table: what stands behind it, and where the one before it is.
  private mutating func table(
    at place: Int
  ) throws(NotPlain) -> (trailer: [(name: Range<Int>, value: PDFValue)], before: Int?) {
    var scanner = PDFScanner(bytes, at: place)
    try scanner.takeWord("xref")
    var sections: [Section] = []
    repeat {
      scanner.skipBlanks()
      guard sections.count < PlainPDF.mostSections else { throw NotPlain() }
      sections.append(try section(&scanner, after: sections.last))
    } while !scanner.passes("trailer")
    tables.append(sections)
    guard case .dictionary(let trailer) = try scanner.takeValue(),
      entry("XRefStm", trailer) == nil, entry("Encrypt", trailer) == nil
    else { throw NotPlain() }
    switch entry("Prev", trailer) {
    case nil: return (trailer, nil)
    case .count(let before): return (trailer, before)
    default: throw NotPlain()
    }
  }

  /// A stretch of a table, each entry of which is well written.
  private func section(
    _ scanner: inout PDFScanner, after last: Section?
  ) throws(NotPlain) -> Section {
    let first = try scanner.takeCount()
    scanner.skipBlanks()
    let count = try scanner.takeCount()
    scanner.skipBlanks()
    let start = scanner.place
    let end = last.map { $0.first + $0.count } ?? 0
    guard first >= end, count <= (bytes.count - start) / PlainPDF.entryCount else {
      throw NotPlain()
    }
    for number in 0..<count {
      let entry = start + number * PlainPDF.entryCount
      guard isDigits(entry..<(entry + 10)), bytes[entry + 10] == 32,
        isDigits((entry + 11)..<(entry + 16)), bytes[entry + 16] == 32,
        bytes[entry + 17] == UInt8(ascii: "n") || bytes[entry + 17] == UInt8(ascii: "f"),
        bytes[entry + 18] == 32 || bytes[entry + 18] == 13,
        bytes[entry + 19] == 10 || bytes[entry + 19] == 13
      else { throw NotPlain() }
    }
    scanner = PDFScanner(bytes, at: start + count * PlainPDF.entryCount)
    return Section(first: first, count: count, start: start)
  }

  private func isDigits(_ places: Range<Int>) -> Bool {
    for place in places where bytes[place] < 48 || bytes[place] > 57 { return false }
    return true
  }

  // MARK: Objects

  /// Where the value of an object begins.
  private func opened(_ id: PDFObjectID) throws(NotPlain) -> PDFScanner {
    var scanner = PDFScanner(bytes, at: try place(of: id))
    scanner.skipBlanks()
    guard try scanner.takeCount() == id.number else { throw NotPlain() }
    scanner.skipBlanks()
    guard try scanner.takeCount() == id.generation else { throw NotPlain() }
    scanner.skipBlanks()
    try scanner.takeWord("obj")
    return scanner
  }

  func object(_ id: PDFObjectID) throws(NotPlain) -> Object {
    var scanner = try opened(id)
    let value = try scanner.takeValue()
    scanner.skipBlanks()
    guard scanner.passes("stream") else {
      try scanner.takeWord("endobj")
      return .value(value)
    }
    guard case .dictionary(let entries) = value else { throw NotPlain() }
    try scanner.takeLineEnd()
    let length = try length(entry("Length", entries))
    let start = scanner.place
    guard length <= bytes.count - start else { throw NotPlain() }
    var end = PDFScanner(bytes, at: start + length)
    end.skipBlanks()
    try end.takeWord("endstream")
    return .stream(Stream(entries: entries, content: start..<(start + length)))
  }

  /// The place of an object that is in use.
  private func place(of id: PDFObjectID) throws(NotPlain) -> Int {
    for section in tables.joined() where section.first <= id.number {
      guard id.number - section.first < section.count else { continue }
      let entry = section.start + (id.number - section.first) * PlainPDF.entryCount
      var scanner = PDFScanner(bytes, at: entry)
      let place = try scanner.takeCount()
      scanner.skipBlanks()
      guard try scanner.takeCount() == id.generation, id.number > 0, place > 0,
        bytes[entry + 17] == UInt8(ascii: "n")
      else { throw NotPlain() }
      return place
    }
    throw NotPlain()
  }

  /// The length of a stream, which may be an object of its own: a number, and no stream again.
  private func length(_ value: PDFValue?) throws(NotPlain) -> Int {
    switch value {
    case .count(let length): return length
    case .object(let id):
      var scanner = try opened(id)
      guard case .count(let length) = try scanner.takeValue() else { throw NotPlain() }
      scanner.skipBlanks()
      try scanner.takeWord("endobj")
      return length
    default: throw NotPlain()
    }
  }

  func entry(
    _ name: StaticString, _ entries: [(name: Range<Int>, value: PDFValue)]
  ) -> PDFValue? {
    for entry in entries where Bytes(rebasing: bytes[entry.name]).equals(name) {
      if case .null = entry.value { return nil }
      return entry.value
    }
    return nil
  }

  /// The value, that of the object which it names in its place.
  func resolved(_ value: PDFValue?) throws(NotPlain) -> PDFValue? {
    guard case .object(let id) = value else { return value }
    guard case .value(let found) = try object(id) else { throw NotPlain() }
    if case .null = found { return nil }
    return found
  }
}
