import Claims
public import Intake
import Law
import Ledger
public import Quantities
public import Store
import Synchronization

/// An open book with everything one does at it: what the web pages and the commands call.
///
/// One moment of the book is read in one go, so a page never shows half of a change.
public final class Desk: Sendable {
  public let store: Store
  let pdf: PDFExtractor
  private let clock: @Sendable () -> Day
  let list = Mutex<KeptList?>(nil)
  let balances = Mutex<KeptBalances?>(nil)
  let payers = Mutex<KeptPayers?>(nil)
  private let keptCounts = Mutex<KeptCounts?>(nil)
  let decisions = Mutex(LastDecisions())

  /// Opens a book; makes it when `creates` is true and there is none.
  public init(
    book path: String, creates: Bool = false, pdf: PDFExtractor = .inProcess,
    clock: @escaping @Sendable () -> Day = { Today.day() }
  ) throws {
    store = try Store(path: path, creates: creates)
    self.pdf = pdf
    self.clock = clock
  }

  /// The civil day in Paris.
  public var today: Day { clock() }

  /// The time of day in Paris, today.
  public var now: Instant { Today.instant(on: today) }

  /// The firm whose book it is.
  public func firm() throws -> Firm {
    try store.read { Firm(settings: try $0.settings()) }
  }

  /// Saves the identity and the choices of the firm, and takes them as confirmed by a person.
  public func save(_ firm: Firm) throws {
    var firm = firm
    firm.isConfirmed = true
    let confirmed = firm
    try store.write(learned: today) { try confirmed.save(with: $0) }
    list.withLock { $0 = nil }
  }

  /// The published rates with those that the user added to the book.
  func rates(_ reader: BookReader) throws -> LegalRates {
    guard let rows = try reader.setting("law.rates"), !rows.isEmpty else { return .published }
    return LegalRates.published.adding(RateRow.read(rows).rows)
  }

  /// How the firm claims: its choices on the law's rates.
  func practice(_ reader: BookReader) throws -> Practice {
    Firm(settings: try reader.settings()).practice(rates: try rates(reader))
  }

  /// Takes files and folders into the book and applies the money. `columns` says what those of the
  /// one bank table among them hold.
  public func importFiles(
    _ paths: [String], columns: ColumnOrder? = nil, stop: ImportStop = ImportStop(),
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    try ImportRun(store: store, today: today, pdf: pdf)
      .take(paths, columns: columns, stop: stop, progress: progress)
  }

  /// The files taken in, newest first.
  public func imports(limit: Int = 100) throws -> [ImportRecord] {
    try store.read { try $0.imports(.first, limit: limit) }
  }

  /// The records of a file that were not taken, with the words to mend them.
  public func rejections(of number: Int64) throws -> [StoredRejection] {
    try store.read { try $0.rejections(of: number) }
  }

  /// How much of everything the book holds.
  public func counts() throws -> BookCounts { try store.read { try counts($0) } }

  /// The counts, made anew only when the book has changed: on a large book they take a while.
  func counts(_ reader: BookReader) throws -> BookCounts {
    let revision = try reader.revision()
    if let kept = keptCounts.withLock({ $0 }), kept.revision == revision { return kept.counts }
    let counts = try reader.counts(.first)
    keptCounts.withLock { $0 = KeptCounts(revision: revision, counts: counts) }
    return counts
  }

  /// Replays the book and compares, then looks whether each copy's file rests beside it.
  public func verify() throws -> Verification {
    let archive = store.archive
    return try store.read { reader in
      var verification = try reader.verify()
      try reader.forEachCopy { copy, reference in
        verification.take(copy, of: reference, found: archive.condition(of: copy.file))
      }
      return verification
    }
  }
}

/// The counts of a book at a revision.
private struct KeptCounts: Sendable {
  let revision: Int64
  let counts: BookCounts
}
