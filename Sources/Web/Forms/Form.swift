import Quantities

/// The fields of a form or of a query, in their order.
struct Form: Sendable {
  let fields: [(name: String, value: String)]

  init(_ fields: [(String, String)] = []) { self.fields = fields.map { (name: $0.0, value: $0.1) } }

  /// Reads `a=1&b=deux+mots`; text that is not UTF-8 is repaired, never refused.
  init(encoded text: some StringProtocol) {
    var fields: [(String, String)] = []
    for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      fields.append((Form.decoded(parts[0]), parts.count > 1 ? Form.decoded(parts[1]) : ""))
    }
    self.init(fields)
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  var encoded: String {
    fields.map { Form.encoded($0.name) + "=" + Form.encoded($0.value) }.joined(separator: "&")
  }

  /// The text without the spaces around it; empty when the field is missing.
  func text(_ name: String) -> String {
    var text = Substring(self[name] ?? "")
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  func isTicked(_ name: String) -> Bool { self[name] != nil }

  /// A text that a person must give.
  func required(_ name: String, _ field: Field, _ voice: Voice) throws -> String {
    let text = text(name)
    guard !text.isEmpty else {
      throw Refusal.wrong(
        voice("Il manque \(field.french).", "Please give \(field.english)."))
    }
    guard text.utf8.count <= 2_000 else {
      throw Refusal.wrong(
        voice(
          "C’est trop long pour \(field.french)\u{A0}: 2\u{202F}000 signes au plus.",
          "Too long for \(field.english): 2,000 characters at most."))
    }
    return text
  }

  /// A day as a browser sends it (`2026-11-23`) or as a person types it (`23/11/2026`).
  func day(_ name: String, _ field: Field, _ voice: Voice) throws -> Day {
    let text = text(name)
    guard text.utf8.count <= 10, let day = Day(iso: text) ?? Day(french: text),
      (1990...2199).contains(day.year)
    else {
      throw Refusal.wrong(
        voice(
          "Pour \(field.french), « \(text) » n’est pas un jour du calendrier. "
            + "Écrivez par exemple 23/11/2026.",
          "For \(field.english), “\(text)” is not a day of the calendar. "
            + "Write for example 2026-11-23."))
    }
    return day
  }

  /// An amount as a person types it: `1 234,56`, `1.234,56 €`, `1234.5`.
  func money(_ name: String, _ field: Field, _ voice: Voice) throws -> Money {
    let text = text(name)
    guard let money = Money(french: text) ?? Money(english: text) else {
      throw Refusal.wrong(
        voice(
          "Pour \(field.french), « \(text) » n’est pas un montant. Écrivez par exemple 1 234,56.",
          "For \(field.english), “\(text)” is not an amount. Write for example 1234.56."))
    }
    return money
  }

  private static func decoded(_ text: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    var pending: [UInt8] = []
    for byte in text {
      if pending.isEmpty {
        if byte == UInt8(ascii: "%") {
          pending = [byte]
        } else {
          bytes.append(byte == 43 ? 32 : byte)
        }
        continue
      }
      pending.append(byte)
      guard pending.count == 3 else { continue }
      if let value = UInt8(String(decoding: pending[1...], as: UTF8.self), radix: 16) {
        bytes.append(value)
      } else {
        bytes += pending
      }
      pending = []
    }
    return String(decoding: bytes + pending, as: UTF8.self)
  }

  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += (byte < 16 ? "%0" : "%") + digits
      }
    }
    return result
  }
}

extension Money {
  /// Reads an amount as English readers type it: `1,234.56`, `€1,234.56`.
  init?(english text: String) {
    let plain = text.filter { !", €".contains($0) && !$0.isWhitespace }
    guard text.contains("."), let parsed = Money(decimal: plain) else { return nil }
    self = parsed
  }
}
