import Quantities

/// A refusal to answer a worked example: the key at fault, what stood there and what was wanted.
public struct Unanswerable: Error, Hashable, Sendable {
  /// The input key, or `category`.
  public let key: String
  /// What was given; empty when the key is missing.
  public let found: String
  /// What would have been read.
  public let wanted: String

  /// The rate that is not published, when that is why.
  public let unknownRate: UnknownRate?

  public init(_ key: String, found: String = "", wanted: String, unknownRate: UnknownRate? = nil) {
    self.key = key
    self.found = found
    self.wanted = wanted
    self.unknownRate = unknownRate
  }

  /// One sentence that names the key, what stood there and the remedy.
  public var english: String {
    if let unknownRate { return unknownRate.remedyEnglish }
    return found.isEmpty
      ? "\(key) is missing; wanted: \(wanted)" : "\(key)=\(found) cannot be read; wanted: \(wanted)"
  }
}

extension Unanswerable {
  init(_ missing: UnknownRate) {
    self.init(
      "rate", found: missing.half.description, wanted: "a half-year whose rate is published",
      unknownRate: missing)
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
