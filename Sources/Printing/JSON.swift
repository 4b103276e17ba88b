public import Quantities

/// A value for programs to read. Amounts are decimal strings, days ISO dates.
public indirect enum JSON: Sendable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral
{
  case text(String)
  case number(Int)
  /// A number with decimals or an exponent, as it is written: never rounded.
  case decimal(String)
  case flag(Bool)
  case list([JSON])
  case object([(String, JSON)])
  case null

  public init(stringLiteral text: String) { self = .text(text) }
  public init(booleanLiteral flag: Bool) { self = .flag(flag) }
  public init(integerLiteral number: Int) { self = .number(number) }
  public init(_ amount: Money) { self = .text(amount.decimal) }
  public init(_ amount: Money?) { self = amount.map { .text($0.decimal) } ?? .null }
  public init(_ day: Day) { self = .text(day.iso) }
  public init(_ day: Day?) { self = day.map { .text($0.iso) } ?? .null }
  public init(texts: [String]) { self = .list(texts.map { .text($0) }) }

  /// The value on indented lines.
  public var string: String { written(indent: "\n") }

  /// The value on one line, without a space.
  public var line: String { written(indent: nil) }

  private func written(indent: String?) -> String {
    var text = ""
    write(to: &text, indent)
    return text
  }

  /// `indent` is the line break with the spaces after it; nil for none.
  private func write(to text: inout String, _ indent: String?) {
    switch self {
    case .text(let value): JSON.quote(value, to: &text)
    case .number(let value): text += String(value)
    case .decimal(let digits): text += digits
    case .flag(let value): text += value ? "true" : "false"
    case .null: text += "null"
    case .list(let values): JSON.write(values.map { (nil, $0) }, between: ("[", "]"), &text, indent)
    case .object(let members):
      JSON.write(members.map { ($0, $1) }, between: ("{", "}"), &text, indent)
    }
  }

  private static func write(
    _ parts: [(name: String?, value: JSON)], between signs: (String, String),
    _ text: inout String, _ indent: String?
  ) {
    let inner = indent.map { $0 + "  " }
    text += signs.0
    for (place, part) in parts.enumerated() {
      if place > 0 { text += "," }
      text += inner ?? ""
      if let name = part.name {
        quote(name, to: &text)
        text += inner == nil ? ":" : ": "
      }
      part.value.write(to: &text, inner)
    }
    text += (parts.isEmpty ? "" : indent ?? "") + signs.1
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
