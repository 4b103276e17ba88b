import Foundation

/// How many flights are booked together: one while nothing is known of the server, then as many as
/// leave in a quarter of a second. The last look at a message is no older than that, and a power
/// cut leaves no more than these in doubt.
struct SendingPace {
  private(set) var count = 1
  private var began = ContinuousClock.now

  private static let most = 32
  private static let time = Duration.milliseconds(250)

  mutating func begin() { began = .now }

  /// Learns from a group that left: twice as many next time when there is time for them.
  mutating func end(after sent: Int) {
    guard sent > 0 else { return }
    let each = (ContinuousClock.now - began) / sent
    let fitting = each > .zero ? Int(SendingPace.time / each) : SendingPace.most
    count = max(1, min(count * 2, fitting, SendingPace.most))
  }
}
