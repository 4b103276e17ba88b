public import Intake
public import Ledger
import Quantities
import Store

/// Why a file cannot be kept as the copy of a document.
public enum CopyRefusal: Error, Hashable, Sendable {
  /// Its content is not that of a PDF.
  case notPDF(String)
  case tooLarge(String)
  /// It is empty, or cannot be read.
  case unreadable(Refusal)

  public var words: Phrase {
    switch self {
    case .notPDF(let name):
      Phrase(
        french: "«\u{A0}\(name)\u{A0}» n’est pas un PDF\u{A0}: rien n’a été gardé. Enregistrez la "
          + "facture en PDF, puis recommencez.",
        english: "“\(name)” is not a PDF: nothing was kept. Save the invoice as a PDF, then try "
          + "again.")
    case .tooLarge(let name):
      Phrase(
        french: "«\u{A0}\(name)\u{A0}» dépasse \(Desk.mostCopied / 1_048_576)\u{A0}Mo\u{A0}: rien "
          + "n’a été gardé. Un PDF de plus de 10\u{A0}Mo ne partirait avec aucun message.",
        english: "“\(name)” is over \(Desk.mostCopied / 1_048_576) MB: nothing was kept. A PDF "
          + "over 10 MB would go with no message.")
    case .unreadable(let refusal):
      Phrase(french: refusal.french, english: refusal.english)
    }
  }
}

extension Desk {
  /// The largest file that is kept as a copy.
  public static let mostCopied = 100 * 1_048_576

  /// Keeps a PDF as the copy of a document; from now on it counts. The same one twice is kept once.
  public func keepCopy(_ path: String, of document: EntryNumber) throws {
    let source: SourceFile
    do throws(Refusal) { source = try SourceFile(path: path) } catch {
      throw CopyRefusal.unreadable(error)
    }
    guard source.bytes.count <= Desk.mostCopied else { throw CopyRefusal.tooLarge(source.name) }
    guard recognise(head: source.bytes) == .facturX else { throw CopyRefusal.notPDF(source.name) }
    let today = today
    let archive = store.archive
    try store.write(learned: today) { pen in
      guard let owner = try pen.reader.owner(of: document) else {
        throw DeskRefusal.unknownDocument(document)
      }
      let paper = Paper(source, digest: Digest.of(source.bytes))
      _ = try paper.keep(in: archive)
      try archive.settle()
      if try pen.reader.copy(of: document)?.fact.file == paper.file { return }
      try pen.append(.invoiceCopy(paper.copy(of: document)), customer: owner, happened: today)
    }
  }

  /// The copy of a document with its content; nil when it has none. Throws `LostFile`.
  public func copy(of document: EntryNumber) throws -> (copy: InvoiceCopy, bytes: [UInt8])? {
    guard let copy = try store.read({ try $0.copy(of: document)?.fact }) else { return nil }
    guard let bytes = content(of: copy.file) else {
      throw LostFile(name: copy.name, origin: "", folder: store.archive.folder)
    }
    return (copy, bytes)
  }
}

/// A PDF at hand that may become the copy of a document.
struct Paper {
  let source: SourceFile
  let file: KeptFile

  init(_ source: SourceFile, digest: String) {
    self.source = source
    file = KeptFile(digest: digest, byteCount: source.bytes.count)
  }

  /// Lays its content into the archive; false when it rests there already.
  func keep(in archive: Archive) throws -> Bool {
    try archive.keep(source.bytes, digest: file.digest)
  }

  func keep(in shelves: OpenShelves) throws -> Bool {
    try shelves.keep(source.bytes, digest: file.digest)
  }

  func copy(of document: EntryNumber) -> InvoiceCopy {
    InvoiceCopy(of: document, name: source.name, file: file)
  }
}
