/// One value of a JSON text.
indirect enum JSONValue {
  case null
  case flag(Bool)
  /// As it is written.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The first value under a key; nil when there is none, or when it is null.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self,
      let found = members.first(where: { $0.key == key })?.value
    else { return nil }
    if case .null = found { return nil }
    return found
  }

  /// A text, or a number as it is written; empty for anything else.
  var plain: String {
    switch self {
    case .text(let text), .number(let text): text
    default: ""
    }
  }

  /// The elements of a list, or the value itself.
  var elements: [JSONValue] {
    if case .list(let elements) = self { elements } else { [self] }
  }

  /// The value that a text holds: open data write JSON into JSON.
  var unfolded: JSONValue {
    guard case .text(let text) = self else { return self }
    let inner = text.withBytes { bytes -> JSONValue? in
      var scanner = JSONScanner(UnsafeRawBufferPointer(bytes))
      return try? scanner.loneValue()
    }
    return inner ?? self
  }
}
