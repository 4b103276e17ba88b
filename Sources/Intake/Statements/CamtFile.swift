/// A CAMT.052, .053 or .054 file.
enum CamtFile {
  /// Reads the whole file and delivers its readings in batches. Throws a `Refusal` for a damaged
  /// document or one without a statement, or what `deliver` threw.
  static func read(
    _ bytes: UnsafeRawBufferPointer, batch: Int, into deliver: (Reading) throws -> Void
  ) throws {
    try withoutActuallyEscaping(deliver) { deliver in
      let receiver = CamtReceiver(batch: max(1, batch), deliver: deliver)
      try XMLEvents.parse(bytes, into: receiver)
      try receiver.finish()
    }
  }
}

/// Hands the parser's events to the reader.
private final class CamtReceiver: XMLReceiver {
  // Behind a pointer, the state is changed a million times without exclusivity checks.
  private let reader: UnsafeMutablePointer<CamtReader>

  init(batch: Int, deliver: @escaping (Reading) throws -> Void) {
    let parse = XMLParse()
    reader = .allocate(capacity: 1)
    reader.initialize(to: CamtReader(batch: batch, parse: parse, deliver: deliver))
    super.init(vocabulary: CamtElement.vocabulary, parse: parse)
  }

  deinit {
    reader.deinitialize(count: 1)
    reader.deallocate()
  }

  func finish() throws { try reader.pointee.finish() }

  override func started(_ name: XMLName, _ attributes: XMLAttributes) {
    reader.pointee.started(CamtElement(rawValue: name.code) ?? .unknown, attributes)
  }

  override func text(_ bytes: Bytes) { reader.pointee.text(bytes) }

  override func ended() { reader.pointee.ended() }
}
