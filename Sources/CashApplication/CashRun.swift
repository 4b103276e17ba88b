import Ledger
public import Quantities

/// One allocation at work: takes the lines one by one, then answers them household by household.
///
/// There is one of each: a run is large, and a copy of it would settle the same documents again.
public struct CashRun: ~Copyable {
  /// What a pass may rely on. Each also tries what those before it do: a document that one pass
  /// paid in part may be what another line names for its rest.
  enum Pass: Int, CaseIterable {
    case named, namedInPart, mentioned, equals, sums, again, atLast, likely, probable, last
  }

  public internal(set) var index: OpenItemIndex
  let rules: MatchingRules
  var memory: PayerMemory
  var waiting = WaitingLines()
  var habits: PaymentHabits
  var evidence: Evidence
  /// What was said of each line so far in the household at hand, by place.
  var answers: [(place: Int32, answer: AllocationProposal)] = []
  var households = Households()
  /// How far the lines are sorted out, and which of the past are not read.
  var unread = Unread()
  /// The household at hand; one more than there are while the strays are settled.
  var household = -1
  /// Lines that name another household's document, and were not explained in their own.
  private var postponed: [Int32] = []
  var strays = Strays()

  /// Whether each line still waits, and what it may have paid of several equal documents.
  var isWaiting: [Bool] = []
  var guesses: [Guess] = []
  var movements = Movements(customers: 0, lines: 0)
  /// What the lines of the household at hand were last explained by.
  private var drafts: [Int32: Explanation] = [:]
  /// The last day that any line speaks of.
  var lastDay = Int32.min
  // Filled and emptied again and again.
  var equals: [Int32] = []
  var classes = AmountClasses()
  var matching = EqualAmounts()
  var openAmounts = OpenAmounts()
  var past = Past()
  /// Lines that keep what was said of them, and households in which anything has moved.
  var isKept: [Bool] = []
  var isFresh: [Bool] = []
  var anonymous = AnonymousMoney()
  /// Whether each line was booked, and those of them that are looked at again.
  var isApplied: [Bool] = []
  var booked: [Booked] = []
  var firstOfHousehold = 0
  var daysOfLines = 1.0
  /// A member of no known size keeps the run where it is. Without it the whole run is copied to be
  /// asked a question: two million times for a hundred thousand lines.
  private let anchor: any BitwiseCopyable = 0

  public init(
    on index: OpenItemIndex, by rules: MatchingRules = .standard,
    learned: PayerMemory = PayerMemory()
  ) {
    self.index = index
    self.rules = rules
    memory = learned
    habits = PaymentHabits(of: index)
    evidence = Evidence(line: .none)
    self.index.seal()
  }

  /// Takes a line in. All lines come before the first answer.
  public mutating func take(_ line: IncomingLine) {
    precondition(household < 0, "lines come before answers")
    waiting.take(line, in: index)
  }

  /// Credit notes that cancel whole invoices for which no money came.
  public var setOffs: [OpenItemIndex.SetOff] { index.setOffs }

  /// What the next lines pay: those of whole households, and at least so many while there are; nil
  /// when all lines are answered. Each comes with the day its line was booked, in the order of
  /// taking. Nothing said later changes an answer.
  public mutating func answerNext(
    atLeast count: Int
  ) -> [(bookedOn: Day, answer: AllocationProposal)]? {
    guard let some = answerSome(atLeast: count) else { return nil }
    // Places and ranks are sorted as one number: the answers themselves are moved once.
    var order = some.indices.map { UInt64(UInt32(bitPattern: some[$0].place)) << 32 | UInt64($0) }
    order.sort()
    return order.map {
      let (place, answer) = some[Int($0 & 0xFFFF_FFFF)]
      return (Day(number: waiting.lines[Int(place)].day), answer)
    }
  }

  /// Hands the documents over as they now stand; the run is then over.
  public mutating func giveIndex() -> OpenItemIndex {
    defer { index = OpenItemIndex(payers: []) }
    return index
  }

  mutating func answerSome(atLeast count: Int) -> [(place: Int32, answer: AllocationProposal)]? {
    let isFirst = household < 0
    if isFirst { sortOut() }
    guard household <= households.count else { return nil }
    let count = max(1, count)
    answers.removeAll(keepingCapacity: true)
    if isFirst { settleJointly() }
    while household < households.count, answers.count < count {
      settle(household)
      household += 1
    }
    if answers.count < count, household == households.count {
      settleStrays(households.strays + postponed)
      giveBack()
      household += 1
    }
    return answers
  }

  /// Finds out who pays, and whose the lines are.
  private mutating func sortOut() {
    precondition(linesToRead().isEmpty, "what matters is read before the first answer")
    strays = Strays(households.strays, of: waiting, in: index)
    habits = PaymentHabits(of: index)
    isWaiting = Array(repeating: true, count: waiting.lines.count)
    guesses = Array(repeating: Guess(), count: waiting.lines.count)
    movements = Movements(customers: index.customers.count, lines: waiting.lines.count)
    lastDay = waiting.lines.reduce(.min) { max($0, $1.day) }
    daysOfLines = Double(lastDay) - Double(waiting.lines.reduce(.max) { min($0, $1.day) })
    isApplied = Array(repeating: false, count: waiting.lines.count)
    household = 0
    recallPast()
    learnAnonymous()
  }

  /// Learns from lines that name all they pay whose account and name these are.
  mutating func learn() {
    for line in waiting.lines where line.cents > 0 && !line.named.isEmpty {
      let named = waiting.named[line.named.range]
      let owner = index.items[Int(named.first!)].customer
      let sum = named.reduce(Int64(0)) { $0 + index.items[Int($1)].total }
      let known = waiting.payers.customers(of: line.payer)
      guard sum == line.cents, known.isEmpty || known.contains(owner),
        named.allSatisfy({ index.items[Int($0)].customer == owner })
      else { continue }
      let payer = waiting.payers.payers[Int(line.payer)]
      memory.learn(index.customers[Int(owner)], account: payer.account)
      guard known.isEmpty else { continue }
      memory.learn(index.customers[Int(owner)], name: payer.name)
      memory.learn(index.customers[Int(owner)], name: payer.plain)
    }
  }

  // MARK: - One household

  private mutating func settle(_ household: Int) {
    let customers = households.customers(of: household)
    let lines = households.lines(of: household)
    defer { for customer in customers { index.setOffPairs(of: customer) } }
    guard !lines.isEmpty, isFresh.isEmpty || isFresh[household] else { return }
    classes = AmountClasses(of: lines, in: waiting)
    drafts.removeAll(keepingCapacity: true)
    var left = Array(lines)
    for pass in Pass.allCases where !left.isEmpty {
      if pass == .likely { for customer in customers { index.setOffPairs(of: customer) } }
      if (Pass.equals.rawValue...Pass.likely.rawValue).contains(pass.rawValue) { settleEquals() }
      if pass == .again { settleInstalments(left) }
      left.removeAll { isAnswered($0, by: pass) }
    }
    lookAgainInHousehold()
  }

  /// Tries one line; false when it has to wait for a later pass.
  mutating func isAnswered(_ place: Int32, by pass: Pass) -> Bool {
    guard isWaiting[Int(place)], !isKept[Int(place)] else { return true }
    if saysNothing(place, for: pass) { return false }
    look(at: place)
    if evidence.namesStranger, pass.rawValue >= Pass.likely.rawValue {
      postponed.append(place)
      return true
    }
    guard var answer = reading(pass) else {
      let isOver =
        pass == .last || evidence.line.cents <= 0 || evidence.line.isNoise
      // Nobody is known who names a settled document: another customer's may be meant.
      if isOver, evidence.settled >= 0, evidence.payers.isEmpty, household < households.count,
        evidence.line.cents > 0, !evidence.line.isNoise
      {
        postponed.append(place)
        return true
      }
      if isOver { conclude(unexplained(evidence.line)) }
      return isOver
    }
    answer = modest(answer)
    if !isSure(answer), pass.rawValue < Pass.likely.rawValue { return false }
    if pass == .probable, answer.score < 560 { return false }
    // What other proposals hold is not proof: the last passes apply nothing.
    if pass.rawValue >= Pass.likely.rawValue {
      answer.score = min(answer.score, rules.appliedFrom - 1)
    }
    book(answer)
    return true
  }

  /// Whether the text of a line says nothing that the pass may rely on.
  private func saysNothing(_ place: Int32, for pass: Pass) -> Bool {
    guard pass == .namedInPart || pass == .mentioned || pass == .equals else { return false }
    let line = waiting.lines[Int(place)]
    return line.named.isEmpty && (pass == .namedInPart || !line.mayMention)
  }

  private mutating func reading(_ pass: Pass) -> Explanation? {
    let cents = evidence.line.cents
    evidence.isThorough = pass.rawValue >= Pass.probable.rawValue
    guard cents != 0, cents.magnitude <= UInt64(largestAmountInCents) else { return nil }
    if cents < 0 { return comeBack() }
    if pass == .likely { return guess() }
    if pass.rawValue < Pass.sums.rawValue { return explain(pass) }
    let place = evidence.place
    if pass != .probable, movements.isUnchanged(place, for: evidence.payers) {
      return drafts[place]
    }
    let answer = explain(pass)
    drafts[place] = answer
    movements.look(at: place)
    return answer
  }

  /// Takes what the line in hand pays off the documents, and says so. Proposals reserve theirs for
  /// the time of the run.
  mutating func book(_ answer: Explanation) {
    let line = evidence.line
    let isSure = answer.score >= rules.appliedFrom
    if isSure, isToSeeAgain(answer) {
      seeAgain(answer)
    } else {
      conclude(proposal(answer, for: line))
    }
    if isSure { isApplied[Int(evidence.place)] = true }
    for part in answer.parts {
      index.settle(part.place, by: part.cents, on: line.day)
      movements.note(index.items[Int(part.place)].customer)
      guard isSure else {
        reserved.append((part, answer.score))
        continue
      }
      index.items[Int(part.place)].paid = line.day
      index.items[Int(part.place)].isProven = evidence.named.contains(part.place)
    }
    guard isSure, line.cents > 0, let first = answer.parts.first else { return }
    let item = index.items[Int(first.place)]
    habits.note(item.customer, delay: line.day - item.due, by: line.operation)
  }

  /// Holds a part of a document for a proposal.
  mutating func reserve(_ part: Explanation.Part, score: Int, on line: Int32) {
    index.settle(part.place, by: part.cents, on: waiting.lines[Int(line)].day)
    reserved.append((part, score))
  }

  /// Leaves a line for the end, when all households were read.
  mutating func postpone(_ line: Int32) { postponed.append(line) }

  mutating func conclude(_ proposal: AllocationProposal) {
    answers.append((evidence.place, proposal))
    isWaiting[Int(evidence.place)] = false
  }

  /// What proposals hold for the time of the run, with their scores; given back at its end.
  var reserved: [(part: Explanation.Part, score: Int)] = []

  /// Gives back what proposals hold whose score is lower.
  mutating func giveBack(below score: Int = .max) {
    for (part, sure) in reserved where sure < score {
      let since = index.items[Int(part.place)].openSince
      index.settle(part.place, by: -part.cents, on: since)
    }
    reserved.removeAll { $0.score < score }
  }
}
