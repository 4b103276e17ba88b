import Intake
import Printing

/// Work on the pages of PDFs that others made, for the child process that opens those: what one of
/// them does to the PDF library happens there.
///
/// A request is one byte, then each PDF with its length of 8 bytes, little-endian, before it.
public enum PageWork {
  private static let count: UInt8 = 1
  private static let join: UInt8 = 2

  /// The child's side: the answer to a request.
  ///
  /// For `count` one byte, whether there are pages; for `join` a zero and the PDF, or a one, the
  /// place of the PDF that cannot be taken apart and the reader's words.
  public static func answer(_ request: UnsafeRawBufferPointer) -> [UInt8] {
    guard let kind = request.first, let pdfs = pdfs(in: request.dropFirst()) else { return [] }
    if kind == count { return [pdfs.first.map(Printing.hasPages) == true ? 1 : 0] }
    do throws(PagesRefused) { return [0] + (try Printing.joined(pdfs)) } catch {
      return [1, UInt8(clamping: error.place)] + Array(error.words.utf8)
    }
  }

  private static func request(_ kind: UInt8, _ pdfs: [[UInt8]]) -> [UInt8] {
    var request = [kind]
    request.reserveCapacity(1 + pdfs.reduce(0) { $0 + 8 + $1.count })
    for pdf in pdfs {
      for place in 0..<8 { request.append(UInt8(truncatingIfNeeded: pdf.count >> (8 * place))) }
      request += pdf
    }
    return request
  }

  private static func pdfs(in bytes: Slice<UnsafeRawBufferPointer>) -> [[UInt8]]? {
    var pdfs: [[UInt8]] = []
    var rest = bytes
    while !rest.isEmpty {
      guard rest.count >= 8 else { return nil }
      let count = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      rest = rest.dropFirst(8)
      guard count <= UInt64(rest.count) else { return nil }
      pdfs.append(Array(rest.prefix(Int(count))))
      rest = rest.dropFirst(Int(count))
    }
    return pdfs
  }

  fileprivate static func hasPages(_ pdf: [UInt8], by worker: PDFExtractor) -> Bool {
    (try? worker.pages(request(count, [pdf]))) == [1]
  }

  fileprivate static func joined(
    _ pdfs: [[UInt8]], by worker: PDFExtractor
  ) throws(PagesRefused) -> [UInt8] {
    let answer: [UInt8]
    do throws(Refusal) { answer = try worker.pages(request(join, pdfs)) } catch {
      // Which of them it died over is found by asking for each; the letter is ours.
      let place = pdfs.indices.dropFirst().first { !hasPages(pdfs[$0], by: worker) }
      throw PagesRefused(place: place ?? pdfs.count - 1, words: error.french)
    }
    if answer.first == 0 { return Array(answer.dropFirst()) }
    let place = answer.count > 1 ? Int(answer[1]) : 0
    throw PagesRefused(place: place, words: String(decoding: answer.dropFirst(2), as: UTF8.self))
  }
}

extension PDFExtractor {
  /// Whether the pages of a PDF can be put behind those of a letter.
  func hasPages(_ pdf: [UInt8]) -> Bool {
    isInProcess ? Printing.hasPages(pdf) : PageWork.hasPages(pdf, by: self)
  }

  /// One PDF with the pages of several, in their order.
  func joined(_ pdfs: [[UInt8]]) throws(PagesRefused) -> [UInt8] {
    isInProcess ? try Printing.joined(pdfs) : try PageWork.joined(pdfs, by: self)
  }
}
