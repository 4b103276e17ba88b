import CQPDF
import Glibc

/// Why no invoice came out of a PDF. The number is what the worker answers.
enum PDFFault: UInt8, Error {
  case damaged = 1
  case encrypted = 2
  case noInvoice = 3
  case excessive = 4
  case notStarted = 5

  var refusal: Refusal.Kind {
    switch self {
    case .damaged: .damagedPDF
    case .encrypted: .encryptedPDF
    case .noInvoice: .noInvoiceInPDF
    case .excessive: .excessivePDF
    case .notStarted: .noPDFReader
    }
  }
}

/// A PDF opened to take its attached invoice out. Nothing is decoded by the PDF library: it gives
/// raw bytes, and only those of the chosen attachment are inflated, up to a bound.
final class PDFAttachment {
  private var document: qpdf_data?
  private var visitsLeft = 10_000

  private static let deepest = 32

  private init() {
    document = qpdf_init()
    qpdf_silence_errors(document)
    qpdf_set_suppress_warnings(document, 1)
    // A damaged file is refused, not guessed at: half an invoice is worse than none.
    qpdf_set_attempt_recovery(document, 0)
  }

  deinit { qpdf_cleanup(&document) }

  /// The XML of the invoice in the PDF.
  static func xml(in bytes: UnsafeRawBufferPointer) throws(PDFFault) -> [UInt8] {
    let pdf = PDFAttachment()
    return try pdf.open(bytes)
  }

  private func open(_ bytes: UnsafeRawBufferPointer) throws(PDFFault) -> [UInt8] {
    let start = bytes.bindMemory(to: CChar.self).baseAddress
    let status = qpdf_read_memory(document, "", start, UInt64(bytes.count), nil)
    if status & 2 != 0 { throw openingFault }
    let candidates = specifications.compactMap(candidate).sorted { $0.rank < $1.rank }
    if qpdf_has_error(document) != 0 {
      _ = qpdf_get_error(document)
      throw .damaged
    }
    for candidate in candidates {
      guard candidate.rank < PDFAttachment.anyXML else {
        if let xml = try? content(of: candidate.stream), isInvoice(xml) { return xml }
        continue
      }
      return try content(of: candidate.stream)
    }
    throw .noInvoice
  }

  private var openingFault: PDFFault {
    guard let error = qpdf_get_error(document) else { return .damaged }
    return qpdf_get_error_code(document, error) == qpdf_e_password ? .encrypted : .damaged
  }

  private func isInvoice(_ xml: [UInt8]) -> Bool {
    let format = xml.withUnsafeBytes { try? XMLRoot.format(of: $0) }
    return format == .cii || format == .zugferd1 || format == .ubl
  }

  // MARK: Walking to the attachments

  private struct Candidate {
    let rank: Int
    let stream: qpdf_oh
  }

  /// How likely a file of this name is the invoice, the likeliest first; nil for no XML.
  static func rank(of name: String) -> Int? {
    switch name.lowercased() {
    case "factur-x.xml": 0
    case "zugferd-invoice.xml": 1
    case "xrechnung.xml": 2
    case let other where other.hasSuffix(".xml"): anyXML
    default: nil
    }
  }

  /// From this rank on, only the content tells an invoice.
  static let anyXML = 3

  /// Every file specification that the catalogue leads to, each tree walked within bounds.
  private var specifications: [qpdf_oh] {
    let root = qpdf_get_root(document)
    var found = array(key(root, "/AF"))
    guard let names = dictionary(key(root, "/Names")),
      let tree = dictionary(key(names, "/EmbeddedFiles"))
    else { return found }
    collect(tree, depth: 0, into: &found)
    return found
  }

  private func collect(_ node: qpdf_oh, depth: Int, into found: inout [qpdf_oh]) {
    visitsLeft -= 1
    guard depth < PDFAttachment.deepest, visitsLeft > 0 else { return }
    let pairs = array(key(node, "/Names"))
    for place in stride(from: 1, to: pairs.count, by: 2) { found.append(pairs[place]) }
    for kid in array(key(node, "/Kids")) {
      if let kid = dictionary(kid) { collect(kid, depth: depth + 1, into: &found) }
    }
  }

  private func candidate(_ specification: qpdf_oh) -> Candidate? {
    guard let specification = dictionary(specification),
      let files = dictionary(key(specification, "/EF"))
    else { return nil }
    guard
      let stream = [key(files, "/UF"), key(files, "/F")].compactMap({ $0 }).first(where: {
        qpdf_oh_is_stream(document, $0) != 0
      })
    else { return nil }
    let name = text(key(specification, "/UF")) ?? text(key(specification, "/F")) ?? ""
    return PDFAttachment.rank(of: name).map { Candidate(rank: $0, stream: stream) }
  }

  private func key(_ holder: qpdf_oh?, _ name: String) -> qpdf_oh? {
    guard let holder, qpdf_oh_is_dictionary(document, holder) != 0,
      qpdf_oh_has_key(document, holder, name) != 0
    else { return nil }
    return qpdf_oh_get_key(document, holder, name)
  }

  private func dictionary(_ object: qpdf_oh?) -> qpdf_oh? {
    object.flatMap { qpdf_oh_is_dictionary(document, $0) != 0 ? $0 : nil }
  }

  private func array(_ object: qpdf_oh?) -> [qpdf_oh] {
    guard let object, qpdf_oh_is_array(document, object) != 0 else { return [] }
    let count = min(2000, max(0, qpdf_oh_get_array_n_items(document, object)))
    return (0..<count).map { qpdf_oh_get_array_item(document, object, $0) }
  }

  private func text(_ object: qpdf_oh?) -> String? {
    guard let object, qpdf_oh_is_string(document, object) != 0,
      let bytes = qpdf_oh_get_utf8_value(document, object)
    else { return nil }
    return String(cString: bytes)
  }

  // MARK: Content

  private func content(of stream: qpdf_oh) throws(PDFFault) -> [UInt8] {
    let isDeflated = try usesFlate(qpdf_oh_get_dict(document, stream))
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    var isFiltered: QPDF_BOOL = 0
    let status = qpdf_oh_get_stream_data(
      document, stream, qpdf_dl_none, &isFiltered, &buffer, &count)
    defer { free(buffer) }
    guard status & 2 == 0, qpdf_has_error(document) == 0, let buffer else { throw .damaged }
    let raw = UnsafeBufferPointer(start: buffer, count: count)
    return isDeflated ? try Inflation.inflated(raw, atMost: PDFAttachment.largest) : Array(raw)
  }

  /// An invoice with its own attachments inside may be large, but not larger.
  private static let largest = 64 << 20

  /// Nothing but one Flate filter without a predictor is accepted, which is what writers use.
  private func usesFlate(_ stream: qpdf_oh) throws(PDFFault) -> Bool {
    guard let filter = key(stream, "/Filter"), qpdf_oh_is_null(document, filter) == 0 else {
      return false
    }
    let filters = qpdf_oh_is_array(document, filter) != 0 ? array(filter) : [filter]
    if filters.isEmpty { return false }
    let isFlate = qpdf_oh_is_name_and_equals(document, filters[0], "/FlateDecode") != 0
    let parameters = dictionary(key(stream, "/DecodeParms"))
    guard filters.count == 1, isFlate, key(parameters, "/Predictor") == nil else { throw .damaged }
    return true
  }
}
