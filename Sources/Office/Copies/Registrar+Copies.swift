import Intake
import Ledger
import Store

extension Registrar {
  /// Begins with a file: its name, and the PDF that it is.
  func begin(_ incoming: IncomingFile) {
    fileName = incoming.source.name
    guard incoming.file.format == .facturX else { return }
    paper = Paper(incoming.source, digest: incoming.digest)
  }

  /// Keeps the PDF that the file is as the copy of the document that it holds, newly booked or
  /// known before.
  func keepCopy(
    of document: EntryNumber, _ owner: CustomerID, numbered reference: String, isNew: Bool
  ) throws {
    guard let paper else { return }
    // A statement once a file: nearly all of these documents have no copy yet.
    if !isNew, try pen.reader.copy(of: document)?.fact.file == paper.file { return }
    _ = try paper.keep(in: archive)
    hasKept = true
    try pen.append(.invoiceCopy(paper.copy(of: document)), customer: owner, happened: today)
    guard !isNew else { return }
    report.copies += 1
    ownNotes.append(keptWords(reference))
  }
}

/// `copie de la facture FA-12 gardée`
func keptWords(_ reference: String) -> Phrase {
  Phrase(
    french: "copie de la facture \(reference) gardée",
    english: "copy of invoice \(reference) kept")
}
