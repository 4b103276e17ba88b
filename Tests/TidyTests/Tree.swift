import Foundation
import Glibc

/// A file of the project, as the tidy tests see it.
struct TreeFile: Sendable {
  /// From the root, such as `Sources/Law/Citation.swift`.
  let path: String
  let lines: [Substring]
  /// The same lines with comments and the insides of strings blanked.
  let code: [Substring]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    code = blanked(text).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The folder in `Sources`.
  var room: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : ""
  }

  /// The last part of the path, without `.swift`.
  var name: String {
    String(path.split(separator: "/").last ?? "").replacing(".swift", with: "")
  }

  /// The lines whose code holds a word, with their indices: a fast look before any pattern.
  func codeLines(with word: String) -> [(index: Int, line: Substring)] {
    code.indices.lazy.filter { code[$0].holds(word) }.map { ($0, code[$0]) }
  }

  var lineCount: Int { lines.last == "" ? lines.count - 1 : lines.count }

  func finding(_ index: Int, _ words: String) -> Finding {
    Finding(place: "\(path):\(index + 1)", words: words)
  }
}

extension Substring {
  /// Whether these bytes stand in the text; a byte search, for a hundred thousand lines.
  func holds(_ word: String) -> Bool {
    var text = self
    var word = word
    return text.withUTF8 { text in word.withUTF8 { Substring.holds(text, $0) } }
  }

  private static func holds(
    _ text: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let wanted = word.baseAddress, var rest = text.baseAddress else { return false }
    let end = rest + text.count
    while let found = memchr(rest, Int32(wanted.pointee), end - rest) {
      let start = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      if end - start < word.count { return false }
      if memcmp(start, wanted, word.count) == 0 { return true }
      rest = start + 1
    }
    return false
  }

  /// Whether a word stands alone in the text: not as a part of a longer name.
  func holdsAlone(_ word: String) -> Bool {
    guard holds(word) else { return false }
    return ranges(of: word).contains { range in
      let isInName: (Character) -> Bool = { $0.isLetter || $0.isNumber || $0 == "_" }
      let isFree =
        range.lowerBound == startIndex || !isInName(self[index(before: range.lowerBound)])
      let isWhole = range.upperBound == endIndex || !isInName(self[range.upperBound])
      return isFree && (isWhole || !isInName(word.last!))
    }
  }
}

/// One thing that is not as it should be, with its place.
struct Finding: Hashable, CustomStringConvertible {
  let place: String
  let words: String

  var description: String { "\(place): \(words)" }
}

/// The checkout that holds this test.
enum Tree {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let sources = swiftFiles(in: "Sources")
  static let tests = swiftFiles(in: "Tests")
  static let floorPlan = FloorPlan(text(of: "Package.swift"))

  static func text(of path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  static func swiftFiles(in folder: String) -> [TreeFile] {
    paths(in: folder).filter { $0.hasSuffix(".swift") }
      .map { TreeFile(path: $0, text: text(of: $0)) }
  }

  /// Files below a folder of the root, hidden ones left out, sorted.
  static func paths(in folder: String) -> [String] {
    let start = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: start.path)?.allObjects as? [String] ?? []
    return found.filter { !$0.hasPrefix(".") && !$0.contains("/.") }
      .map { folder + "/" + $0 }
      .filter {
        var isFolder: ObjCBool = false
        let there = FileManager.default.fileExists(
          atPath: root.appending(path: $0).path, isDirectory: &isFolder)
        return there && !isFolder.boolValue
      }
      .sorted()
  }
}
