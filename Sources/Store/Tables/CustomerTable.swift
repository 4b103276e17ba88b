import Law
import Ledger
import Quantities

extension BookWriter {
  func insert(_ customer: Customer, under header: Header) throws {
    let row = try connection.prepare(
      """
      INSERT INTO customer_entry (number, company, customer, happened, learned, import, code, name,
        kind, language, siren, siret, vat_number, iban, street, postcode, city, country, email,
        phone, parent, term, ledger_account, means)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
        ?20, ?21, ?22, ?23, ?24)
      """)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, customer.id.raw)
    row.bind(4, header.happened)
    row.bind(5, header.learned)
    row.bind(6, header.source)
    let party = customer.party
    let texts = [
      party.code, party.name, customer.kind.rawValue, customer.language.rawValue, party.siren,
      party.siret, party.vatNumber, party.iban, party.street, party.postcode, party.city,
      party.country, party.email, party.phone, party.parent, party.term?.stored ?? "",
      party.ledgerAccount, party.means?.rawValue ?? "",
    ]
    for (place, text) in texts.enumerated() { row.bind(Int32(place + 7), text) }
    try row.run()
    try setCurrent(customer, entry: header.number, company: header.company)
  }

  /// Makes an entry the one by which a customer is known now.
  func setCurrent(_ customer: Customer, entry: Int64, company: Int64) throws {
    let party = customer.party
    let current = try connection.prepare(
      """
      INSERT INTO customer (id, company, code, entry, key) VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (id) DO UPDATE SET code = excluded.code, entry = excluded.entry,
        key = excluded.key
      """)
    current.bind(1, customer.id.raw)
    current.bind(2, company)
    current.bind(3, party.code)
    current.bind(4, entry)
    current.bind(
      5,
      SearchKey.of(
        [party.name, party.code, party.siren, party.ledgerAccount].joined(separator: " ")))
    try current.run()
  }
}

extension Customer {
  static let columns = """
    e.customer, e.code, e.name, e.kind, e.language, e.siren, e.siret, e.vat_number, e.iban,
    e.street, e.postcode, e.city, e.country, e.email, e.phone, e.parent, e.term, e.ledger_account,
    e.means
    """

  init(_ row: SQLiteStatement, from first: Int32 = 0) {
    let party = Party(
      code: row.text(first + 1), ledgerAccount: row.text(first + 17), name: row.text(first + 2),
      siren: row.text(first + 5),
      siret: row.text(first + 6), vatNumber: row.text(first + 7), iban: row.text(first + 8),
      street: row.text(first + 9), postcode: row.text(first + 10), city: row.text(first + 11),
      country: row.text(first + 12), email: row.text(first + 13), phone: row.text(first + 14),
      parent: row.text(first + 15), term: row.term(first + 16),
      means: PaymentMeans(rawValue: row.text(first + 18)))
    self.init(
      id: CustomerID(row.int(first)), party: party,
      kind: Kind(rawValue: row.text(first + 3)) ?? .business,
      language: Language(rawValue: row.text(first + 4)) ?? .french)
  }
}

extension PaymentTerm {
  init?(stored: String) {
    let parts = stored.split(separator: "|")
    guard parts.count == 2, let formula = TermFormula(notation: parts[0]),
      let origin = Origin(rawValue: String(parts[1]))
    else { return nil }
    self.init(formula, origin: origin)
  }
}
