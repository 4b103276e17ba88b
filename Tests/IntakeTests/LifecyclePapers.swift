/// A lifecycle message as a platform sends it, with the values of a test.
struct LifecyclePaper {
  var number = "FA-1"
  var type = "380"
  var issue = "20261001"
  var code = "207"
  var moment = "20261112093000"
  var details = ""

  var document: String {
    """
    <ram:ReferenceReferencedDocument>
    <ram:IssuerAssignedID>\(number)</ram:IssuerAssignedID><ram:StatusCode>46</ram:StatusCode>
    <ram:TypeCode>\(type)</ram:TypeCode>
    <ram:FormattedIssueDateTime><qdt:DateTimeString format="102">\(issue)</qdt:DateTimeString>
    </ram:FormattedIssueDateTime>
    <ram:ProcessConditionCode>\(code)</ram:ProcessConditionCode>
    <ram:ProcessCondition>Statut</ram:ProcessCondition>
    <ram:IssuerTradeParty><ram:GlobalID schemeID="0002">552100554</ram:GlobalID>
    <ram:RoleCode>SE</ram:RoleCode></ram:IssuerTradeParty>
    \(details)
    </ram:ReferenceReferencedDocument>
    """
  }

  var message: String { LifecyclePaper.message([self]) }

  static func message(_ papers: [LifecyclePaper], acknowledged: Bool = true) -> String {
    let moment = papers.first?.moment ?? ""
    let issue = """
      <ram:IssueDateTime><udt:DateTimeString format="204">\(moment)</udt:DateTimeString>
      </ram:IssueDateTime>
      """
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <rsm:CrossDomainAcknowledgementAndResponse
        xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"
        xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"
        xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregate\
      BusinessInformationEntity:100"
        xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100">
      <rsm:ExchangedDocument><ram:ID>M1</ram:ID>
      <ram:IssueDateTime><udt:DateTimeString format="102">20261113</udt:DateTimeString>
      </ram:IssueDateTime>
      <ram:IssuerTradeParty><ram:GlobalID schemeID="0009">84469647600012</ram:GlobalID>
      <ram:RoleCode>BY</ram:RoleCode></ram:IssuerTradeParty></rsm:ExchangedDocument>
      <rsm:AcknowledgementDocument>
      <ram:MultipleReferencesIndicator><udt:Indicator>false</udt:Indicator>
      </ram:MultipleReferencesIndicator><ram:TypeCode>23</ram:TypeCode>
      \(acknowledged ? issue : "")
      \(papers.map(\.document).joined())
      </rsm:AcknowledgementDocument></rsm:CrossDomainAcknowledgementAndResponse>
      """
  }

  static let reasons = """
    <ram:SpecifiedDocumentStatus><ram:ReasonCode>QTE_ERR</ram:ReasonCode>
    <ram:Reason>Il manque une palette</ram:Reason>
    <ram:SpecifiedDocumentCharacteristic><ram:TypeCode>MAPTTC</ram:TypeCode>
    <ram:ValueAmount currencyID="EUR">700.00</ram:ValueAmount>
    </ram:SpecifiedDocumentCharacteristic></ram:SpecifiedDocumentStatus>
    <ram:SpecifiedDocumentStatus><ram:ReasonCode>PU_ERR</ram:ReasonCode>
    </ram:SpecifiedDocumentStatus>
    """
}
