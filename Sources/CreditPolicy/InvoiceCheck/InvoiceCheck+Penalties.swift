import Law
import Ledger
import Quantities

/// INV-08, INV-09 and INV-10: what L441-9 wants said of paying early and paying late.
extension InvoiceCheck {
  /// INV-08: the discount for early payment, or that there is none.
  func earlyPayment() -> Verdict {
    guard buyer == .business else { return .unknown(.notBetweenFirms) }
    if mentions.hasDiscountTerms || says(any: ["escompte", "discount", "skonto"]) { return .sound }
    // A note that is coded as the discount may simply say « néant ».
    let coded = texts.contains {
      $0.subject == "AAB" && $0.says(any: ["neant", "aucun", "anticip", "rabais", "remise pour"])
    }
    guard !coded else { return .sound }
    return .faulty([
      Finding(
        .discount, absenceBetweenFirms,
        .init(
          found: nothing("rien sur l’escompte", "nothing about a discount"),
          wanted: Remark(
            french: "les conditions d’escompte, ou «\u{A0}néant\u{A0}»",
            english: "the terms of a discount, or “néant”"),
          remedy: "Escompte pour paiement anticipé\u{A0}: néant."))
    ])
  }

  /// INV-09: a rate, and not below three times the legal rate of the half-year of issue (R2.5).
  func latePenalties() -> Verdict {
    guard buyer == .business else { return .unknown(.notBetweenFirms) }
    guard let wording = penalties.wording else { return .faulty([noRate(penalties)]) }
    // Three times and more is lawful in any half-year, whatever the State publishes.
    if case .timesLegal(let halves) = wording, halves >= 6 { return .sound }
    guard let issue = draft.issue else { return .sound }
    let half = HalfYear(of: issue)
    do throws(UnknownRate) {
      let floor = try PenaltyFloor(rates).rate(for: half)
      let rate = try wording.rate(in: half, by: rates)
      return rate < floor ? .faulty([below(floor, rate, half)]) : .sound
    } catch {
      return .unknown(Remark(french: error.remedyFrench, english: error.remedyEnglish))
    }
  }

  private static let penaltySentence =
    "En cas de retard de paiement, pénalités au taux de refinancement de la BCE majoré de "
    + "10\u{A0}points, exigibles sans rappel."

  private func noRate(_ mention: PenaltyMention) -> Finding {
    Finding(
      .penaltyRate, absenceBetweenFirms,
      .init(
        found: mention.isSpokenOf
          ? nothing("des pénalités sans taux", "penalties without a rate")
          : nothing("rien sur les pénalités de retard", "nothing about late-payment penalties"),
        wanted: Remark(
          french: "le taux des pénalités, en chiffres ou «\u{A0}taux BCE + 10 points\u{A0}»",
          english: "the penalty rate, as a figure or “ECB rate + 10 points”"),
        remedy: InvoiceCheck.penaltySentence))
  }

  private func below(_ floor: Rate, _ rate: Rate, _ half: HalfYear) -> Finding {
    Finding(
      .penaltyRate, isFrenchBuyer ? .error : .warning,
      .init(
        found: Remark(
          french: "un taux de \(rate.french)", english: "a rate of \(rate.percent)%"),
        wanted: Remark(
          french: "au moins \(floor.french), trois fois l’intérêt légal du semestre \(half)",
          english: "at least \(floor.percent)%, three times the legal interest of \(half)"),
        remedy: InvoiceCheck.penaltySentence), citation: PenaltyFloor.citation)
  }

  /// INV-10: the indemnity with its amount.
  func fixedCompensation() -> Verdict {
    guard buyer == .business else { return .unknown(.notBetweenFirms) }
    let spoken = texts.filter {
      $0.subject == "PMT" || $0.says(any: ["indemnit", "frais de recouvrement", "recovery cost"])
    }
    if spoken.contains(where: \.namesForty) { return .sound }
    return .faulty([
      Finding(
        .compensation, absenceBetweenFirms,
        .init(
          found: spoken.isEmpty
            ? nothing("rien sur l’indemnité forfaitaire", "nothing about the fixed compensation")
            : nothing("une indemnité sans ses 40\u{A0}€", "a compensation without its €40"),
          wanted: Remark(
            french: "l’indemnité forfaitaire pour frais de recouvrement, avec son montant, "
              + "40\u{A0}€",
            english: "the fixed compensation for recovery costs with its amount, €40"),
          remedy: "En cas de retard de paiement, indemnité forfaitaire pour frais de recouvrement "
            + "de 40\u{A0}€ (C. com., art. L441-10 et D441-5)."))
    ])
  }
}

extension MentionText {
  /// « 40 € », « 40,00 EUR », « quarante euros »: the number with its currency on either side.
  fileprivate var namesForty: Bool {
    if says("quarante") { return true }
    var start = 0
    while let place = place(of: "40", from: start) {
      start = place + 1
      if place > 0, bytes[place - 1].isDigit || ",.".utf8.contains(bytes[place - 1]) { continue }
      var rest = bytes[(place + 2)...]
      if let mark = rest.first, mark == 44 || mark == 46, rest.dropFirst().first == 48 {
        rest = rest.dropFirst().drop { $0 == 48 }
      }
      if rest.first?.isDigit ?? false { continue }
      let after = rest.drop { $0 == 32 }
      let before = bytes[..<place].reversed().drop { $0 == 32 }
      if after.starts(with: "eur".utf8) || before.starts(with: "rue".utf8) { return true }
    }
    return false
  }
}
