public import Quantities

/// A letter or an invoice on A4 paper, ready to be printed as PDF.
///
/// The first page carries the letterhead at the top left and the recipient where the window of a
/// French DL envelope shows it: 110 mm from the left, 50 mm from the top. The blocks flow below and
/// over as many pages as they need, each with the footer and its number ("2/3").
public struct PDFDocument: Sendable {
  public var title: String
  public var author: String
  public var subject = ""
  /// The day of the document. It is also the file's creation date, so that the same document
  /// printed twice gives the same bytes.
  public var day: Day
  /// Sender's lines; the first one is set large.
  public var letterhead: [PDFText] = []
  /// The recipient's name and address, one line each.
  public var recipient: [String] = []
  /// Small lines at the left of the recipient: customer number, references.
  public var references: [PDFText] = []
  /// Under the recipient: place and date.
  public var dateline = ""
  public var blocks: [PDFBlock] = []
  /// Small centred lines at the bottom of each page: legal form, capital, SIREN, VAT number.
  public var footer: [String] = []
  /// At the top of the second page and the following ones.
  public var runningTitle = ""

  public init(title: String, author: String, day: Day) {
    self.title = title
    self.author = author
    self.day = day
  }

  /// The document as a PDF file. Equal documents give equal bytes.
  public var bytes: [UInt8] { PDFDocument.render([self]) }

  /// All the documents one after the other in one PDF file, each with its own page numbers: what a
  /// firm sends to its printer in one go. The title, author and day are those of the first.
  public static func render(_ documents: [PDFDocument]) -> [UInt8] {
    guard let first = documents.first else { return [] }
    var page = PDFPage(title: first.title, author: first.author, subject: first.subject)
    page.date(first.day)
    for document in documents {
      let pages = PDFFlow.pages(of: document)
      for (index, content) in pages.enumerated() {
        page.draw(content, of: document, number: index + 1, count: pages.count)
      }
    }
    return page.finish()
  }

  /// How many pages the document takes.
  public var pageCount: Int { PDFFlow.pages(of: self).count }
}

/// Measures of the sheet, in points.
enum Sheet {
  static let millimetre = 72 / 25.4
  static let width = 210 * millimetre
  static let height = 297 * millimetre
  static let left = 20 * millimetre
  static let right = width - 20 * millimetre
  static var measure: Double { right - left }
  static let windowLeft = 110 * millimetre
  static let windowTop = 50 * millimetre
  static let windowWidth = 82 * millimetre
  /// Where the blocks start on a first page with a recipient, and on the other pages.
  static let firstTop = 98 * millimetre
  static let top = 24 * millimetre

  static func bottom(footerLines: Int) -> Double {
    height - 15 * millimetre - Double(max(footerLines, 1)) * 9.5 - 4 * millimetre
  }
}
