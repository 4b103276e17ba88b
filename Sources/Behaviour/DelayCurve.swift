/// Weights of delays in days past the due date, from sixty days early to two hundred and forty
/// late, and of all that comes later still or never.
struct DelayCurve: Sendable {
  static let earliest = -60
  static let latest = 240
  /// The place of "later, or never".
  static let beyond = latest - earliest + 1
  static let count = beyond + 1

  private(set) var weights = [Float](repeating: 0, count: DelayCurve.count)

  static func place(of delay: Int) -> Int { max(0, min(beyond, delay - earliest)) }

  var sum: Float { weights.reduce(0, +) }

  /// Adds an observation, spread over the days around it: a triangle of a half-width.
  mutating func add(_ delay: Int, weight: Float, halfWidth: Int) {
    guard delay <= DelayCurve.latest else {
      weights[DelayCurve.beyond] += weight
      return
    }
    let unit = weight / Float(halfWidth * halfWidth)
    for offset in (1 - halfWidth)...(halfWidth - 1) {
      let day = max(DelayCurve.earliest, min(DelayCurve.latest, delay + offset))
      weights[day - DelayCurve.earliest] += unit * Float(halfWidth - abs(offset))
    }
  }

  /// Adds another curve, moved by some days, so that it weighs `weight` in all.
  mutating func add(_ other: DelayCurve, movedBy days: Int = 0, weight: Float) {
    let sum = other.sum
    guard sum > 0, weight > 0 else { return }
    let unit = weight / sum
    for place in 0..<DelayCurve.beyond where other.weights[place] > 0 {
      weights[max(0, min(DelayCurve.beyond - 1, place + days))] += unit * other.weights[place]
    }
    weights[DelayCurve.beyond] += unit * other.weights[DelayCurve.beyond]
  }

  /// Adds invoices still open after some delay: each is spread over the delays that may yet come,
  /// as `self` had them before.
  mutating func addOpen(afterDelays delays: [Int], weight: Float = 1) {
    guard !delays.isEmpty else { return }
    let before = weights
    let sum = before.reduce(0, +)
    for delay in delays where delay >= 0 {
      let start = min(DelayCurve.beyond, DelayCurve.place(of: delay) + 1)
      let tail = before[start...].reduce(0, +)
      guard tail > sum / 100 else {
        weights[DelayCurve.beyond] += weight
        continue
      }
      for place in start..<DelayCurve.count { weights[place] += weight * before[place] / tail }
    }
  }
}

/// The middle of weighted delays; zero when there is none.
func weightedMedian(_ values: [(delay: Int, weight: Float)]) -> Int {
  let sorted = values.sorted { $0.delay < $1.delay }
  let half = sorted.reduce(0) { $0 + $1.weight } / 2
  var sum: Float = 0
  for value in sorted {
    sum += value.weight
    if sum >= half { return value.delay }
  }
  return 0
}
