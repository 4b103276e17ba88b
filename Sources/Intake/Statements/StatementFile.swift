/// The statement formats that are neither XML of ISO 20022 nor tables.
enum StatementFile {
  /// The format that the first bytes show; nil when it is none of these.
  static func recognise(_ head: UnsafeRawBufferPointer) -> FileFormat? {
    if CFONBReader.recognise(head) { return .cfonb120 }
    return nil
  }

  static func read(
    _ bytes: UnsafeRawBufferPointer, format: FileFormat, batch: Int,
    into deliver: (Reading) throws -> Void
  ) throws {
    switch format {
    case .cfonb120: try CFONBReader.read(bytes, batch: batch, into: deliver)
    default: throw Refusal(.notRecognised)
    }
  }

  /// Why bytes that look like one of these cannot be read.
  static func refusal(of head: UnsafeRawBufferPointer) -> Refusal? {
    if CFONBReader.isEBCDIC(head) { return Refusal(.foreignCharacters("EBCDIC")) }
    return nil
  }
}
