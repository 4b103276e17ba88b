import Law
import Testing

/// One row of `docs/law-examples.csv`.
struct ExampleRow: CustomTestStringConvertible {
  let id: String
  let category: String
  let title: String
  let inputs: String
  let result: String

  var testDescription: String { "\(id) \(title)" }

  static let all: [ExampleRow] = CSVFile.rows(of: "docs/law-examples.csv").map {
    ExampleRow(
      id: $0["id"] ?? "", category: $0["category"] ?? "", title: $0["title"] ?? "",
      inputs: $0["inputs"] ?? "", result: $0["rule_result"] ?? "")
  }
}

@Suite("Worked examples of the law sheet")
struct WorkedExamplesOfLaw {
  @Test("the file is there and whole")
  func fileIsRead() { #expect(ExampleRow.all.count == 92) }

  @Test("each row gives its rule_result", arguments: ExampleRow.all)
  func row(_ row: ExampleRow) throws {
    #expect(try answer(category: row.category, title: row.title, inputs: row.inputs) == row.result)
  }
}
