import CSodium
public import Intake
import Ledger
public import Quantities
public import Store

/// Takes files into the book: each file whole or not at all, then the money to its invoices.
public struct ImportRun {
  private let store: Store
  private let today: Day
  private let pdf: PDFExtractor

  public init(store: Store, today: Day, pdf: PDFExtractor) {
    self.store = store
    self.today = today
    self.pdf = pdf
  }

  /// Takes in files and folders, customers before invoices before statements.
  ///
  /// A file that cannot be read is reported and the others go on. Throws only `StoreFailure`: the
  /// book cannot be written, and what was being taken in is not in it.
  public func take(
    _ paths: [String], progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    var report = ImportReport()
    let files = ImportOrder.files(in: paths, pdf: pdf, refused: &report.files)
    try learnFirm(from: files)
    for (place, file) in files.enumerated() {
      try take(file, place: place, of: files.count, into: &report, progress)
    }
    try checkStatements(of: &report)
    progress(
      ImportProgress(
        step: .matching, file: "", fileNumber: files.count, fileCount: files.count, records: 0))
    try store.write(learned: today) { try RushMeeting(pen: $0).run() }
    let matching = try MatchingRun(store: store, today: today).run()
    try store.settle()
    report.applied = matching.applied
    report.proposed = matching.proposed
    report.setOff += matching.setOff
    return report
  }

  /// Says which movements are missing or told twice, once all files are in, whatever their order.
  private func checkStatements(of report: inout ImportReport) throws {
    let imports = report.files.compactMap(\.importNumber)
    let retold = report.files.flatMap(\.retold)
    let findings = try store.read {
      try StatementCheck(reader: $0, imports: imports, retold: retold).findings()
    }
    for finding in findings {
      guard let place = report.files.firstIndex(where: { $0.importNumber == finding.source })
      else { continue }
      report.files[place].notes.append(finding.text)
    }
  }

  private func take(
    _ file: ImportOrder.File, place: Int, of count: Int, into report: inout ImportReport,
    _ progress: @escaping (ImportProgress) -> Void
  ) throws {
    let told = { (records: Int) in
      progress(
        ImportProgress(
          step: .reading, file: file.source.name, fileNumber: place + 1, fileCount: count,
          records: records))
    }
    told(0)
    let digest = Digest.of(file.source.bytes)
    if try store.read({ try $0.knows(digest: digest) }) {
      report.files.append(
        FileReport(
          name: file.source.name, format: file.format, outcome: .takenBefore, notes: []))
      return
    }
    do {
      let taken = try store.write(learned: today) { pen in
        try Taking(file, digest: digest, pen: pen, today: today, told: told).run(pdf)
      }
      report.add(taken.counts)
      report.files.append(taken.file)
    } catch let refusal as Refusal {
      report.files.append(
        FileReport(
          name: file.source.name, format: file.format, outcome: .refused(refusal.placedWords),
          notes: []))
    }
  }

  /// The first invoices say who the firm is: the seller that most of them name.
  private func learnFirm(from files: [ImportOrder.File]) throws {
    let known = try store.read { Firm(settings: try $0.settings()) }
    guard !known.isKnown else { return }
    var sellers: [String: (party: Party, count: Int)] = [:]
    for file in files.lazy.filter({ $0.format.isElectronicInvoice }).prefix(200) {
      _ = try? Intake.read(file.source, pdf: pdf) { reading in
        for case .document(let draft) in reading.drafts {
          guard let seller = draft.seller, !seller.name.isEmpty else { continue }
          let key = seller.siren.isEmpty ? SearchKey.of(seller.name) : seller.siren
          sellers[key, default: (seller, 0)].count += 1
        }
      }
    }
    let mostNamed = sellers.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let seller = mostNamed?.value.party else { return }
    try store.write(learned: today) { try Firm(seller: seller).save(with: $0) }
  }
}

extension FileFormat {
  var isElectronicInvoice: Bool {
    switch self {
    case .cii, .zugferd1, .ubl, .facturX: true
    default: false
    }
  }
}

/// One file on its way into the book, within one transaction.
private struct Taking {
  struct Taken: Sendable {
    var counts: ImportReport
    var file: FileReport
  }

  private let file: ImportOrder.File
  private let digest: String
  private let pen: BookWriter
  private let registrar: Registrar
  private let told: (Int) -> Void

  init(
    _ file: ImportOrder.File, digest: String, pen: BookWriter, today: Day,
    told: @escaping (Int) -> Void
  ) throws {
    self.file = file
    self.digest = digest
    self.pen = pen
    self.told = told
    let firm = Firm(settings: try pen.reader.settings())
    registrar = try Registrar(pen: pen, firm: firm, today: today)
  }

  func run(_ pdf: PDFExtractor) throws -> Taken {
    guard
      let number = try pen.beginImport(
        file: file.source.name, bytes: file.source.bytes.count, digest: digest,
        format: file.format.rawValue)
    else {
      // Another process took the same file in while we waited for the pen.
      return Taken(counts: ImportReport(), file: report(.takenBefore, []))
    }
    var rejected = 0
    var notes: [Phrase] = []
    let isLarge = file.source.bytes.count > 4 << 20
    if file.format == .csvInvoices, file.source.bytes.count > 32 << 20 { try pen.beginBulk() }
    let book = { (reading: Reading) in
      for draft in reading.drafts {
        if let rejection = try registrar.take(draft) { try reject(rejection) }
      }
      for rejection in reading.rejections { try reject(rejection) }
      notes += reading.notes.prefix(max(0, 50 - notes.count)).map(\.text)
      notes += reading.figures.compactMap(\.imbalance).prefix(max(0, 50 - notes.count))
      told(registrar.accepted + registrar.known + rejected)
    }
    // A large file is read on one processor while the other books it.
    if isLarge {
      try ReadingQueue.read(file.source, pdf: pdf, book)
    } else {
      try Intake.read(file.source, pdf: pdf, into: book)
    }
    for rejection in try registrar.finish() { try reject(rejection) }
    func reject(_ rejection: Rejection) throws {
      try pen.add(StoredRejection(rejection), at: rejected, of: number)
      rejected += 1
    }
    notes += registrar.notes.prefix(max(0, 50 - notes.count))
    // A file with rejections may come again once the cause is mended: it is not "known" as a whole.
    if rejected > 0 || registrar.mayTellMore { try pen.reopen(number, digest: digest) }
    try pen.endImport(
      number, accepted: registrar.accepted, known: registrar.known, rejected: rejected)
    let outcome = FileReport.Outcome.taken(
      import: number, accepted: registrar.accepted, known: registrar.known, rejected: rejected)
    var file = report(outcome, notes)
    file.retold = registrar.retold.map { .init(source: number, statement: $0) }
    return Taken(counts: registrar.report, file: file)
  }

  private func report(_ outcome: FileReport.Outcome, _ notes: [Phrase]) -> FileReport {
    FileReport(name: file.source.name, format: file.format, outcome: outcome, notes: notes)
  }
}

extension ImportReport {
  mutating func add(_ other: ImportReport) {
    invoices += other.invoices
    creditNotes += other.creditNotes
    bankLines += other.bankLines
    customers += other.customers
    setOff += other.setOff
    statuses += other.statuses
    notices += other.notices
  }
}

extension StoredRejection {
  init(_ rejection: Rejection) {
    self.init(
      place: rejection.place.french, field: rejection.field, found: rejection.found,
      wanted: rejection.wanted.french, message: rejection.french, raw: rejection.raw)
  }
}

extension StatementFigures {
  /// The words for a statement whose balances do not follow from its movements.
  var imbalance: Phrase? {
    guard let opening = statement.opening, let closing = statement.closing else { return nil }
    let expected = opening + credits - debits
    if expected == closing { return nil }
    let sign = statement.currency
    return Phrase(
      french: "relevé \(statement.account)\u{A0}: le solde final annoncé est "
        + "\(closing.french(in: sign)), les mouvements donnent \(expected.french(in: sign))",
      english: "statement \(statement.account): the closing balance is said to be "
        + "\(closing.english(in: sign)), the movements give \(expected.english(in: sign))")
  }
}

/// The fingerprint of a file's content: BLAKE2b, 256 bits.
enum Digest {
  static func of(_ bytes: UnsafeRawBufferPointer) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    crypto_generichash(&digest, digest.count, start, UInt64(bytes.count), nil, 0)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
