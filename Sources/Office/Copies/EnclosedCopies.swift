import Claims
import Correspondence
import Intake
import Ledger
import Printing
import Quantities
import Store

/// The copy of a document on its way out with a message.
struct EnclosedCopy: Hashable, Sendable {
  let document: EntryNumber
  let attachment: Attachment
}

/// Chooses the copies that go with a message: those of the documents it speaks of, the oldest due
/// date first, as far as they are whole and there is room for them.
struct CopyChoice: Sendable {
  let archive: Archive
  let pdf: PDFExtractor
  /// What the copies may weigh together.
  var room = Desk.mostAttached
  /// On paper their pages follow the letter's: only a PDF whose pages can be taken out does.
  var isPaper = false

  func chosen(
    of documents: [EntryNumber], in claim: Claim, from copies: [EntryNumber: InvoiceCopy]
  ) -> [EnclosedCopy] {
    if copies.isEmpty { return [] }
    var left = room
    var chosen: [EnclosedCopy] = []
    for document in documents {
      guard let item = claim.item(document), item.balance.isPositive, let copy = copies[document],
        copy.file.byteCount <= left, stands(copy.file)
      else { continue }
      left -= copy.file.byteCount
      let name = CopyChoice.safe(item.number) + ".pdf"
      chosen.append(
        EnclosedCopy(
          document: document, attachment: Attachment(name: name, content: .kept(copy.file))))
    }
    return chosen
  }

  private func stands(_ file: KeptFile) -> Bool {
    guard isPaper else { return archive.condition(of: file) == .whole }
    return archive.bytes(of: file).map(pdf.hasPages) ?? false
  }

  /// A document's number as a file's name on any system.
  static func safe(_ number: String) -> String {
    var name = String(
      number.unicodeScalars.map { scalar in
        let isKept =
          scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || " -_.".unicodeScalars.contains(scalar)
        return isKept ? Character(scalar) : "-"
      })
    while name.hasPrefix(".") || name.hasPrefix(" ") { name.removeFirst() }
    return name.isEmpty ? "facture" : String(name.prefix(80))
  }
}

extension Attached {
  init(copies: [EnclosedCopy]) {
    self.init()
    self.copies = copies.map(\.document)
  }
}

extension BookReader {
  /// The copies of documents, when the firm lets them go with its messages.
  func copiesToEnclose(
    of documents: some Sequence<EntryNumber>, at moment: Moment = .now
  ) throws -> [EntryNumber: InvoiceCopy] {
    guard try setting("mail.enclosesCopies") != "0" else { return [:] }
    return try copies(of: documents, at: moment)
  }
}
