import Law
import Ledger
import Quantities

/// INV-05, INV-06 and INV-13: the lines, the totals by rate, and why no VAT is charged.
extension InvoiceCheck {
  /// INV-05: quantity, description, unit price and VAT on each line that is invoiced.
  func everyLine() -> Verdict {
    let lines = mentions.lines.enumerated().filter { !$0.element.contains(.isHeading) }
    guard !lines.isEmpty else { return .faulty([lineFinding(.noLine)]) }
    let parts: [(LineMention, Remark)] = [
      (.description, .init(french: "la désignation", english: "the description")),
      (.quantity, .init(french: "la quantité", english: "the quantity")),
      (.unitPrice, .init(french: "le prix unitaire HT", english: "the net unit price")),
      (.tax, .init(french: "le taux de TVA", english: "the VAT rate")),
    ]
    let missing = parts.compactMap { part, name -> Remark? in
      let places = lines.filter { !$0.element.contains(part) }.map { $0.offset + 1 }
      return places.isEmpty ? nil : name.on(lines: places)
    }
    return missing.isEmpty ? .sound : .faulty([lineFinding(.missing(missing))])
  }

  private func lineFinding(_ found: Remark) -> Finding {
    Finding(
      .lines, .error,
      .init(
        found: found,
        wanted: Remark(
          french: "pour chaque ligne\u{A0}: quantité, désignation précise, prix unitaire HT, taux "
            + "de TVA ou exonération",
          english: "for each line: quantity, precise description, net unit price, VAT rate or "
            + "exemption")))
  }

  /// INV-06: net and VAT by rate, and the totals they make.
  func totalsByRate() -> Verdict {
    var missing: [Remark] = []
    if draft.net == nil { missing.append(.init(french: "le total HT", english: "the net total")) }
    if draft.tax == nil {
      missing.append(.init(french: "le total de TVA", english: "the VAT total"))
    }
    // A hostile file may have a hundred thousand of them.
    let shares = mentions.taxes.prefix(100)
    if shares.isEmpty {
      missing.append(.init(french: "le détail par taux", english: "the detail by rate"))
    }
    if shares.contains(where: { $0.base == nil || $0.tax == nil }) {
      missing.append(
        .init(french: "la base ou la TVA d’un taux", english: "the base or the VAT of a rate"))
    }
    if shares.contains(where: { $0.rate == nil && $0.category != "O" }) {
      missing.append(.init(french: "le taux d’une base", english: "the rate of a base"))
    }
    if !missing.isEmpty { return .faulty([totalsFinding(.missing(missing))]) }
    return unequal(shares).map { .faulty([totalsFinding($0)]) } ?? .sound
  }

  private func totalsFinding(_ found: Remark) -> Finding {
    Finding(
      .totals, .error,
      .init(
        found: found,
        wanted: Remark(
          french: "pour chaque taux, le total HT et la TVA\u{A0}; puis le total TTC, égal à leur "
            + "somme",
          english: "for each rate the net total and the VAT; then the gross total, their sum")))
  }

  /// Sums that differ by more than the rounding of their parts.
  private func unequal(_ shares: ArraySlice<TaxShare>) -> Remark? {
    let slack = Money(cents: Int64(max(1, shares.count)))
    let (base, tax) = (shares.compactMap(\.base).sum(), shares.compactMap(\.tax).sum())
    if let net = draft.net, (net - base).magnitude > slack {
      return Remark(
        french: "bases de \(base.french) pour un total HT de \(net.french)",
        english: "bases of \(base.english) for a net total of \(net.english)")
    }
    if let total = draft.tax, (total - tax).magnitude > slack {
      return Remark(
        french: "TVA par taux de \(tax.french) pour un total de TVA de \(total.french)",
        english: "VAT by rate of \(tax.english) for a VAT total of \(total.english)")
    }
    // VAT may be rounded line by line.
    let lineSlack = Money(cents: Int64(1 + mentions.lines.count))
    for share in shares {
      guard let base = share.base, let tax = share.tax, let rate = share.rate else { continue }
      let expected = base.scaled(by: rate.partsPerMillion, over: 1_000_000)
      if (expected - tax).magnitude > lineSlack {
        return Remark(
          french: "TVA de \(tax.french) sur \(base.french) à \(rate.french), qui donnent "
            + expected.french,
          english: "VAT of \(tax.english) on \(base.english) at \(rate.percent)%, which give "
            + expected.english)
      }
    }
    return nil
  }

  /// INV-13: the words that stand for the VAT that is not charged.
  func taxWording() -> Verdict {
    if mayOmitTaxDetails { return .sound }
    let unsaid = mentions.taxes.prefix(100).first { !isExplained($0) }
    guard let share = unsaid else { return .sound }
    let wanted = Exemption(share.category)
    return .faulty([
      Finding(
        .exemption, absence,
        .init(
          found: nothing(
            "TVA non facturée (catégorie \(share.category)) sans la mention qui l’explique",
            "no VAT charged (category \(share.category)) without the words that explain it"),
          wanted: Remark(
            french: "«\u{A0}\(wanted.sentence)\u{A0}»",
            english: "“\(wanted.sentence)”"),
          remedy: wanted.sentence + "."))
    ])
  }

  private func isExplained(_ share: TaxShare) -> Bool {
    let isTaxed = share.category == "S" || share.category.isEmpty
    if isTaxed || !["AE", "E", "K", "G", "O"].contains(share.category) { return true }
    if !share.exemptionCode.isEmpty || says(any: Exemption(share.category).words) { return true }
    return share.category != "AE" && !share.exemption.isEmpty
  }
}

/// The words for a VAT category that charges none.
private struct Exemption {
  let sentence: String
  /// Words, folded, any of which is enough.
  let words: [StaticString]

  init(_ category: String) {
    switch category {
    case "AE":
      sentence = "Autoliquidation"
      words = ["autoliquid", "auto-liquid", "reverse charge"]
    case "K":
      sentence = "Exonération de TVA, article 262 ter I du CGI"
      words = ["262 ter", "262ter", "intracommunautaire", "intra-communautaire", "intra-community"]
    case "G":
      sentence = "Exonération de TVA, article 262 I du CGI"
      words = ["262 i", "262-i", "exportation", "export"]
    case "O":
      sentence = "TVA non applicable"
      words = ["non applicable", "hors champ", "293 b", "259", "not subject"]
    default:
      sentence = "TVA non applicable, art. 293 B du CGI"
      words = ["293 b", "293b", "exoner", "non applicable", "261", "exempt", "non soumis"]
    }
  }
}

extension Remark {
  static let noLine = Remark(french: "aucune ligne", english: "no line")

  /// `la quantité (ligne 3)`; five lines at most are named.
  func on(lines: [Int]) -> Remark {
    let named = lines.prefix(5).map(String.init).joined(separator: ", ")
    let more = lines.count > 5 ? "…" : ""
    let isOne = lines.count == 1
    return Remark(
      french: "\(french) (\(isOne ? "ligne" : "lignes") \(named)\(more))",
      english: "\(english) (\(isOne ? "line" : "lines") \(named)\(more))")
  }
}
