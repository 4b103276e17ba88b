import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// The people to speak to, from the customer file of the accounting program.
@Suite struct PeopleImportTests {
  private static let header =
    "Code client;Raison sociale;E-mail;Contact comptabilité;E-mail comptabilité;"
    + "Téléphone comptabilité;Valideur;E-mail valideur;Décideur;Téléphone décideur\n"

  private func file(_ rows: String...) -> String {
    PeopleImportTests.header + rows.joined(separator: "\n") + "\n"
  }

  private func people(_ bench: Bench) throws -> [String] {
    let id = try bench.customer("Aubois")
    return try bench.desk.store.read { try $0.people(at: id) }.map {
      [$0.role.rawValue, $0.name, $0.email, $0.phone].joined(separator: "|")
    }
  }

  static let full =
    "C1;Aubois SARL;info@aubois.example;Mme Roy;roy@aubois.example;02 61 91 00 01;"
    + "M. Lenoir;lenoir@aubois.example;Mme Aubois;02 61 91 00 09"

  @Test func eachRoleIsRead() throws {
    let bench = try Bench()
    let report = try bench.take("clients.csv", file(PeopleImportTests.full))
    #expect(report.results == ["taken 1 0 0"])
    #expect(
      try people(bench) == [
        "payables|Mme Roy|roy@aubois.example|02 61 91 00 01",
        "approver|M. Lenoir|lenoir@aubois.example|", "decisionMaker|Mme Aubois||02 61 91 00 09",
      ])
    // Messages go to the person of the role.
    let id = try bench.customer("Aubois")
    let account = try bench.desk.store.read { try $0.accounts(of: id) }[0]
    let recipient = account.addresses.recipient(
      of: account.customer, for: .payables, by: .email, on: bench.today)
    #expect(recipient?.address == "roy@aubois.example")
  }

  /// Each is written to in the language of its country until a person says otherwise.
  @Test func theCountrySaysTheLanguage() throws {
    let bench = try Bench()
    let header = "Code client;Raison sociale;E-mail;Pays\n"
    try bench.take(
      "clients.csv",
      header + "C1;Aubois SARL;;\nC2;Kessler KG;;DE\nC3;Delvaux SA;;BE\nC4;Hudson Inc.;;\n")
    func language(_ name: String) throws -> Customer.Language? {
      let id = try bench.customer(name)
      return try bench.desk.store.read { try $0.customer(id)?.language }
    }
    #expect(try language("Aubois") == .french && language("Kessler") == .english)
    #expect(try language("Delvaux") == .french && language("Hudson") == .french)
    // The country comes later; then a person overrules it, and the file again changes nothing.
    try bench.take("clients2.csv", header + "C4;Hudson Inc.;;US\n")
    #expect(try language("Hudson") == .english)
    try bench.desk.setKind(of: bench.customer("Kessler"), to: .business, writtenIn: .french)
    try bench.take("clients3.csv", header + "C2;Kessler KG (Berlin);;DE\n")
    #expect(try language("Kessler (Berlin)") == .french)
  }

  @Test func theSameFileAgainChangesNothingAndNewsDoes() throws {
    let bench = try Bench()
    try bench.take("clients.csv", file(PeopleImportTests.full))
    let before = try people(bench)
    let again = try bench.take("encore.csv", file(PeopleImportTests.full + " "))
    #expect(again.results == ["taken 0 1 0"], "the book knew it all")
    #expect(try people(bench) == before)
    // Silence takes nothing away; another person takes the role.
    try bench.take("apres.csv", file("C1;Aubois SARL;;Mme Roy;;;M. Petit;petit@aubois.example;;"))
    #expect(
      try people(bench) == before + ["approver|M. Petit|petit@aubois.example|"])
  }

  @Test func whatCannotBeRightIsToldAndTheRestGoesThrough() throws {
    let bench = try Bench()
    let report = try bench.take(
      "clients.csv",
      file(
        "C1;Aubois SARL;;;roy@aubois.example;;M. Lenoir;lenoir;;",
        "C2;Brunel SAS;;;;;;;;"))
    #expect(report.results == ["taken 2 0 2"])
    #expect(try people(bench) == ["approver|M. Lenoir||"])
    let told = try bench.desk.rejections(of: 1)
    #expect(told.map(\.found) == ["roy@aubois.example", "lenoir"])
    #expect(told.map(\.field) == ["E-mail comptabilité", "E-mail valideur"])
    #expect(
      told.map(\.wanted) == [
        "le nom de la personne avec son adresse (comptabilité fournisseurs)", "compta@client.fr",
      ])
  }

  @Test func theyGoWithTheirImport() throws {
    let bench = try Bench()
    try bench.take("factures.csv", Papers.three)
    try bench.take("clients.csv", file(PeopleImportTests.full))
    #expect(try people(bench).count == 3)
    _ = try bench.desk.undoImport(2)
    #expect(try people(bench).isEmpty)
    #expect(try bench.desk.verify().isSound)
  }
}
