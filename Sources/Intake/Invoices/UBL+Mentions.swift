import Ledger
import Quantities

extension UBL {
  static func mentions(_ root: XMLNode) -> Mentions {
    var mentions = Mentions()
    mentions.process = DocumentReading.text(root.first("ProfileID"))
    mentions.scope = .named(DocumentReading.text(root.first("CustomizationID")))
    mentions.notes = root.all("Note").map { InvoiceNote(marked: $0.text) }
    mentions.sellerLegal = DocumentReading.text(
      root.first("AccountingSupplierParty", "Party", "PartyLegalEntity", "CompanyLegalForm"))
    mentions.lines = root.tree.lines
    mentions.period = DocumentReading.period(
      root.first("InvoicePeriod", "StartDate"), root.first("InvoicePeriod", "EndDate"))
    if let delivery = root.first("Delivery") { mentions.deliveredTo = recipient(delivery) }
    mentions.paymentMeans = root.all("PaymentMeans").compactMap {
      $0.first("PaymentMeansCode")?.text
    }
    for terms in root.all("PaymentTerms") {
      mentions.terms += terms.all("Note").map(\.text).filter { !$0.isEmpty }
      if terms.first("SettlementDiscountPercent") != nil { mentions.hasDiscountTerms = true }
    }
    mentions.taxes = root.all("TaxTotal").flatMap { $0.all("TaxSubtotal") }.map(share)
    mentions.references = references(root)
    for reference in root.all("BillingReference") {
      let document =
        reference.first("InvoiceDocumentReference")
        ?? reference.first("CreditNoteDocumentReference")
      guard let number = document?.first("ID"), !number.text.isEmpty else { continue }
      mentions.precedingDays.append(DocumentReading.day(document?.first("IssueDate")))
    }
    return mentions
  }

  private static func share(_ node: XMLNode) -> TaxShare {
    var share = TaxShare()
    let category = node.first("TaxCategory")
    share.category = DocumentReading.text(category?.first("ID"))
    share.rate = DocumentReading.rate(category?.first("Percent"))
    share.base = DocumentReading.money(node.first("TaxableAmount"))
    share.tax = DocumentReading.money(node.first("TaxAmount"))
    share.exemption = DocumentReading.text(category?.first("TaxExemptionReason"))
    share.exemptionCode = DocumentReading.text(category?.first("TaxExemptionReasonCode"))
    return share
  }

  /// Nil when the delivery has a day and no place.
  private static func recipient(_ delivery: XMLNode) -> Party? {
    guard let address = delivery.first("DeliveryLocation", "Address") else { return nil }
    return Party(
      name: DocumentReading.text(delivery.first("DeliveryParty", "PartyName", "Name")),
      street: DocumentReading.text(address.first("StreetName")),
      postcode: DocumentReading.text(address.first("PostalZone")),
      city: DocumentReading.text(address.first("CityName")),
      country: DocumentReading.text(address.first("Country", "IdentificationCode")))
  }

  private static func references(_ root: XMLNode) -> ProofReference {
    var references: ProofReference = []
    if root.first("ContractDocumentReference") != nil { references.insert(.contract) }
    if root.first("DespatchDocumentReference") != nil { references.insert(.deliveryNote) }
    if root.first("ReceiptDocumentReference") != nil { references.insert(.receipt) }
    if root.first("AdditionalDocumentReference") != nil { references.insert(.attachment) }
    return references
  }
}

extension InvoiceNote {
  /// UBL has no element for the subject: `#PMT#Indemnité forfaitaire…`, or the code at the end.
  init(marked text: String) {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    if parts.count >= 3, parts[0].isEmpty, parts[1].utf8.count == 3 {
      self.init(subject: String(parts[1]), text: parts[2...].joined(separator: "#"))
    } else if let last = parts.last, parts.count >= 2, last.utf8.count == 3 {
      self.init(subject: String(last), text: parts.dropLast().joined(separator: "#"))
    } else {
      self.init(subject: "", text: text)
    }
  }
}
