import Foundation

/// `docs/openapi.yaml`, read as a tree: the part of YAML that the contract keeps to, which is
/// block maps and lists, lists on one line, and scalars on one line.
indirect enum Contract {
  case scalar(String)
  case list([Contract])
  case map([(String, Contract)])

  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func read() throws -> Contract {
    var lines = try text(of: "docs/openapi.yaml").split(separator: "\n").map { line in
      (indent: line.prefix { $0 == " " }.count, text: String(line.drop { $0 == " " }))
    }[...]
    let tree = block(&lines)
    precondition(lines.isEmpty, "\(lines.first?.text ?? "")")
    return tree
  }

  private typealias Lines = ArraySlice<(indent: Int, text: String)>

  private static func block(_ lines: inout Lines) -> Contract {
    guard let first = lines.first else { return .scalar("") }
    if first.text.hasPrefix("- ") { return items(&lines, at: first.indent) }
    var members: [(String, Contract)] = []
    while let line = lines.first, line.indent == first.indent, !line.text.hasPrefix("- ") {
      lines.removeFirst()
      members.append(member(line.text, &lines, at: line.indent))
    }
    return .map(members)
  }

  private static func member(
    _ text: String, _ lines: inout Lines, at indent: Int
  ) -> (String, Contract) {
    let end = text.range(of: ": ")?.lowerBound ?? text.index(before: text.endIndex)
    let rest = text[end...].dropFirst().drop { $0 == " " }
    let isBlock = rest.isEmpty && (lines.first?.indent ?? 0) > indent
    return (unquoted(text[..<end]), isBlock ? block(&lines) : value(rest))
  }

  private static func items(_ lines: inout Lines, at indent: Int) -> Contract {
    var items: [Contract] = []
    while let line = lines.first, line.indent == indent, line.text.hasPrefix("- ") {
      // What follows the dash stands two columns further in.
      lines[lines.startIndex] = (indent + 2, String(line.text.dropFirst(2)))
      items.append(line.text.contains(":") ? block(&lines) : value(lines.removeFirst().text[...]))
    }
    return .list(items)
  }

  private static func value(_ text: Substring) -> Contract {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return .scalar(unquoted(text)) }
    return .list(
      text.dropFirst().dropLast().split(separator: ",").map { part in
        .scalar(unquoted(part.drop { $0 == " " }))
      })
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 else { return String(text) }
    return String(text.dropFirst().dropLast()).replacing("\\\\", with: "\\")
      .replacing("\\\"", with: "\"")
  }

  subscript(path: String...) -> Contract? {
    var place: Contract? = self
    for name in path {
      guard case .map(let members)? = place else { return nil }
      place = members.first { $0.0 == name }?.1
    }
    return place
  }

  var members: [(String, Contract)] { if case .map(let members) = self { members } else { [] } }
  var items: [Contract] { if case .list(let items) = self { items } else { [] } }
  var text: String? { if case .scalar(let text) = self { text } else { nil } }

  /// What a `$ref` leads to; itself when it is none.
  func resolved(in contract: Contract) -> Contract {
    guard let address = self["$ref"]?.text else { return self }
    var place: Contract? = contract
    for name in address.dropFirst(2).split(separator: "/") { place = place?[String(name)] }
    guard let place else { preconditionFailure("\(address) leads nowhere") }
    return place.resolved(in: contract)
  }

  /// The example as JSON would have it.
  var json: Any {
    switch self {
    case .list(let items): items.map(\.json)
    case .map(let members): Dictionary(uniqueKeysWithValues: members.map { ($0.0, $0.1.json) })
    case .scalar("true"): true
    case .scalar("false"): false
    case .scalar(let text): Int(text) ?? text
    }
  }
}

/// Where a value does not keep to its schema.
func breaches(_ value: Any, of schema: Contract, in contract: Contract, at place: String = "")
  -> [String]
{
  let schema = schema.resolved(in: contract)
  if let choices = schema["anyOf"]?.items {
    let found = choices.map { breaches(value, of: $0, in: contract, at: place) }
    return found.contains(where: \.isEmpty) ? [] : found.last ?? []
  }
  if let words = schema["enum"]?.items.compactMap(\.text) {
    return (value as? String).map(words.contains) == true ? [] : ["\(place): \(value)"]
  }
  let types = schema["type"].map { $0.text.map { [$0] } ?? $0.items.compactMap(\.text) } ?? []
  switch value {
  case is NSNull: return types.contains("null") ? [] : ["\(place): null"]
  case let text as String:
    guard types.contains("string") else { return ["\(place): a text"] }
    guard let pattern = schema["pattern"]?.text else { return [] }
    let isKept = text.range(of: pattern, options: .regularExpression) != nil
    return isKept ? [] : ["\(place): \(text) against \(pattern)"]
  case let list as [Any]:
    guard let items = schema["items"] else { return ["\(place): a list"] }
    return list.flatMap { breaches($0, of: items, in: contract, at: place + "[]") }
  case let object as [String: Any]:
    let known = schema["properties"]?.members ?? []
    let missing = (schema["required"]?.items.compactMap(\.text) ?? []).filter { object[$0] == nil }
    let strange = object.keys.filter { key in !known.contains { $0.0 == key } }
    return missing.map { "\(place)/\($0) is missing" } + strange.map { "\(place)/\($0) is unknown" }
      + known.flatMap { name, schema in
        object[name].map {
          breaches($0, of: schema, in: contract, at: place + "/" + name)
        } ?? []
      }
  default:
    return types.contains("integer") || types.contains("boolean") ? [] : ["\(place): \(value)"]
  }
}
