import Ledger
import Quantities

/// Makes journal entries out of the rows of a FEC that touch customers or bring money in.
struct FECEntries: ~Copyable {
  private let cells: FECCells
  /// Goes back to rows for their texts.
  private var scanner: RowScanner
  private var journals: FECJournals
  private(set) var customers = FECCustomers()
  /// The first day of the file: what a year begins with stands there.
  private var firstDay: Day?

  init(_ text: TableText, _ cells: FECCells) {
    self.cells = cells
    scanner = RowScanner(
      text, delimiter: cells.header.delimiter, honoursQuotes: cells.header.isQuoted)
    journals = FECJournals(text.encoding)
  }

  mutating func countCustomer(_ row: UnsafePointer<Cell>) { customers.count(row, cells.header) }

  /// The journal and the number of an entry, as a person finds it: `VE 12`.
  mutating func name(of row: FECRow) -> (journal: String, number: String) {
    let texts = read(row)
    return (cells.text(texts, .journalCode), cells.text(texts, .number))
  }

  /// Whether rows that were given out to be mended stand as they are, though they do not balance:
  /// they were only given out because others need them, or are customers' rows alone, as in an
  /// extract, with one that was mended.
  mutating func mayStand(_ rows: [FECRow]) -> Bool {
    let place = cells.header.names.count - 1
    let reasons = rows.map { cells.encoding.text(read($0)[place]) }
    if reasons.allSatisfy({ $0.hasPrefix(MendingEntry.taken) }) { return true }
    return rows.allSatisfy { $0.account == .customer }
      && reasons.contains { MendedRecord(reason: $0) != nil }
  }

  private mutating func read(_ row: FECRow) -> UnsafePointer<Cell> {
    scanner.move(to: row.start, line: Int(row.line))
    _ = scanner.next()
    let width = cells.header.names.count
    for place in min(scanner.count, width)...width { scanner.close(at: place) }
    return UnsafePointer(scanner.cells)
  }

  /// The entries in the rows of one, in the order of the file.
  mutating func make(_ rows: [FECRow], into take: (JournalEntry) -> Void) {
    if firstDay == nil { firstDay = rows.first?.day }
    let isOpening = isOpening(rows)
    for cut in FECParts.cuts(rows) {
      let part = rows[cut]
      let kinds = Kinds(part)
      guard kinds.touchesUs else { continue }
      if !isOpening, kinds.customers > 1, kinds.sales > 1, let pieces = byPiece(part) {
        for piece in pieces { make(piece[...], Kinds(piece[...]), false, take) }
      } else {
        make(part, kinds, isOpening, take)
      }
    }
  }

  private mutating func byPiece(_ part: ArraySlice<FECRow>) -> [[FECRow]]? {
    var keys: [UInt64] = []
    for row in part { keys.append(FECHash.of(read(row)[cells.header[.piece]])) }
    let first = part.startIndex
    return FECParts.byPiece(part) { row in
      keys[part.firstIndex { $0.start == row.start }! - first]
    }
  }

  /// What a year begins with: the journal says so, or nothing but balances stands there, on the
  /// first day.
  private mutating func isOpening(_ rows: [FECRow]) -> Bool {
    var hasCapital = false
    for row in rows {
      switch row.account {
      case .product, .result, .tax: return false
      case .capital: hasCapital = true
      default: break
      }
    }
    guard let first = rows.first else { return false }
    if hasCapital, first.day == firstDay { return true }
    return journal(of: first).isOpening
  }

  private mutating func journal(of row: FECRow) -> FECJournals.Journal {
    let texts = read(row)
    return journals.journal(
      code: texts[cells.header[.journalCode]], name: texts[cells.header[.journalName]])
  }

  // MARK: - One part

  /// What the accounts of a part are.
  private struct Kinds {
    var customers = 0
    var sales = 0
    var others = 0
    var money: Int64 = 0
    var hasMoney = false
    var bringsMoney = false

    init(_ rows: ArraySlice<FECRow>) {
      for row in rows {
        switch row.account {
        case .customer: customers += 1
        case .product, .tax: sales += 1
        case .money:
          hasMoney = true
          money &+= row.cents
          if row.cents > 0 { bringsMoney = true }
        default: others += 1
        }
      }
    }

    /// A customer's account moves, or money comes in.
    var touchesUs: Bool { customers > 0 || bringsMoney }
  }

  private mutating func make(
    _ rows: ArraySlice<FECRow>, _ kinds: Kinds, _ isOpening: Bool, _ take: (JournalEntry) -> Void
  ) {
    guard let first = rows.first, kinds.touchesUs else { return }
    let journal = journal(of: first)
    let number = cells.text(UnsafePointer(scanner.cells), .number)
    var entry = JournalEntry(
      nature: isOpening ? .opening : nature(kinds, journal), journal: journal.code, number: number,
      day: first.day, line: Int(first.line))
    guard kinds.hasMoney, kinds.sales > 0, kinds.customers > 0, !isOpening else {
      fill(&entry, rows)
      return take(entry)
    }
    // Sold and paid in one entry: the customer's account is charged on one side, paid on the other.
    let isCharge = { (row: FECRow) in (row.cents > 0) == (kinds.money > 0) }
    let isSold = rows.contains { $0.account == .customer && isCharge($0) }
    let sale = rows.filter { row in
      switch row.account {
      case .product, .tax, .deposit: isSold
      case .customer: isCharge(row)
      default: false
      }
    }
    let starts = Set(sale.map(\.start))
    for (part, nature) in [
      (sale, .sale), (rows.filter { !starts.contains($0.start) }, .payment),
    ] as [([FECRow], JournalEntry.Nature)] where !part.isEmpty {
      var half = entry
      half.nature = nature
      fill(&half, part[...])
      take(half)
    }
  }

  private func nature(_ kinds: Kinds, _ journal: FECJournals.Journal) -> JournalEntry.Nature {
    if kinds.hasMoney { return .payment }
    if kinds.sales > 0 { return .sale }
    // An extract with customers' accounts only: their journals' names are all there is.
    guard kinds.others == 0 else { return .other }
    return journal.isSales ? .sale : journal.isMoney ? .payment : .other
  }

  private mutating func fill(_ entry: inout JournalEntry, _ rows: ArraySlice<FECRow>) {
    for row in rows {
      let amount = Money(cents: row.cents)
      switch row.account {
      case .customer: if row.cents != 0 { entry.postings.append(posting(row)) }
      case .product where entry.nature != .payment: entry.net -= amount
      case .tax where entry.nature != .payment: entry.tax -= amount
      case .deposit where entry.nature == .sale: entry.deposit += amount
      case .capital where entry.nature == .opening: break
      default:
        guard row.cents != 0, entry.nature == .payment || entry.nature == .other else { break }
        entry.counterparts.append(counterpart(row, after: entry.postings.count))
      }
    }
  }

  private mutating func posting(_ row: FECRow) -> Posting {
    let texts = read(row)
    var posting = Posting(
      customer: customers.party(texts, cells), account: cells.text(texts, .account),
      amount: Money(cents: row.cents))
    posting.piece = piece(texts)
    posting.pieceDay = cells.day(texts, .pieceDay)
    posting.label = Rejection.clipped(cells.text(texts, .label))
    posting.letter = cells.text(texts, .letter)
    posting.lettered = cells.day(texts, .letterDay)
    return posting
  }

  private mutating func counterpart(_ row: FECRow, after place: Int) -> Counterpart {
    let texts = read(row)
    let kind: Counterpart.Kind =
      switch row.account {
      case .money: .money
      case .deposit: .deposit
      case .suspense: .suspense
      default: .other
      }
    var counterpart = Counterpart(
      kind: kind, account: cells.text(texts, .account),
      name: kind == .money ? "" : Rejection.clipped(cells.text(texts, .accountName)),
      amount: Money(cents: row.cents))
    if kind == .money { counterpart.piece = piece(texts) }
    counterpart.place = place
    return counterpart
  }

  /// The number of the supporting document; signs that stand for none are none.
  private func piece(_ texts: UnsafePointer<Cell>) -> String {
    let piece = cells.text(texts, .piece)
    return piece.utf8.contains {
      $0 >= 0x80 || $0 | 0x20 >= 97 && $0 | 0x20 <= 122 || $0 &- 48 <= 9
    }
      ? Rejection.clipped(piece) : ""
  }
}
