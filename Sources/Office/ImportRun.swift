import CSodium
import CreditPolicy
public import Intake
import Ledger
public import Quantities
public import Store

/// Takes files into the book: each file whole or not at all, then the money to its invoices.
public struct ImportRun {
  let store: Store
  let today: Day
  let pdf: PDFExtractor

  public init(store: Store, today: Day, pdf: PDFExtractor) {
    self.store = store
    self.today = today
    self.pdf = pdf
  }

  /// Takes in files and folders, customers before invoices before statements.
  ///
  /// A file that cannot be read is reported and the others go on. Throws only `StoreFailure`: the
  /// book cannot be written, and what was being taken in is not in it.
  ///
  /// When it is asked to stop, the transaction under way is given up: what was taken in before it
  /// stays, and its money is applied. The report says what is left for the next import.
  public func take(
    _ paths: [String], columns: ColumnOrder? = nil, stop: ImportStop = ImportStop(),
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    var taken = TakenFiles(shelves: OpenShelves(of: store.archive))
    let known = try store.read { try KnownColumns($0, asked: columns) }
    let files = ImportOrder.files(
      in: paths, pdf: pdf, knowing: known, refused: &taken.report.files)
    let pace = ImportPace(files, stop: stop, progress)
    try learnFirm(from: files)
    for group in ImportRun.groups(of: files) {
      do {
        if pace.isStopped { throw ImportStopped() }
        try take(files, group, into: &taken, pace)
      } catch is ImportStopped {
        taken.report.left = files[group.lowerBound...].map(\.name)
        break
      }
    }
    // A PDF is named after its invoice: all invoices of the import come before.
    try takeCopies(taken.plain, among: files, into: &taken.report, pace)
    var report = taken.report
    try checkStatements(of: &report)
    report.check.series = try store.read { try taken.numbering.findings(beside: $0) }
    pace.beginMatching()
    try store.write(learned: today) { try RushMeeting(pen: $0).run() }
    do {
      let matching = try MatchingRun(store: store, today: today).run(told: pace.matched)
      report.applied += matching.applied
      report.proposed = matching.proposed
      report.setOff += matching.setOff
      report.displaced = matching.displaced
    } catch is ImportStopped {
      report.isMatchingLeft = true
    }
    try store.settle()
    (report.lacksStatements, report.lacksInvoices) = try store.read { reader in
      let (hasDocuments, hasLines) = try reader.hasDocumentsAndLines(.first)
      return (hasDocuments && !hasLines, hasLines && !hasDocuments)
    }
    return report
  }

  /// Says which movements are missing or told twice, once all files are in, whatever their order.
  private func checkStatements(of report: inout ImportReport) throws {
    let imports = report.files.compactMap(\.importNumber)
    let retold = report.files.flatMap(\.retold)
    let findings = try store.read {
      try StatementCheck(reader: $0, imports: imports, retold: retold).findings()
    }
    for place in report.files.indices {
      guard let number = report.files[place].importNumber else { continue }
      let ours = findings.filter { $0.source == number }.prefix(50).map(\.text)
      // Money that is missing is read first.
      report.files[place].notes.insert(contentsOf: ours, at: 0)
    }
  }

  /// Small invoices share a transaction, and what it learned of customers; any other file has one
  /// of its own.
  static func groups(of files: [ImportOrder.File]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for (place, file) in files.enumerated() {
      let joins =
        file.isSmallInvoice && place > 0 && files[place - 1].isSmallInvoice
        && (groups.last?.count ?? mostTogether) < mostTogether
      if joins, let last = groups.popLast() {
        groups.append(last.lowerBound..<(place + 1))
      } else {
        groups.append(place..<(place + 1))
      }
    }
    return groups
  }

  private static let mostTogether = 200

  /// How many invoices are asked who the firm is.
  private static let mostAsked = 60

  private struct TakenFiles {
    /// Each folder for copies is opened once an import.
    let shelves: OpenShelves
    var report = ImportReport()
    var numbering = Numbering()
    /// PDFs that hold no invoice: copies of one, if their names say so.
    var plain: [PlainPDF] = []
  }

  private func take(
    _ files: [ImportOrder.File], _ group: Range<Int>, into taken: inout TakenFiles,
    _ pace: ImportPace
  ) throws {
    var opened = try open(files, group, pace)
    do {
      for (place, one) in try book(opened.incoming, on: taken.shelves, pace) {
        taken.report.add(one.counts)
        taken.numbering.add(one.numbering)
        opened.reports[place] = one.file
      }
    } catch let refusal as Refusal where refusal.kind == .noInvoiceInPDF {
      opened.plain += opened.incoming.map { PlainPDF(place: $0.place) }
    } catch let refusal as Refusal {
      // Only a large file, alone in its group, is read while it is booked.
      opened.reports = [group.lowerBound: FileReport(files[group.lowerBound], refusal)]
    }
    taken.plain += opened.plain
    taken.report.files += group.compactMap { opened.reports[$0] }
  }

  /// Books the files in one transaction.
  private func book(
    _ incoming: [(place: Int, file: IncomingFile)], on shelves: OpenShelves, _ pace: ImportPace
  ) throws -> [(Int, Taking.Taken)] {
    if incoming.isEmpty { return [] }
    return try store.write(learned: today) { pen in
      let practice = try CheckPractice(pen.reader)
      let directory = DirectoryAtHand(pen)
      let known = KnownSentences()
      var hasKept = false
      let taken = try incoming.map { place, file in
        let registrar = try Registrar(
          pen: pen, practice: practice, today: today, directory: directory,
          archive: shelves, knowing: known)
        let taking = Taking(incoming: file, pen: pen, registrar: registrar) {
          try pace.read(place, records: $0, bytes: $1)
        }
        defer { hasKept = hasKept || registrar.hasKept }
        return (place, try taking.run(pdf))
      }
      // A power cut must not leave an entry without its file.
      if hasKept { try store.archive.settle() }
      return taken
    }
  }

  /// The first invoices say who the firm is: the seller that most of them name.
  private func learnFirm(from files: [ImportOrder.File]) throws {
    let known = try store.read { Firm(settings: try $0.settings()) }
    guard !known.isKnown else { return }
    var sellers: [String: (party: Party, count: Int)] = [:]
    let invoices = files.filter { $0.format.isElectronicInvoice }
    // From all over the folder: what suppliers sent may stand in a subfolder that comes first.
    for place in stride(
      from: 0, to: invoices.count, by: max(1, invoices.count / ImportRun.mostAsked))
    {
      if sellers.values.contains(where: { $0.count > ImportRun.mostAsked / 2 }) { break }
      _ = try? Intake.read(invoices[place].open(), pdf: pdf) { reading in
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

extension ImportReport {
  mutating func add(_ other: ImportReport) {
    invoices += other.invoices
    creditNotes += other.creditNotes
    bankLines += other.bankLines
    customers += other.customers
    applied += other.applied
    setOff += other.setOff
    statuses += other.statuses
    copies += other.copies
    notices += other.notices
    check.add(other.check)
  }
}

extension StoredRejection {
  /// `raw` is what it takes to mend the record.
  init(_ rejection: Rejection, raw: String) {
    self.init(
      place: rejection.place.french, field: rejection.field, found: rejection.found,
      wanted: rejection.wanted.french, message: rejection.french, raw: raw)
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
  /// Without it the library keeps to its slowest way.
  private static let isReady = sodium_init() >= 0

  static func of(_ bytes: UnsafeRawBufferPointer) -> String {
    precondition(isReady, "libsodium starts")
    var digest = [UInt8](repeating: 0, count: 32)
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    crypto_generichash(&digest, digest.count, start, UInt64(bytes.count), nil, 0)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
