import Foundation
import Testing

/// Real files that nobody on this project wrote, beside the checkout.
enum Samples {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let folder: URL? = {
    let folder = root.deletingLastPathComponent().appending(path: "shared/samples")
    if FileManager.default.fileExists(atPath: folder.path) { return folder }
    print("skipped: no shared/samples beside the checkout")
    return nil
  }()

  struct Row: Sendable, CustomTestStringConvertible {
    let file: String
    let expect: String
    let figures: Data
    var testDescription: String { file }
  }

  static let rows: [Row] = {
    guard let list = folder?.appending(path: "expected.jsonl"),
      let text = try? String(contentsOf: list, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let object, let file = object["file"] as? String,
        let expect = object["expect"] as? String, isRead(file),
        let figures = try? JSONSerialization.data(withJSONObject: object["figures"] ?? [:])
      else { return nil }
      return Row(file: file, expect: expect, figures: figures)
    }
  }()

  private static func isRead(_ file: String) -> Bool {
    [
      "facturx/", "cii/", "ubl/", "cdar/", "camt/", "mt940/", "ofx/", "cfonb/", "qif-csv/",
      "hostile/",
      "fec/",
    ].contains { file.hasPrefix($0) }
  }
}

/// `inspect` on every sample, PDF files in the real child process.
@Suite(
  .enabled(if: Encaisse.isHere, "\(Encaisse.missing)"),
  .enabled(if: Samples.folder != nil, "no shared/samples beside the checkout"))
struct InspectTests {
  @Test func everyKindIsThere() {
    #expect(Samples.rows.count >= 109)
  }

  @Test func theNoticesOfTheBodacc() throws {
    let folder = try #require(Samples.folder)
    let file = folder.appending(path: "bodacc/annonces-commerciales.json")
    let answer = try Encaisse.run("inspect", file.path, "--json")
    #expect(answer.code == 0)
    let notices = try #require(try answer.json()["notices"] as? [[String: Any]])
    #expect(notices.map { text($0["sirens"]) }.count == 2)
    #expect(
      notices.map { text($0["judgment"]) } == ["opening liquidation", "conversion receivership"])
    #expect(notices.map { text($0["judged"]) } == ["nothing", "2025-04-16"])
    #expect(notices.map { text($0["published"]) } == ["2026-09-20", "2025-05-23"])
  }

  @Test(arguments: Samples.rows) func inspect(_ row: Samples.Row) throws {
    let folder = try #require(Samples.folder)
    let answer = try Encaisse.run("inspect", folder.appending(path: row.file).path, "--json")
    #expect(answer.complaint.isEmpty)
    #expect(answer.text.split(separator: "\n").count == 1)
    let found = try answer.json()
    switch row.expect {
    case "reject":
      #expect(answer.code == 2)
      #expect(found.keys.sorted() == ["error"])
      let name = try #require(row.file.split(separator: "/").last)
      let words = try #require(found["error"] as? String)
      #expect(words.hasPrefix(name) && words.count > name.count + 20, "\(words)")
    case "figures":
      #expect(answer.code == 0, "\(answer.text)")
      let wanted = try #require(
        JSONSerialization.jsonObject(with: row.figures) as? [String: Any])
      if wanted["syntax"] as? String == "FEC" {
        compare(found, wanted, InspectTests.booksKeys)
      } else if let documents = wanted["documents"] as? [[String: Any]] {
        let read = try #require(found["documents"] as? [[String: Any]])
        #expect(read.count == documents.count)
        compare(found, wanted, ["syntax", "type"])
        for (one, other) in zip(read, documents) { compare(one, other, InspectTests.statusKeys) }
      } else if wanted["statements"] == nil {
        compare(found, wanted, InspectTests.invoiceKeys)
      } else {
        compareStatements(found, wanted)
      }
    case "either":
      #expect(answer.code == 0 || answer.code == 2)
      let wanted = try JSONSerialization.jsonObject(with: row.figures) as? [String: Any]
      if answer.code == 0 { compareStatements(found, wanted ?? [:]) }
    default:
      #expect(answer.code == 0 || answer.code == 2)
      #expect(!found.isEmpty)
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

  private func compareStatements(_ found: [String: Any], _ wanted: [String: Any]) {
    let statements = wanted["statements"] as? [[String: Any]] ?? []
    let read = found["statements"] as? [[String: Any]] ?? []
    #expect(read.count == statements.count)
    for (one, other) in zip(read, statements) { compare(one, other, InspectTests.statementKeys) }
  }

  private func compare(_ found: [String: Any], _ wanted: [String: Any], _ keys: [String]) {
    for key in keys {
      #expect(text(found[key]) == text(wanted[key]), "\(key)")
    }
  }

  private func text(_ value: Any?) -> String {
    guard let value, !(value is NSNull) else { return "nothing" }
    return "\(value)"
  }
}
