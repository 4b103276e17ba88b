import Ledger
import Quantities

/// What is left when nobody says who pays.
extension CashRun {
  /// Settles the lines of which no payer is known, and those that name documents of several
  /// households.
  mutating func settleStrays(_ strays: [Int32]) {
    classes = AmountClasses(of: strays[...], in: waiting)
    var left = strays
    for pass in [Pass.named, .namedInPart] {
      left.removeAll { isAnswered($0, by: pass) }
    }
    giveBack(below: CashRun.leastHeld)
    self.strays.lookAtAll()
    openAmounts = OpenAmounts(of: index)
    lookAgainAtStrays()
    left.removeAll { isAnsweredByAmount($0) }
    settleEquals()
    settleEquals()
    left.removeAll { isAnswered($0, by: .likely) }
    for line in left where isWaiting[Int(line)] { proposeTold(line) }
    settleDeposits(left)
    settleStraySums(left)
    left.removeAll { isAnswered($0, by: .last) }
  }

  /// A weaker proposal does not hold its documents when the lines without a payer are read.
  private static let leastHeld = 560

  /// Books a line whose text mentions a document of just its amount.
  private mutating func isAnsweredByAmount(_ place: Int32) -> Bool {
    look(at: place)
    guard evidence.line.cents > 0, let answer = mentionedWithoutPayer(), isSure(modest(answer))
    else { return false }
    book(answer)
    return true
  }

  /// How likely other customers pay documents of its amount by the line in hand.
  mutating func othersOfAmount(but some: [Int32]) -> Double {
    let all = allOfAmount()
    return max(0, some.reduce(all) { strays.has($1) ? $0 - likelihoodOfAmount($1) : $0 })
  }

  /// How likely customers pay documents of its amount by the line in hand. While households are
  /// read it is counted anew now and then: what one settles changes little for the others.
  private mutating func allOfAmount() -> Double {
    let pause = max(1, households.count / CashRun.countings)
    if let known = strays.known[evidence.place], household - known.household < pause {
      return known.likelihood
    }
    let (cents, day) = (evidence.line.cents, evidence.line.day)
    var likelihood = 0.0
    var next = strays.openDocument(of: cents, due: day - CashRun.longestWait.after, in: index)
    while let (rank, place) = next {
      if index.items[Int(place)].due > day + CashRun.longestWait.before { break }
      likelihood += likelihoodOfAmount(place)
      next = strays.openDocument(of: cents, due: day, after: rank, in: index)
    }
    strays.known[evidence.place] = (household, likelihood)
    return likelihood
  }

  private static let countings = 64

  /// How likely a document is paid by the line in hand, as its day and its kind tell.
  private func likelihoodOfAmount(_ place: Int32) -> Double {
    let item = index.items[Int(place)]
    let day = evidence.line.day
    guard item.open == evidence.line.cents, item.isOpen(on: day),
      (-CashRun.longestWait.before...CashRun.longestWait.after).contains(day - item.due)
    else { return 0 }
    return habits.likelihood(of: day - item.due, for: item.customer)
      * habits.share(of: evidence.line.operation, by: item.customer)
  }

  /// Whether the customer had another document of this amount about then, which no line named:
  /// either may be meant.
  mutating func hasEqual(_ document: Int32) -> Bool {
    let item = index.items[Int(document)]
    equals.removeAll(keepingCapacity: true)
    index.items(of: item.customer, asking: item.total, by: evidence.line.day, into: &equals)
    return equals.contains {
      let other = index.items[Int($0)]
      return $0 != document && !other.isProven
        && (other.open != 0 || abs(other.paid &- evidence.line.day) <= 100)
    }
  }

  /// A line that names another document, which is settled, is for a person to read.
  private var mostByMention: Int { evidence.settled >= 0 || !evidence.named.isEmpty ? 900 : 980 }

  /// No payer is known: a document of this very amount that the text mentions.
  mutating func mentionedWithoutPayer() -> Explanation? {
    guard evidence.line.operation != .cheque, hasLongNumber, evidence.payers.isEmpty
    else { return nil }
    equals.removeAll(keepingCapacity: true)
    openAmounts.find(evidence.line.cents, on: evidence.line.day, in: index, into: &equals)
    let isWhole = equals.count <= 256
    let candidates = equals
    let hinted = candidates.filter { mention(of: $0) != .none || isSlip($0) }
    guard let first = hinted.first else { return nil }
    let isOnly = hinted.count == 1 && isWhole
    return Explanation(
      parts: whole([first]), score: min(mostByMention, isOnly ? 980 : 650),
      reasons: [hint(first), .exactAmount, isOnly ? .onlyCandidate : .ambiguous])
  }
}

/// What is still open of all documents, by amount.
struct OpenAmounts {
  private var table = KeyTable()
  /// How many documents are open on one day, as a rule.
  private(set) var usual = 0.0

  init() {}

  init(of index: OpenItemIndex) {
    for (place, item) in index.items.enumerated() where item.open > 0 {
      table.insert(Int32(place), for: UInt64(bitPattern: item.open))
    }
    let issues = index.items.lazy.map(\.issue)
    let span = Double((issues.max() ?? 0) - (issues.min() ?? 0))
    usual = Double(index.items.count) * min(1, OpenAmounts.usualTerm / max(1, span))
  }

  /// How many days a document is open as a rule.
  private static let usualTerm = 60.0

  /// How many of them have any one amount by chance: round ones are more frequent.
  func chance(of cents: Int64) -> Double {
    usual * OpenAmounts.frequency(of: cents)
  }

  /// How often a document has just this amount.
  static func frequency(of cents: Int64) -> Double {
    cents % 1_000 == 0 ? 2e-4 : cents % 100 == 0 ? 2e-5 : 2e-6
  }

  /// Documents whose open balance is exactly this, on the books on that day.
  func find(
    _ cents: Int64, on day: Int32, in index: OpenItemIndex, into found: inout [Int32]
  ) {
    var entry = table.first(UInt64(bitPattern: cents))
    while entry >= 0 {
      let place = table.value(entry)
      let item = index.items[Int(place)]
      if item.open == cents, item.isOpen(on: day) { found.append(place) }
      entry = table.next(entry)
    }
  }
}
