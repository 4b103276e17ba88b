import CreditPolicy
import Intake
import Ledger
import Quantities
import Store

/// A file about to be taken in: a small one is read before the pen is taken up.
struct IncomingFile {
  enum Content {
    case read([Reading])
    /// Too large to be held: it is read while it is booked.
    case unread
  }

  let file: ImportOrder.File
  let source: SourceFile
  let digest: String
  let content: Content

  /// Reads a small invoice whole; throws a `Refusal` when it cannot be read. `opened` is what
  /// came out of a PDF before.
  init(
    _ file: ImportOrder.File, _ source: SourceFile, digest: String, _ pdf: PDFExtractor,
    _ opened: PDFContent?
  ) throws {
    self.file = file
    self.source = source
    self.digest = digest
    guard file.isSmallInvoice else {
      content = .unread
      return
    }
    var readings: [Reading] = []
    try Intake.read(source, pdf: pdf, content: opened) { readings.append($0) }
    content = .read(readings)
  }
}

extension ImportOrder.File {
  /// One of the many small files that may share a transaction.
  var isSmallInvoice: Bool { format.isElectronicInvoice && byteCount < 1 << 20 }
}

/// One file on its way into the book, within one transaction.
struct Taking {
  struct Taken: Sendable {
    var counts: ImportReport
    var numbering = Numbering()
    var file: FileReport
  }

  let incoming: IncomingFile
  let pen: BookWriter
  let registrar: Registrar
  /// Hears how many records and bytes were read; when it throws, the file is given up.
  let told: (_ records: Int, _ bytes: Int) throws -> Void

  private var source: SourceFile { incoming.source }

  func run(_ pdf: PDFExtractor) throws -> Taken {
    guard
      let number = try pen.beginImport(
        file: source.name, bytes: source.bytes.count, digest: incoming.digest,
        format: incoming.file.format.rawValue)
    else {
      // Another process took the same file in while we waited for the pen.
      return Taken(counts: ImportReport(), file: report(.takenBefore, []))
    }
    registrar.begin(incoming)
    var notes: [Phrase] = []
    var table: TableReadAs?
    var rejections = TakenRejections(
      source, pen, of: number, isOfBooks: incoming.file.format == .fec)
    try eachReading(pdf) { reading in
      for (place, draft) in reading.drafts.enumerated() {
        guard let rejection = try registrar.take(draft) else { continue }
        let line = place < reading.lines.count ? reading.lines[place] : nil
        try rejections.add(rejection, line: line)
      }
      try rejections.add(reading)
      for one in reading.mended { try pen.answer(one.position, of: one.source, by: number) }
      table = reading.table ?? table
      notes += Taking.notes(of: reading).prefix(max(0, 50 - notes.count))
      try told(registrar.accepted + registrar.known + rejections.count, reading.bytesRead)
    }
    for rejection in try registrar.finish() { try rejections.add(rejection) }
    try rejections.settle()
    let rejected = rejections.count
    try close(number, rejected, table)
    if rejected > 0, let kept = rejections.table { try pen.add(StoredTable(kept), of: number) }
    notes += registrar.notes.prefix(max(0, 50 - notes.count))
    let outcome = FileReport.Outcome.taken(
      import: number, accepted: registrar.accepted, known: registrar.known, rejected: rejected)
    var counts = registrar.report
    counts.check = registrar.checked
    var file = report(outcome, notes)
    file.table = table
    file.mendable = rejections.table == nil ? 0 : rejections.mendable
    file.retold = registrar.retold.map { .init(source: number, statement: $0) }
    return Taken(counts: counts, numbering: registrar.numbering, file: file)
  }

  private static func notes(of reading: Reading) -> [Phrase] {
    reading.notes.map(\.text) + reading.figures.compactMap(\.imbalance)
  }

  private func close(_ number: Int64, _ rejected: Int, _ table: TableReadAs?) throws {
    // A file with rejections may come again once the cause is mended: it is not "known" as a whole.
    if rejected > 0 || registrar.mayTellMore { try pen.reopen(number, digest: incoming.digest) }
    if registrar.accepted + registrar.known > 0 { try pen.remember(table, file: source.name) }
    if registrar.known > 0 {
      try pen.answerEarlier(of: source.name, by: number, known: registrar.known)
    }
    try pen.endImport(
      number, accepted: registrar.accepted, known: registrar.known, rejected: rejected)
  }

  private func eachReading(_ pdf: PDFExtractor, _ book: (Reading) throws -> Void) throws {
    switch incoming.content {
    case .read(let readings): for reading in readings { try book(reading) }
    case .unread:
      let bytes = source.bytes.count
      if incoming.file.format == .csvInvoices, bytes > 32 << 20 { try pen.beginBulk() }
      // A large file is read on one processor while the other books it.
      if bytes > 4 << 20 {
        try ReadingQueue.read(source, pdf: pdf, book)
      } else {
        try Intake.read(source, pdf: pdf, into: book)
      }
    }
  }

  private func report(_ outcome: FileReport.Outcome, _ notes: [Phrase]) -> FileReport {
    FileReport(incoming.file, outcome, notes)
  }
}

extension StoredTable {
  fileprivate init(_ table: TableReadAs) {
    self.init(
      names: table.names, delimiter: table.delimiter, account: table.account,
      columns: (table.source.rawValue, table.columns?.text ?? ""))
  }
}
