public import Ledger
import Quantities

/// What the replay of a book found.
public struct Verification: Hashable, Sendable {
  public var documents = 0
  public var lines = 0
  public var allocations = 0
  /// Copies of documents, and those of them whose file is gone or of another size.
  public var copies = 0
  public var copiesLost = 0
  /// The first ten of these in words.
  public var lostCopies: [String] = []
  /// Each difference in words, at most a hundred of them; empty for a sound book.
  public var differences: [String] = []
  public var isSound: Bool { differences.isEmpty && copiesLost == 0 }

  /// Counts a copy, and says it when its file is not as it was kept.
  public mutating func take(
    _ copy: InvoiceCopy, of reference: String, found condition: Archive.Condition
  ) {
    copies += 1
    guard condition != .whole else { return }
    copiesLost += 1
    guard lostCopies.count < 10 else { return }
    let what = condition == .missing ? "fichier absent" : "fichier d’une autre taille"
    lostCopies.append("copie de \(reference) (\(copy.name))\u{A0}: \(what)")
  }
}

extension BookReader {
  /// Replays every entry and compares the balances with the stored ones, then the file itself.
  public func verify(_ company: CompanyID = .first) throws -> Verification {
    var verification = Verification()
    func differ(_ words: String) {
      if verification.differences.count < 100 { verification.differences.append(words) }
    }
    var book = Book()
    try forEachBalanceEntry(company) { entry in
      book.append(entry)
      switch entry.fact {
      case .invoice, .creditNote: verification.documents += 1
      case .bankLine: verification.lines += 1
      case .allocation: verification.allocations += 1
      default: break
      }
    }
    for number in book.contradictions { differ("écriture \(number.raw) : sans objet connu") }
    try compare(
      book.documents, "SELECT document, open FROM open_item WHERE company = ?1", company, "pièce",
      differ)
    try compare(
      book.lines, "SELECT line, open FROM open_line WHERE company = ?1", company, "ligne", differ)
    try checkLines(book, differ)
    try checkSums(company, differ)
    try checkDerived(company, differ)
    try checkOutbox(company, differ)
    try checkMessageFiles(company, differ)
    try checkFile(differ)
    return verification
  }

  private func compare(
    _ replayed: [EntryNumber: Money], _ sql: String, _ company: CompanyID, _ what: String,
    _ differ: (String) -> Void
  ) throws {
    var stored = 0
    try rows(sql, [company.raw]) { row in
      let number = EntryNumber(row.int(0))
      let open = Money(cents: row.int(1))
      stored += 1
      let expected = replayed[number] ?? .zero
      if expected != open {
        differ("\(what) \(number.raw) : \(open.decimal) enregistré, \(expected.decimal) rejoué")
      }
    }
    let expected = replayed.values.lazy.filter { !$0.isZero }.count
    if stored != expected {
      differ("\(what)s ouvertes : \(stored) enregistrées, \(expected) rejouées")
    }
  }

  /// No line gives more than it brought.
  private func checkLines(_ book: Book, _ differ: (String) -> Void) throws {
    try rows("SELECT number, amount FROM bank_line_entry") { row in
      guard let left = book.lines[EntryNumber(row.int(0))]?.cents else { return }
      let brought = row.int(1)
      if brought > 0 ? !(0...brought).contains(left) : !(brought...0).contains(left) {
        differ("ligne \(row.int(0)) : affectée au-delà de son montant")
      }
    }
  }

  private func checkSums(_ company: CompanyID, _ differ: (String) -> Void) throws {
    try rows(
      """
      SELECT d.reference FROM document_entry d
      WHERE d.company = ?1 AND d.instalments > 1 AND d.payable <>
        (SELECT sum(i.amount) FROM instalment_entry i WHERE i.document = d.number)
      """, [company.raw]
    ) { differ("facture \($0.text(0)) : les échéances ne font pas le total") }
    let setOff = try number(
      """
      SELECT sum(a.amount) FROM allocation_entry a LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE a.company = ?1 AND a.line IS NULL AND r.number IS NULL
      """, company.raw)
    if let setOff, setOff != 0 { differ("compensations : la somme n'est pas nulle") }
    let last = try number(
      """
      SELECT max(n) FROM (SELECT max(number) AS n FROM document_entry
        UNION ALL SELECT max(number) FROM bank_line_entry
        UNION ALL SELECT max(number) FROM allocation_entry
        UNION ALL SELECT max(number) FROM customer_entry
        UNION ALL SELECT max(number) FROM statement_entry
        UNION ALL SELECT max(number) FROM incident_entry
        UNION ALL SELECT max(number) FROM rush_entry
        UNION ALL SELECT max(number) FROM lifecycle_entry
        UNION ALL SELECT max(number) FROM payer_rule_entry
        UNION ALL SELECT max(number) FROM plan_entry
        UNION ALL SELECT max(number) FROM import_undone_entry
        UNION ALL SELECT max(number) FROM message_entry
        UNION ALL SELECT max(number) FROM message_event_entry
        UNION ALL SELECT max(number) FROM received_entry
        UNION ALL SELECT max(number) FROM reply_entry
        UNION ALL SELECT max(number) FROM copy_entry
        UNION ALL SELECT max(number) FROM reversal_entry) AS numbers
      """)
    let counter = try newestEntry().raw
    if let last, last != counter { differ("compteur d'écritures : \(counter), dernière \(last)") }
  }

  /// What the derived tables repeat from the facts, the balances aside.
  private func checkDerived(_ company: CompanyID, _ differ: (String) -> Void) throws {
    try rows(
      """
      SELECT o.document FROM open_item o LEFT JOIN document_entry d ON d.number = o.document
      WHERE o.company = ?1 AND (d.number IS NULL OR d.customer <> o.customer
        OR d.currency <> o.currency OR d.due <> o.due OR (o.touched = 0 AND (
          EXISTS (SELECT 1 FROM allocation_entry a WHERE a.document = o.document)
          OR EXISTS (SELECT 1 FROM incident_entry i
            WHERE i.document = o.document AND i.kind = 'writeOff'))))
      """, [company.raw]
    ) { differ("pièce \($0.int(0)) : client, devise, échéance ou mouvements à revoir") }
    try rows(
      """
      SELECT o.line FROM open_line o LEFT JOIN bank_line_entry b ON b.number = o.line
      WHERE o.company = ?1
        AND (b.number IS NULL OR b.currency <> o.currency OR b.happened <> o.booked)
      """, [company.raw]
    ) { differ("ligne \($0.int(0)) : devise ou date à revoir") }
    try rows(
      """
      SELECT e.customer FROM (SELECT customer, max(number) AS latest FROM customer_entry
        WHERE company = ?1 AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
        GROUP BY customer) e
      LEFT JOIN customer c ON c.id = e.customer WHERE c.id IS NULL OR c.entry <> e.latest
      """, [company.raw]
    ) { differ("client \($0.int(0)) : sa fiche n’est pas la dernière") }
  }

  /// Each message stands where its events lead.
  private func checkOutbox(_ company: CompanyID, _ differ: (String) -> Void) throws {
    try rows(
      """
      SELECT m.number, m.mode, o.state
      FROM message_entry m LEFT JOIN outbox o ON o.message = m.number
      WHERE m.company = ?1
      """, [company.raw]
    ) { row in
      let number = EntryNumber(row.int(0))
      var state = QueuedMessage.Mode(rawValue: row.text(1)).map { MessageState($0) }
      for event in try events(of: number) { state = state?.after(event.kind) }
      if state?.rawValue != row.text(2) {
        differ(
          "message \(number.raw) : \(row.text(2)) enregistré, "
            + "\(state?.rawValue ?? "impossible") rejoué")
      }
    }
  }

  /// A message that may leave or has left holds its files, whole; one that was taken out none.
  private func checkMessageFiles(_ company: CompanyID, _ differ: (String) -> Void) throws {
    try rows(
      """
      SELECT o.message, a.name FROM outbox o JOIN attachment_entry a ON a.message = o.message
      LEFT JOIN message_file f ON f.message = a.message AND f.position = a.position
      WHERE o.company = ?1 AND a.digest IS NULL AND o.state <> 'cancelled'
        AND coalesce(length(f.bytes), -1) <> a.byte_count
      """, [company.raw]
    ) { differ("message \($0.int(0)) : la pièce jointe \($0.text(1)) n’est pas entière") }
    try rows(
      """
      SELECT f.message FROM message_file f LEFT JOIN outbox o ON o.message = f.message
      WHERE coalesce(o.state, 'cancelled') = 'cancelled'
      """
    ) { differ("message \($0.int(0)) : retiré, il tient encore une pièce jointe") }
  }

  private func checkFile(_ differ: (String) -> Void) throws {
    try rows("PRAGMA integrity_check(10)") { row in
      if row.text(0) != "ok" { differ("fichier : " + row.text(0)) }
    }
  }
}
