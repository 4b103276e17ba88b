import Quantities

/// A value for programs to read. Amounts are decimal strings, days ISO dates.
indirect enum JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral
{
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSON])
  case object([(String, JSON)])
  case null

  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(integerLiteral number: Int) { self = .number(number) }
  init(_ amount: Money) { self = .text(amount.decimal) }
  init(_ day: Day?) { self = day.map { .text($0.iso) } ?? .null }

  var string: String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  private func write(to text: inout String, indent: String) {
    let inner = indent + "  "
    switch self {
    case .text(let value): JSON.quote(value, to: &text)
    case .number(let value): text += String(value)
    case .flag(let value): text += value ? "true" : "false"
    case .null: text += "null"
    case .list(let values) where values.isEmpty: text += "[]"
    case .list(let values):
      text += "["
      for (place, value) in values.enumerated() {
        text += (place == 0 ? "\n" : ",\n") + inner
        value.write(to: &text, indent: inner)
      }
      text += "\n" + indent + "]"
    case .object(let members):
      text += "{"
      for (place, (name, value)) in members.enumerated() {
        text += (place == 0 ? "\n" : ",\n") + inner
        JSON.quote(name, to: &text)
        text += ": "
        value.write(to: &text, indent: inner)
      }
      text += "\n" + indent + "}"
    }
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
