import Ledger
import Quantities

extension CrossIndustryInvoice {
  /// The parts of the document that hold its mentions.
  struct Parts {
    let root: XMLNode
    let agreement: XMLNode?
    let delivery: XMLNode?
    let settlement: XMLNode?
  }

  static func mentions(_ parts: Parts) -> Mentions {
    var mentions = Mentions()
    let context =
      parts.root.first("ExchangedDocumentContext")
      ?? parts.root.first("SpecifiedExchangedDocumentContext")
    mentions.process = DocumentReading.text(
      context?.first("BusinessProcessSpecifiedDocumentContextParameter", "ID"))
    mentions.scope = .named(
      DocumentReading.text(context?.first("GuidelineSpecifiedDocumentContextParameter", "ID")))
    let document =
      parts.root.first("ExchangedDocument") ?? parts.root.first("HeaderExchangedDocument")
    mentions.notes = (document?.all("IncludedNote") ?? []).map {
      InvoiceNote(
        subject: DocumentReading.text($0.first("SubjectCode")),
        text: DocumentReading.text($0.first("Content")))
    }
    mentions.sellerLegal = DocumentReading.text(
      parts.agreement?.first("SellerTradeParty", "Description"))
    mentions.lines = parts.root.tree.lines
    if let place = parts.delivery?.first("ShipToTradeParty") {
      mentions.deliveredTo = recipient(place)
    }
    mentions.references = references(parts)
    settle(parts.settlement, into: &mentions)
    return mentions
  }

  private static func settle(_ settlement: XMLNode?, into mentions: inout Mentions) {
    guard let settlement else { return }
    let period = settlement.first("BillingSpecifiedPeriod")
    mentions.period = DocumentReading.period(
      period?.first("StartDateTime"), period?.first("EndDateTime"))
    mentions.paymentMeans = settlement.all("SpecifiedTradeSettlementPaymentMeans").compactMap {
      $0.first("TypeCode")?.text
    }
    for terms in settlement.all("SpecifiedTradePaymentTerms") {
      if let words = terms.first("Description")?.text, !words.isEmpty {
        mentions.terms.append(words)
      }
      if terms.first("ApplicableTradePaymentDiscountTerms") != nil {
        mentions.hasDiscountTerms = true
      }
    }
    mentions.taxes = settlement.all("ApplicableTradeTax").map(share)
    for document in settlement.all("InvoiceReferencedDocument") {
      let number = document.first("IssuerAssignedID") ?? document.first("ID")
      guard let number, !number.text.isEmpty else { continue }
      mentions.precedingDays.append(
        DocumentReading.day(
          document.first("FormattedIssueDateTime") ?? document.first("IssueDateTime")))
    }
  }

  private static func share(_ node: XMLNode) -> TaxShare {
    var share = TaxShare()
    share.category = DocumentReading.text(node.first("CategoryCode"))
    share.rate = DocumentReading.rate(
      node.first("RateApplicablePercent") ?? node.first("ApplicablePercent"))
    share.base = DocumentReading.money(node.first("BasisAmount"))
    share.tax = DocumentReading.money(node.first("CalculatedAmount"))
    share.exemption = DocumentReading.text(node.first("ExemptionReason"))
    share.exemptionCode = DocumentReading.text(node.first("ExemptionReasonCode"))
    return share
  }

  private static func recipient(_ node: XMLNode) -> Party {
    let address = node.first("PostalTradeAddress")
    return Party(
      name: DocumentReading.text(node.first("Name")),
      street: DocumentReading.text(address?.first("LineOne")),
      postcode: DocumentReading.text(address?.first("PostcodeCode")),
      city: DocumentReading.text(address?.first("CityName")),
      country: DocumentReading.text(address?.first("CountryID")))
  }

  private static func references(_ parts: Parts) -> ProofReference {
    var references: ProofReference = []
    if parts.agreement?.first("ContractReferencedDocument") != nil {
      references.insert(.contract)
    }
    if parts.agreement?.first("AdditionalReferencedDocument") != nil {
      references.insert(.attachment)
    }
    if parts.delivery?.first("DespatchAdviceReferencedDocument") != nil {
      references.insert(.deliveryNote)
    }
    if parts.delivery?.first("ReceivingAdviceReferencedDocument") != nil {
      references.insert(.receipt)
    }
    return references
  }
}
