import Glibc
import Ledger

/// Builds a tree for each wanted element of a document, one after the other.
final class XMLTreeBuilder: XMLReceiver {
  /// What is built and what is left out, by local names.
  struct Scope {
    /// Of the elements that are lines, it is noted what they carry.
    let lines: LineParts
    /// The parts of a line, then the other names.
    let vocabulary: XMLVocabulary
    /// What the elements of these names are, in the order of the vocabulary.
    fileprivate let roles: [Role]

    /// Each element of `documents` is a document of its own; those that are `skipped` are only
    /// counted.
    init(documents: Set<String>, skipped: Set<String>, lines: LineParts) {
      self.lines = lines
      let parts = lines.parts.map { "\($0.name)" }
      let others = documents.union(skipped).union(lines.elements).subtracting(parts)
      let names = parts + others.sorted()
      vocabulary = XMLVocabulary(names)
      roles = names.map { name in
        Role(
          isDocument: documents.contains(name), isSkipped: skipped.contains(name),
          isLine: lines.elements.contains(name))
      }
    }
  }

  fileprivate struct Role {
    var isDocument = false
    var isSkipped = false
    var isLine = false
  }

  private let deliver: (XMLTree) throws -> Void
  // A value, so that an event looks once whether somebody else is at it, and not at each step.
  private var growth: XMLGrowth

  init(_ scope: Scope, deliver: @escaping (XMLTree) throws -> Void) {
    self.deliver = deliver
    growth = XMLGrowth(scope)
    super.init(vocabulary: scope.vocabulary)
  }

  override func started(_ name: XMLName, _ attributes: XMLAttributes) {
    growth.start(name, attributes, under)
  }

  override func text(_ bytes: Bytes) { growth.take(bytes, under) }

  override func ended() {
    guard growth.end() else { return }
    do {
      try deliver(growth.harvest())
    } catch {
      under.stop(error)
    }
  }
}

/// A tree on its way: the elements that are open, and what came before them.
private struct XMLGrowth {
  /// A name as the scope sees it.
  private struct Known {
    let place: Int32
    let role: XMLTreeBuilder.Role

    static let unmet = Known(place: -1, role: .init())
  }

  private let scope: XMLTreeBuilder.Scope
  private var names = XMLNames()
  private var tree = XMLTree.Content()
  /// The elements that are open, and where the text of each begins in `text`.
  private var open: [(index: Int, text: Int)] = []
  private var text: [UInt8] = []
  private var skipDepth = 0
  /// Place of the part of a line that is open, or -1.
  private var part = -1
  /// What the line carries so far; nil outside a line.
  private var line: LineMention?
  private var textCount = 0
  /// By their place among the names of the document.
  private var known: [Known] = []

  /// An invoice with a hundred thousand header elements, or 16 MB of header text, is no invoice.
  private static let mostNodes = 100_000
  private static let mostText = 16 << 20

  init(_ scope: XMLTreeBuilder.Scope) { self.scope = scope }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, _ parse: XMLParse) {
    if skipDepth > 0 {
      skipDepth += 1
      part = -1
      if line != nil, scope.lines.parts.indices.contains(name.code) { meet(name.code) }
      return
    }
    let known = known(name)
    if open.isEmpty, !known.role.isDocument { return }
    if let parent = open.last, known.role.isSkipped {
      tree.counted[.init(parent: parent.index, name: known.place), default: 0] += 1
      skipDepth = 1
      line = known.role.isLine ? [] : nil
      return
    }
    guard tree.nodes.count < XMLGrowth.mostNodes else {
      return parse.stop(french: "trop d’éléments", english: "too many elements")
    }
    open.append((add(known.place, attributes, at: parse.line), text.count))
  }

  /// Puts an element into the tree, as the last child of the one that is open.
  private mutating func add(_ name: Int32, _ attributes: XMLAttributes, at line: Int) -> Int {
    let index = tree.nodes.count
    let parent = open.last?.index ?? -1
    var node = XMLTree.Node(name: name, line: Int32(clamping: line), parent: Int32(parent))
    if attributes.count > 0 {
      let first = tree.attributes.count
      attributes.add(to: &tree.attributes)
      node.attributes = first..<tree.attributes.count
    }
    tree.nodes.append(node)
    if parent >= 0 {
      let elder = Int(tree.nodes[parent].lastChild)
      if elder >= 0 {
        tree.nodes[elder].next = Int32(index)
      } else {
        tree.nodes[parent].firstChild = Int32(index)
      }
      tree.nodes[parent].lastChild = Int32(index)
    }
    return index
  }

  mutating func take(_ bytes: Bytes, _ parse: XMLParse) {
    if skipDepth > 0 { return note(bytes) }
    guard !open.isEmpty else { return }
    textCount += bytes.count
    guard textCount <= XMLGrowth.mostText else {
      return parse.stop(french: "texte trop long", english: "too much text")
    }
    text.append(contentsOf: bytes)
  }

  /// Closes the element that is open; true when the tree is whole with it.
  mutating func end() -> Bool {
    if skipDepth > 0 {
      skipDepth -= 1
      part = -1
      if skipDepth == 0, let line { tree.lines.append(line) }
      return false
    }
    guard let last = open.popLast() else { return false }
    // What the parent said before this element stays; it goes on after it.
    let first = tree.bytes.count
    text.withUnsafeBufferPointer {
      tree.bytes.append(contentsOf: Bytes(rebasing: $0[last.text...]).trimmed)
    }
    tree.nodes[last.index].text = first..<tree.bytes.count
    text.removeLast(text.count - last.text)
    return open.isEmpty
  }

  /// The tree that is whole; the next one begins.
  mutating func harvest() -> XMLTree {
    defer {
      tree = XMLTree.Content()
      textCount = 0
    }
    return XMLTree(tree, names)
  }

  private mutating func meet(_ place: Int) {
    let met = scope.lines.parts[place]
    if met.depth > 0, met.depth != skipDepth { return }
    if met.holdsText { part = place } else { line?.formUnion(met.mention) }
  }

  /// Text of a line: kept only as the mark that its element has some.
  private mutating func note(_ bytes: Bytes) {
    guard part >= 0, !bytes.trimmed.isEmpty else { return }
    let mention = scope.lines.parts[part].mention
    if mention == .isHeading, bytes.trimmed.equals(LineParts.plainLine) { return }
    line?.formUnion(mention)
  }

  private mutating func known(_ name: XMLName) -> Known {
    // Names met outside the documents have no entry yet, nor have those past some hundreds.
    if name.serial >= 0, name.serial < known.count, known[name.serial].place >= 0 {
      return known[name.serial]
    }
    let new = Known(
      place: names.add(Bytes(start: name.bytes, count: strlen(name.bytes))),
      role: name.code >= 0 ? scope.roles[name.code] : .init())
    if name.serial >= 0 {
      while known.count <= name.serial { known.append(.unmet) }
      known[name.serial] = new
    }
    return new
  }
}

extension XMLParse {
  fileprivate func stop(french: String, english: String) {
    stop(
      Refusal(.excessiveXML(Phrase(french: french, english: english)), at: .line(line)))
  }
}

extension XMLAttributes {
  fileprivate func add(to pairs: inout [(name: String, value: String)]) {
    guard let base else { return }
    for place in 0..<min(count, 20) {
      let entry = base + 5 * place
      guard let local = entry[0], let start = entry[3], let end = entry[4] else { continue }
      pairs.append((String(cString: local), Bytes(start: start, count: end - start).text))
    }
  }
}
