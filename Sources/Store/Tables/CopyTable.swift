import Ledger

extension BookWriter {
  /// Appends that the PDF of a document is kept. Its content must rest in the archive by now.
  func insert(_ copy: InvoiceCopy, under header: Header) throws {
    let row = try prepared(.insertCopy)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.owner)
    row.bind(4, header.happened)
    row.bind(5, header.learned)
    row.bind(6, header.source)
    row.bind(7, copy.document.raw)
    row.bind(8, copy.name)
    row.bind(9, copy.file.digest)
    row.bind(10, Int64(copy.file.byteCount))
    try row.run()
  }
}

extension InvoiceCopy {
  static let columns = "c.document, c.name, c.digest, c.byte_count"

  /// The copy of a row that holds `columns` from a place on.
  init(_ row: SQLiteStatement, from first: Int32) {
    self.init(
      of: EntryNumber(row.int(first)), name: row.text(first + 1),
      file: KeptFile(digest: row.text(first + 2), byteCount: Int(row.int(first + 3))))
  }
}
