import Quantities

/// A refusal to answer a worked example: the key at fault, what stood there and what was wanted.
public struct Unanswerable: Error, Hashable, Sendable {
  /// The input key, or `category`.
  public let key: String
  /// What was given; empty when the key is missing.
  public let found: String
  /// What would have been read.
  public let wanted: String

  public init(_ key: String, found: String = "", wanted: String) {
    self.key = key
    self.found = found
    self.wanted = wanted
  }

  public var english: String {
    found.isEmpty ? "\(key) is missing: give \(wanted)" : "\(key)=\(found): give \(wanted)"
  }

  public var french: String {
    found.isEmpty
      ? "\(key) manque\u{A0}: attendu \(wanted)" : "\(key)=\(found)\u{A0}: attendu \(wanted)"
  }
}

extension Unanswerable {
  init(_ missing: UnknownRate) {
    self.init("rate", found: missing.half.description, wanted: missing.remedyEnglish)
  }

  init(_ missing: MissingDay) {
    switch missing {
    case .issue: self.init("issue", wanted: "2026-11-23, the issue date")
    case .delivery: self.init("delivery", wanted: "2026-11-23, the delivery date")
    case .receiptOrPerformance:
      self.init("receipt", wanted: "2026-11-23, the day of receipt or performance")
    }
  }
}
