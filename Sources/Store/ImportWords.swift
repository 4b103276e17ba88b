public import Ledger
import Quantities

/// What was said about the documents of an import, to customers and by them.
extension BookReader {
  /// The numbers of the documents of an import for which a customer was asked since.
  public func documentsAsked(
    of trace: ImportTrace, in company: CompanyID = .first
  ) throws -> [String] {
    var asked: Set<EntryNumber> = []
    try rows(
      """
      SELECT \(Incident.columns(of: "t")) FROM incident_entry t
      LEFT JOIN reversal_entry r ON r.target = t.number
      WHERE t.company = ?1 AND t.kind = 'reminder' AND t.number > ?2 AND r.number IS NULL
      """, [company.raw, trace.last.raw]
    ) { row in
      guard case .reminder(let reminder)? = Incident(row, from: 0).fact,
        reminder.channel.reachesCustomer
      else { return }
      asked.formUnion(reminder.documents.filter(trace.holds))
    }
    try rows(
      """
      SELECT m.documents FROM message_entry m JOIN outbox o ON o.message = m.number
      WHERE m.company = ?1 AND m.number > ?2 AND o.state <> 'cancelled'
      """, [company.raw, trace.last.raw]
    ) { row in
      let named = row.text(0).split(separator: " ").compactMap { Int64($0) }
      asked.formUnion(named.map(EntryNumber.init).filter(trace.holds))
    }
    return try references(of: asked)
  }

  /// The numbers of the documents of an import for which a customer gave its word since: a promise,
  /// or an instalment plan that it signed.
  public func documentsAgreed(
    of trace: ImportTrace, in company: CompanyID = .first
  ) throws -> [String] {
    var agreed: Set<EntryNumber> = []
    for one in try agreements(on: trace, in: company) where one.binds {
      agreed.formUnion(one.documents)
    }
    return try references(of: agreed)
  }

  /// Instalment plans for documents of an import that nobody signed.
  public func proposedPlans(
    on trace: ImportTrace, in company: CompanyID = .first
  ) throws -> [AnsweredEntry] {
    try agreements(on: trace, in: company).filter { !$0.binds }.map(\.entry)
  }

  /// A promise or a plan, with the documents of the import that it names.
  private struct Agreement {
    let entry: AnsweredEntry
    let documents: [EntryNumber]
    let binds: Bool
  }

  private func agreements(on trace: ImportTrace, in company: CompanyID) throws -> [Agreement] {
    var found: [Agreement] = []
    try rows(
      """
      SELECT t.number, t.customer, t.happened, t.documents,
        CASE WHEN t.kind = 'promise' OR EXISTS (SELECT 1 FROM incident_entry g
          LEFT JOIN reversal_entry b ON b.target = g.number
          WHERE g.company = t.company AND g.customer = t.customer AND g.kind = 'agreement'
            AND g.answers = t.number AND b.number IS NULL) THEN 1 ELSE 0 END
      FROM incident_entry t LEFT JOIN reversal_entry r ON r.target = t.number
      WHERE t.company = ?1 AND t.number > ?2 AND t.kind IN ('promise', 'plan')
        AND t.documents <> '' AND r.number IS NULL
      ORDER BY t.number
      """, [company.raw, trace.last.raw]
    ) { row in
      let named = row.text(3).split(separator: " ").compactMap { Int64($0) }
      let ours = named.map(EntryNumber.init).filter(trace.holds)
      if ours.isEmpty { return }
      let entry = AnsweredEntry(
        number: EntryNumber(row.int(0)), customer: row.intOrNil(1).map(CustomerID.init),
        happened: Day(number: Int32(row.int(2))))
      found.append(Agreement(entry: entry, documents: ours, binds: row.int(4) == 1))
    }
    return found
  }

  private func references(of documents: Set<EntryNumber>) throws -> [String] {
    try documents.sorted().compactMap { try reference(of: $0) }
  }

  private func reference(of document: EntryNumber) throws -> String? {
    var found: String?
    try rows("SELECT reference FROM document_entry WHERE number = ?1", [document.raw]) {
      found = $0.text(0)
    }
    return found
  }
}
