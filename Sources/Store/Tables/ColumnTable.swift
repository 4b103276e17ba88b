public import Ledger
public import Quantities

/// What a person said of the columns of a bank's table, for all tables of its layout.
public struct RememberedColumns: Hashable, Sendable {
  public let number: Int64
  public let learned: Day
  /// The same for all tables of the same header, columns and separator.
  public let layout: String
  /// The header as people know it; empty where the table has none.
  public let header: String
  /// The file it was said for.
  public let file: String
  /// `date=1,label=3,debit=4,credit=5`.
  public let columns: String
}

extension BookWriter {
  /// Keeps what a person said of a layout's columns; nothing when it is known already.
  public func remember(
    columns: String, of layout: String, header: String, file: String
  ) throws {
    let known = try reader.rememberedColumns(company)
    if known.contains(where: { $0.layout == layout && $0.columns == columns }) { return }
    try insertColumns("said", [layout, header, file, columns])
  }

  /// Takes back what was said of a layout; false when nothing of that number holds.
  public func forgetColumns(_ number: Int64) throws -> Bool {
    guard let known = try reader.rememberedColumns(company).first(where: { $0.number == number })
    else { return false }
    try insertColumns("forgotten", [known.layout, known.header, known.file, known.columns])
    return true
  }

  private func insertColumns(_ kind: String, _ texts: [String]) throws {
    let row = try connection.prepare(
      """
      INSERT INTO columns_entry (number, company, learned, kind, layout, header, file, columns)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """)
    row.bind(1, (try reader.number("SELECT max(number) FROM columns_entry") ?? 0) + 1)
    row.bind(2, company.raw)
    row.bind(3, Int64(learned.number))
    row.bind(4, kind)
    for (place, text) in texts.enumerated() { row.bind(Int32(place + 5), text) }
    try row.run()
  }
}

extension BookReader {
  /// What holds of the columns of bank tables, the oldest first.
  public func rememberedColumns(_ company: CompanyID = .first) throws -> [RememberedColumns] {
    var found: [RememberedColumns] = []
    try rows(
      """
      SELECT number, learned, layout, header, file, columns FROM columns_entry e
      WHERE company = ?1 AND kind = 'said' AND NOT EXISTS (SELECT 1 FROM columns_entry l
        WHERE l.company = e.company AND l.layout = e.layout AND l.number > e.number)
      ORDER BY number
      """, [company.raw]
    ) { row in
      found.append(
        RememberedColumns(
          number: row.int(0), learned: Day(number: Int32(row.int(1))), layout: row.text(2),
          header: row.text(3), file: row.text(4), columns: row.text(5)))
    }
    return found
  }
}
