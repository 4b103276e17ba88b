/// Writes JSON: an object built key by key, absent values left out.
struct JSONObject {
  private var parts: [String] = []

  init() {}

  var text: String { "{" + parts.joined(separator: ", ") + "}" }

  mutating func add(_ key: String, _ value: String?) {
    if let value, !value.isEmpty { addRaw(key, JSONObject.quoted(value)) }
  }

  mutating func add(_ key: String, _ value: Int?) {
    if let value { addRaw(key, String(value)) }
  }

  mutating func add(_ key: String, _ value: Bool?) {
    if let value { addRaw(key, value ? "true" : "false") }
  }

  mutating func add(_ key: String, texts: [String]) {
    addRaw(key, "[" + texts.map(JSONObject.quoted).joined(separator: ", ") + "]")
  }

  mutating func add(_ key: String, objects: [String]) {
    addRaw(key, "[" + objects.joined(separator: ", ") + "]")
  }

  private mutating func addRaw(_ key: String, _ value: String) {
    parts.append(JSONObject.quoted(key) + ": " + value)
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 32:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
