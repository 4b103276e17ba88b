/// The name, numbers and addresses of a firm, as a file or a person gave them.
///
/// A class because a file of a million invoices names the same few thousand parties: each is made
/// once and shared. It never changes after it was made.
public final class Party: Sendable, Hashable {
  /// Our own code for a customer (`C000123`, `411DUPONT`); empty when the file has none.
  public let code: String
  /// The customer's account in our books (compte auxiliaire, `411DUPONT`); empty when unknown.
  public let ledgerAccount: String
  public let name: String
  public let siren: String
  public let siret: String
  public let vatNumber: String
  public let iban: String
  public let street: String
  public let postcode: String
  public let city: String
  /// ISO 3166 two-letter code; empty when unknown, which is read as France.
  public let country: String
  public let email: String
  public let phone: String
  /// The name of the group or parent company that may pay instead.
  public let parent: String
  public let term: PaymentTerm?
  /// By what it pays as a rule; nil when no file says so.
  public let means: PaymentMeans?

  public init(
    code: String = "", ledgerAccount: String = "", name: String, siren: String = "",
    siret: String = "",
    vatNumber: String = "", iban: String = "", street: String = "", postcode: String = "",
    city: String = "", country: String = "", email: String = "", phone: String = "",
    parent: String = "", term: PaymentTerm? = nil, means: PaymentMeans? = nil
  ) {
    self.code = code
    self.ledgerAccount = ledgerAccount
    self.name = name
    self.siren = siren
    self.siret = siret
    self.vatNumber = vatNumber
    self.iban = iban
    self.street = street
    self.postcode = postcode
    self.city = city
    self.country = country
    self.email = email
    self.phone = phone
    self.parent = parent
    self.term = term
    self.means = means
  }

  /// What our own papers call the customer: its code, or else its account in our books.
  public var reference: String { code.isEmpty ? ledgerAccount : code }

  private var fields: [String] {
    [
      code, ledgerAccount, name, siren, siret, vatNumber, iban, street, postcode, city, country,
      email, phone, parent,
    ]
  }

  public static func == (left: Party, right: Party) -> Bool {
    left === right
      || (left.fields == right.fields && left.term == right.term && left.means == right.means)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(name)
  }
}
