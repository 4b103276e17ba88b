/// The PDF of a document as the customer got it (copie de la facture). Its content rests beside
/// the book, under its digest; the newest standing copy of a document counts.
public struct InvoiceCopy: Hashable, Sendable {
  public let document: EntryNumber
  /// The name of the file that it came as: `FA-2026-0012.pdf`.
  public let name: String
  public let file: KeptFile

  public init(of document: EntryNumber, name: String, file: KeptFile) {
    self.document = document
    self.name = name
    self.file = file
  }
}

/// A file whose content rests in the archive beside the book.
public struct KeptFile: Hashable, Sendable {
  /// BLAKE2b of the content, in hexadecimal digits.
  public let digest: String
  public let byteCount: Int

  public init(digest: String, byteCount: Int) {
    self.digest = digest
    self.byteCount = byteCount
  }
}
