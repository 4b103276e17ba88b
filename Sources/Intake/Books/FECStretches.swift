import Quantities

/// Gathers the rows of a FEC into entries.
///
/// Most files keep the rows of an entry together. Where they do not, as in a file sorted by
/// account, rows that do not balance wait until the rest of their entry comes.
struct FECStretches {
  /// The rows of one entry as far as they were met, in the order of the file.
  struct Stretch {
    var rows: [FECRow] = []
    /// A row that was refused may be lacking.
    var isSpoiled = false
    /// Its journal and its number.
    fileprivate var name: UInt64 = 0

    var cents: Int64 { rows.reduce(0) { $0 &+ $1.cents } }
  }

  private var current = Stretch()
  private var journal = Cell(start: FECStretches.nowhere, count: 0)
  private var number = Cell(start: FECStretches.nowhere, count: 0)
  private var waiting: [UInt64: Stretch] = [:]
  private(set) var entries = 0
  /// The next entry may lack its first row.
  private var spoilsNext = false
  /// Entries of which a row was refused, by journal and number.
  private var spoiled: Set<UInt64> = []

  nonisolated(unsafe) private static let nowhere = UnsafePointer(
    UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

  /// Adds a row whose entry these cells name. The entry before it, when it is complete, goes to
  /// `into`.
  @inline(__always)
  mutating func add(
    _ row: FECRow, journal: Cell, number: Cell, into take: (inout Stretch) -> Void
  ) {
    if current.rows.isEmpty || !number.hasSameBytes(self.number)
      || !journal.hasSameBytes(self.journal)
    {
      close(into: take)
      (self.journal, self.number) = (journal, number)
      open(for: row)
    }
    current.rows.append(row)
  }

  private mutating func open(for row: FECRow) {
    current.isSpoiled = spoilsNext
    current.name = FECHash.of(number, FECHash.of(journal))
    spoilsNext = false
    if waiting.isEmpty {
      entries += 1
    } else if let known = waiting.removeValue(forKey: key(row)) {
      current.rows = known.rows
      current.isSpoiled = current.isSpoiled || known.isSpoiled
    } else {
      entries += 1
    }
  }

  private func key(_ row: FECRow) -> UInt64 {
    FECHash.of(number, FECHash.of(journal)) ^ UInt64(bitPattern: Int64(row.day.number)) << 40
  }

  /// Notes that a row was refused whose entry these cells name: no other entry lacks it.
  mutating func spoil(journal: Cell, number: Cell) {
    spoiled.insert(FECHash.of(number, FECHash.of(journal)))
  }

  /// Notes that a row of the entry at hand, or of the next, was refused.
  mutating func spoil() {
    current.isSpoiled = !current.rows.isEmpty
    spoilsNext = true
  }

  private mutating func close(into take: (inout Stretch) -> Void) {
    guard let first = current.rows.first else { return }
    if current.cents == 0 {
      take(&current)
      current.rows.removeAll(keepingCapacity: true)
    } else {
      waiting[key(first), default: Stretch()].join(current)
      current.rows = []
    }
    current.isSpoiled = false
  }

  /// Hands over what is left, complete or not, in the order of the file.
  mutating func finish(into take: (inout Stretch) -> Void) {
    close(into: take)
    let left = waiting.values.sorted { $0.rows[0].line < $1.rows[0].line }
    waiting.removeAll()
    for var stretch in left {
      if spoiled.contains(stretch.name) { stretch.isSpoiled = true }
      take(&stretch)
    }
  }
}

extension FECStretches.Stretch {
  fileprivate mutating func join(_ other: FECStretches.Stretch) {
    rows += other.rows
    name = other.name
    isSpoiled = isSpoiled || other.isSpoiled
  }
}
