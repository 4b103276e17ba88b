import Intake
import Ledger
import Store

/// A PDF of an import that holds no invoice's data.
struct PlainPDF: Sendable {
  let place: Int
}

extension ImportRun {
  /// The report of a file whose content was taken in before, as an import of that number; nil when
  /// it is a PDF that the book has not kept as a copy yet: it is to be taken in.
  func knownBefore(
    _ file: ImportOrder.File, _ source: SourceFile, _ digest: String, as number: Int64
  ) throws -> FileReport? {
    let known = FileReport(knownBefore: file, as: number)
    guard file.format == .facturX else { return known }
    guard try store.read({ try $0.hasCopy(from: number) }) else {
      // Taken in by a version that kept no copies, or the copy was taken back since.
      try store.write(learned: today) { try $0.reopen(number, digest: digest) }
      return nil
    }
    // A file that was lost from the archive is back with this.
    if try Paper(source, digest: digest).keep(in: store.archive) {
      try store.archive.settle()
      return FileReport(
        file, .takenBefore,
        [
          Phrase(
            french: "sa copie manquait, elle est de nouveau gardée",
            english: "its copy was missing, it is kept again")
        ])
    }
    return known
  }

  /// Keeps PDFs without data as copies of the documents that their names name.
  func takeCopies(
    _ plain: [PlainPDF], among files: [ImportOrder.File], into report: inout ImportReport,
    _ pace: ImportPace
  ) throws {
    if plain.isEmpty { return }
    var names = CopyNames(plain.map { files[$0.place].name })
    try store.read { try $0.forEachReference { names.take($0, $1) } }
    var rest = plain.indices[...]
    while !rest.isEmpty {
      if pace.isStopped {
        report.left += rest.map { files[plain[$0].place].name }
        return
      }
      let group = rest.prefix(ImportRun.mostCopiesTogether)
      rest = rest.dropFirst(group.count)
      let found = group.map { (pdf: plain[$0], document: names[$0]) }
      for one in try keep(found, among: files) {
        if case .taken = one.outcome { report.copies += 1 }
        report.files.append(one)
      }
      if let last = group.last { try? pace.read(plain[last].place, records: 1) }
    }
  }

  private static let mostCopiesTogether = 200

  /// Keeps some of them in one transaction.
  private func keep(
    _ found: [(pdf: PlainPDF, document: CopyNames.Found)], among files: [ImportOrder.File]
  ) throws -> [FileReport] {
    try store.write(learned: today) { pen in
      var hasKept = false
      let reports = try found.map { one -> FileReport in
        let file = files[one.pdf.place]
        switch one.document {
        case .none: return FileReport(file, Refusal(.noInvoiceInPDF))
        case .several(let numbers): return FileReport(file, Refusal(.severalInvoices(numbers)))
        case .one(let document, let reference):
          do {
            let source = try file.open()
            let paper = Paper(source, digest: Digest.of(source.bytes))
            return try keep(paper, file, as: (document, reference), pen, &hasKept)
          } catch let refusal as Refusal {
            // The file went away between its first reading and this one.
            return FileReport(file, refusal)
          }
        }
      }
      if hasKept { try store.archive.settle() }
      return reports
    }
  }

  private func keep(
    _ paper: Paper, _ file: ImportOrder.File, as document: (number: EntryNumber, reference: String),
    _ pen: BookWriter, _ hasKept: inout Bool
  ) throws -> FileReport {
    let copy = ImportOrder.File(
      path: file.path, byteCount: file.byteCount, format: .pdfCopy, known: file.known)
    guard let owner = try pen.reader.owner(of: document.number),
      let number = try pen.beginImport(
        file: paper.source.name, bytes: paper.file.byteCount, digest: paper.file.digest,
        format: FileFormat.pdfCopy.rawValue)
    else { return FileReport(copy, .takenBefore) }
    _ = try paper.keep(in: store.archive)
    hasKept = true
    try pen.append(
      .invoiceCopy(paper.copy(of: document.number)), customer: owner, happened: today)
    try pen.endImport(number, accepted: 1, known: 0, rejected: 0)
    return FileReport(
      copy, .taken(import: number, accepted: 1, known: 0, rejected: 0),
      [keptWords(document.reference)])
  }
}
