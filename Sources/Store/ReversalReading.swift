public import Ledger

extension BookReader {
  /// Whether an entry is of a kind that a reversal answers: an allocation, an incident, a status,
  /// a payer's rule, a copy, or what was said about a rush order.
  public func isReversible(_ entry: EntryNumber) throws -> Bool {
    try number(
      """
      SELECT number FROM allocation_entry WHERE number = ?1
      UNION ALL SELECT number FROM incident_entry WHERE number = ?1
      UNION ALL SELECT number FROM rush_entry WHERE number = ?1
      UNION ALL SELECT number FROM lifecycle_entry WHERE number = ?1
      UNION ALL SELECT number FROM payer_rule_entry WHERE number = ?1
      UNION ALL SELECT number FROM copy_entry WHERE number = ?1
      """, entry.raw) != nil
  }

  /// What a reversal answers; nil for an entry that is none.
  public func reversed(by entry: EntryNumber) throws -> EntryNumber? {
    try number("SELECT target FROM reversal_entry WHERE number = ?1", entry.raw)
      .map(EntryNumber.init)
  }

  /// The other half of a set-off, booked beside it; nil for an entry that is no set-off.
  public func otherHalf(ofSetOff entry: EntryNumber) throws -> EntryNumber? {
    try number(
      """
      SELECT b.number FROM allocation_entry a JOIN allocation_entry b
        ON b.number = a.number + CASE WHEN a.amount > 0 THEN 1 ELSE -1 END
      WHERE a.number = ?1 AND a.line IS NULL AND b.line IS NULL AND b.amount = -a.amount
      """, entry.raw
    ).map(EntryNumber.init)
  }

  /// How the reason begins for which the program takes a set-off back by itself: the payer deducts
  /// the credit note.
  public static let deductedByPayer = "déduit par le payeur"

  /// The lines and, of set-offs, the documents whose allocation a person took back.
  public func takenBack(
    _ company: CompanyID
  ) throws -> (lines: Set<EntryNumber>, setOffs: Set<EntryNumber>) {
    var lines: Set<EntryNumber> = []
    var setOffs: Set<EntryNumber> = []
    try rows(
      """
      SELECT a.line, a.document FROM reversal_entry r
      JOIN allocation_entry a ON a.number = r.target WHERE r.company = ?1
        AND r.reason NOT LIKE '\(BookReader.deductedByPayer)%'
        AND NOT EXISTS (SELECT 1 FROM import_undone_entry u
          WHERE r.number BETWEEN u.begun AND u.number
          OR r.number BETWEEN u.first_entry AND u.last_entry)
      """, [company.raw]
    ) { row in
      if let line = row.intOrNil(0) {
        lines.insert(EntryNumber(line))
      } else if let document = row.intOrNil(1) {
        setOffs.insert(EntryNumber(document))
      }
    }
    return (lines, setOffs)
  }
}
