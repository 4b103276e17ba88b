public import Ledger
import Store

/// What a person decided about a bank line, with all that it brought about: one key takes it back.
public struct LineDecision: Sendable {
  /// What was booked: allocations, lines set aside, rules.
  var entries: Range<Int64> = 0..<0
  /// What the program proposed before, to be put back with the line.
  var proposals: [StoredProposal] = []
  /// What later lines are read with from now on; nil when nothing was learned.
  public internal(set) var learned: PayerRule?
  /// How many other lines that waited were set aside by the same decision.
  public internal(set) var otherLines = 0
  /// Other lines of which something else is thought since.
  public internal(set) var changed: [EntryNumber] = []
}

/// The last decisions made at a desk, each by its line.
struct LastDecisions {
  private var kept: [EntryNumber: LineDecision] = [:]
  private var order: [EntryNumber] = []
  private static let most = 1_000

  mutating func keep(_ decision: LineDecision, of line: EntryNumber) {
    kept[line] = decision
    order.removeAll { $0 == line }
    order.append(line)
    if order.count > LastDecisions.most { kept[order.removeFirst()] = nil }
  }

  func decision(of line: EntryNumber) -> LineDecision? { kept[line] }

  mutating func forget(_ line: EntryNumber) {
    kept[line] = nil
    order.removeAll { $0 == line }
  }
}
