/// The statement formats that are neither XML of ISO 20022 nor tables.
enum StatementFile {
  /// The format that the first bytes show; nil when it is none of these.
  static func recognise(_ head: UnsafeRawBufferPointer) -> FileFormat? {
    if CFONBReader.recognise(head) { return .cfonb120 }
    if MT940Reader.recognise(head) { return .mt940 }
    if OFXReader.recognise(head) { return .ofx }
    if QIFReader.recognise(head) { return .qif }
    return nil
  }

  static func read(
    _ bytes: UnsafeRawBufferPointer, format: FileFormat, batch: Int,
    into deliver: (Reading) throws -> Void
  ) throws {
    switch format {
    case .cfonb120: try CFONBReader.read(bytes, batch: batch, into: deliver)
    case .mt940: try MT940Reader.read(bytes, batch: batch, into: deliver)
    case .ofx: try OFXReader.read(bytes, batch: batch, into: deliver)
    case .qif: try QIFReader.read(bytes, batch: batch, into: deliver)
    default: throw Refusal(.notRecognised)
    }
  }

  /// A statement of one of these formats with two bytes a character. Tables and XML may have them.
  private static func isUTF16(_ head: UnsafeRawBufferPointer) -> Bool {
    let start = head.prefix(4096)
    let (encoding, mark) = TableEncoding.detect(UnsafeRawBufferPointer(rebasing: start))
    guard encoding == .utf16LittleEndian || encoding == .utf16BigEndian else { return false }
    let plain = start.dropFirst(mark).filter { $0 != 0 }
    return plain.withUnsafeBytes { recognise($0) != nil }
  }

  /// Why bytes that look like one of these cannot be read.
  static func refusal(of head: UnsafeRawBufferPointer) -> Refusal? {
    if CFONBReader.isEBCDIC(head) { return Refusal(.foreignCharacters("EBCDIC")) }
    if isUTF16(head) { return Refusal(.foreignCharacters("UTF-16")) }
    return nil
  }
}
