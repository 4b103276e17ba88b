import Ledger
import Quantities
import Store

/// Finds the customer that a file names: by its code or its account in our books, else by its SIREN
/// or VAT number, else by its name.
final class CustomerDirectory {
  private var byCode: [String: CustomerID] = [:]
  private var byLedgerAccount: [String: CustomerID] = [:]
  private var bySIREN: [String: CustomerID] = [:]
  private var byVAT: [String: CustomerID] = [:]
  private var byName: [String: [CustomerID]] = [:]
  private var customers: [CustomerID: Customer] = [:]
  /// Files share one `Party` among a customer's documents: the second is found by identity.
  private var byParty: [ObjectIdentifier: (Party, CustomerID)] = [:]
  /// Everyone of a SIREN, found when first asked for: several establishments may share one.
  private var bearersOfSIREN: [String: [CustomerID]]?

  subscript(id: CustomerID) -> Customer? { customers[id] }

  /// Customers known, those just made included.
  var count: Int { customers.count }

  init(_ pen: BookWriter) throws {
    for customer in try pen.reader.customers(pen.company) { note(customer) }
  }

  private func note(_ customer: Customer) {
    let party = customer.party
    customers[customer.id] = customer
    bearersOfSIREN = nil
    if !party.code.isEmpty { byCode[party.code] = customer.id }
    if !party.ledgerAccount.isEmpty { byLedgerAccount[party.ledgerAccount] = customer.id }
    let siren = CustomerDirectory.siren(of: party)
    if !siren.isEmpty, bySIREN[siren] == nil { bySIREN[siren] = customer.id }
    if !party.vatNumber.isEmpty, byVAT[party.vatNumber] == nil {
      byVAT[party.vatNumber] = customer.id
    }
    let key = SearchKey.of(party.name)
    if byName[key]?.contains(customer.id) != true { byName[key, default: []].append(customer.id) }
  }

  /// Every customer of one of the SIRENs, by the number itself, the SIRET or a French VAT number.
  func bearers(of sirens: [String]) -> [CustomerID] {
    let index = bearersOfSIREN ?? sirenIndex()
    bearersOfSIREN = index
    return Set(sirens.flatMap { index[$0] ?? [] }).sorted()
  }

  private func sirenIndex() -> [String: [CustomerID]] {
    var index: [String: [CustomerID]] = [:]
    for customer in customers.values {
      let siren = CustomerDirectory.anySIREN(of: customer.party)
      if !siren.isEmpty { index[siren, default: []].append(customer.id) }
    }
    return index
  }

  /// Customers of that name whose SIREN nobody told us.
  func unnumberedNamesakes(of name: String) -> [Customer] {
    let key = SearchKey.of(name)
    guard !key.isEmpty else { return [] }
    return (byName[key] ?? []).compactMap { customers[$0] }
      .filter { CustomerDirectory.anySIREN(of: $0.party).isEmpty }
  }

  /// A French VAT number ends with the SIREN.
  private static func anySIREN(of party: Party) -> String {
    let known = siren(of: party).filter { $0 != " " }
    if !known.isEmpty { return known }
    let vat = party.vatNumber.filter { $0 != " " }.uppercased()
    return vat.utf8.count == 13 && vat.hasPrefix("FR") ? String(vat.suffix(9)) : ""
  }

  private static func siren(of party: Party) -> String {
    party.siren.isEmpty ? String(party.siret.prefix(9)) : party.siren
  }

  private func find(_ party: Party) -> CustomerID? {
    if !party.code.isEmpty, let known = byCode[party.code] { return known }
    let account = party.ledgerAccount
    if !account.isEmpty {
      // Many firms use the account in their books as the customer's code.
      if let known = byLedgerAccount[account] ?? byCode[account] { return known }
    } else if let known = byLedgerAccount[party.code], !party.code.isEmpty {
      return known
    }
    let numbered = [bySIREN[CustomerDirectory.siren(of: party)], byVAT[party.vatNumber]]
    let named = party.name.isEmpty ? [] : byName[SearchKey.of(party.name)] ?? []
    // Two establishments of one firm keep their own codes: a code that differs is another customer.
    return (numbered.compactMap { $0 } + named).first { id in
      guard let known = customers[id]?.party else { return false }
      return CustomerDirectory.mayAgree(known.code, party.code)
        && CustomerDirectory.mayAgree(known.ledgerAccount, account)
    }
  }

  private static func mayAgree(_ one: String, _ other: String) -> Bool {
    one.isEmpty || other.isEmpty || one == other
  }

  /// Whether a party was found or made before.
  func hasMet(_ party: Party) -> Bool { byParty[ObjectIdentifier(party)] != nil }

  /// Takes a party for a customer whom something surer than its name tells.
  func bind(
    _ party: Party, to customer: CustomerID, with pen: BookWriter, on today: Day
  ) throws {
    try amend(customer, with: party, overruling: false, pen, today)
    byParty[ObjectIdentifier(party)] = (party, customer)
  }

  /// The customer of a document's buyer, made from the buyer when it is new; nil when the document
  /// names a code that nobody bears and no name.
  func customer(
    for buyer: Party, with pen: BookWriter, on today: Day
  ) throws -> CustomerID? {
    if let (_, id) = byParty[ObjectIdentifier(buyer)] { return id }
    var found = find(buyer)
    if let known = found {
      // An invoice tells us what the customer file left out, but does not overrule it.
      try amend(known, with: buyer, overruling: false, pen, today)
    } else if !buyer.name.isEmpty {
      found = try open(buyer, pen, today)
    }
    if let found { byParty[ObjectIdentifier(buyer)] = (buyer, found) }
    return found
  }

  /// Takes in a line of a customer file; false when the book knew all of it, nil when it names
  /// nobody that the book knows and has no name.
  func take(
    _ party: Party, _ people: [ContactPerson], with pen: BookWriter, on today: Day
  ) throws -> Bool? {
    guard let known = find(party) else {
      if party.name.isEmpty { return nil }
      let made = try open(party, pen, today)
      _ = try name(people, at: made, pen, today)
      return true
    }
    let isAmended = try amend(known, with: party, overruling: true, pen, today)
    return try name(people, at: known, pen, today) || isAmended
  }

  /// Notes whom to speak to at a customer; false when the book knew them all.
  private func name(
    _ people: [ContactPerson], at id: CustomerID, _ pen: BookWriter, _ today: Day
  ) throws -> Bool {
    if people.isEmpty { return false }
    let known = try pen.reader.people(at: id)
    var isNew = false
    for person in people {
      let present = known.last { $0.role == person.role }
      let told = person.filled(from: present)
      guard told != present else { continue }
      try pen.append(.contactPerson(told), customer: id, happened: today)
      isNew = true
    }
    return isNew
  }

  private func open(
    _ party: Party, _ pen: BookWriter, _ today: Day
  ) throws -> CustomerID {
    let id = CustomerID(pen.nextNumber.raw)
    let customer = Customer(
      id: id, party: party, kind: CustomerDirectory.kind(of: party),
      language: .usual(in: party.country))
    try pen.append(.customer(customer), customer: id, happened: today)
    note(customer)
    return id
  }

  /// A public buyer is recognised by its name; a person may overrule it.
  static func kind(of party: Party) -> Customer.Kind {
    let words = SearchKey.of(party.name).split(separator: " ")
    guard let first = words.first, publicWords.contains(String(first)) else {
      return words.contains("mairie") ? .publicBuyer : .business
    }
    let isPhrase = words.count > 1 && publicPhrases.contains("\(words[0]) \(words[1])")
    return isPhrase || publicNames.contains(String(first)) ? .publicBuyer : .business
  }

  /// Words that only a public body begins its name with.
  private static let publicNames: Set<String> = [
    "mairie", "prefecture", "ministere", "lycee", "rectorat", "universite", "metropole",
  ]
  private static let publicPhrases: Set<String> = [
    "commune de", "centre hospitalier", "communaute de", "conseil departemental",
    "conseil regional", "departement de", "ville de",
  ]
  private static let publicWords: Set<String> = publicNames.union([
    "commune", "centre", "communaute", "conseil", "departement", "ville",
  ])

  @discardableResult
  private func amend(
    _ id: CustomerID, with party: Party, overruling: Bool, _ pen: BookWriter, _ today: Day
  ) throws -> Bool {
    guard var customer = customers[id] else { return false }
    let merged = customer.party.merged(with: party, overruling: overruling)
    if merged == customer.party { return false }
    // A country that is told only now says the language too; a person's choice is not undone.
    if customer.party.country.isEmpty { customer.language = .usual(in: merged.country) }
    customer.party = merged
    try pen.append(.customer(customer), customer: id, happened: today)
    note(customer)
    return true
  }
}

extension ContactPerson {
  /// The person with what was known before of the same name, where this telling is silent.
  fileprivate func filled(from known: ContactPerson?) -> ContactPerson {
    guard let known, known.name == name else { return self }
    return ContactPerson(
      role: role, name: name, email: email.isEmpty ? known.email : email,
      phone: phone.isEmpty ? known.phone : phone)
  }
}

extension Party {
  /// This party with what another file says: its blanks filled, or its words replaced.
  func merged(with other: Party, overruling: Bool) -> Party {
    func pick(_ mine: String, _ theirs: String) -> String {
      mine.isEmpty || (overruling && !theirs.isEmpty) ? theirs : mine
    }
    return Party(
      code: code.isEmpty ? other.code : code,
      ledgerAccount: ledgerAccount.isEmpty ? other.ledgerAccount : ledgerAccount,
      name: pick(name, other.name), siren: pick(siren, other.siren),
      siret: pick(siret, other.siret), vatNumber: pick(vatNumber, other.vatNumber),
      iban: pick(iban, other.iban),
      street: pick(street, other.street), postcode: pick(postcode, other.postcode),
      city: pick(city, other.city),
      country: pick(country, other.country), email: pick(email, other.email),
      phone: pick(phone, other.phone), parent: pick(parent, other.parent),
      term: term == nil || (overruling && other.term != nil) ? other.term : term,
      means: means == nil || (overruling && other.means != nil) ? other.means : means)
  }
}
