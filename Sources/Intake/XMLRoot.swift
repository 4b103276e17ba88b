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

  private init() { super.init(vocabulary: XMLRoot.names.map(\.0)) }

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

  /// The first bytes are those of an XML document, in UTF-8 or UTF-16.
  static func isLikely(_ head: UnsafeRawBufferPointer) -> Bool {
    let start = head.prefix(256)
    let meaning = start.drop {
      [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x20, 0x09, 0x0A, 0x0D, 0].contains($0)
    }
    return meaning.first == UInt8(ascii: "<")
  }
}
