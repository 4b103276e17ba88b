import Glibc
import Ledger

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

  /// A name as the scope sees it.
  private struct Known {
    let place: Int32
    let isDocument: Bool
    let isSkipped: Bool
    let isLine: Bool

    static let unmet = Known(place: -1, isDocument: false, isSkipped: false, isLine: false)
  }

  private let scope: Scope
  private let deliver: (XMLTree) throws -> Void
  private let elementNames = XMLNames()
  private var tree: XMLTree
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

  init(_ scope: Scope, deliver: @escaping (XMLTree) throws -> Void) {
    self.scope = scope
    self.deliver = deliver
    tree = XMLTree(elementNames)
    super.init(vocabulary: scope.lines.parts.map { "\($0.name)" })
  }

  override func started(_ name: XMLName, _ attributes: XMLAttributes) {
    if skipDepth > 0 {
      skipDepth += 1
      part = -1
      if line != nil, name.code >= 0 { meet(name.code) }
      return
    }
    let known = known(name)
    if open.isEmpty, !known.isDocument { return }
    if let parent = open.last, known.isSkipped {
      tree.counted[.init(parent: parent.index, name: known.place), default: 0] += 1
      skipDepth = 1
      line = known.isLine ? [] : nil
      return
    }
    guard tree.nodes.count < XMLTreeBuilder.mostNodes else {
      return excess(french: "trop d’éléments", english: "too many elements")
    }
    open.append((add(known.place, attributes), text.count))
  }

  /// Puts an element into the tree, as the last child of the one that is open.
  private func add(_ name: Int32, _ attributes: XMLAttributes) -> Int {
    let index = tree.nodes.count
    let parent = open.last?.index ?? -1
    var node = XMLTree.Node(name: name, line: Int32(clamping: under.line), parent: Int32(parent))
    if attributes.count > 0 {
      let first = tree.attributes.count
      tree.attributes += attributes.pairs
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

  override func text(_ bytes: Bytes) {
    if skipDepth > 0 { return note(bytes) }
    guard !open.isEmpty else { return }
    textCount += bytes.count
    guard textCount <= XMLTreeBuilder.mostText else {
      return excess(french: "texte trop long", english: "too much text")
    }
    text.append(contentsOf: bytes)
  }

  override func ended() {
    if skipDepth > 0 {
      skipDepth -= 1
      part = -1
      if skipDepth == 0, let line { tree.lines.append(line) }
      return
    }
    guard let last = open.popLast() else { return }
    // What the parent said before this element stays; it goes on after it.
    let first = tree.bytes.count
    text.withUnsafeBufferPointer {
      tree.bytes.append(contentsOf: Bytes(rebasing: $0[last.text...]).trimmed)
    }
    tree.nodes[last.index].text = first..<tree.bytes.count
    text.removeLast(text.count - last.text)
    guard open.isEmpty else { return }
    do {
      try deliver(tree)
    } catch {
      under.stop(error)
    }
    tree = XMLTree(elementNames)
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

  private func known(_ name: XMLName) -> Known {
    // Names met outside the documents have no entry yet, nor have those past some hundreds.
    if name.serial >= 0, name.serial < known.count, known[name.serial].place >= 0 {
      return known[name.serial]
    }
    let bytes = Bytes(start: name.bytes, count: strlen(name.bytes))
    func isOne(of names: Set<String>) -> Bool {
      names.contains { name in name.asName { $0.elementsEqual(bytes) } }
    }
    let new = Known(
      place: elementNames.add(bytes), isDocument: isOne(of: scope.documents),
      isSkipped: isOne(of: scope.skipped), isLine: isOne(of: scope.lines.elements))
    if name.serial >= 0 {
      while known.count <= name.serial { known.append(.unmet) }
      known[name.serial] = new
    }
    return new
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
