import Ledger

/// What a document says of a firm, gathered before it is worth a `Party`.
struct PartyIdentity {
  var code = ""
  var name = ""
  /// The legal registration as the document writes it (BT-30, BT-47), and its ISO 6523 scheme.
  var legalID = ""
  var legalScheme = ""
  /// Other identifiers with their schemes (BT-29, BT-46).
  var identifiers: [(id: String, scheme: String)] = []
  var vatNumber = ""
  var iban = ""
  var street: [String] = []
  var postcode = ""
  var city = ""
  var country = ""
  var email = ""
  var phone = ""

  /// A SIREN has nine digits and a SIRET fourteen; elsewhere the same digits mean other things, so
  /// the scheme or the country has to be French.
  var party: Party {
    let digits = frenchDigits
    let vat = vatNumber.withoutSpaces
    return Party(
      code: code, name: name, siren: String(digits.prefix(9)),
      siret: digits.count == 14 ? digits : "", vatNumber: vat,
      iban: iban.withoutSpaces, street: street.joined(separator: ", "),
      postcode: postcode, city: city, country: country.uppercased(), email: email, phone: phone)
  }

  private var isFrench: Bool {
    ["", "FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF"].contains(country.uppercased())
  }

  private var frenchDigits: String {
    let schemes = ["0002", "0009"]
    var found = ""
    for (id, scheme) in [(legalID, legalScheme)] + identifiers {
      guard schemes.contains(scheme) || (scheme.isEmpty && isFrench && id == legalID) else {
        continue
      }
      let digits = id.withoutSpaces.filter { $0 != "." }
      guard digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { continue }
      if digits.utf8.count == 14 { return digits }
      if digits.utf8.count == 9 { found = digits }
    }
    return found.isEmpty ? sirenOfVAT : found
  }

  /// A French VAT number is FR, two characters and the SIREN.
  private var sirenOfVAT: String {
    let vat = vatNumber.withoutSpaces
    guard vat.utf8.count == 13, vat.uppercased().hasPrefix("FR") else { return "" }
    let digits = String(vat.suffix(9))
    return digits.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? digits : ""
  }
}

extension String {
  /// Without spaces of any width that people put between groups of digits.
  fileprivate var withoutSpaces: String {
    let isSpaced = utf8.contains { $0 <= 32 || $0 >= 0xC2 }
    guard isSpaced else { return self }
    let spaces: [UInt32] = [9, 10, 13, 32, 0xA0, 0x2009, 0x202F]
    return String(String.UnicodeScalarView(unicodeScalars.filter { !spaces.contains($0.value) }))
  }
}
