import Claims
import Ledger
import Quantities

extension Claim {
  /// Whether what the customer announced did not come, a promise or a part of a plan, and nobody
  /// has spoken to them since its day.
  func isLetDown(since lastContact: Day?) -> Bool {
    let part = brokenPlan?.parts.first { if case .missed = $0.state { true } else { false } }
    let announced = [brokenPromise?.fact.on, part?.part.on].compactMap(\.self).max()
    guard let announced else { return false }
    return lastContact.map { $0 <= announced } ?? true
  }
}

extension DunningPlan {
  /// The step after a word that was not kept: at least the firm one, once something was said
  /// before; never the formal notice sooner than its turn.
  func firmer(
    _ next: DunningLevel, after history: ReminderHistory, asking amount: Money
  ) -> DunningLevel {
    guard next.name < .firm, history.count > 0 else { return next }
    return asking.first { $0.name == .firm && $0.minimumAmount <= amount } ?? next
  }
}
