import Foundation
import Ledger
import Office
import Printing
import Quantities
import Store

/// PDFs of invoices, made by the test.
enum CopyPapers {
  /// A page that says which invoice it is, without data.
  static func plain(_ words: String) -> [UInt8] {
    var document = PDFDocument(title: words, author: "Firme", day: Day(2026, 11, 23))
    document.blocks = [.text(PDFText("Facture \(words)"))]
    return document.bytes
  }

  /// A sound PDF of some size: what fills it stands behind its page, where readers skip it.
  static func plain(_ words: String, byteCount: Int) throws -> [UInt8] {
    let small = plain(words)
    // Bytes that look random cannot be packed.
    var random = Seeded(7)
    let bytes = (0..<(byteCount - small.count) / 8).flatMap { _ in
      let word = random.next()
      return (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
    let filling = PDFAttachment(
      bytes, named: "notes.txt", mediaType: "text/plain", day: Day(2026, 11, 23))
    return try embed(filling, into: small)
  }

  static func facturX(_ paper: InvoicePaper) throws -> [UInt8] {
    try embed(.facturX(Array(paper.cii.utf8), day: Day(2026, 11, 23)), into: plain(paper.number))
  }
}

extension Bench {
  /// Writes a file of bytes and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = folder + "/" + name
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  func copy(_ number: String, asOf day: Day? = nil) throws -> InvoiceCopy? {
    let document = try document(number)
    return try desk.store.read { try $0.copy(of: document, at: Moment(asOf: day))?.fact }
  }

  /// Where the content of a copy rests.
  func place(of copy: InvoiceCopy) -> String {
    let digest = copy.file.digest
    return "\(desk.store.archive.folder)/\(digest.prefix(2))/\(digest).pdf"
  }

  /// The files of the archive.
  var archived: [String] {
    let names = try? FileManager.default.subpathsOfDirectory(atPath: desk.store.archive.folder)
    return (names ?? []).filter { $0.contains("/") }.sorted()
  }
}
