import Foundation
import Intake
import Testing

/// Real files that nobody on this project wrote, against figures that independent tools read.
@Suite struct SamplesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let file: String
    let expect: String
    let figures: String
    var testDescription: String { file }
  }

  static let rows: [Row] = {
    guard let folder = XMLFixtures.samples,
      let text = try? String(contentsOf: folder.appending(path: "expected.jsonl"), encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").compactMap { line in
      guard let object = SamplesTests.object(String(line)), let file = object["file"] as? String,
        let expect = object["expect"] as? String, isOurs(file)
      else { return nil }
      let figures = object["figures"].flatMap { try? JSONSerialization.data(withJSONObject: $0) }
      return Row(
        file: file, expect: expect,
        figures: figures.map { String(decoding: $0, as: UTF8.self) } ?? "{}")
    }
  }()

  private static func isOurs(_ file: String) -> Bool {
    [
      "facturx/", "cii/", "ubl/", "cdar/", "camt/", "mt940/", "ofx/", "cfonb/", "hostile/",
      "qif-csv/",
      "fec/",
    ].contains { file.hasPrefix($0) }
  }

  private static func object(_ text: String) -> [String: Any]? {
    try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  }

  @Test(arguments: rows) func sample(_ row: Row) throws {
    let folder = try #require(XMLFixtures.samples)
    let file = try SourceFile(path: folder.appending(path: row.file).path)
    let inspection = inspect(file, pdf: .inProcess)
    let found = try #require(SamplesTests.object(inspection.json), "\(inspection.json)")
    switch row.expect {
    case "reject":
      #expect(inspection.isRefused)
      #expect((found["error"] as? String)?.hasPrefix(file.name) == true)
    case "figures":
      let wanted = try #require(SamplesTests.object(row.figures))
      #expect(!inspection.isRefused, "\(inspection.json)")
      if wanted["syntax"] as? String == "FEC" {
        compare(found, wanted, keys: SamplesTests.booksKeys)
      } else if let documents = wanted["documents"] as? [[String: Any]] {
        let read = try #require(found["documents"] as? [[String: Any]])
        #expect(read.count == documents.count)
        compare(found, wanted, keys: ["syntax", "type"])
        for (one, other) in zip(read, documents) {
          compare(one, other, keys: SamplesTests.statusKeys)
        }
      } else if wanted["statements"] == nil {
        compare(found, wanted, keys: SamplesTests.invoiceKeys)
      } else {
        compareStatements(found, wanted)
      }
    case "either":
      if !inspection.isRefused { compareStatements(found, SamplesTests.object(row.figures)) }
    default: break
    }
  }

  private static let statementKeys = [
    "account", "currency", "opening", "closing", "entries", "credits", "debits",
  ]
  private static let statusKeys = [
    "invoice", "invoice_date", "type", "status", "label", "reasons", "amounts",
  ]
  private static let invoiceKeys = [
    "number", "type", "issue", "due", "currency", "net", "tax", "gross", "prepaid", "payable",
    "lines", "seller", "buyer", "seller_id", "buyer_id", "payment_ref",
  ]

  private static let booksKeys = [
    "syntax", "rows", "entries", "debit", "credit", "rows_411", "debit_411", "credit_411",
    "auxiliaries_411", "lettered_411",
  ]

  private func compareStatements(_ found: [String: Any], _ wanted: [String: Any]?) {
    let statements = wanted?["statements"] as? [[String: Any]] ?? []
    let read = found["statements"] as? [[String: Any]] ?? []
    #expect(read.count == statements.count)
    for (one, other) in zip(read, statements) {
      compare(one, other, keys: SamplesTests.statementKeys)
    }
  }

  private func compare(_ found: [String: Any], _ wanted: [String: Any], keys: [String]) {
    for key in keys {
      let one = found[key].map { "\($0)" } ?? "<null>"
      let other = wanted[key].map { "\($0)" } ?? "<null>"
      #expect(one == other, "\(key)")
    }
  }

  @Test func everyFolderWasFound() {
    guard XMLFixtures.samples != nil else { return }
    #expect(SamplesTests.rows.count >= 109)
  }
}
