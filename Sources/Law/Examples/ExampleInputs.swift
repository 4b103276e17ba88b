import Quantities

/// The `key=value;key=value` inputs of a worked example, read once each; a key that nobody read is
/// refused, so that no fact of the question is passed over in silence.
struct ExampleInputs {
  private var values: [String: [String]] = [:]
  private var unread: [String] = []

  init(_ text: String) throws(Unanswerable) {
    guard text.utf8.count <= 10_000 else {
      throw Unanswerable("inputs", found: "\(text.utf8.count) bytes", wanted: "10 000 at most")
    }
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = ExampleInputs.trimmed(pair[0]).lowercased()
      if key.isEmpty, pair.count == 1 { continue }
      guard pair.count == 2, !ExampleInputs.trimmed(pair[1]).isEmpty else {
        throw Unanswerable("inputs", found: String(part), wanted: "key=value;key=value")
      }
      values[key, default: []].append(ExampleInputs.trimmed(pair[1]))
      if !unread.contains(key) { unread.append(key) }
    }
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  /// Refuses the first key that no rule read.
  func finish() throws(Unanswerable) {
    guard let key = unread.first else { return }
    let found = values[key, default: []].joined(separator: ";")
    throw Unanswerable(
      key, found: found, wanted: "nothing, no rule of this question reads this key")
  }

  /// Every value of a key, also those joined by `+`.
  mutating func list(_ key: String) -> [String] {
    all(key).flatMap { $0.split(separator: "+").map(ExampleInputs.trimmed) }
  }

  /// The one value of a key; nil when absent.
  mutating func text(_ key: String) throws(Unanswerable) -> String? {
    let found = all(key)
    guard found.count < 2 else {
      throw Unanswerable(key, found: found.joined(separator: ";"), wanted: "one value")
    }
    return found.first
  }

  private mutating func all(_ key: String) -> [String] {
    unread.removeAll { $0 == key }
    return values[key] ?? []
  }

  /// The first of several names for one fact that is present.
  mutating func day(_ keys: String...) throws(Unanswerable) -> Day? {
    var found: Day?
    for key in keys {
      guard let text = try text(key) else { continue }
      let day = try ExampleInputs.day(text, key: key)
      found = found ?? day
    }
    return found
  }

  mutating func money(_ key: String) throws(Unanswerable) -> Money? {
    guard let text = try text(key) else { return nil }
    return try ExampleInputs.money(text, key: key)
  }

  mutating func rate(_ key: String) throws(Unanswerable) -> Rate? {
    guard var text = try text(key) else { return nil }
    if text.hasSuffix("%") { text = ExampleInputs.trimmed(text.dropLast()) }
    text = String(text.map { $0 == "," ? "." : $0 })
    let bound = -10_000_000...10_000_000
    guard let rate = Rate(percent: text), bound ~= Int(rate.partsPerMillion) else {
      throw Unanswerable(key, found: text, wanted: "a yearly percentage such as 12.15")
    }
    return rate
  }

  mutating func count(_ key: String, in range: ClosedRange<Int>) throws(Unanswerable) -> Int? {
    guard let text = try text(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Unanswerable(
        key, found: text, wanted: "a whole number, \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  mutating func halfYear(_ key: String) throws(Unanswerable) -> HalfYear? {
    guard let text = try text(key) else { return nil }
    guard let half = HalfYear(text) else {
      throw Unanswerable(key, found: text, wanted: "2026S1 or 2026S2")
    }
    return half
  }

  mutating func flag(_ key: String) throws(Unanswerable) -> Bool? {
    try choice(key, ["yes": true, "true": true, "no": false, "false": false])
  }

  mutating func choice<Value>(
    _ key: String, _ names: [String: Value]
  ) throws(Unanswerable) -> Value? {
    guard let text = try text(key) else { return nil }
    guard let value = names[text.lowercased()] else {
      throw Unanswerable(key, found: text, wanted: names.keys.sorted().joined(separator: " | "))
    }
    return value
  }

  /// A fact the question cannot do without.
  static func needed<Value>(
    _ value: Value?, _ key: String, _ wanted: String
  ) throws(Unanswerable) -> Value {
    guard let value else { throw Unanswerable(key, wanted: wanted) }
    return value
  }
}
