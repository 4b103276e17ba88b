import Ledger

/// One document of an XML file, kept small: names, attributes and texts, no namespaces.
///
/// Elements whose content is never read are only counted.
final class XMLTree {
  struct Node {
    let name: String
    let line: Int
    /// -1 for the root.
    let parent: Int
    var text = ""
    var attributes: [(name: String, value: String)] = []
    var children: [Int] = []
    var counted: [String: Int] = [:]
  }

  fileprivate(set) var nodes: [Node] = []
  /// What each line of an invoice carries, in the order of the file.
  fileprivate(set) var lines: [LineMention] = []

  var root: XMLNode { XMLNode(tree: self, index: 0) }
}

/// An element of a tree.
struct XMLNode {
  let tree: XMLTree
  let index: Int

  private var node: XMLTree.Node { tree.nodes[index] }
  var name: String { node.name }
  /// Without the white space around it.
  var text: String { node.text }
  var line: Int { node.line }
  var place: Place { .element(path, line: line) }

  /// The names that lead to it from the root.
  private var path: String {
    var names: [String] = []
    var place = index
    while place >= 0 {
      names.append(tree.nodes[place].name)
      place = tree.nodes[place].parent
    }
    return names.reversed().joined(separator: "/")
  }

  func attribute(_ name: String) -> String? {
    node.attributes.first { $0.name == name }?.value
  }

  /// The children that bear the name.
  func all(_ name: String) -> [XMLNode] {
    node.children.compactMap { child in
      tree.nodes[child].name == name ? XMLNode(tree: tree, index: child) : nil
    }
  }

  /// The first element met by walking down the names.
  func first(_ names: String...) -> XMLNode? {
    var place = index
    for name in names {
      guard let child = tree.nodes[place].children.first(where: { tree.nodes[$0].name == name })
      else { return nil }
      place = child
    }
    return XMLNode(tree: tree, index: place)
  }

  /// How many of the elements that are only counted bear the name.
  func count(_ name: String) -> Int { node.counted[name] ?? 0 }
}

/// Builds a tree for each wanted element of a document, one after the other.
final class XMLTreeBuilder: XMLReceiver {
  /// What is built and what is left out, by local names.
  struct Scope {
    /// Each of these is a document of its own.
    let documents: Set<String>
    /// They are only counted.
    let skipped: Set<String>
    /// Of those of them that are lines, it is noted what they carry.
    let lines: LineParts
  }

  private let scope: Scope
  private let deliver: (XMLTree) throws -> Void
  private var tree = XMLTree()
  private var open: [Int] = []
  private var text: [[UInt8]] = []
  private var skipDepth = 0
  /// Place of the part of a line that is open, or -1.
  private var part = -1
  /// What the line carries so far; nil outside a line.
  private var line: LineMention?
  private var textCount = 0
  private var names: [UnsafePointer<UInt8>: String] = [:]

  /// An invoice with a hundred thousand header elements, or 16 MB of header text, is no invoice.
  private static let mostNodes = 100_000
  private static let mostText = 16 << 20

  init(_ scope: Scope, deliver: @escaping (XMLTree) throws -> Void) {
    self.scope = scope
    self.deliver = deliver
    super.init(vocabulary: scope.lines.parts.map { "\($0.name)" })
  }

  override func started(_ name: XMLName, _ attributes: XMLAttributes) {
    if skipDepth > 0 {
      skipDepth += 1
      part = -1
      if line != nil, name.code >= 0 { meet(name.code) }
      return
    }
    let local = known(name)
    if open.isEmpty, !scope.documents.contains(local) { return }
    if let parent = open.last, scope.skipped.contains(local) {
      tree.nodes[parent].counted[local, default: 0] += 1
      skipDepth = 1
      line = scope.lines.elements.contains(local) ? [] : nil
      return
    }
    guard tree.nodes.count < XMLTreeBuilder.mostNodes else {
      return excess(french: "trop d’éléments", english: "too many elements")
    }
    let index = tree.nodes.count
    tree.nodes.append(
      XMLTree.Node(
        name: local, line: under.line, parent: open.last ?? -1, attributes: attributes.pairs))
    if let parent = open.last { tree.nodes[parent].children.append(index) }
    open.append(index)
    text.append([])
  }

  override func text(_ bytes: Bytes) {
    if skipDepth > 0 { return note(bytes) }
    guard !open.isEmpty else { return }
    textCount += bytes.count
    guard textCount <= XMLTreeBuilder.mostText else {
      return excess(french: "texte trop long", english: "too much text")
    }
    text[text.count - 1].append(contentsOf: bytes)
  }

  override func ended() {
    if skipDepth > 0 {
      skipDepth -= 1
      part = -1
      if skipDepth == 0, let line { tree.lines.append(line) }
      return
    }
    guard let index = open.popLast(), let bytes = text.popLast() else { return }
    tree.nodes[index].text = bytes.withUnsafeBufferPointer { $0.trimmed.text }
    guard open.isEmpty else { return }
    do {
      try deliver(tree)
    } catch {
      under.stop(error)
    }
    tree = XMLTree()
    textCount = 0
  }

  private func meet(_ place: Int) {
    let met = scope.lines.parts[place]
    if met.depth > 0, met.depth != skipDepth { return }
    if met.holdsText { part = place } else { line?.formUnion(met.mention) }
  }

  /// Text of a line: kept only as the mark that its element has some.
  private func note(_ bytes: Bytes) {
    guard part >= 0, !bytes.trimmed.isEmpty else { return }
    let mention = scope.lines.parts[part].mention
    if mention == .isHeading, bytes.trimmed.equals(LineParts.plainLine) { return }
    line?.formUnion(mention)
  }

  private func known(_ name: XMLName) -> String {
    if let known = names[name.bytes] { return known }
    let text = name.text
    if names.count < 2000 { names[name.bytes] = text }
    return text
  }

  private func excess(french: String, english: String) {
    under.stop(
      Refusal(
        .excessiveXML(Phrase(french: french, english: english)), at: .line(under.line)))
  }
}

extension XMLAttributes {
  fileprivate var pairs: [(name: String, value: String)] {
    guard let base, count > 0 else { return [] }
    return (0..<min(count, 20)).compactMap { place in
      let entry = base + 5 * place
      guard let local = entry[0], let start = entry[3], let end = entry[4] else { return nil }
      return (String(cString: local), Bytes(start: start, count: end - start).text)
    }
  }
}
