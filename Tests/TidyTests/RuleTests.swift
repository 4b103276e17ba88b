import Foundation
import Testing

/// Every rule of law says where it comes from, and the law sheet has it.
@Suite struct RuleTests {
  private static let sheet = LawSheet(Tree.text(of: "docs/law.md"))

  @Test func everyRuleHasItsCitation() {
    let rules = Tree.sources.flatMap(rules)
    #expect(rules.count >= 20)
    for rule in rules where rule.citation == nil {
      Issue.record("\(rule.place): \(rule.name) has no citation")
    }
  }

  @Test func everySheetNumberIsInTheLawSheet() {
    #expect(RuleTests.sheet.numbers.count > 100)
    var checked = 0
    for (place, sheet) in Tree.sources.flatMap(sheets) {
      checked += 1
      for number in LawSheet.numbers(in: sheet) where !RuleTests.sheet.has(number) {
        Issue.record("\(place): \(number) is not in docs/law.md")
      }
      #expect(!LawSheet.numbers(in: sheet).isEmpty, "\(place): “\(sheet)” has no rule number")
    }
    #expect(checked >= 30)
  }

  @Test func everyRuleOfTheSheetTableExists() {
    let names = Set(Tree.sources.flatMap(rules).map(\.name))
    for name in names {
      #expect(Tree.text(of: "docs/law.md").contains("`\(name)`"), "\(name) is not in docs/law.md")
    }
  }

  @Test func wrongRulesAreFound() {
    let file = TreeFile(
      path: "Sources/Law/Wrong.swift",
      text: """
        public struct Bare: Hashable, Rule {
          let days: Int
        }
        enum Cited: Rule {
          static let citation = Citation("Code", "L1", sheet: "R99.1, R2.3 to R2.5")
        }
        """)
    #expect(rules(in: file).map(\.name) == ["Bare", "Cited"])
    #expect(rules(in: file).map { $0.citation != nil } == [false, true])
    let sheet = LawSheet("## 1. A\n### 1.2 B\n- R2.3 One\n| R2.4 | two |\n see R2.5")
    #expect(LawSheet.numbers(in: "R99.1, R2.3 to R2.5, 1.2") == ["R99.1", "R2.3", "R2.5", "1.2"])
    #expect(["R99.1", "R2.3", "R2.5", "1.2"].map(sheet.has) == [false, true, false, true])
  }
}

/// The numbers that the law sheet defines: `- R2.3 …` and the titles of its sections.
private struct LawSheet {
  let numbers: Set<String>

  init(_ text: String) {
    let found = text.split(separator: "\n").compactMap { line -> String? in
      line.firstMatch(of: /^\s*(?:-|\||#+) +\**(R?\d+\.\d+)\b/).map { String($0.1) }
    }
    numbers = Set(found)
  }

  func has(_ number: String) -> Bool { numbers.contains(number) }

  static func numbers(in text: String) -> [String] {
    text.matches(of: /R?\d+\.\d+/).map { String($0.0) }
  }
}

private struct RuleType {
  let name: String
  let place: String
  let citation: String?
}

private func rules(in file: TreeFile) -> [RuleType] {
  file.codeLines(with: "Rule").compactMap { index, line in
    guard let match = line.firstMatch(of: /\b(?:struct|enum|class)\s+(\w+)[^:]*:([^{]*)/),
      match.2.holdsAlone("Rule")
    else { return nil }
    let end = closingLine(of: index, in: file.code)
    let citation = file.lines[index...end].first { $0.contains("static let citation = Citation(") }
    let place = "\(file.path):\(index + 1)"
    return RuleType(name: String(match.1), place: place, citation: citation.map(String.init))
  }
}

/// Every `sheet: "…"` of a file.
private func sheets(in file: TreeFile) -> [(place: String, sheet: String)] {
  file.lines.enumerated().flatMap { index, line -> [(String, String)] in
    guard line.holds("sheet: \"") else { return [] }
    return line.matches(of: /sheet: "([^"]*)"/).map { ("\(file.path):\(index + 1)", String($0.1)) }
  }
}

/// The line where the first brace opened at or after `index` is closed again.
func closingLine(of index: Int, in code: [Substring]) -> Int {
  var depth = 0
  var isOpen = false
  for place in index..<code.count {
    for byte in code[place].utf8 {
      if byte == UInt8(ascii: "{") {
        depth += 1
        isOpen = true
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
        if isOpen, depth == 0 { return place }
      }
    }
  }
  return code.count - 1
}
