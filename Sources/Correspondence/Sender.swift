public import Ledger
public import Quantities

/// The firm that writes: what its letters show of it (R5.5).
public struct Sender: Hashable, Sendable {
  public var name: String
  /// `SARL`, `SAS`, `SA`…; empty for a person in business.
  public var legalForm = ""
  /// Share capital, in euros.
  public var capital: Money?
  public var siren = ""
  /// The town of the trade register; empty when not registered.
  public var registry = ""
  public var vatNumber = ""
  public var street = ""
  public var postcode = ""
  public var city = ""
  public var iban = ""
  public var bic = ""
  public var phone = ""
  public var email = ""
  /// Who signs, and as what.
  public var signatory = ""
  public var signatoryTitle = ""

  public init(name: String) { self.name = name }

  /// The firm as its own invoices name it.
  public init(_ party: Party) {
    name = party.name
    siren = party.siren.isEmpty ? String(party.siret.prefix(9)) : party.siren
    vatNumber = party.vatNumber
    street = party.street
    postcode = party.postcode
    city = party.city
    iban = party.iban
    phone = party.phone
    email = party.email
  }

  /// Name, address, phone and e-mail, one line each, without empty lines.
  func letterhead(in language: Customer.Language) -> [String] {
    let town = [postcode, city].filter { !$0.isEmpty }.joined(separator: " ")
    let colon = language == .french ? "\u{A0}: " : ": "
    let phoneLine = phone.isEmpty ? "" : (language == .french ? "Tél." : "Tel.") + colon + phone
    return [name, street, town, phoneLine, email].filter { !$0.isEmpty }
  }

  /// Legal form, capital, SIREN, register and VAT number on one line (C. com. R123-237, R123-238).
  func legalLine(in language: Customer.Language) -> String {
    let isFrench = language == .french
    var parts: [String] = []
    var firm = name
    if !legalForm.isEmpty { firm += ", " + legalForm }
    if let capital {
      let amount = isFrench ? capital.wholeFrench : capital.english(in: .eur)
      firm += isFrench ? " au capital de \(amount)" : " with a share capital of \(amount)"
    }
    parts.append(firm)
    if !siren.isEmpty {
      let number = siren.grouped(by: 3)
      parts.append(
        registry.isEmpty ? "SIREN \(number)" : "\(number) RCS \(registry)")
    }
    if !vatNumber.isEmpty {
      let label = isFrench ? "TVA" : "VAT"
      parts.append("\(label) \(vatNumber)")
    }
    return parts.joined(separator: " – ")
  }

  /// The IBAN by fours, as people copy it.
  public var ibanByFours: String { iban.compact.grouped(by: 4) }

  /// Whether the IBAN's check digits are right (ISO 13616, modulo 97).
  public var hasValidIBAN: Bool { iban.compact.isIBAN }
}

extension Money {
  /// `10 000 €`, or with cents when there are any.
  var wholeFrench: String {
    let text = french(in: .eur)
    return text.hasSuffix(",00\u{A0}€") ? String(text.dropLast(5)) + "\u{A0}€" : text
  }
}

extension String {
  /// Without spaces of any width, in capitals.
  var compact: String {
    String(unicodeScalars.filter { !$0.properties.isWhitespace }).uppercased()
  }

  /// Groups from the left, held together by no-break spaces.
  func grouped(by size: Int) -> String {
    var text = ""
    for (place, character) in self.enumerated() {
      if place > 0, place % size == 0 { text += "\u{A0}" }
      text.append(character)
    }
    return text
  }

  var isIBAN: Bool { Party.isIBAN(self) }
}
