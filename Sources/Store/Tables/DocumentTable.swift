import Law
import Ledger
import Quantities

extension BookWriter {
  private static let insertDocument = """
    INSERT INTO document_entry (number, company, customer, currency, happened, learned, import,
      kind, reference, due, due_deduced, delivery, term, net, tax, gross, payable, purchase_order,
      payment_reference, corrects, reason, instalments)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
      ?20, ?21, ?22)
    ON CONFLICT (company, kind, reference) DO NOTHING
    """

  func insert(_ invoice: Invoice, under header: Header) throws -> Bool {
    let row = try connection.prepare(Self.insertDocument)
    bind(header, to: row)
    row.bind(8, 1)
    row.bind(9, invoice.number)
    row.bind(10, Int64(invoice.due.number))
    row.bind(11, invoice.isDueDeduced ? 1 : 0)
    row.bind(12, invoice.delivery.map { Int64($0.number) })
    row.bindOrNull(13, invoice.term?.stored ?? "")
    row.bind(14, invoice.net.cents)
    row.bind(15, invoice.tax.cents)
    row.bind(16, invoice.gross.cents)
    row.bind(17, invoice.payable.cents)
    row.bindOrNull(18, invoice.order)
    row.bindOrNull(19, invoice.paymentReference)
    row.bindOrNull(20, "")
    row.bindOrNull(21, "")
    row.bind(22, Int64(invoice.instalments.count))
    try row.run()
    guard connection.changes == 1 else { return false }
    if invoice.instalments.count > 1 { try insert(invoice.instalments, of: header.number) }
    try open(header, due: invoice.due, amount: invoice.payable)
    return true
  }

  func insert(_ credit: CreditNote, under header: Header) throws -> Bool {
    let row = try connection.prepare(Self.insertDocument)
    bind(header, to: row)
    row.bind(8, 2)
    row.bind(9, credit.number)
    row.bind(10, Int64(credit.issue.number))
    row.bind(11, 0)
    row.bind(12, nil)
    row.bindOrNull(13, "")
    row.bind(14, -credit.net.cents)
    row.bind(15, -credit.tax.cents)
    row.bind(16, -credit.gross.cents)
    row.bind(17, -credit.gross.cents)
    row.bindOrNull(18, "")
    row.bindOrNull(19, "")
    row.bindOrNull(20, credit.corrects)
    row.bind(21, credit.reason.rawValue)
    row.bind(22, 1)
    try row.run()
    guard connection.changes == 1 else { return false }
    try open(header, due: credit.issue, amount: -credit.gross)
    return true
  }

  private func bind(_ header: Header, to row: SQLiteStatement) {
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.owner)
    row.bind(4, header.currency)
    row.bind(5, header.happened)
    row.bind(6, header.learned)
    row.bind(7, header.source)
  }

  private func insert(_ instalments: [Instalment], of document: Int64) throws {
    let row = try connection.prepare(
      "INSERT INTO instalment_entry (document, position, due, amount) VALUES (?1, ?2, ?3, ?4)")
    for (position, instalment) in instalments.enumerated() {
      row.bind(1, document)
      row.bind(2, Int64(position))
      row.bind(3, Int64(instalment.due.number))
      row.bind(4, instalment.amount.cents)
      try row.run()
    }
  }

  private func open(_ header: Header, due: Day, amount: Money) throws {
    if amount.isZero { return }
    let row = try connection.prepare(
      """
      INSERT INTO open_item (company, customer, document, currency, due, open, touched)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)
      """)
    row.bind(1, header.company)
    row.bind(2, header.owner)
    row.bind(3, header.number)
    row.bind(4, header.currency)
    row.bind(5, Int64(due.number))
    row.bind(6, amount.cents)
    try row.run()
  }

  /// Takes an amount off a document's balance (gives it back when negative).
  func reduce(document: Int64, by amount: Int64) throws {
    let known = try connection.prepare(
      "SELECT customer, currency, due FROM document_entry WHERE number = ?1")
    known.bind(1, document)
    guard try known.step() else {
      throw StoreFailure.failed(reason: "no document \(document)", sql: "allocation")
    }
    let (customer, currency, due) = (known.int(0), known.text(1), known.int(2))
    known.reset()
    let current = try connection.prepare(
      "SELECT open FROM open_item WHERE company = ?1 AND customer = ?2 AND document = ?3")
    current.bind(1, company.raw)
    current.bind(2, customer)
    current.bind(3, document)
    let balance = (try current.step() ? current.int(0) : 0) - amount
    current.reset()
    if balance == 0 {
      let settled = try connection.prepare(
        "DELETE FROM open_item WHERE company = ?1 AND customer = ?2 AND document = ?3")
      settled.bind(1, company.raw)
      settled.bind(2, customer)
      settled.bind(3, document)
      return try settled.run()
    }
    let row = try connection.prepare(
      """
      INSERT INTO open_item (company, customer, document, currency, due, open, touched)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)
      ON CONFLICT (company, customer, document) DO UPDATE SET open = excluded.open, touched = 1
      """)
    row.bind(1, company.raw)
    row.bind(2, customer)
    row.bind(3, document)
    row.bind(4, currency)
    row.bind(5, due)
    row.bind(6, balance)
    try row.run()
  }
}

extension PaymentTerm {
  /// The term as a column holds it: `net(30)|stated`.
  var stored: String { formula.notation + "|" + origin.rawValue }
}
