/// Finds out which of our formats an XML document is in, from its first elements.
///
/// The known element may stand some levels down, in an envelope.
final class XMLRoot: XMLReceiver {
  private static let names: [(String, FileFormat)] = [
    ("CrossIndustryInvoice", .cii), ("CrossIndustryDocument", .zugferd1), ("Invoice", .ubl),
    ("CreditNote", .ubl), ("BkToCstmrStmt", .camt053), ("BkToCstmrAcctRpt", .camt052),
    ("BkToCstmrDbtCdtNtfctn", .camt054), ("CrossDomainAcknowledgementAndResponse", .cdar),
    ("PCL_REDIFF", .bodaccXML),
  ]

  private var root = ""
  private var depth = 0
  private(set) var format: FileFormat?

  private static let vocabulary = XMLVocabulary(names.map(\.0))

  private init() { super.init(vocabulary: XMLRoot.vocabulary) }

  override func started(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    if depth == 1 { root = name.text }
    guard name.code >= 0, depth <= XMLRoot.deepest, format == nil else { return }
    format = XMLRoot.names[name.code].1
    under.stop(nil)
  }

  override func ended() { depth -= 1 }

  private static let deepest = 5

  /// The format of the document. Throws a `Refusal` when it is none of ours, malformed before
  /// that, or declares a DOCTYPE.
  static func format(of bytes: UnsafeRawBufferPointer) throws -> FileFormat {
    let finder = XMLRoot()
    try XMLEvents.parse(bytes, into: finder)
    guard let format = finder.format else { throw Refusal(.wrongRoot(finder.root)) }
    return format
  }

  /// The same for a document that is read whole after: the usual beginning of an invoice in CII is
  /// told without a parser, which finds later whatever is wrong with it.
  static func formatBeforeReading(_ bytes: UnsafeRawBufferPointer) throws -> FileFormat {
    try beginsAsInvoice(bytes.bindMemory(to: UInt8.self)) ? .cii : format(of: bytes)
  }

  private static func beginsAsInvoice(_ bytes: Bytes) -> Bool {
    var rest = bytes.prefix(512)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    if rest.starts(with: "<?xml".utf8) {
      rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
    }
    rest = rest.drop { [9, 10, 13, 32].contains($0) }
    let root = "<rsm:CrossIndustryInvoice"
    guard rest.starts(with: root.utf8) else { return false }
    let next = rest.dropFirst(root.utf8.count).first
    return next.map { [9, 10, 13, 32, UInt8(ascii: ">")].contains($0) } ?? false
  }

  /// The first bytes are those of an XML document, in UTF-8 or UTF-16.
  static func isLikely(_ head: UnsafeRawBufferPointer) -> Bool {
    let start = head.prefix(256)
    let meaning = start.drop {
      [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x20, 0x09, 0x0A, 0x0D, 0].contains($0)
    }
    return meaning.first == UInt8(ascii: "<")
  }
}
