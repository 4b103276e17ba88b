import Law
import Ledger
import Quantities

/// INV-04, INV-07, INV-12 and INV-18: when it was delivered, and when it must be paid.
extension InvoiceCheck {
  /// INV-04: absent, the day may be the day of issue, which no file tells.
  func dayOfDelivery() -> Verdict {
    // A deposit is asked for before anything is delivered.
    if draft.type == "386" || draft.delivery != nil || mentions.period != nil { return .sound }
    if mentions.lines.contains(where: { $0.contains(.delivery) }) { return .sound }
    let words: [StaticString] = [
      "livraison", "livre le", "prestation du", "periode du", "mois de", "execution",
      "intervention",
      "delivery", "delivered",
    ]
    if says(any: words) { return .sound }
    return .faulty([
      Finding(
        .delivery, .warning,
        .init(
          found: nothing(
            "aucune date de livraison ni d’exécution", "no day of delivery or performance"),
          wanted: Remark(
            french: "cette date, si elle n’est pas celle de la facture",
            english: "that day, if it is not the invoice's own"),
          remedy: "Date de livraison ou d’exécution\u{A0}: [date]"))
    ])
  }

  /// INV-07: a date, not only a term in words (R1.11).
  func dateToPay() -> Verdict {
    guard buyer == .business else { return .unknown(.notBetweenFirms) }
    guard (draft.payable ?? draft.gross ?? .zero).isPositive, lastDue == nil else { return .sound }
    let term = mentions.terms.first ?? ""
    return .faulty([
      Finding(
        .dueDate, isFrenchBuyer ? .error : .warning,
        .init(
          found: term.isEmpty
            ? Remark(french: "aucune échéance", english: "no due date")
            : Remark(
              french: "seulement «\u{A0}\(term.clipped)\u{A0}»",
              english: "only “\(term.clipped)”"),
          wanted: Remark(
            french: "la date à laquelle payer, écrite comme une date",
            english: "the day to pay by, written as a date"),
          remedy: "À payer au plus tard le \(dueByTerm?.french ?? "[date]")."))
    ])
  }

  private var lastDue: Day? { draft.dues.filter { $0.amount != .zero }.map(\.day).max() }

  private var dates: TermDates {
    TermDates(issue: draft.issue, delivery: draft.delivery, receipt: draft.delivery)
  }

  private var dueByTerm: Day? {
    draft.term.flatMap { try? DueDate.day($0.formula, from: dates) }
  }

  /// INV-12: within the ceiling of the trade. Forty-five days end of month are taken as agreed
  /// when the term says so or is not known: a date that may be lawful raises no alarm.
  func lawfulTerm() -> Verdict {
    guard buyer == .business else { return .unknown(.publicTerm) }
    guard let due = lastDue else { return .unknown(.noDueDate) }
    let isPeriodic = issuer.sector != .general && isStatedPeriodic
    let ceiling = SectorCeiling(
      issuer.sector, isPeriodic: isPeriodic, allowsEndOfMonth: mayCountToEndOfMonth,
      isSelfBilled: draft.type == "389")
    do throws(MissingDay) {
      let latest = try ceiling.latestDay(from: dates)
      return due > latest ? beyond(.ceiling, due, latest, ceiling.citation) : .sound
    } catch {
      return .unknown(Remark(french: error.remedyFrench, english: error.remedyEnglish))
    }
  }

  private var mayCountToEndOfMonth: Bool {
    switch draft.term?.formula {
    case .net, .onReceipt: false
    default: true
    }
  }

  private func beyond(
    _ lint: Lint, _ due: Day, _ latest: Day, _ source: Citation
  ) -> Verdict {
    let days = latest.days(to: due)
    let isCertain = isFrenchBuyer && (lint == .ceiling || isStatedPeriodic)
    return .faulty([
      Finding(
        lint, isCertain ? .error : .warning,
        .init(
          found: Remark(
            french: "échéance du \(due.french), \(days)\u{A0}j au-delà du plafond",
            english: "due on \(due.iso), \(days) days beyond the ceiling"),
          wanted: lint == .ceiling
            ? Remark(
              french: "une échéance au plus tard le \(latest.french)",
              english: "a due date on \(latest.iso) at the latest")
            : Remark(
              french: "le \(latest.french) au plus tard si la facture groupe les livraisons d’une "
                + "période",
              english: "\(latest.iso) at the latest if the invoice groups a period's deliveries"),
          remedy: "À payer au plus tard le \(latest.french)."), citation: source)
    ])
  }

  /// INV-18: a periodic invoice is due within 45 days. A billing period within a month makes it
  /// likely; the document type or its words make it certain.
  func periodicTerm() -> Verdict {
    guard buyer == .business, issuer.sector == .general, let due = lastDue else { return .sound }
    let mayBe = mentions.period.map { (2...31).contains($0.count) } ?? false
    guard isStatedPeriodic || mayBe else { return .sound }
    let ceiling = SectorCeiling(isPeriodic: true)
    guard let latest = try? ceiling.latestDay(from: dates), due > latest else { return .sound }
    return beyond(.periodic, due, latest, ceiling.citation)
  }

  /// UNTDID 1001: 385 is a consolidated invoice.
  private var isStatedPeriodic: Bool {
    draft.type == "385"
      || says(any: ["facture recapitulative", "facture periodique", "releve de factures"])
  }
}

extension Remark {
  static let publicTerm = Remark(
    french: "le délai d’un acheteur public ou d’un particulier n’a pas ce plafond",
    english: "a public buyer's or a consumer's term does not have this ceiling")
  static let noDueDate = Remark(
    french: "aucune échéance à comparer", english: "no due date to compare")
}

extension String {
  /// At most eighty characters of a sentence, on one line.
  var clipped: String {
    let line = String(split(whereSeparator: \.isNewline).joined(separator: " ").prefix(81))
    return line.count > 80 ? line.dropLast() + "…" : line
  }
}
