import Ledger
import Quantities

/// Where the amount is that of one document, or of several: which of them was paid.
extension CashRun {
  /// Weighs all amounts of the household that lines still wait with; books what is sure.
  mutating func settleEquals() {
    var start = 0
    while start < classes.count {
      let range = start..<classes.end(of: start)
      start = range.upperBound
      if isToWeigh(range) { settleEquals(classes.lines[range].filter { isWaiting[Int($0)] }) }
    }
  }

  /// Whether lines of one amount still wait, and something moved for one of their payers since the
  /// amount was weighed.
  private func isToWeigh(_ range: Range<Int>) -> Bool {
    for rank in range where isWaiting[Int(classes.lines[rank])] {
      let line = Int(classes.lines[rank])
      if waiting.lines[line].cents <= 0 { return false }
      if guesses[line].clock < movements.latest(of: waiting.customers(of: waiting.lines[line])) {
        return true
      }
    }
    return false
  }

  /// Weighs the lines of one amount against the documents of that amount.
  private mutating func settleEquals(_ lines: [Int32]) {
    let cents = waiting.lines[Int(lines[0])].cents
    var members = lines.filter { isMember($0) }
    for line in lines { forget(line) }
    guard !members.isEmpty else { return }
    let documents = documents(leaving: cents, for: members)
    guard !documents.isEmpty else { return }
    if !areStrays { admitStrays(of: cents, to: &members) }
    weigh(members, documents)
    let pairs = matching.likeliest()
    for pair in pairs {
      let (line, document) = (members[Int(pair.line)], documents[Int(pair.document)])
      let share = max(pair.share, shareOfDay(pair, members))
      if isKept[Int(line)] { continue }
      look(at: line)
      conclude(document, share, outOf: documents.count)
    }
  }

  /// Adds the lines of an amount that nobody's name stands on, in order of day.
  private func admitStrays(of cents: Int64, to members: inout [Int32]) {
    let unnamed = strays.lines(of: cents).filter { isWaiting[Int($0)] }
    guard !unnamed.isEmpty else { return }
    members = waiting.inOrderOfDay(members + unnamed)
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
    return !areStrays && evidence.settled < 0 && (!hasSettledTwin() || mentionsOpen())
  }

  /// Whether the line mentions an open document of just its amount by its short number or order.
  private mutating func mentionsOpen() -> Bool {
    guard mayMention else { return false }
    equals.removeAll(keepingCapacity: true)
    let line = evidence.line
    for customer in evidence.payers {
      index.openItems(of: customer, leaving: line.cents, on: line.day, into: &equals)
    }
    return isMentioned(equals)
  }

  private func isMentioned(_ documents: [Int32]) -> Bool {
    documents.contains { mention(of: $0) >= .short || isSlip($0) }
  }

  /// Whether the lines at hand are those of which no payer is known.
  var areStrays: Bool { household == households.count }

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
    if documents.count < 2 { return documents }
    var keys = documents.map { Int64(index.items[Int($0)].due) << 32 | Int64($0) }
    sortNearlySorted(&keys)
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
    // What an earlier line told is hardly what a later one pays that tells nothing.
    var told = [Bool](repeating: false, count: documents.count)
    for member in members {
      look(at: member)
      matching.addLine(isOther: otherStory(documents, paid))
      addPairs(documents, &told)
    }
    matching.weigh()
  }

  /// Adds what the line in hand may have paid: what its text tells, and what its habit speaks for.
  private mutating func addPairs(_ documents: [Int32], _ told: inout [Bool]) {
    let near = nearby(documents)
    if evidence.named.isEmpty, !mayMention { return addSilentPairs(near, documents, told) }
    let isTelling = !evidence.named.isEmpty || !evidence.line.quoted.isEmpty
    let named = isTelling ? ranks(ofTold: documents) : []
    let columns = named + near.filter { !named.contains($0) }
    let words = columns.map { wordsFor(documents[$0]) }
    // A text fits what it tells; it does not make another line's text fit less.
    let scale = min(1, 2 / (words.max() ?? 1))
    for (column, word) in zip(columns, words) {
      var weight = likelihood(of: documents[column]) * word * scale
      if word < CashRun.telling, told[column] { weight /= CashRun.telling }
      if weight > 0 { matching.addPair(document: column, weight: weight) }
    }
    for (column, word) in zip(columns, words) where word >= CashRun.telling {
      told[column] = true
    }
  }

  /// Where the documents stand, in order of due date, that the text says are meant.
  private func ranks(ofTold documents: [Int32]) -> [Int] {
    if !evidence.line.quoted.isEmpty { return documents.indices.filter { isTold(documents[$0]) } }
    return evidence.named.compactMap { documents.firstIndex(of: $0) }.sorted()
  }

  /// The same for a line whose text tells nothing.
  private mutating func addSilentPairs(
    _ near: Range<Int>, _ documents: [Int32], _ told: [Bool]
  ) {
    for column in near {
      let weight = likelihood(of: documents[column]) / (told[column] ? CashRun.telling : 1)
      if weight > 0 { matching.addPair(document: column, weight: weight) }
    }
  }

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
    var score = Int(trust(share, isNamed: isTold(document), isOnly: count == 1) * 1_000)
    if !isTold(document), !tells(document) { score = min(score, mostByAmount) }
    if score >= rules.appliedFrom,
      !hasNewProof([document])
        || isTold(document) && isMoreUsual(rivals(for: document), than: document)
    {
      score = rules.appliedFrom - 1
    }
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
    if isStray {
      let isSure = share >= 0.995 && isOnly && speaksByAmount(evidence.place)
      return isSure ? min(share, 0.998) : share * 0.96
    }
    return share >= (isOnly ? 0.994 : 0.998) ? min(share, 0.998) : share * 0.97
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
    let isTold = isTold(document)
    let mention = mention(of: document)
    let isMisspelt = mention < .short && isSlip(document)
    let isHinted = !isTold && (mention != .none || isMisspelt)
    var reasons: [Reason] = []
    if evidence.named.contains(document) {
      reasons.append(.reference(number(document)))
    } else if isTold {
      reasons.append(.order(number(document)))
    } else if isHinted {
      reasons.append(isMisspelt ? .misspelt(number(document)) : hint(document))
    }
    reasons.append(.exactAmount)
    if !evidence.payers.isEmpty { reasons.append(ground) }
    let isSure = isTold || isHinted && score >= rules.appliedFrom
    if !isSure { reasons.append(count == 1 ? .onlyCandidate : .ambiguous) }
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
