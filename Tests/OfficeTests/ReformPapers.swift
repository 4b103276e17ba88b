/// A lifecycle message about one document, as a platform sends it.
struct StatusPaper {
  var number = "FA-2026-0001"
  var type = "380"
  var issue = "20260605"
  var code = "207"
  var moment = "20261112093000"
  var seller = "552100554"
  var details = ""

  init(_ code: Int, on moment: String, number: String = "FA-2026-0001") {
    self.code = String(code)
    self.moment = moment
    self.number = number
  }

  static func reason(_ code: String, _ words: String = "") -> String {
    "<SpecifiedDocumentStatus><ReasonCode>\(code)</ReasonCode><Reason>\(words)</Reason>"
      + "</SpecifiedDocumentStatus>"
  }

  static func amount(_ kind: String, _ amount: String, _ currency: String = "EUR") -> String {
    "<SpecifiedDocumentStatus><SpecifiedDocumentCharacteristic><TypeCode>\(kind)</TypeCode>"
      + "<ValueAmount currencyID=\"\(currency)\">\(amount)</ValueAmount>"
      + "</SpecifiedDocumentCharacteristic></SpecifiedDocumentStatus>"
  }

  var message: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <CrossDomainAcknowledgementAndResponse>
    <ExchangedDocument><ID>M-\(number)-\(code)-\(moment)</ID></ExchangedDocument>
    <AcknowledgementDocument><TypeCode>23</TypeCode>
    <IssueDateTime><DateTimeString format="204">\(moment)</DateTimeString></IssueDateTime>
    <ReferenceReferencedDocument><IssuerAssignedID>\(number)</IssuerAssignedID>
    <TypeCode>\(type)</TypeCode>
    <FormattedIssueDateTime><DateTimeString format="102">\(issue)</DateTimeString>
    </FormattedIssueDateTime>
    <ProcessConditionCode>\(code)</ProcessConditionCode>
    <IssuerTradeParty><GlobalID schemeID="0002">\(seller)</GlobalID></IssuerTradeParty>
    \(details)
    </ReferenceReferencedDocument></AcknowledgementDocument>
    </CrossDomainAcknowledgementAndResponse>
    """
  }
}

/// A notice of the BODACC, as the open data service gives it.
struct NoticePaper {
  var number = 3235
  var siren = "552100554"
  var name = "AUBOIS SARL"
  var published = "2026-09-20"
  var family = "Jugement d'ouverture"
  var nature = "Jugement d'ouverture de liquidation judiciaire"
  var day = "2026-09-08"

  init(_ number: Int = 3235) { self.number = number }

  var record: String {
    let registry = siren.isEmpty ? "[]" : "[\"\(siren)\"]"
    return """
      {"id": "A20260180\(number)", "publicationavis": "A", "familleavis": "collective",
       "dateparution": "\(published)", "registre": \(registry), "commercant": "\(name)",
       "tribunal": "Lyon", "jugement": "{\\"famille\\": \\"\(family)\\", \
      \\"nature\\": \\"\(nature)\\", \\"date\\": \\"\(day)\\"}"}
      """
  }

  static func answer(_ notices: [NoticePaper]) -> String {
    #"{"total_count": 1, "results": ["# + notices.map(\.record).joined(separator: ",\n") + "]}"
  }
}
