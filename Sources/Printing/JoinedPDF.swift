import CQPDF

/// Why the pages of a PDF could not be put behind those of another.
public struct PagesRefused: Error, Hashable, Sendable {
  /// Which one it was, from 0.
  public let place: Int
  /// In the words of the PDF reader.
  public let words: String

  public init(place: Int, words: String) {
    self.place = place
    self.words = words
  }
}

/// Whether the pages of a PDF can be put behind those of a letter: it is neither damaged nor
/// encrypted, and has a page.
public func hasPages(_ pdf: [UInt8]) -> Bool {
  pdf.withUnsafeBufferPointer { bytes in
    let reader = PDFPages(bytes)
    return reader.count > 0
  }
}

/// One PDF with the pages of several, in their order. Equal input gives equal bytes.
public func joined(_ pdfs: [[UInt8]]) throws(PagesRefused) -> [UInt8] {
  guard let first = pdfs.first else { return [] }
  // The readers look into these bytes until the whole is written.
  return try opened(pdfs[...], behind: []) { (readers) throws(PagesRefused) in
    guard let target = readers.first else { return first }
    for (place, reader) in readers.enumerated() {
      guard reader.count > 0 else {
        throw PagesRefused(place: place, words: reader.fault ?? "no pages")
      }
      if place > 0 { try target.append(reader, as: place) }
    }
    return try target.written()
  }
}

/// Opens one PDF after the other and keeps them all open for the body.
private func opened(
  _ pdfs: ArraySlice<[UInt8]>, behind readers: [PDFPages],
  _ body: ([PDFPages]) throws(PagesRefused) -> [UInt8]
) throws(PagesRefused) -> [UInt8] {
  guard let pdf = pdfs.first else { return try body(readers) }
  return try pdf.withUnsafeBufferPointer { bytes throws(PagesRefused) in
    try opened(pdfs.dropFirst(), behind: readers + [PDFPages(bytes)], body)
  }
}

/// A PDF held by qpdf for its pages. It is taken as it stands: a damaged one is not guessed at.
private final class PDFPages {
  private let qpdf: qpdf_data

  init(_ pdf: UnsafeBufferPointer<UInt8>) {
    qpdf = qpdf_init()
    qpdf_set_suppress_warnings(qpdf, 1)
    qpdf_silence_errors(qpdf)
    qpdf_set_attempt_recovery(qpdf, 0)
    pdf.withMemoryRebound(to: CChar.self) { bytes in
      _ = qpdf_read_memory(qpdf, "pdf", bytes.baseAddress, UInt64(bytes.count), nil)
    }
  }

  deinit {
    // One that nobody asked for would be told on the terminal.
    if qpdf_has_error(qpdf) != 0 { _ = qpdf_get_error(qpdf) }
    var handle: qpdf_data? = qpdf
    qpdf_cleanup(&handle)
  }

  /// How many pages it has; none when it cannot be read or is encrypted.
  private(set) lazy var count: Int = {
    guard qpdf_has_error(qpdf) == 0, qpdf_is_encrypted(qpdf) == 0 else { return 0 }
    let pages = qpdf_get_num_pages(qpdf)
    return qpdf_has_error(qpdf) == 0 ? max(0, Int(pages)) : 0
  }()

  /// What is wrong with it; nil when nothing is.
  var fault: String? {
    guard qpdf_has_error(qpdf) != 0 else {
      return qpdf_is_encrypted(qpdf) != 0 ? "encrypted" : nil
    }
    return String(cString: qpdf_get_error_message_detail(qpdf, qpdf_get_error(qpdf)))
  }

  /// Puts the pages of another behind these.
  func append(_ other: PDFPages, as place: Int) throws(PagesRefused) {
    for page in 0..<other.count {
      qpdf_add_page(qpdf, other.qpdf, qpdf_get_page_n(other.qpdf, page), 0)
    }
    if let words = fault ?? other.fault { throw PagesRefused(place: place, words: words) }
  }

  func written() throws(PagesRefused) -> [UInt8] {
    qpdf_init_write_memory(qpdf)
    qpdf_set_deterministic_ID(qpdf, 1)
    qpdf_write(qpdf)
    if let fault { throw PagesRefused(place: 0, words: fault) }
    let length = qpdf_get_buffer_length(qpdf)
    return Array(UnsafeBufferPointer(start: qpdf_get_buffer(qpdf), count: length))
  }
}
