import Glibc
import Ledger

/// One document of an XML file, kept small: names, attributes and texts, no namespaces.
///
/// Elements whose content is never read are only counted.
final class XMLTree {
  struct Node {
    /// Place among the names.
    let name: Int32
    let line: Int32
    /// -1 for the root.
    let parent: Int32
    // The children in the order of the file, each leading to the next; -1 where there is none.
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
    var text = 0..<0
    var attributes = 0..<0
  }

  /// What a tree is made of, while it grows.
  struct Content {
    var nodes: [Node] = []
    /// The texts of all elements, one after the other.
    var bytes: [UInt8] = []
    var attributes: [(name: String, value: String)] = []
    var counted: [Counted: Int] = [:]
    /// What each line of an invoice carries, in the order of the file.
    var lines: [LineMention] = []
  }

  /// An element that is only counted, by its parent and its name.
  struct Counted: Hashable {
    let parent: Int
    let name: Int32
  }

  let names: XMLNames
  let nodes: [Node]
  let bytes: [UInt8]
  let attributes: [(name: String, value: String)]
  let counted: [Counted: Int]
  let lines: [LineMention]

  init(_ content: Content, _ names: XMLNames) {
    self.names = names
    nodes = content.nodes
    bytes = content.bytes
    attributes = content.attributes
    counted = content.counted
    lines = content.lines
  }

  var root: XMLNode { XMLNode(tree: self, index: 0) }

  /// The first child of an element that bears the name, from one of its children on; -1 for none.
  func child(named name: Bytes, from first: Int32) -> Int32 {
    var place = first
    while place >= 0, !names.is(nodes[Int(place)].name, name) { place = nodes[Int(place)].next }
    return place
  }
}

/// The names of the elements met so far, one after the other: no text is made of them.
struct XMLNames {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  mutating func add(_ name: Bytes) -> Int32 {
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
    return Int32(ends.count - 2)
  }

  private func range(_ place: Int32) -> Range<Int> { ends[Int(place)]..<ends[Int(place) + 1] }

  func text(_ place: Int32) -> String { String(decoding: bytes[range(place)], as: UTF8.self) }

  func `is`(_ place: Int32, _ name: Bytes) -> Bool {
    let range = range(place)
    guard range.count == name.count else { return false }
    return bytes.withUnsafeBufferPointer { known in
      memcmp(known.baseAddress! + range.lowerBound, name.baseAddress!, range.count) == 0
    }
  }
}

extension String {
  /// Hands the bytes of a name over as they stand.
  func asName<Result>(_ body: (Bytes) -> Result) -> Result {
    var name = self
    return name.withUTF8(body)
  }
}

/// An element of a tree.
struct XMLNode {
  let tree: XMLTree
  let index: Int

  var name: String { tree.names.text(tree.nodes[index].name) }
  /// Without the white space around it.
  var text: String { String(decoding: tree.bytes[tree.nodes[index].text], as: UTF8.self) }
  var line: Int { Int(tree.nodes[index].line) }
  var place: Place { .element(path, line: line) }

  /// The names that lead to it from the root.
  private var path: String {
    var names: [String] = []
    var place = index
    while place >= 0 {
      names.append(XMLNode(tree: tree, index: place).name)
      place = Int(tree.nodes[place].parent)
    }
    return names.reversed().joined(separator: "/")
  }

  func attribute(_ name: String) -> String? {
    tree.attributes[tree.nodes[index].attributes].first { $0.name == name }?.value
  }

  /// The children that bear the name.
  func all(_ name: String) -> [XMLNode] {
    name.asName { name in
      var found: [XMLNode] = []
      var place = tree.child(named: name, from: tree.nodes[index].firstChild)
      while place >= 0 {
        found.append(XMLNode(tree: tree, index: Int(place)))
        place = tree.child(named: name, from: tree.nodes[Int(place)].next)
      }
      return found
    }
  }

  /// The first child that bears the name.
  func first(_ name: String) -> XMLNode? {
    let place = name.asName { tree.child(named: $0, from: tree.nodes[index].firstChild) }
    return place < 0 ? nil : XMLNode(tree: tree, index: Int(place))
  }

  /// The first element met by walking down the names.
  func first(_ names: String...) -> XMLNode? {
    var node = self
    for name in names {
      guard let child = node.first(name) else { return nil }
      node = child
    }
    return node
  }

  /// How many of the elements that are only counted bear the name.
  func count(_ name: String) -> Int {
    tree.counted.first { place, _ in
      place.parent == index && name.asName { tree.names.is(place.name, $0) }
    }?.value ?? 0
  }
}
