import Ledger
import Quantities

/// INV-11, INV-15, INV-16, INV-17 and INV-19: what the invoice points to, and where to pay it.
extension InvoiceCheck {
  /// INV-11: the buyer's order number; only an order that left a trace is known to exist.
  func purchaseOrder() -> Verdict {
    if !draft.order.isEmpty { return .sound }
    guard let day = draft.ordered else {
      return .unknown(
        Remark(
          french: "rien ne dit si le client a émis un bon de commande",
          english: "nothing tells whether the buyer issued a purchase order"))
    }
    return .faulty([
      Finding(
        .order, .error,
        .init(
          found: Remark(
            french: "une commande du \(day.french) sans numéro",
            english: "an order of \(day.iso) without a number"),
          wanted: Remark(
            french: "le numéro du bon de commande du client",
            english: "the buyer's purchase order number"),
          remedy: "Votre commande n° [numéro] du \(day.french)"))
    ])
  }

  /// INV-15: for goods, that they stay ours until they are paid.
  func retentionOfTitle() -> Verdict {
    guard let nature else {
      return .unknown(
        Remark(
          french: "le fichier ne dit pas s’il s’agit de biens",
          english: "the file does not tell whether goods were sold"))
    }
    let words: [StaticString] = [
      "reserve de propriete", "retention of title", "propriete jusqu'au", "restent la propriete",
      "reste la propriete", "transfert de propriete",
    ]
    if nature == .services || says(any: words) { return .sound }
    return .faulty([
      Finding(
        .retention, .warning,
        .init(
          found: nothing("aucune réserve de propriété", "no retention of title"),
          wanted: Remark(
            french: "la clause, rappelée sur la facture et acceptée par écrit avant la livraison",
            english: "the clause, recalled on the invoice and accepted in writing before delivery"),
          remedy: "Les biens restent notre propriété jusqu’au paiement complet de leur prix "
            + "(C. civ., art. 2367)."))
    ])
  }

  /// INV-16: an IBAN that is right and a reference, when the buyer is to send the money.
  func whereToPay() -> Verdict {
    guard (draft.payable ?? draft.gross ?? .zero).isPositive, isPaidByTransfer else {
      return .sound
    }
    let iban = draft.seller?.iban ?? ""
    var faults: [Remark] = []
    if iban.isEmpty {
      faults.append(.init(french: "aucun IBAN", english: "no IBAN"))
    } else if !Party.isIBAN(iban) {
      faults.append(
        .init(
          french: "IBAN \(iban) dont la clé est fausse",
          english: "IBAN \(iban) whose check digits are wrong"))
    }
    if draft.paymentReference.isEmpty {
      faults.append(.init(french: "aucune référence à rappeler", english: "no payment reference"))
    }
    guard !faults.isEmpty else { return .sound }
    let found = Remark(
      french: Remark.list(faults.map(\.french), "et"),
      english: Remark.list(faults.map(\.english), "and"))
    return .faulty([
      Finding(
        .bankDetails, .warning,
        .init(
          found: iban.isEmpty ? nothing(found.french, found.english) : found,
          wanted: Remark(
            french: "l’IBAN et la référence à rappeler dans le virement",
            english: "the IBAN and the reference to quote with the transfer"),
          remedy: "À régler par virement, IBAN \(issuer.iban.isEmpty ? "[IBAN]" : issuer.iban), "
            + "en rappelant la référence \(draft.number)."))
    ])
  }

  /// UNTDID 4461: 30, 31, 42, 58 and Z codes leave it to the buyer; no code does too.
  private var isPaidByTransfer: Bool {
    mentions.paymentMeans.isEmpty
      || !mentions.paymentMeans.allSatisfy(InvoiceCheck.otherMeans.contains)
  }

  private static let otherMeans: Set = ["10", "20", "48", "49", "54", "55", "57", "59", "97"]

  /// INV-17: a document that proves the sale, named on the invoice.
  func proofNamed() -> Verdict {
    let hasOrder = !draft.order.isEmpty || draft.ordered != nil
    if hasOrder || !mentions.references.isEmpty { return .sound }
    return .faulty([
      Finding(
        .proof, .warning,
        .init(
          found: Remark(
            french: "aucune commande, aucun contrat, aucun bon de livraison nommé",
            english: "no order, contract or delivery note is named"),
          wanted: Remark(
            french: "la référence de ce qui prouvera la créance, gardé au dossier\u{A0}: devis ou "
              + "commande signés, bon de livraison, conditions acceptées",
            english: "the reference of what will prove the claim, kept on file: signed quote or "
              + "order, delivery note, accepted terms"),
          remedy: "Selon votre commande n° [numéro], bon de livraison n° [numéro]"))
    ])
  }

  /// INV-19: the number and the day of the invoice that is corrected.
  func originalInvoice() -> Verdict {
    guard draft.isCredit || draft.type == "384" else { return .sound }
    var missing: [Remark] = []
    // A rebate on a period's invoices names the period (UNTDID 1001 code 381 with BG-14).
    let isOfPeriod = mentions.period != nil
    let texts = texts.filter { $0.says("factur") }
    if draft.preceding.isEmpty, !isOfPeriod, !texts.contains(where: \.namesNumber) {
      missing.append(.init(french: "son numéro", english: "its number"))
    }
    let hasDay = mentions.precedingDays.contains { $0 != nil }
    if !hasDay, !isOfPeriod, !texts.contains(where: \.namesDay) {
      missing.append(.init(french: "sa date", english: "its day"))
    }
    guard !missing.isEmpty else { return .sound }
    let found = Remark.missing(missing)
    return .faulty([
      Finding(
        .corrected, absence,
        .init(
          found: nothing(found.french, found.english),
          wanted: Remark(
            french: "le numéro et la date de la facture d’origine",
            english: "the number and the day of the original invoice"),
          remedy: "Avoir sur la facture n° \(draft.preceding.first ?? "[numéro]") du [date]"))
    ])
  }
}

extension MentionText {
  /// A word with at least three digits that is not a day: the number of a document.
  fileprivate var namesNumber: Bool {
    bytes.split { $0 == 32 || $0 == 10 }.contains { word in
      word.count { $0.isDigit } >= 3 && !word.contains(47)
    }
  }

  /// `12/03/2026`, `12.03.2026` or `2026-03-12`.
  fileprivate var namesDay: Bool {
    bytes.split { !$0.isDigit && !"/.-".utf8.contains($0) }.contains { word in
      let parts = word.split { !$0.isDigit }
      return parts.count == 3 && parts.map(\.count).sorted() == [2, 2, 4]
    }
  }
}
