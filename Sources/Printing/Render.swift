public import Correspondence

/// A letter as a PDF file. Equal letters give equal bytes.
public func render(_ letter: Letter) -> [UInt8] { PDFDocument(letter).bytes }

/// Letters as one PDF file, one after the other, each with its own page numbers: what a firm prints
/// in one go. Fonts are held once, so it is faster and smaller than a file for each.
public func render(_ letters: [Letter]) -> [UInt8] {
  PDFDocument.render(letters.map { PDFDocument($0) })
}
