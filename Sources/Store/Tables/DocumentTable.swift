import Law
import Ledger
import Quantities

extension BookWriter {
  func insert(_ invoice: Invoice, under header: Header) throws -> Bool {
    let row = try prepared(.insertDocument)
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
    row.bind(23, invoice.ordered.map { Int64($0.number) })
    try row.run()
    guard connection.changes == 1 else { return false }
    if invoice.instalments.count > 1 { try insert(invoice.instalments, of: header.number) }
    try open(header, due: invoice.due, amount: invoice.payable)
    return true
  }

  func insert(_ credit: CreditNote, under header: Header) throws -> Bool {
    let row = try prepared(.insertDocument)
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
    row.bind(23, nil)
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
    newBalances.append(
      NewBalance(
        customer: header.owner, document: header.number, currency: header.currency,
        due: due.number, open: amount.cents))
    if newBalances.count >= 500_000 { try writeNewBalances() }
  }

  /// Writes the waiting balances in the order of their table, which costs far less than at random.
  func writeNewBalances() throws {
    if newBalances.isEmpty { return }
    newBalances.sort { ($0.customer, $0.document) < ($1.customer, $1.document) }
    let row = try prepared(.insertBalance)
    for balance in newBalances {
      row.bind(1, company.raw)
      row.bind(2, balance.customer)
      row.bind(3, balance.document)
      row.bind(4, balance.currency)
      row.bind(5, Int64(balance.due))
      row.bind(6, balance.open)
      try row.run()
    }
    newBalances.removeAll(keepingCapacity: true)
  }

  /// Takes an amount off a document's balance (gives it back when negative).
  func reduce(document: Int64, by amount: Int64) throws {
    try writeNewBalances()
    let known = try prepared(.documentOwner)
    known.bind(1, document)
    guard try known.step() else {
      throw StoreFailure.failed(reason: "no document \(document)", sql: "allocation")
    }
    let (customer, currency, due) = (known.int(0), known.text(1), known.int(2))
    known.reset()
    let current = try prepared(.balanceOfDocument)
    current.bind(1, company.raw)
    current.bind(2, customer)
    current.bind(3, document)
    let balance = (try current.step() ? current.int(0) : 0) - amount
    current.reset()
    if balance == 0 {
      let settled = try prepared(.settleDocument)
      settled.bind(1, company.raw)
      settled.bind(2, customer)
      settled.bind(3, document)
      return try settled.run()
    }
    let row = try prepared(.changeBalance)
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
