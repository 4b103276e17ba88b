import Intake
public import Store

/// A row of a FEC is mended with its entry: the rest of it comes again too.
extension MendingTable.Row {
  /// What a person types anew: a line of the table, or a row of an entry.
  public struct Part: Sendable {
    /// The line in the file; 0 where only one line is mended.
    public let line: Int
    /// Why it was refused; nil for what only stands beside.
    public let reason: String?
    public let cells: [String]
  }

  /// Entries of more rows are mended in a spreadsheet, but for the refused ones.
  private static let mostBeside = 12

  /// The parts, refused ones first.
  public var parts: [Part] {
    guard let entry else { return [Part(line: 0, reason: reason, cells: cells)] }
    return typed(entry).map { place in
      let row = entry.rows[place]
      return Part(
        line: row.line, reason: row.role == .refused ? row.message : nil, cells: row.cells)
    }
  }

  /// The rows of the entry that come again as they are, untold.
  public var countBeside: Int {
    guard let entry else { return 0 }
    return entry.rows.count { $0.role != .taken } - typed(entry).count
  }

  /// Whether it is mended as an entry of the books.
  public var isEntry: Bool { entry != nil }

  /// How many rejections it stands for.
  public var count: Int { entry?.rows.count { $0.role == .refused } ?? 1 }

  private func typed(_ entry: MendingEntry) -> [Int] {
    let refused = entry.rows.indices.filter { entry.rows[$0].role == .refused }
    let beside = entry.rows.indices.filter { entry.rows[$0].role == .beside }
    return beside.count <= MendingTable.Row.mostBeside ? refused + beside : refused
  }

  /// The row with the cells of its parts as a person typed them, one after the other.
  func mended(_ cells: [String]) -> Self {
    guard var entry else { return Self(record: record, cells: cells, reason: reason) }
    var left = cells[...]
    for place in typed(entry) {
      let count = entry.rows[place].cells.count
      entry.rows[place].cells = Array(left.prefix(count))
      left = left.dropFirst(count)
    }
    return Self(record: record, cells: self.cells, reason: reason, entry: entry)
  }

  /// The lines of the table that is given out, with their reasons.
  var lines: [[String]] {
    guard let entry else { return [cells + [record.mark + reason]] }
    return entry.rows.filter { $0.role != .taken }.map { row in
      let mark = MendedRecord(source: record.source, position: row.position).mark
      return row.cells
        + [row.role == .refused ? mark + row.message : MendingEntry.reason(beside: .beside)]
    }
  }
}

extension WaitingRejections {
  /// What the table does not hold. A row of the books whose entry stands with an earlier rejection
  /// is mended there.
  public var others: [PendingRejection] {
    rejections.filter { table?.holds($0) != true && $0.rejection.raw != MendingEntry.follows }
  }
}

extension MendingTable {
  /// The rows of other entries that come along, each once, with the letters that anyone asks for.
  static func taken(_ rows: [Row]) -> [[String]] {
    var found: [Int: [String]] = [:]
    for row in rows.compactMap(\.entry).flatMap(\.rows) where row.role == .taken {
      let known = found[row.line] ?? []
      if known.count(where: { !$0.isEmpty }) < row.cells.count(where: { !$0.isEmpty }) {
        found[row.line] = row.cells
      }
    }
    return found.sorted { $0.key < $1.key }
      .map { $0.value + [MendingEntry.reason(beside: .taken)] }
  }

  /// Whether a rejection is mended here: as a line, or with the entry of another one.
  public func holds(_ pending: PendingRejection) -> Bool {
    rows.contains { row in
      row.record.position == pending.position
        || row.entry?.rows.contains {
          $0.role == .refused && $0.position == pending.position
        } == true
    }
  }

  /// How many rejections wait in it.
  public var count: Int { rows.reduce(0) { $0 + $1.count } }
}
