import Claims
import Law
public import Ledger
import Quantities
import Store

/// The firm whose receivables the book keeps, and what it has chosen.
///
/// Its identity is learned from the first invoices it issued and confirmed once by a person.
public struct Firm: Hashable, Sendable {
  public var name = ""
  public var legalForm = ""
  /// In euros, as it is to be printed: `10 000 €`.
  public var capital = ""
  public var siren = ""
  /// City of the trade register: `Lyon`.
  public var registry = ""
  public var vatNumber = ""
  public var street = ""
  public var postcode = ""
  public var city = ""
  public var phone = ""
  public var email = ""
  public var iban = ""
  public var bic = ""
  /// Who signs the letters, and as what.
  public var signatory = ""
  public var signatoryTitle = ""
  /// A person has looked at the identity and found it right.
  public var isConfirmed = false
  /// Yearly late-payment rate of the terms of sale in percent (`12.5`); empty for the law's.
  public var contractRate = ""
  /// Its size in the e-invoicing reform, as `EInvoicingCalendar.Size` writes it; empty when nobody
  /// has said.
  public var size = ""

  public init() {}

  /// The identity that an invoice's seller shows.
  public init(seller: Party) {
    name = seller.name
    siren = seller.siren.isEmpty ? String(seller.siret.prefix(9)) : seller.siren
    vatNumber = seller.vatNumber
    street = seller.street
    postcode = seller.postcode
    city = seller.city
    phone = seller.phone
    email = seller.email
    iban = seller.iban
  }

  public var isKnown: Bool { !name.isEmpty }

  /// The properties under their names in the book.
  private static let fields: [(String, any WritableKeyPath<Firm, String> & Sendable)] = [
    ("firm.name", \.name), ("firm.legalForm", \.legalForm), ("firm.capital", \.capital),
    ("firm.siren", \.siren), ("firm.registry", \.registry), ("firm.vatNumber", \.vatNumber),
    ("firm.street", \.street), ("firm.postcode", \.postcode), ("firm.city", \.city),
    ("firm.phone", \.phone), ("firm.email", \.email), ("firm.iban", \.iban),
    ("firm.bic", \.bic), ("firm.signatory", \.signatory),
    ("firm.signatoryTitle", \.signatoryTitle), ("firm.contractRate", \.contractRate),
    ("firm.size", \.size),
  ]

  init(settings: [String: String]) {
    for (name, path) in Firm.fields { self[keyPath: path] = settings[name] ?? "" }
    isConfirmed = settings["firm.isConfirmed"] == "1"
  }

  func save(with pen: BookWriter) throws {
    for (name, path) in Firm.fields { try pen.set(name, to: self[keyPath: path]) }
    try pen.set("firm.isConfirmed", to: isConfirmed ? "1" : "0")
  }

  /// Whether a party named on an invoice is this firm.
  func isSame(as party: Party) -> Bool {
    let other = party.siren.isEmpty ? String(party.siret.prefix(9)) : party.siren
    if !siren.isEmpty, !other.isEmpty { return siren == other }
    if !vatNumber.isEmpty, !party.vatNumber.isEmpty { return vatNumber == party.vatNumber }
    return SearchKey.of(name) == SearchKey.of(party.name)
  }

  /// How this firm claims, by its choices.
  func practice(rates: LegalRates) -> Practice {
    var choices = Practice.Choices()
    choices.contractRate = Rate(percent: contractRate)
    return Practice(choices, rates: rates)
  }
}
