/// Takes the invoice out of a PDF that is built plainly: tables of places in letters, nothing
/// encrypted, the invoice under its own name. Of any other it says nothing, and the library is
/// asked, in a process of its own.
///
/// It says what the library would say, byte for byte, and only that. It looks at the tables of
/// places, the catalogue and the attachments, never outside the file.
struct PlainPDFReader {
  private let pdf: PlainPDF
  private var bytes: Bytes { pdf.bytes }

  private static let mostAttachments = 20
  /// A larger invoice is left to the child, whose memory and time are bounded.
  private static let largest = 4 << 20

  /// The XML of the invoice; nil for a PDF that is left to the library.
  static func xml(in bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    do throws(NotPlain) {
      return try PlainPDFReader(pdf: PlainPDF(bytes.bindMemory(to: UInt8.self))).invoice()
    } catch {
      return nil
    }
  }

  private func invoice() throws(NotPlain) -> [UInt8] {
    var best: (rank: Int, stream: PlainPDF.Stream)?
    for specification in try specifications() {
      guard let candidate = try candidate(specification) else { continue }
      if best.map({ candidate.rank < $0.rank }) ?? true { best = candidate }
    }
    // Which of several files of other names is the invoice, the library finds out.
    guard let best, best.rank < PDFAttachment.anyXML else { throw NotPlain() }
    return try content(of: best.stream)
  }

  /// What the catalogue names as attached, each once.
  private func specifications() throws(NotPlain) -> [PDFValue] {
    var found: [PDFValue] = []
    if case .array(let associated) = try pdf.resolved(pdf.entry("AF", pdf.catalogue)) {
      found = associated
    }
    if case .dictionary(let names) = try pdf.resolved(pdf.entry("Names", pdf.catalogue)),
      case .dictionary(let tree) = try pdf.resolved(pdf.entry("EmbeddedFiles", names))
    {
      guard pdf.entry("Kids", tree) == nil else { throw NotPlain() }
      if case .array(let pairs) = try pdf.resolved(pdf.entry("Names", tree)) {
        for place in stride(from: 1, to: pairs.count, by: 2) { found.append(pairs[place]) }
      }
    }
    var met: Set<PDFObjectID> = []
    found = found.filter { value in
      guard case .object(let id) = value else { return true }
      return met.insert(id).inserted
    }
    guard found.count <= PlainPDFReader.mostAttachments else { throw NotPlain() }
    return found
  }

  private func candidate(
    _ specification: PDFValue
  ) throws(NotPlain) -> (rank: Int, stream: PlainPDF.Stream)? {
    guard case .dictionary(let entries) = try pdf.resolved(specification),
      case .dictionary(let files) = try pdf.resolved(pdf.entry("EF", entries))
    else { return nil }
    var found = try stream(pdf.entry("UF", files))
    if found == nil { found = try stream(pdf.entry("F", files)) }
    guard let found else { return nil }
    var name = try text(pdf.entry("UF", entries))
    if name == nil { name = try text(pdf.entry("F", entries)) }
    return PDFAttachment.rank(of: name ?? "").map { ($0, found) }
  }

  private func stream(_ value: PDFValue?) throws(NotPlain) -> PlainPDF.Stream? {
    guard case .object(let id) = value, case .stream(let stream) = try pdf.object(id) else {
      return nil
    }
    return stream
  }

  /// A text of plain letters; nil when it is no text.
  private func text(_ value: PDFValue?) throws(NotPlain) -> String? {
    guard case .text(let places, let isHex) = try pdf.resolved(value) else { return nil }
    var letters = isHex ? try digits(places) : try letters(places)
    if letters.starts(with: [0xFE, 0xFF]) {
      guard letters.count % 2 == 0 else { throw NotPlain() }
      for place in stride(from: 2, to: letters.count, by: 2) where letters[place] != 0 {
        throw NotPlain()
      }
      letters = stride(from: 3, to: letters.count, by: 2).map { letters[$0] }
    }
    for letter in letters where letter < 32 || letter > 126 { throw NotPlain() }
    return String(decoding: letters, as: UTF8.self)
  }

  private func digits(_ places: Range<Int>) throws(NotPlain) -> [UInt8] {
    guard places.count % 2 == 0 else { throw NotPlain() }
    return stride(from: places.lowerBound, to: places.upperBound, by: 2).map {
      (bytes[$0].hexDigit ?? 0) << 4 | (bytes[$0 + 1].hexDigit ?? 0)
    }
  }

  /// The letters of a text, those too that are written as three octal digits: `factur\055x`.
  private func letters(_ places: Range<Int>) throws(NotPlain) -> [UInt8] {
    var letters: [UInt8] = []
    var place = places.lowerBound
    while place < places.upperBound {
      var letter = bytes[place]
      place += 1
      if letter == UInt8(ascii: "\\") {
        guard places.upperBound - place >= 3 else { throw NotPlain() }
        letter = 0
        for digit in bytes[place..<(place + 3)] {
          guard (48...55).contains(digit), letter < 32 else { throw NotPlain() }
          letter = letter << 3 | (digit - 48)
        }
        place += 3
      }
      letters.append(letter)
    }
    return letters
  }

  private func content(of stream: PlainPDF.Stream) throws(NotPlain) -> [UInt8] {
    let raw = Bytes(rebasing: bytes[stream.content])
    guard pdf.entry("DecodeParms", stream.entries) == nil, !raw.isEmpty else { throw NotPlain() }
    switch try pdf.resolved(pdf.entry("Filter", stream.entries)) {
    case nil: return Array(raw)
    case .name(let filter): try isFlate(filter)
    case .array(let filters):
      guard filters.count == 1, case .name(let filter) = filters[0] else { throw NotPlain() }
      try isFlate(filter)
    default: throw NotPlain()
    }
    guard let xml = try? Inflation.inflated(raw, atMost: PlainPDFReader.largest) else {
      throw NotPlain()
    }
    return xml
  }

  private func isFlate(_ name: Range<Int>) throws(NotPlain) {
    guard Bytes(rebasing: bytes[name]).equals("FlateDecode") else { throw NotPlain() }
  }
}
