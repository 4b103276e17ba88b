import Ledger
import Quantities

/// Where the amount is that of one document, or of several: which of them was paid.
extension CashRun {
  /// Weighs all amounts of the household that lines still wait with; books what is sure.
  mutating func settleEquals() {
    var start = 0
    while start < classes.count {
      let end = classes.end(of: start)
      let lines = classes.lines[start..<end].filter { isWaiting[Int($0)] }
      start = end
      if !lines.isEmpty, waiting.lines[Int(lines[0])].cents > 0, isChanged(lines) {
        settleEquals(lines)
      }
    }
  }

  /// Whether something moved for one of the payers since the amount was weighed.
  private func isChanged(_ lines: [Int32]) -> Bool {
    lines.contains { line in
      let payers = waiting.payers.customers(of: waiting.lines[Int(line)].payer)
      return guesses[Int(line)].clock < movements.latest(of: payers)
    }
  }

  /// Weighs the lines of one amount against the documents of that amount.
  private mutating func settleEquals(_ lines: [Int32]) {
    let cents = waiting.lines[Int(lines[0])].cents
    var members = lines.filter { isMember($0) }
    for line in lines { forget(line) }
    guard !members.isEmpty else { return }
    let documents = documents(leaving: cents, for: members)
    guard !documents.isEmpty else { return }
    if !areStrays { members += strays.lines(of: cents).filter { isWaiting[Int($0)] } }
    weigh(members, documents)
    let pairs = matching.likeliest()
    for pair in pairs {
      let (line, document) = (members[Int(pair.line)], documents[Int(pair.document)])
      let share = max(pair.share, shareOfDay(pair, members))
      look(at: line)
      conclude(document, share, outOf: documents.count)
    }
  }

  /// Whether a line may pay a document of just its amount: it names none, or one of them.
  private mutating func isMember(_ place: Int32) -> Bool {
    look(at: place)
    let line = evidence.line
    if line.isNoise { return false }
    if !evidence.named.isEmpty {
      return evidence.named.contains { index.items[Int($0)].open == line.cents }
    }
    if isStray { return areStrays && (line.operation == .cheque ? line.counted <= 1 : true) }
    return !areStrays && evidence.settled < 0 && !hasSettledTwin()
  }

  /// Whether the lines at hand are those of which no payer is known.
  private var areStrays: Bool { household == households.count }

  /// The documents of the amount that the members may have paid, in order of their due dates.
  private mutating func documents(leaving cents: Int64, for members: [Int32]) -> [Int32] {
    equals.removeAll(keepingCapacity: true)
    let last = members.last.map { waiting.lines[Int($0)].day } ?? 0
    if areStrays { openAmounts.find(cents, on: last, in: index, into: &equals) }
    var seen: [Int32] = []
    for member in members {
      look(at: member)
      for customer in candidates where !seen.contains(customer) {
        seen.append(customer)
        index.openItems(of: customer, leaving: cents, on: last, into: &equals)
      }
    }
    return inOrderOfDue(equals)
  }

  /// Documents in order of due date. Day and place are sorted as one number.
  func inOrderOfDue(_ documents: [Int32]) -> [Int32] {
    var keys = documents.map { Int64(index.items[Int($0)].due) << 32 | Int64($0) }
    keys.sort()
    return keys.map { Int32(truncatingIfNeeded: $0) }
  }

  /// The payers, or the customers of what is named where no payer is known.
  var candidates: [Int32] {
    evidence.payers.isEmpty ? evidence.named.map { index.items[Int($0)].customer } : evidence.payers
  }

  /// How many documents a line is weighed against: those that the habit speaks for most.
  private static let mostWeighed = 48

  private mutating func weigh(_ members: [Int32], _ documents: [Int32]) {
    matching.clear()
    for document in documents {
      let item = index.items[Int(document)]
      let left = habits.patience(of: lastDay - item.due, for: item.customer)
      matching.addDocument(isLeft: 0.1 + left)
    }
    let paid = paidDays(of: members)
    for member in members {
      look(at: member)
      matching.addLine(isOther: otherStory(documents, paid))
      addPairs(documents)
    }
    matching.weigh()
  }

  /// Adds what the line in hand may have paid: what its text tells, and what its habit speaks for.
  private mutating func addPairs(_ documents: [Int32]) {
    let near = nearby(documents)
    let isTelling = !evidence.named.isEmpty || !evidence.line.quoted.isEmpty
    let told = isTelling ? documents.indices.filter { isTold(documents[$0]) } : []
    for column in told + near.filter({ !told.contains($0) }) {
      var weight = likelihood(of: documents[column])
      if !told.isEmpty, !told.contains(column) { weight *= CashRun.unlikeTold }
      if weight > 0 { matching.addPair(document: column, weight: weight) }
    }
  }

  /// How likely a line that tells one document pays another one of the amount.
  private static let unlikeTold = 0.001

  /// The documents, given in order of due date, around the one that the line should pay by habit.
  private func nearby(_ documents: [Int32]) -> Range<Int> {
    guard documents.count > CashRun.mostWeighed else { return documents.indices }
    let customer = index.items[Int(documents[0])].customer
    let due = evidence.line.day - Int32(habits.habit(of: customer).mean)
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = (low + high) / 2
      if index.items[Int(documents[middle])].due < due { low = middle + 1 } else { high = middle }
    }
    let start = max(0, min(low - CashRun.mostWeighed / 2, documents.count - CashRun.mostWeighed))
    return start..<(start + CashRun.mostWeighed)
  }

  /// How likely the line in hand pays a document of its amount, by the day and the text.
  private func likelihood(of document: Int32) -> Double {
    let item = index.items[Int(document)]
    let line = evidence.line
    guard item.isOpen(on: line.day) || evidence.named.contains(document),
      isStray || candidates.contains(item.customer)
    else { return 0 }
    var weight = habits.likelihood(of: line.day - item.due, for: item.customer)
    if isStray { weight *= habits.share(of: line.operation, by: item.customer) }
    if line.months != 0 {
      let month = UInt16(1) << UInt16(Day(number: item.issue).month - 1)
      if line.months & month == 0 { weight *= 0.05 }
    }
    if evidence.named.isEmpty { weight *= wordsFor(document, item) }
    return weight
  }

  /// What the text adds to a document that it does not name.
  private func wordsFor(_ document: Int32, _ item: OpenItemIndex.Item) -> Double {
    if evidence.line.figures.isEmpty, evidence.line.quoted.isEmpty { return 1 }
    switch mention(of: item) {
    case .short: return 300
    case .order: return 1
    case .cut: return 30
    case .none: break
    }
    if isSlip(document) { return 300 }
    return quotesIssue(of: item) ? 30 : 1
  }

  /// How likely the line in hand comes on its day with this amount for another reason: the same
  /// document paid a second time, part of another one.
  private func otherStory(_ documents: [Int32], _ paid: [Int32]) -> Double {
    let line = evidence.line
    if isStray {
      let others = strays.documentCount(of: line.cents, on: line.day, but: documents, in: index)
      return 1e-6 + 0.02 * Double(others)
        + (areStrays ? 0.01 * openAmounts.chance(of: line.cents) : 0)
    }
    var story = 1e-7
    let lately = (line.day - CashRun.longestSecond)..<line.day
    if hasDay(in: lately, of: paid) { story += CashRun.secondPayments }
    if hasRival(since: lately.lowerBound) { story += CashRun.secondPayments }
    if line.cents % 10_000 == 0 { story += 1e-4 } else if line.cents % 1_000 == 0 { story += 2e-5 }
    return story
  }

  /// Seven payments in a thousand come twice, within a month or so: so many on one of its days.
  private static let secondPayments = 0.007 / 30
  static let longestSecond: Int32 = 45

  /// Whether nothing says who paid the line in hand.
  private var isStray: Bool { evidence.payers.isEmpty && evidence.named.isEmpty }

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
  private mutating func paidDays(of members: [Int32]) -> [Int32] {
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

  /// How sure it is that a line and those of the same payer and day pay a document, whichever of
  /// them does.
  private func shareOfDay(_ pair: EqualAmounts.Pair, _ members: [Int32]) -> Double {
    let line = waiting.lines[Int(members[Int(pair.line)])]
    func isTogether(_ row: Int) -> Bool {
      let other = waiting.lines[Int(members[row])]
      return other.day == line.day && other.payer == line.payer
    }
    var (low, high) = (Int(pair.line), Int(pair.line) + 1)
    while low > 0, isTogether(low - 1) { low -= 1 }
    while high < members.count, isTogether(high) { high += 1 }
    return high - low > 1 ? matching.share(of: pair.document, among: low..<high) : 0
  }

  /// Books what is sure; keeps the rest in mind.
  private mutating func conclude(_ document: Int32, _ share: Double, outOf count: Int) {
    let score = Int(trust(share, isNamed: isTold(document), isOnly: count == 1) * 1_000)
    guard score >= rules.appliedFrom else {
      guesses[Int(evidence.place)].document = document
      guesses[Int(evidence.place)].score = Int32(score)
      index.items[Int(document)].presumed = evidence.line.day
      return
    }
    book(equal(document, score: score, outOf: count))
  }

  private mutating func forget(_ line: Int32) {
    let guess = guesses[Int(line)].document
    if guess >= 0 { index.items[Int(guess)].presumed = .max }
    guesses[Int(line)] = Guess(clock: movements.clock)
  }

  /// What a share is worth as a score: beside others, or where no payer is known, only what leaves
  /// next to no doubt is sure.
  private func trust(_ share: Double, isNamed: Bool, isOnly: Bool) -> Double {
    if isNamed { return min(share, 0.998) }
    let leastSure = isStray ? 0.995 : isOnly ? 0.994 : 0.998
    return share >= leastSure && (isOnly || !isStray) ? min(share, 0.998) : share * 0.97
  }

  /// The document that a line of several of one amount most likely paid, from an earlier weighing.
  func guess() -> Explanation? {
    let guess = guesses[Int(evidence.place)]
    guard guess.document >= 0, index.items[Int(guess.document)].open == evidence.line.cents else {
      return nil
    }
    return equal(guess.document, score: Int(guess.score), outOf: 2)
  }

  private func equal(_ document: Int32, score: Int, outOf count: Int) -> Explanation {
    let isNamed = evidence.named.contains(document)
    let isTold = isTold(document)
    var reasons: [Reason] = isNamed ? [.reference(number(document))] : []
    if isTold, !isNamed { reasons.append(.order(number(document))) }
    reasons.append(.exactAmount)
    if !evidence.payers.isEmpty { reasons.append(ground) }
    if !isTold { reasons.append(count == 1 ? .onlyCandidate : .ambiguous) }
    return Explanation(parts: whole([document]), score: score, reasons: reasons)
  }
}

/// What a line of several of one amount most likely paid.
struct Guess {
  var document: Int32 = -1
  var score: Int32 = 0
  /// When it was made.
  var clock: Int32 = -1
}
