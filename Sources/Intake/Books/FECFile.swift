import Glibc
import Ledger
import Quantities

/// Reads a FEC (fichier des écritures comptables, article A47 A-1 LPF): the 18 columns between tabs
/// or bars, or the variant with an amount and its side, in any usual encoding.
enum FECFile {
  /// Whether these first bytes begin a FEC.
  static func isLikely(_ head: UnsafeRawBufferPointer) -> Bool {
    let head = UnsafeRawBufferPointer(rebasing: head.prefix(TableReader.headLength))
    guard let text = TableText(head), !text.hasZeros else { return false }
    return FECHeader(text) != nil
  }

  /// Reads a whole FEC, in readings of at most about `batch` entries or as many rejections. The
  /// last reading holds the notes and the figures.
  static func read(
    _ bytes: UnsafeRawBufferPointer, batch: Int, into take: (Reading) throws -> Void
  ) throws {
    try TableReader.checkUTF16(bytes)
    guard let text = TableText(bytes) else { throw Refusal(.empty) }
    guard let header = FECHeader(text) else { throw Refusal(.notRecognised) }
    if let column = header.lacking {
      let name = column.rawValue
      throw Refusal(
        .unknownColumns(
          Phrase(
            french: "il manque «\u{A0}\(name)\u{A0}» à ce FEC (article A47\u{A0}A-1 du LPF). "
              + "Exportez-le à nouveau avec ses 18 colonnes.",
            english: "this FEC lacks \"\(name)\" (article A47 A-1 LPF). Export it again with its "
              + "18 columns.")),
        at: .line(1))
    }
    var pass = FECPass(text, header, batch: max(batch, 1))
    try pass.run(into: take)
  }
}

/// One pass over the rows of a FEC, delivering readings as they fill.
struct FECPass: ~Copyable {
  private let text: TableText
  private let header: FECHeader
  private let cells: FECCells
  private let batch: Int
  private var entries: FECEntries
  private var stretches = FECStretches()
  private var reading = Reading()
  private var figures = JournalFigures()
  private var notes = FECNotes()
  /// The number of cells of a row; the last, optional ones may be left out together.
  private let width: Int
  private let shortest: Int

  private static let longestLine = 1 << 12

  init(_ text: TableText, _ header: FECHeader, batch: Int) {
    self.text = text
    self.header = header
    self.batch = batch
    width = header.names.count
    shortest = header.shortest
    cells = FECCells(header, text.encoding)
    entries = FECEntries(text, cells)
  }

  mutating func run(into take: (Reading) throws -> Void) throws {
    var scanner = RowScanner(
      text, delimiter: header.delimiter, at: header.body, honoursQuotes: header.isQuoted)
    while scanner.next() {
      if scanner.count == 1, scanner.cells[0].isEmpty {
        notes.blankLines += 1
        continue
      }
      do throws(BadCell) {
        try check(scanner)
        for place in min(scanner.count, width)...width { scanner.close(at: place) }
        try add(scanner)
      } catch {
        spoil(scanner, error)
        reject(error, scanner)
      }
      if header.hasReasons { noteMended(scanner) }
      if reading.drafts.count >= batch || reading.rejections.count >= batch {
        reading.bytesRead = text.read(upTo: scanner.position)
        try take(reading)
        reading.removeAll()
      }
    }
    try finish(into: take)
  }

  private mutating func finish(into take: (Reading) throws -> Void) throws {
    var last: [FECStretches.Stretch] = []
    stretches.finish { last.append($0) }
    for stretch in last { book(stretch) }
    figures.entries = stretches.entries
    figures.customers = entries.customers.accounts.count
    reading.notes = notes.notes(
      figures, rowsWithoutAuxiliary: entries.customers.rowsWithoutAuxiliary, text.encoding)
    reading.journal = figures
    try take(reading)
  }

  /// Only the entry of the row lacks it, where the row says which that is.
  private mutating func spoil(_ scanner: borrowing RowScanner, _ bad: BadCell) {
    let (journal, number) = (header[.journalCode], header[.number])
    guard !scanner.isDamaged, max(journal, number) < scanner.kept,
      bad.place != journal, bad.place != number, !scanner.cells[number].isEmpty
    else { return stretches.spoil() }
    stretches.spoil(journal: scanner.cells[journal], number: scanner.cells[number])
  }

  @inline(__always)
  private mutating func add(_ scanner: borrowing RowScanner) throws(BadCell) {
    let row = UnsafePointer(scanner.cells)
    let read = try cells.row(row, at: scanner.start, line: scanner.line)
    figures.add(debit: read.debit, credit: read.credit)
    if read.row.account == .customer { countCustomer(row, read.debit, read.credit) }
    var complete: FECStretches.Stretch?
    stretches.add(
      read.row, journal: row[header[.journalCode]], number: row[header[.number]]
    ) { complete = $0 }
    if let complete { book(complete) }
  }

  private mutating func countCustomer(
    _ row: UnsafePointer<Cell>, _ debit: Int64, _ credit: Int64
  ) {
    let account = row[header[.account]]
    guard account.start[2] == UInt8(ascii: "1") else { return }
    figures.addCustomer(
      debit: debit, credit: credit, isLettered: !row[header[.letter]].isEmpty)
    entries.countCustomer(row)
  }

  private mutating func book(_ stretch: FECStretches.Stretch) {
    if stretch.cents != 0 {
      let name = entries.name(of: stretch.rows[0])
      if stretch.isSpoiled { return notes.addLeftOut(name, stretch.rows) }
      if header.hasReasons, !entries.mayStand(stretch.rows) { return refuse(name, stretch.rows) }
      notes.addUnbalanced(name, stretch.rows)
    }
    entries.make(stretch.rows) { reading.drafts.append(.journalEntry($0)) }
  }

  // MARK: - What is mended

  private mutating func noteMended(_ scanner: borrowing RowScanner) {
    guard scanner.kept > 0 else { return }
    // A row with too many cells keeps its reason in the last of them.
    let places = [width - 1, scanner.kept - 1].filter { $0 < scanner.kept }
    let found = places.compactMap { MendedRecord(reason: text.text(scanner.cells[$0])) }
    if let record = found.first { reading.mended.append(record) }
  }

  /// An entry that a person mended has to balance: what is lacking would be lost.
  private mutating func refuse(_ name: (journal: String, number: String), _ rows: [FECRow]) {
    let (debit, credit) = FECNotes.sides(rows)
    reading.rejections.append(
      Rejection(
        at: .line(Int(rows[0].line)), field: header.name(header[.debit]),
        found: "\(name.journal)\u{A0}\(name.number)\u{A0}: \(debit.french) / \(credit.french)",
        wanted: Phrase(
          french: "une écriture équilibrée\u{A0}: autant au débit qu’au crédit",
          english: "an entry that balances: as much debit as credit")))
  }

  // MARK: - What is not taken

  /// Whether the row has the cells of the header and nothing that no text holds.
  @inline(__always)
  private func check(_ scanner: borrowing RowScanner) throws(BadCell) {
    if scanner.count != width || scanner.isDamaged || text.hasZeros { try checkClosely(scanner) }
  }

  private func checkClosely(_ scanner: borrowing RowScanner) throws(BadCell) {
    if text.hasZeros, memchr(scanner.start, 0, scanner.stop - scanner.start) != nil {
      throw BadCell(
        place: 0, wanted: Phrase(french: "du texte", english: "text"), found: "octet nul, NUL")
    }
    if scanner.isDamaged {
      throw BadCell(
        place: 0,
        wanted: Phrase(
          french: "des guillemets fermés en fin de cellule et doublés à l’intérieur",
          english: "quotes closed at the end of the cell and doubled inside"))
    }
    if scanner.count == width || scanner.count == shortest { return }
    let extra = min(width, scanner.kept)..<scanner.kept
    if scanner.count > width, scanner.kept == scanner.count,
      extra.allSatisfy({ scanner.cells[$0].isEmpty })
    {
      return
    }
    throw BadCell(
      place: min(width, scanner.count) - 1,
      wanted: Phrase(french: "\(width) cellules", english: "\(width) cells"),
      found: "\(scanner.count)")
  }

  private mutating func reject(_ bad: BadCell, _ scanner: borrowing RowScanner) {
    let cell = bad.place < scanner.kept ? text.text(scanner.cells[bad.place]) : ""
    let length = min(scanner.stop - scanner.start, FECPass.longestLine)
    reading.rejections.append(
      Rejection(
        at: .line(scanner.line), field: header.name(bad.place), found: bad.found ?? cell,
        wanted: bad.wanted,
        raw: text.encoding.text(UnsafeBufferPointer(start: scanner.start, count: length))))
  }
}
