import Ledger
import Quantities
import Store
import Testing

/// What the check found, kept beside the documents.
@Suite struct FindingTests {
  static func finding(_ lint: String, _ level: String = "error") -> StoredFinding {
    var finding = StoredFinding()
    finding.lint = lint
    finding.level = level
    finding.found = "rien sur l’escompte"
    finding.foundInEnglish = "nothing about a discount"
    finding.wanted = "« néant »"
    finding.wantedInEnglish = "“néant”"
    finding.remedy = "Escompte : néant."
    finding.code = "Code de commerce"
    finding.article = "L441-9"
    finding.sheet = lint
    return finding
  }

  @Test func findingsStayWithTheirDocument() throws {
    let folder = try Folder()
    let store = try Store(path: folder.file("livre.encaisse"), creates: true)
    let (first, second, file) = try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      let begun = try pen.beginImport(file: "a.xml", bytes: 1, digest: "a", format: "cii")
      let file = try #require(begun)
      let first = try pen.append(
        .invoice(.plain("F-1", 10_00, on: today)), customer: id, happened: today)
      let second = try pen.append(
        .invoice(.plain("F-2", 10_00, on: today)), customer: id, happened: today)
      try pen.add([FindingTests.finding("INV-08")], to: try #require(second))
      try pen.add(
        [FindingTests.finding("INV-07"), FindingTests.finding("INV-16", "warning")],
        to: try #require(first))
      try pen.endImport(file, accepted: 2, known: 0, rejected: 0)
      return (try #require(first), try #require(second), file)
    }
    try store.read { reader in
      #expect(
        try reader.findings(in: first)
          == [FindingTests.finding("INV-07"), FindingTests.finding("INV-16", "warning")])
      #expect(try reader.findings(in: second).map(\.lint) == ["INV-08"])
      #expect(
        try reader.faultyDocuments(of: file, limit: 100).map(\.number) == ["F-1", "F-2"])
      #expect(try reader.faultyDocuments(of: file, limit: 2).map(\.findings.count) == [2])
      #expect(try reader.faultyCounts(.first, limit: 100) == [file: 2])
      let found = try reader.verify()
      #expect(found.isSound)
    }
  }

  @Test func numbersBeforeANumber() throws {
    let folder = try Folder()
    let store = try Store(path: folder.file("livre.encaisse"), creates: true)
    try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      for number in ["FA-0001", "FA-0002", "FA-0004", "FB-0003", "EZ-0001"] {
        try pen.append(.invoice(.plain(number, 10_00, on: today)), customer: id, happened: today)
      }
    }
    try store.read { reader in
      let found = try reader.references(
        before: "FA-0004", beginning: "FA-", limit: 5, in: .first)
      #expect(found.map(\.number) == ["FA-0002", "FA-0001"])
      var count = 0
      try reader.eachReference(.first) { _, day, gross in
        #expect(day == today && gross == Money(cents: 10_00))
        count += 1
      }
      #expect(count == 5)
    }
  }
}
