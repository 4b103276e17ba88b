import Foundation
import Testing

/// Sizes, names and documentation as the house has them.
@Suite struct ShapeTests {
  @Test func filesStopAt300Lines() {
    for file in Tree.sources + Tree.tests where file.lineCount > 300 {
      Issue.record("\(file.path): \(file.lineCount) lines")
    }
  }

  @Test func linesStopAt100Characters() {
    for finding in (Tree.sources + Tree.tests).flatMap(longLines) { Issue.record("\(finding)") }
  }

  @Test func functionsStopAt40Lines() {
    for finding in Tree.sources.flatMap(longFunctions) { Issue.record("\(finding)") }
  }

  @Test func namesAreWordsOfTheTrade() {
    for finding in (Tree.sources + Tree.tests).flatMap(wrongNames) { Issue.record("\(finding)") }
  }

  @Test func publicNamesOfCoreAreDocumented() {
    let core = Tree.sources.filter { Floors.core.contains($0.room) }
    for finding in core.flatMap(undocumented) { Issue.record("\(finding)") }
  }

  @Test func entriesAreNeverEdited() {
    var files = Tree.sources
    files += Tree.paths(in: "Sources/CMigrations/sql")
      .map { TreeFile(path: $0, text: Tree.text(of: $0)) }
    #expect(files.contains { $0.path.hasSuffix(".sql") })
    for finding in files.flatMap(editedEntries) { Issue.record("\(finding)") }
  }

  @Test func nothingNamesAMachine() {
    let paths = ["Sources", "Tests", "docs", "scripts"].flatMap { Tree.paths(in: $0) }
    let root = ["Package.swift", "Makefile", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"]
    for path in paths + root {
      let file = TreeFile(path: path, text: Tree.text(of: path))
      for finding in machinePaths(in: file) { Issue.record("\(finding)") }
    }
  }

  @Test func wrongShapesAreFound() {
    let body = String(repeating: "  let a = \"}\"  // }\n", count: 41)
    let file = TreeFile(
      path: "Sources/Law/PaymentManager.swift",
      text: """
        public struct InvoiceInfo {
          /// Said.
          @inlinable
          public func said() {}
          public func unsaid() {}
          func getTotal() { "UPDATE allocation_entry SET amount = 1" }
          static let folder = "\("/ho" + "me/")someone"
        }
        func long() {
        \(body)}
        \(String(repeating: "é", count: 101))
        """)
    #expect(longLines(in: file).map(\.place) == ["\(file.path):52"])
    #expect(longFunctions(in: file).map(\.place) == ["\(file.path):9"])
    #expect(wrongNames(in: file).map(\.place) == ["1", "1", "6"].map { "\(file.path):\($0)" })
    #expect(undocumented(in: file).map(\.place) == ["1", "5"].map { "\(file.path):\($0)" })
    #expect(editedEntries(in: file).map(\.place) == ["\(file.path):6"])
    #expect(machinePaths(in: file).map(\.place) == ["\(file.path):7"])
  }
}

private func longLines(in file: TreeFile) -> [Finding] {
  file.lines.enumerated().filter { $0.element.utf8.count > 100 && $0.element.count > 100 }
    .map { file.finding($0.offset, "\($0.element.count) characters") }
}

/// Functions whose body, between its braces, is longer than 40 lines.
private func longFunctions(in file: TreeFile) -> [Finding] {
  file.code.indices.compactMap { index in
    guard file.code[index].holds("func ") || file.code[index].holds("init"),
      file.code[index].firstMatch(of: /(^|\s)(func\s+\S+|init[?<(]|deinit\s)/) != nil,
      let opening = openingLine(of: index, in: file.code)
    else { return nil }
    let count = closingLine(of: opening, in: file.code) - opening - 1
    return count > 40 ? file.finding(index, "a function of \(count) lines") : nil
  }
}

/// The line of a function's brace; nil for a requirement without a body.
private func openingLine(of index: Int, in code: [Substring]) -> Int? {
  for place in index..<min(index + 12, code.count) {
    if code[place].contains("{") { return place }
    if place > index, code[place].firstMatch(of: /\b(func|var|let|init)\b|^\s*}/) != nil {
      return nil
    }
  }
  return nil
}

private let emptyWords: Set<String> = [
  "Utils", "Util", "Helper", "Helpers", "Manager", "Service", "Handler", "Processor", "Common",
  "Base", "Impl", "Info",
]

/// Types, files and functions named with words that say nothing.
private func wrongNames(in file: TreeFile) -> [Finding] {
  var findings: [Finding] = []
  for word in words(in: file.name) where emptyWords.contains(word) {
    findings.append(file.finding(0, "a file named with “\(word)”"))
  }
  let type = /\b(?:struct|enum|class|protocol|actor|typealias)\s+(\w+)/
  for (index, line) in file.code.enumerated() where emptyWords.contains(where: line.holds) {
    if let name = line.firstMatch(of: type)?.1 {
      for word in words(in: String(name)) where emptyWords.contains(word) {
        findings.append(file.finding(index, "\(name): a type named with “\(word)”"))
      }
    }
  }
  for (index, line) in file.codeLines(with: "func get")
  where line.firstMatch(of: /\bfunc get[A-Z]/) != nil {
    findings.append(file.finding(index, "a function named get…"))
  }
  return findings
}

/// The words of a name: `PDFService+Text` → `PDF`, `Service`, `Text`.
private func words(in name: String) -> [String] {
  name.matches(of: /[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+/).map { String($0.0) }
}

/// Public types, functions and subscripts without `///`.
private func undocumented(in file: TreeFile) -> [Finding] {
  let kinds: Set<Substring> = [
    "struct", "enum", "class", "protocol", "actor", "func", "subscript",
  ]
  return file.codeLines(with: "public ").compactMap { index, line in
    let words = line.split(maxSplits: 6) { $0 == " " || $0 == "(" }
    guard words.first == "public", let place = words.firstIndex(where: kinds.contains)
    else { return nil }
    let name = words.dropFirst(place + 1).joined(separator: " ")
    // An operator is its own name; what a protocol of the standard library asks for has its words
    // there.
    let isKnown = name.first?.isLetter == false || name.hasPrefix("hash into")
    var above = index - 1
    while above >= 0, file.lines[above].firstMatch(of: /^\s*@/) != nil { above -= 1 }
    let isSaid = above >= 0 && file.lines[above].firstMatch(of: /^\s*\/\/\//) != nil
    return isSaid || isKnown ? nil : file.finding(index, "no /// on \(name)")
  }
}

/// SQL that changes or removes a row of a table of entries.
private func editedEntries(in file: TreeFile) -> [Finding] {
  file.lines.enumerated().filter { _, line in
    line.holds("_entry")
      && line.firstMatch(of: /(UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+\w*_entry\b/) != nil
  }.map { file.finding($0.offset, "an entry is never edited, only answered by another") }
}

/// Folders of one developer's machine.
private func machinePaths(in file: TreeFile) -> [Finding] {
  file.lines.enumerated().filter { _, line in
    ["home", "Users", "root", "work"].contains { line.holds("/\($0)/") }
  }.map { file.finding($0.offset, "a folder of one machine") }
}
