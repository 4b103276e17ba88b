import Ledger
import Quantities

/// What the mentions of both syntaxes have in common. Nothing here rejects an invoice: a mention
/// that cannot be read is a mention that is missing.
extension DocumentReading {
  static func text(_ node: XMLNode?) -> String { node?.text ?? "" }

  static func money(_ node: XMLNode?) -> Money? { node?.text.withBytes { $0.amount } }

  static func rate(_ node: XMLNode?) -> Rate? { node.flatMap { Rate(percent: $0.text) } }

  /// A day in either syntax's form; nil when there is none or it cannot be read.
  static func day(_ node: XMLNode?) -> Day? {
    guard let node else { return nil }
    let inner = node.first("DateTimeString") ?? node.first("DateString") ?? node
    return inner.text.withBytes { bytes in
      bytes.count >= 8 && bytes[4] != 45
        ? Day(compact: String(decoding: bytes.prefix(8), as: UTF8.self)) : bytes.isoDay
    }
  }

  static func period(_ first: XMLNode?, _ last: XMLNode?) -> DayRange? {
    guard let first = day(first), let last = day(last) else { return nil }
    return DayRange(first: first, last: last)
  }
}

extension Mentions.Scope {
  /// What the profile named by BT-24 can carry.
  static func named(_ profile: String) -> Mentions.Scope {
    let profile = profile.lowercased()
    if profile.hasSuffix(":minimum") { return .minimum }
    return profile.hasSuffix(":basicwl") ? .withoutLines : .full
  }
}
