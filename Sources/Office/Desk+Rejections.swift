public import Intake
public import Store

/// The records of an import that wait to be mended.
public struct WaitingRejections: Sendable {
  public let record: ImportRecord
  /// All of them, however many are looked at.
  public let count: Int
  public let rejections: [PendingRejection]
  /// The table to mend them in; nil for what is no table, such as an electronic invoice.
  public let table: MendingTable?
}

extension Desk {
  /// The imports with records that wait to be mended, the oldest first.
  public func waitingImports() throws -> [(record: ImportRecord, count: Int)] {
    try store.read { reader in
      try reader.pendingRejectionCounts().compactMap { source, count in
        try reader.importRecord(source).map { ($0, count) }
      }
    }
  }

  /// What waits to be mended of an import, from a place on, or the one at a position; nil when
  /// there is no import of that number.
  public func waitingRejections(
    of source: Int64, from first: Int = 0, limit: Int = .max, at position: Int? = nil
  ) throws -> WaitingRejections? {
    try store.read { reader in
      guard let record = try reader.importRecord(source) else { return nil }
      let pending = try reader.pendingRejections(
        of: source, from: first, limit: limit, at: position)
      let counts = try reader.pendingRejectionCounts()
      let table = try reader.table(of: source).map { MendingTable($0, pending, of: source) }
      return WaitingRejections(
        record: record, count: counts.first { $0.source == source }?.count ?? 0,
        rejections: pending, table: table)
    }
  }

  /// Reads a table and says what of it cannot be read; nothing is taken.
  public func faults(in path: String) throws -> [Phrase] {
    let known = try knownColumns()
    var faults: [Phrase] = []
    do {
      try Intake.read(try SourceFile(path: path, knowing: known), pdf: pdf) { reading in
        faults += reading.rejections.map { Phrase(french: $0.french, english: $0.english) }
      }
    } catch let refusal as Refusal {
      faults.append(refusal.placedWords)
    }
    return faults
  }
}
