import Ledger

/// An XML file with one invoice or several, in CII, ZUGFeRD 1.0 or UBL.
enum InvoiceFile {
  /// Reads each invoice and delivers what it says, in batches. Throws a `Refusal` for a damaged
  /// document, or what `deliver` threw.
  static func read(
    _ bytes: UnsafeRawBufferPointer, format: FileFormat, batch: Int,
    into deliver: (Reading) throws -> Void
  ) throws {
    var reading = Reading()
    try each(bytes, format: format) { document in
      reading.rejections += document.rejections
      if document.rejections.isEmpty { reading.drafts.append(.document(document.draft)) }
      if reading.drafts.count + reading.rejections.count >= batch {
        try deliver(reading)
        reading = Reading()
      }
    }
    if !reading.isEmpty { try deliver(reading) }
  }

  /// Hands over each invoice of the file as it was read, with what is wrong with it.
  static func each(
    _ bytes: UnsafeRawBufferPointer, format: FileFormat,
    _ body: (DocumentReading) throws -> Void
  ) throws {
    var count = 0
    try withoutActuallyEscaping(body) { body in
      let scope = format == .ubl ? UBL.scope : CrossIndustryInvoice.scope
      let builder = XMLTreeBuilder(scope) { tree in
        count += 1
        try body(format == .ubl ? UBL.read(tree.root) : CrossIndustryInvoice.read(tree.root))
      }
      try XMLEvents.parse(bytes, into: builder)
    }
    guard count > 0 else { throw Refusal(.missingElement("Invoice")) }
  }
}

/// A document being read: what it says, and what is wrong with it.
struct DocumentReading {
  var draft = DocumentDraft()
  var rejections: [Rejection] = []
  var hasUnreadableAmount = false
  /// The element of each field, so that a check can point to it.
  var places: [Field: XMLNode] = [:]
  var dues: [Due] = []
  /// The legal registrations as the document writes them.
  var sellerID = ""
  var buyerID = ""
  /// The accounts to pay to, as the document writes them.
  var ibans: [String] = []
  let root: XMLNode

  enum Field: Hashable {
    case number, issue, currency, seller, buyer, net, tax, gross, prepaid, rounding, payable
  }

  init(_ root: XMLNode) {
    self.root = root
    draft.line = root.line
  }

  mutating func reject(_ node: XMLNode?, field: String, wanted: Phrase) {
    let node = node ?? root
    rejections.append(
      Rejection(
        at: node.place, field: field,
        found: node.index == root.index ? "" : node.text, wanted: wanted))
  }
}
