/// Small messages of the platforms and notices of the courts, written here.
extension Seeds {
  static let lifecycle = ["207", "208", "212"].map { code in
    #"<?xml version="1.0"?><rsm:CrossDomainAcknowledgementAndResponse"#
      + #" xmlns:ram="urn:un:unece:uncefact:data:standard:Reusable"#
      + #"AggregateBusinessInformationEntity:100" xmlns:rsm="urn:un:unece:uncefact:data:standard:"#
      + #"CrossDomainAcknowledgementAndResponse:100"><rsm:ExchangedDocument><ram:ID>M1</ram:ID>"#
      + "</rsm:ExchangedDocument><rsm:AcknowledgementDocument><ram:TypeCode>23</ram:TypeCode>"
      + "<ram:ReferenceReferencedDocument><ram:IssuerAssignedID>FA-1</ram:IssuerAssignedID>"
      + "<ram:StatusCode>46</ram:StatusCode><ram:TypeCode>380</ram:TypeCode>"
      + "<ram:ProcessConditionCode>\(code)</ram:ProcessConditionCode>"
      + #"<ram:IssuerTradeParty><ram:GlobalID schemeID="0002">552100554</ram:GlobalID>"#
      + "<ram:RoleCode>SE</ram:RoleCode></ram:IssuerTradeParty><ram:SpecifiedDocumentStatus>"
      + "<ram:ReasonCode>QTE_ERR</ram:ReasonCode><ram:Reason>Manque</ram:Reason>"
      + "<ram:SpecifiedDocumentCharacteristic><ram:TypeCode>MAPTTC</ram:TypeCode>"
      + #"<ram:ValueAmount currencyID="EUR">700.00</ram:ValueAmount>"#
      + "</ram:SpecifiedDocumentCharacteristic></ram:SpecifiedDocumentStatus>"
      + "</ram:ReferenceReferencedDocument></rsm:AcknowledgementDocument>"
      + "</rsm:CrossDomainAcknowledgementAndResponse>"
  }

  private static let record =
    #"{"id": "A1", "publicationavis": "A", "parution": "20260180", "numeroannonce": 3235,"#
    + #" "dateparution": "2026-09-20", "typeavis": "annonce", "familleavis": "collective","#
    + #" "tribunal": "Lyon", "commercant": "AUBOIS", "registre": ["552100554"],"#
    + #" "listepersonnes": "{\"personne\": {\"denomination\": \"AUBOIS\"}}","#
    + #" "jugement": "{\"famille\": \"Jugement d'ouverture\", \"nature\": \"Jugement "#
    + #"d'ouverture de liquidation judiciaire\", \"date\": \"2026-09-08\"}"}"#

  static let notices = [
    record, #"{"total_count": 1, "results": [\#(record)]}"#,
    #"{"nhits": 1, "records": [{"recordid": "x", "fields": \#(record)}]}"#,
    "<PCL_REDIFF><parution>20260180</parution><dateParution>20/09/2026</dateParution><annonces>"
      + "<annonce><typeAnnonce><annonce/></typeAnnonce><numeroAnnonce>1</numeroAnnonce>"
      + "<tribunal>LYON</tribunal><personneMorale><denomination>AUBOIS</denomination>"
      + "</personneMorale><numeroImmatriculation><numeroIdentificationRCS>552 100 554"
      + "</numeroIdentificationRCS></numeroImmatriculation><jugement><famille>Jugement "
      + "d'ouverture</famille><nature>Jugement d'ouverture d'une procedure de redressement "
      + "judiciaire</nature><date>8 septembre 2026</date></jugement></annonce></annonces>"
      + "</PCL_REDIFF>",
  ]
}
