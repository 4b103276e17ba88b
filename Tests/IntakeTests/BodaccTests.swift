import Foundation
import Intake
import Ledger
import Quantities
import Testing

/// Notices of the BODACC, from the service's JSON and from the issue's XML.
@Suite struct BodaccTests {
  private func notices(_ text: String) throws -> [NoticeDraft] {
    try XMLFixtures.read(text).reading.drafts.compactMap {
      if case .notice(let draft) = $0 { draft } else { nil }
    }
  }

  /// A record as the service gives it, with JSON texts inside the JSON.
  static let record = #"""
    {"id": "A202601803235", "publicationavis": "A", "parution": "20260180", "numeroannonce": 3235,
     "dateparution": "2026-09-20", "typeavis": "annonce", "familleavis": "collective",
     "tribunal": "Tribunal de Commerce\nde Lyon", "commercant": "AUBOIS SARL",
     "registre": ["552100554", "552 100 554"],
     "listepersonnes": "{\"personne\": {\"typePersonne\": \"pm\", \"numeroImmatriculation\": \#
    {\"numeroIdentification\": \"552 100 554\", \"codeRCS\": \"RCS\"}, \#
    \"denomination\": \"AUBOIS\"}}",
     "jugement": "{\"type\": \"initial\", \"famille\": \"Jugement d'ouverture\", \"nature\": \#
    \"Jugement d'ouverture de liquidation judiciaire\", \"date\": \"2026-09-08\", \#
    \"complementJugement\": \"D\u00e9signant liquidateur Me X.\"}"}
    """#

  @Test func aRecordIsReadWhole() throws {
    let outcome = try XMLFixtures.read(#"{"total_count": 1, "results": ["# + Self.record + "]}")
    #expect(outcome.format == .bodaccJSON && outcome.reading.rejections.isEmpty)
    let notice = try #require(
      try notices(#"{"total_count": 1, "results": ["# + Self.record + "]}").first)
    #expect(notice.sirens == ["552100554"] && notice.name == "AUBOIS SARL")
    #expect(notice.judgment == .opening(.liquidation))
    #expect(notice.nature == "Jugement d'ouverture de liquidation judiciaire")
    #expect(notice.judged == Day(2026, 9, 8) && notice.published == Day(2026, 9, 20))
    #expect(
      notice.source.typed
        == "BODACC A n° 20260180, annonce n° 3235, publiée le 20/09/2026 "
        + "(Tribunal de Commerce de Lyon)")
  }

  @Test func everyShapeOfAnExportIsRead() throws {
    let record = Self.record
    let shapes = [
      record, "[" + record + "]", record + "\n" + record, #"{"results": ["# + record + "]}",
      #"{"nhits": 1, "records": [{"recordid": "x", "fields": "# + record + "}]}",
      #"{"records": [{"record": {"id": "1", "fields": "# + record + "}}]}",
    ]
    #expect(try shapes.map { try notices($0).count } == [1, 1, 2, 1, 1, 1])
    for shape in shapes {
      #expect(try notices(shape).allSatisfy { $0.sirens == ["552100554"] })
    }
  }

  @Test func theIssueAndTheNumberAreFoundInTheIdentifier() throws {
    let bare = Self.record.replacing(#""parution": "20260180", "numeroannonce": 3235,"#, with: "")
    #expect(try notices(bare).first?.identity == notices(Self.record).first?.identity)
    let nameless = bare.replacing("A202601803235", with: "")
    let reading = try XMLFixtures.read(nameless).reading
    #expect(reading.drafts.isEmpty && reading.rejections.map(\.field) == ["numeroannonce"])
  }

  @Test func otherFamiliesAreCounted() throws {
    let other = Self.record.replacing("\"collective\"", with: "\"vente\"")
    let reading = try XMLFixtures.read("[\(other), \(other), \(Self.record)]").reading
    #expect(reading.drafts.count == 1)
    #expect(reading.notes.map(\.text.english).first?.hasSuffix("left aside: 2") == true)
  }

  static let natures: [(String, String, Judgment)] = [
    (
      "Jugement d'ouverture", "Jugement d'ouverture d'une procédure de sauvegarde",
      .opening(.safeguard)
    ),
    (
      "Jugement d'ouverture", "Jugement d'ouverture d'une procédure de redressement judiciaire",
      .opening(.receivership)
    ),
    ("Jugement d'ouverture", "Autre jugement d'ouverture", .opening(.receivership)),
    (
      "Jugement prononçant", "Jugement d'extension de liquidation judiciaire",
      .opening(.liquidation)
    ),
    (
      "Jugement prononçant",
      "Jugement de conversion en liquidation judiciaire de la procédure de sauvegarde",
      .conversion(.liquidation)
    ),
    (
      "Jugement prononçant",
      "Jugement de conversion en redressement judiciaire de la procédure de sauvegarde",
      .conversion(.receivership)
    ),
    (
      "Jugement prononçant",
      "Jugement prononçant la résolution du plan de redressement et la liquidation judiciaire",
      .opening(.liquidation)
    ),
    ("Jugement prononçant", "Jugement prononçant la résolution du plan de redressement", .plan),
    ("Jugement prononçant", "Jugement arrêtant le plan de sauvegarde", .plan),
    ("Jugement de clôture", "Jugement de clôture pour insuffisance d'actif", .closing),
    (
      "Jugement prononçant", "Jugement mettant fin à la procédure de redressement judiciaire",
      .closing
    ),
    (
      "Jugement prononçant", "Rétractation de jugement d'ouverture sur tierce opposition",
      .closing
    ),
    (
      "Avis de dépôt",
      "Liste des créances nées après le jugement d'ouverture d'une procédure de liquidation",
      .other
    ),
    ("Jugement prononçant", "Jugement de faillite personnelle", .other),
    (
      "Jugement prononçant", "Jugement de reprise de la procédure de liquidation judiciaire",
      .conversion(.liquidation)
    ),
    ("Arrêt de la Cour d'Appel", "Autre arrêt de la Cour d'Appel", .other),
  ]

  @Test(arguments: natures)
  func everyNatureHasItsMeaning(_ family: String, _ nature: String, _ judgment: Judgment) throws {
    let record = Self.record.replacing(
      "Jugement d'ouverture de liquidation judiciaire", with: nature
    )
    .replacing(#"\"Jugement d'ouverture\""#, with: #"\"\#(family)\""#)
    .replacing("liquidateur", with: "mandataire")
    #expect(try notices(record).first?.judgment == judgment)
  }

  @Test(arguments: [
    ("2026-09-08", Day(2026, 9, 8)), ("8 septembre 2026", Day(2026, 9, 8)),
    ("1er août 2026", Day(2026, 8, 1)), ("08/09/2026", Day(2026, 9, 8)),
    ("2026/09/08", Day(2026, 9, 8)), ("31 février 2026", nil), ("hier", nil), ("", nil),
  ])
  func daysAsTheyAreWritten(_ text: String, _ day: Day?) throws {
    let record = Self.record.replacing("2026-09-08", with: text)
    #expect(try notices(record).first?.judged == day)
  }

  @Test func aCancelledNoticeOpensNothing() throws {
    let record = Self.record.replacing(
      #""typeavis": "annonce""#, with: #""typeavis": "annulation""#)
    #expect(try notices(record).first?.judgment == .closing)
  }

  static let issue = """
    <?xml version="1.0" encoding="ISO-8859-1"?>
    <PCL_REDIFF><parution>20260180</parution><dateParution>20/09/2026</dateParution><annonces>
    <annonce><typeAnnonce><annonce/></typeAnnonce><nojo>000001</nojo>
    <numeroAnnonce>3235</numeroAnnonce><numeroDepartement>69</numeroDepartement>
    <tribunal>GREFFE DU TRIBUNAL DE COMMERCE DE LYON</tribunal>
    <identifiantClient>X</identifiantClient>
    <personneMorale><denomination>AUBOIS SARL</denomination></personneMorale>
    <numeroImmatriculation><numeroIdentificationRCS>552 100 554</numeroIdentificationRCS>
    <codeRCS>RCS</codeRCS><nomGreffeImmat>Lyon</nomGreffeImmat></numeroImmatriculation>
    <jugement><famille>Jugement d'ouverture</famille>
    <nature>Jugement d'ouverture d'une procedure de redressement judiciaire</nature>
    <date>8 septembre 2026</date></jugement></annonce>
    <annonce><typeAnnonce><annulation/></typeAnnonce><numeroAnnonce>3236</numeroAnnonce>
    <personnePhysique><nom>CARREL</nom><prenom>Jean</prenom></personnePhysique>
    <jugementAnnule><famille>Jugement d'ouverture</famille>
    <nature>Jugement d'ouverture de liquidation judiciaire</nature></jugementAnnule></annonce>
    </annonces></PCL_REDIFF>
    """

  @Test func anIssueIsRead() throws {
    #expect(try XMLFixtures.read(Self.issue).format == .bodaccXML)
    let found = try notices(Self.issue)
    #expect(found.map(\.judgment) == [.opening(.receivership), .closing])
    #expect(found.map(\.sirens) == [["552100554"], []])
    #expect(found.map(\.name) == ["AUBOIS SARL", "CARREL Jean"])
    #expect(found[0].identity == (try notices(Self.record).first?.identity))
    #expect(found[0].judged == Day(2026, 9, 8) && found[0].published == Day(2026, 9, 20))
    #expect(
      XMLFixtures.refusal("<PCL_REDIFF><parution>1</parution></PCL_REDIFF>")
        == .missingElement("annonce"))
  }

  @Test func theSample() throws {
    guard let folder = XMLFixtures.samples else { return }
    let file = folder.appending(path: "bodacc/annonces-commerciales.json")
    let found = try notices(String(contentsOf: file, encoding: .utf8))
    #expect(found.map(\.sirens) == [["911093649"], ["383755949"]])
    #expect(found.map(\.judgment) == [.opening(.liquidation), .conversion(.receivership)])
    #expect(found.map(\.judged) == [nil, Day(2025, 4, 16)])
    #expect(found.map(\.number) == ["3235", "5044"])
  }
}
