import Law
import Ledger

/// INV-02 and INV-03: who sells and who buys.
extension InvoiceCheck {
  /// INV-02: name, address, SIREN and VAT number as data; form, capital and register in words.
  func sellerIdentity() -> Verdict {
    let numbers = missingNumbers
    var findings: [Finding] = []
    if !numbers.isEmpty {
      findings.append(
        Finding(
          .seller, .error,
          .init(
            found: .missing(numbers),
            wanted: Remark(
              french: "la dénomination, l’adresse, le SIREN et le n° de TVA du vendeur",
              english: "the seller's name, address, SIREN and VAT number"),
            remedy: identityLine)))
    }
    let words = mentions.scope == .minimum ? [] : missingWords
    if !words.isEmpty {
      let lacking = Remark.missing(words)
      findings.append(
        Finding(
          .seller, absence,
          .init(
            found: nothing(lacking.french, lacking.english),
            wanted: Remark(
              french: "la forme juridique, le capital, «\u{A0}RCS\u{A0}» et la ville du greffe",
              english: "the legal form, the capital, “RCS” and the city of the register"),
            remedy: identityLine)))
    }
    return findings.isEmpty ? .sound : .faulty(findings)
  }

  private var missingNumbers: [Remark] {
    let seller = draft.seller
    var missing: [Remark] = []
    if seller?.name.isEmpty ?? true { missing.append(.init(french: "le nom", english: "the name")) }
    if mentions.scope != .minimum, !(seller?.isLocated ?? false) {
      missing.append(.init(french: "l’adresse", english: "the address"))
    }
    if seller?.siren.isEmpty ?? true {
      missing.append(.init(french: "le SIREN", english: "the SIREN"))
    }
    if seller?.vatNumber.isEmpty ?? true, needsSellerVAT {
      missing.append(.init(french: "le n° de TVA", english: "the VAT number"))
    }
    return missing
  }

  /// Not for small amounts and corrections (R4.2), nor for who charges no VAT (293 B) or is outside
  /// it.
  private var needsSellerVAT: Bool {
    if mayOmitTaxDetails || says(any: ["293 b", "293b"]) { return false }
    let categories = Set(mentions.taxes.map(\.category))
    return categories.isEmpty || !categories.isSubset(of: ["E", "O"])
  }

  private var missingWords: [Remark] {
    let identity = legalIdentity
    var missing: [Remark] = []
    if !identity.hasForm {
      missing.append(.init(french: "la forme juridique", english: "the legal form"))
    }
    let (hasCapital, hasRegister) = (identity.hasCapital, identity.hasRegister)
    if hasCapital && hasRegister || identity.isWithoutCapital { return missing }
    if !hasCapital { missing.append(.init(french: "le capital", english: "the capital")) }
    if !hasRegister {
      missing.append(
        .init(french: "le RCS avec sa ville", english: "the trade register with its city"))
    }
    return missing
  }

  private var legalIdentity: LegalIdentity {
    LegalIdentity(of: draft.seller?.name ?? "", legal: mentions.sellerLegal, in: texts)
  }

  /// `Verdelin SAS au capital de 10 000 €, RCS Angers 732829320`, brackets for what is not known.
  private var identityLine: String {
    let name = issuer.name.isEmpty ? draft.seller?.name ?? "…" : issuer.name
    let siren = issuer.siren.isEmpty ? draft.seller?.siren ?? "" : issuer.siren
    return [
      name, form(of: name), "au capital de",
      orBlank(issuer.capital, "[montant]") + ", RCS", orBlank(issuer.registry, "[ville]"),
      orBlank(siren, "[SIREN]"),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The legal form, unless the name bears it.
  private func form(of name: String) -> String {
    if LegalIdentity(of: name, legal: "", in: []).hasForm { return "" }
    return orBlank(issuer.legalForm, legalIdentity.hasForm ? "" : "[forme juridique]")
  }

  private func orBlank(_ value: String, _ blank: String) -> String { value.isEmpty ? blank : value }

  /// INV-03: name and address; the VAT number where the buyer accounts for the tax.
  func buyerIdentity() -> Verdict {
    var missing: [Remark] = []
    let party = draft.buyer
    if party?.name.isEmpty ?? true { missing.append(.init(french: "le nom", english: "the name")) }
    if !(party?.isLocated ?? false) {
      missing.append(.init(french: "l’adresse", english: "the address"))
    }
    let reversed = mentions.taxes.contains { ["AE", "K"].contains($0.category) }
    if reversed, party?.vatNumber.isEmpty ?? true {
      missing.append(
        .init(
          french: "le n° de TVA (autoliquidation ou livraison intracommunautaire)",
          english: "the VAT number (reverse charge or intra-Union supply)"))
    }
    guard !missing.isEmpty else { return .sound }
    return .faulty([
      Finding(
        .buyer, .error,
        .init(
          found: .missing(missing),
          wanted: Remark(
            french: "le nom et l’adresse du client, et son n° de TVA quand il acquitte la taxe",
            english: "the customer's name and address, and its VAT number when it owes the tax"),
          remedy: reversed && (party?.vatNumber.isEmpty ?? true)
            ? "N° de TVA du client\u{A0}: [numéro]" : ""))
    ])
  }
}

extension Party {
  /// A city, and a street or a postcode.
  var isLocated: Bool { !city.isEmpty && !(street.isEmpty && postcode.isEmpty) }
}

extension Remark {
  /// `il manque le SIREN et l’adresse`.
  static func missing(_ parts: [Remark]) -> Remark {
    Remark(
      french: "il manque " + list(parts.map(\.french), "et"),
      english: "missing: " + list(parts.map(\.english), "and"))
  }

  /// `a, b et c`.
  static func list(_ parts: [String], _ joint: String) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(joint) " + last
  }
}
