import Law
import Quantities

/// A customer of the demo firm, with what the firm knows of it and what it does.
///
/// A class, because a million invoices and as many payments speak of the same few thousand.
final class DemoCustomer: Sendable {
  /// How the payer quotes what it pays.
  enum Quoting: UInt8 { case exact, variant, order, sloppy }

  let index: Int
  let code: String
  let name: String
  let siren: String
  let siret: String
  let vatNumber: String
  let street: String
  let postcode: String
  let city: String
  let country: String
  let email: String
  let phone: String
  let iban: String
  /// The firm has the IBAN on file.
  let isIBANKnown: Bool
  /// The bank passes the payer's IBAN on.
  let isIBANShown: Bool
  let group: String
  let part: Cast.Part
  /// The term as invoices state it.
  let termWords: String
  /// Whom the firm knows there: who books its invoices, and who decides about payments.
  let payables: DemoPerson?
  let decider: DemoPerson?
  /// Code, name, SIREN and VAT number as each row of the invoice table repeats them.
  let tableCells: [UInt8]
  let quoting: Quoting
  /// The name on bank lines, escaped for XML: the parent's when the parent pays.
  let bankName: [UInt8]
  let bankIBAN: String

  var habit: PaymentHabit { part.habit }
  var term: TermFormula { part.term }
  var isInDollars: Bool { habit == .dollars }
  var isAbroad: Bool { country != "FR" }
  /// `FR` customers pay VAT; the others buy without it.
  var taxPercent: Int64 { isAbroad ? 0 : 20 }

  /// Customer number `index` of the world with this seed: the same one each time.
  init(_ index: Int, seed: UInt64) {
    var random = SplitMix64(seed, .customer, index)
    self.index = index
    part = Cast[index]
    code = "C" + FrenchNumbers.padded(index + 1, to: 5)
    (name, country) = Self.named(part.habit, &random)
    let town = random.pick(Vocabulary.towns)
    siren = country == "FR" ? FrenchNumbers.siren(index + 1) : ""
    group = part.habit == .parentPays ? random.pick(Vocabulary.groups) : ""
    iban = Self.account(country, &random)
    (postcode, city) = Self.place(country, town)
    let paying = group.isEmpty ? name : group
    var shown = ByteText()
    shown.put(xml: Self.cut(random.chance(750) ? paying.bankCapitals : paying, &random))
    bankName = shown.bytes
    bankIBAN = group.isEmpty ? iban : Self.groupIBAN(group)
    siret =
      siren.isEmpty ? "" : FrenchNumbers.siret(siren, establishment: random.within(1...9))
    vatNumber = Self.vat(country, siren, &random)
    street = "\(random.within(1...180)) \(random.pick(Vocabulary.streets))"
    email = "compta@\(name.domain)-\(index + 1).example"
    phone = Self.phone(country, &random)
    isIBANKnown = part.habit == .directDebit || random.chance(620)
    isIBANShown = random.chance(650)
    quoting = Self.quoting(part.habit, &random)
    termWords = part.term.frenchWords
    // Drawn apart, so that the rest of the world stays as it was.
    var people = SplitMix64(seed, .people, index)
    payables = people.chance(400) ? DemoPerson(at: email, &people) : nil
    decider = people.chance(150) ? DemoPerson(at: email, &people) : nil
    var cells = ByteText()
    for cell in [code, name, siren, vatNumber] {
      cells.put(cell: cell)
      cells.put(";")
    }
    tableCells = cells.bytes
  }

  private static func named(
    _ habit: PaymentHabit, _ random: inout SplitMix64
  ) -> (name: String, country: String) {
    switch habit {
    case .publicBuyer:
      let (_, town) = random.pick(Vocabulary.towns)
      return (random.pick(Vocabulary.publicBuyers) + " " + town, "FR")
    case .dollars: return (random.pick(Vocabulary.americanNames), "US")
    case .european: return (random.pick(Vocabulary.germanNames), "DE")
    default:
      let activity = random.pick(Vocabulary.activities)
      let surname = random.pick(Vocabulary.surnames)
      return (activity + " " + surname + " " + random.pick(Vocabulary.endings), "FR")
    }
  }

  private static func place(
    _ country: String, _ town: (String, String)
  ) -> (postcode: String, city: String) {
    switch country {
    case "US": ("12534", "Hudson")
    case "DE": ("28195", "Bremen")
    default: (town.0, town.1)
    }
  }

  private static func account(_ country: String, _ random: inout SplitMix64) -> String {
    switch country {
    case "DE": FrenchNumbers.iban(country: "DE", "99999999" + random.digits(10))
    case "US": ""
    default:
      FrenchNumbers.iban(
        bank: "1999" + String(random.within(1...8)), branch: "0" + random.digits(4),
        account: random.digits(11))
    }
  }

  private static func groupIBAN(_ group: String) -> String {
    let place = Vocabulary.groups.firstIndex(of: group) ?? 0
    return FrenchNumbers.iban(
      bank: "19998", branch: "00001", account: FrenchNumbers.padded(7_100_000 + place, to: 11))
  }

  private static func vat(
    _ country: String, _ siren: String, _ random: inout SplitMix64
  ) -> String {
    switch country {
    case "FR": FrenchNumbers.vatNumber(siren)
    case "DE": "DE9" + random.digits(8)
    default: ""
    }
  }

  /// Numbers of the range that the French regulator keeps for fiction (02 61 91 and the like).
  private static func phone(_ country: String, _ random: inout SplitMix64) -> String {
    guard country == "FR" else { return "" }
    return "02 61 91 " + random.digits(2) + " " + random.digits(2)
  }

  private static func cut(_ name: String, _ random: inout SplitMix64) -> String {
    String(name.prefix(random.pick([32, 35, 70, 70, 70, 140])))
  }

  private static func quoting(
    _ habit: PaymentHabit, _ random: inout SplitMix64
  ) -> DemoCustomer.Quoting {
    if habit == .careless { return .sloppy }
    let draw = random.below(100)
    return draw < 62 ? .exact : draw < 82 ? .variant : draw < 88 ? .order : .sloppy
  }
}

extension String {
  /// The name in lower case letters, digits and hyphens, for a domain under `.example`.
  /// As the name of a site: small letters, figures and hyphens.
  var domain: String {
    var text = ""
    for byte in bankCapitals.utf8 {
      switch byte {
      case 65...90: text.unicodeScalars.append(Unicode.Scalar(byte + 32))
      case 48...57: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: if !text.isEmpty, text.last != "-" { text += "-" }
      }
    }
    while text.last == "-" { text.removeLast() }
    return text
  }
}
