import Law
import Ledger

/// INV-14: what the e-invoicing reform adds, from the day the seller must issue electronically.
extension InvoiceCheck {
  /// Goods, services or both (cadre de facturation).
  enum Nature { case goods, services, both }

  /// What the file says was sold; nil when it does not.
  var nature: Nature? {
    let process = Array(mentions.process.utf8)
    if process.count == 2, process[1].isDigit {
      switch process[0] {
      case UInt8(ascii: "B"): return .goods
      case UInt8(ascii: "S"): return .services
      case UInt8(ascii: "M"): return .both
      default: break
      }
    }
    let isGoods = says(any: ["livraison de biens", "livraisons de biens", "vente de biens"])
    let isServices = says(any: ["prestation de service", "prestations de service"])
    if isGoods, isServices { return .both }
    if says(any: ["operation mixte", "biens et services"]) { return .both }
    return isGoods ? .goods : isServices ? .services : nil
  }

  func newMentions() -> Verdict {
    guard buyer == .business, isFrenchBuyer, let issue = draft.issue else { return .sound }
    guard let size = issuer.size else {
      let calendar = EInvoicingCalendar.Size.allCases
      let days = calendar.map { EInvoicingCalendar.firstDay(of: .issue, for: $0) }
      if days.allSatisfy({ issue < $0 }) { return .sound }
      return days.allSatisfy { issue >= $0 } ? reformFindings : .unknown(.sizeNotChosen)
    }
    return EInvoicingCalendar.isMandatory(.issue, for: size, on: issue) ? reformFindings : .sound
  }

  private var reformFindings: Verdict {
    var findings: [Finding] = []
    if draft.buyer?.siren.isEmpty ?? true {
      findings.append(
        Finding(
          .reform, .error,
          .init(
            found: Remark(
              french: "il manque le SIREN du client", english: "missing: the customer's SIREN"),
            wanted: .newMentions, remedy: "SIREN du client\u{A0}: [SIREN]")))
    }
    if nature == nil {
      findings.append(
        Finding(
          .reform, absence,
          .init(
            found: nothing(
              "il manque la nature de l’opération", "missing: the nature of the transaction"),
            wanted: .newMentions,
            remedy: "Nature de l’opération\u{A0}: [livraison de biens, prestation de services, ou "
              + "les deux]")))
    }
    return findings.isEmpty ? .sound : .faulty(findings)
  }
}

extension Remark {
  static let sizeNotChosen = Remark(
    french: "la taille de votre entreprise n’est pas choisie (Réglages, ou --size)",
    english: "your firm's size has not been chosen (Settings, or --size)")

  fileprivate static let newMentions = Remark(
    french: "le SIREN du client et la nature de l’opération (biens, services ou les deux)",
    english: "the customer's SIREN and the nature of the transaction (goods, services or both)")
}
