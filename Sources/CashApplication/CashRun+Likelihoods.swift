import Ledger
import Quantities

/// How likely a line pays a document of just its amount, and how likely it has another story.
extension CashRun {
  /// How likely the line in hand pays a document of its amount, by the day and the text.
  func likelihood(of document: Int32) -> Double {
    let item = index.items[Int(document)]
    let (day, months) = (evidence.line.day, evidence.line.months)
    guard item.isOpen(on: day) || evidence.named.contains(document),
      isStray || isCandidate(item.customer)
    else { return 0 }
    var weight = habits.likelihood(of: day - item.due, for: item.customer)
    if isStray { weight *= habits.share(of: evidence.line.operation, by: item.customer) }
    if months != 0 {
      let month = UInt16(1) << UInt16(Day(number: item.issue).month - 1)
      if months & month == 0 { weight *= 0.05 }
    }
    return weight
  }

  /// Whether a customer may be the payer, or is one of those of whom a document is named where no
  /// payer is known.
  private func isCandidate(_ customer: Int32) -> Bool {
    evidence.payers.isEmpty
      ? evidence.named.contains { index.items[Int($0)].customer == customer }
      : evidence.payers.contains(customer)
  }

  /// From here on a text tells a document rather than another one.
  static let telling = 300.0

  /// How well a document fits the text of the line in hand.
  func wordsFor(_ document: Int32) -> Double {
    if evidence.named.isEmpty, !mayMention { return 1 }
    if evidence.named.contains(document) { return 1_000 }
    let item = index.items[Int(document)]
    let mention = mention(of: document)
    if mention == .order { return 1_000 }
    // How a number begins may be how a misspelt one begins.
    if mention == .short || isSlip(document) { return 300 }
    if mention == .cut { return 30 }
    return quotesIssue(of: item) ? 30 : 1
  }

  /// How likely the line in hand comes on its day with this amount for another reason: the same
  /// document paid a second time, part of another one.
  mutating func otherStory(_ documents: [Int32], _ paid: [Int32]) -> Double {
    let (cents, day) = (evidence.line.cents, evidence.line.day)
    if isStray {
      return 1e-6 + othersOfAmount(but: documents)
        + (areStrays ? 0.01 * openAmounts.chance(of: cents) : 0)
    }
    var story = 1e-7
    let lately = (day - CashRun.longestSecond)..<day
    if hasDay(in: lately, of: paid) { story += CashRun.secondPayments }
    if hasRival(since: lately.lowerBound) { story += CashRun.secondPayments }
    if cents % 10_000 == 0 { story += 1e-4 } else if cents % 1_000 == 0 { story += 2e-5 }
    return story
  }

  /// Seven payments in a thousand come twice, within a month or so: so many on one of its days.
  private static let secondPayments = 0.007 / 30
  static let longestSecond: Int32 = 45

  /// Whether nothing says who paid the line in hand.
  var isStray: Bool { evidence.payers.isEmpty && evidence.named.isEmpty }

  /// Whether an earlier line of the payer, or of nobody, and of this amount still waits.
  private func hasRival(since day: Int32) -> Bool {
    let cents = evidence.line.cents
    for rival in classes.lines(of: cents, since: day) {
      if rival == evidence.place { break }
      if isRival(rival, since: day) { return true }
    }
    return strays.hasLine(of: cents) { isRival($0, since: day) }
  }

  /// The days on which documents of this amount were paid, in order.
  mutating func paidDays(of members: [Int32]) -> [Int32] {
    equals.removeAll(keepingCapacity: true)
    var seen: [Int32] = []
    for member in members {
      look(at: member)
      let line = evidence.line
      for customer in candidates where !seen.contains(customer) {
        seen.append(customer)
        index.settledItems(of: customer, asking: line.cents, on: lastDay, into: &equals)
      }
    }
    return equals.map { index.items[Int($0)].paid }.sorted()
  }

  private func hasDay(in range: Range<Int32>, of days: [Int32]) -> Bool {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < days.count && days[low] < range.upperBound
  }

  /// Whether a line came before the one in hand, not before that day, and still waits.
  func isRival(_ place: Int32, since day: Int32) -> Bool {
    let line = waiting.lines[Int(place)]
    return isWaiting[Int(place)] && place != evidence.place && !line.isNoise && line.day >= day
      && (line.day, line.id) < (evidence.line.day, evidence.line.id)
  }
}
