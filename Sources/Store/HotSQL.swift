/// The statements that run once for each of a million records.
enum HotSQL: Int, CaseIterable {
  case insertDocument, insertBalance, documentOwner, balanceOfDocument, settleDocument
  case changeBalance, insertLine, equalMovements, openLine, balanceOfLine, spendLine, changeLine,
    insertAllocation
  case insertStatus, insertCopy

  var text: String {
    switch self {
    case .insertDocument:
      """
      INSERT INTO document_entry (number, company, customer, currency, happened, learned, import,
        kind, reference, due, due_deduced, delivery, term, net, tax, gross, payable, purchase_order,
        payment_reference, corrects, reason, instalments, ordered)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
        ?20, ?21, ?22, ?23
      WHERE NOT EXISTS (SELECT 1 FROM document_entry WHERE company = ?2 AND kind = ?8
        AND reference = ?9 AND coalesce(import, 0) NOT IN \(BookReader.undoneImports))
      """
    case .insertBalance:
      """
      INSERT INTO open_item (company, customer, document, currency, due, open, touched)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)
      """
    case .documentOwner:
      """
      SELECT customer, currency, due FROM document_entry WHERE number = ?1
      """
    case .balanceOfDocument:
      """
      SELECT open FROM open_item WHERE company = ?1 AND customer = ?2 AND document = ?3
      """
    case .settleDocument:
      """
      DELETE FROM open_item WHERE company = ?1 AND customer = ?2 AND document = ?3
      """
    case .changeBalance:
      """
      INSERT INTO open_item (company, customer, document, currency, due, open, touched)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)
      ON CONFLICT (company, customer, document) DO UPDATE SET open = excluded.open, touched = 1
      """
    case .insertLine:
      """
      INSERT INTO bank_line_entry (number, company, currency, happened, learned, import, account,
        value_day, amount, payer, payer_iban, words, end_to_end, reference, part, operation,
        fingerprint, return_reason, batch_total)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
      """
    case .equalMovements:
      """
      SELECT b.number, b.account, b.fingerprint, b.reference IS NULL, b.payer_iban, i.format
      FROM bank_line_entry b LEFT JOIN import i ON i.number = b.import
      WHERE b.company = ?1 AND coalesce(b.import, 0) NOT IN \(BookReader.undoneImports)
        AND b.happened = ?2 AND coalesce(b.batch_total, b.amount) = ?3
        AND b.currency = ?4 AND b.number < ?5 AND (b.part <= 1 OR b.batch_total IS NULL)
      ORDER BY b.number
      """
    case .openLine:
      """
      INSERT INTO open_line (company, line, currency, booked, open) VALUES (?1, ?2, ?3, ?4, ?5)
      """
    case .balanceOfLine:
      """
      SELECT open FROM open_line WHERE company = ?1 AND line = ?2
      """
    case .spendLine:
      """
      DELETE FROM open_line WHERE company = ?1 AND line = ?2
      """
    case .changeLine:
      """
      INSERT INTO open_line (company, line, currency, booked, open)
      SELECT company, number, currency, happened, ?3 FROM bank_line_entry
      WHERE company = ?1 AND number = ?2
      ON CONFLICT (company, line) DO UPDATE SET open = excluded.open
      """
    case .insertAllocation:
      """
      INSERT INTO allocation_entry (number, company, customer, currency, happened, learned, line,
        document, amount, mode, score, reasons, credit_reason)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
      """
    case .insertStatus:
      """
      INSERT INTO lifecycle_entry (number, company, customer, currency, happened, learned, import,
        document, kind, reference, issued, code, time, amount, amount_kind, reasons, fingerprint)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17
      WHERE NOT EXISTS (SELECT 1 FROM lifecycle_entry l WHERE l.company = ?2 AND l.fingerprint = ?17
        AND coalesce(l.import, 0) NOT IN \(BookReader.undoneImports)
        AND NOT EXISTS (SELECT 1 FROM reversal_entry r JOIN import_undone_entry u
          ON r.number BETWEEN u.begun AND u.number WHERE r.target = l.number))
      """
    case .insertCopy:
      """
      INSERT INTO copy_entry (number, company, customer, happened, learned, import, document, name,
        digest, byte_count)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """
    }
  }
}

/// The balance of a document just booked.
struct NewBalance {
  let customer: Int64
  let document: Int64
  let currency: String
  let due: Int32
  let open: Int64
}
