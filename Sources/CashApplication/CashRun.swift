import Ledger
import Quantities

/// One allocation at work: all lines, in passes from the strongest evidence to the weakest.
struct CashRun {
  /// What a pass may rely on. Each pass also tries what those before it do: a document that one
  /// pass paid in part may be what another line names for its rest.
  enum Pass: Int, CaseIterable {
    case named, namedInPart, mentioned, payer, payerAgain, payerAtLast, amount, last
  }

  var index: OpenItemIndex
  let rules: MatchingRules
  var memory: PayerMemory
  let lines: [IncomingLine]
  var answers: [AllocationProposal?]
  var evidence = Evidence()
  var scratch = RemittanceText()
  var pool: [Int32] = []
  var equals: [Int32] = []
  /// When each line was last looked at, and the only payer it may have had then.
  private var looks: [Look]
  /// When something was last settled for each customer.
  private var moves: [Int32]
  private var clock: Int32 = 0
  var found: [Int32] = []
  var habits: PaymentHabits
  private var bearers: [UInt64: Bearers] = [:]
  private var byPayerAndAmount = KeyTable()
  private var turns: [Turn]

  struct Bearers {
    let customers: [Int32]
    let ground: Reason
  }

  init(
    lines: [IncomingLine], index: OpenItemIndex, rules: MatchingRules, memory: PayerMemory
  ) {
    self.lines = lines
    self.index = index
    self.rules = rules
    self.memory = memory
    answers = Array(repeating: nil, count: lines.count)
    turns = Array(repeating: Turn(), count: lines.count)
    looks = Array(repeating: Look(at: -1, payer: Look.several), count: lines.count)
    moves = Array(repeating: 0, count: index.customers.count)
    habits = PaymentHabits(customers: index.customers.count)
  }

  /// When a line's turn comes, and what the passes need to know of it.
  private struct Turn {
    var rank: Int32 = 0
    var day: Int32 = 0
    var isWaiting = true
    var namesDocuments = true
    var hasDigits = true
  }

  private struct Look {
    static let none: Int32 = -1
    static let several: Int32 = -2
    var at: Int32
    var payer: Int32
  }

  /// Notes that a line was looked at with all that is open now.
  mutating func remember(_ place: Int) {
    let count = evidence.payers.count
    let payer = count == 1 ? evidence.payers[0] : count == 0 ? Look.none : Look.several
    looks[place] = Look(at: clock, payer: payer)
  }

  /// Whether the line has nothing that this pass reads.
  private func hasNothing(for pass: Pass, _ place: Int) -> Bool {
    switch pass {
    case .namedInPart: !turns[place].namesDocuments
    case .mentioned: !turns[place].namesDocuments && !turns[place].hasDigits
    default: false
    }
  }

  /// Whether nothing moved for its payer since the line was looked at in a pass of this kind.
  private func isUnchanged(_ place: Int, _ pass: Pass) -> Bool {
    guard pass.rawValue > Pass.payer.rawValue, pass != .last, looks[place].at >= 0 else {
      return false
    }
    let payer = looks[place].payer
    if payer == Look.none { return pass != .amount }
    return payer >= 0 && moves[Int(payer)] <= looks[place].at
  }

  mutating func run() {
    var waiting = Array(lines.indices)
    // Lines of one day are read in the order of the book, however they were given.
    waiting.sort {
      (lines[$0].line.booked, lines[$0].id) < (lines[$1].line.booked, lines[$1].id)
    }
    byPayerAndAmount = KeyTable(capacity: lines.count)
    for (rank, place) in waiting.enumerated() {
      turns[place].rank = Int32(rank)
      turns[place].day = lines[place].line.booked.number
      if let key = rivalKey(lines[place].line) { byPayerAndAmount.insert(Int32(place), for: key) }
    }
    for pass in Pass.allCases {
      waiting.removeAll { place in
        turns[place].isWaiting = isLeft(place, by: pass)
        return !turns[place].isWaiting
      }
      if pass == .amount { index.setOffPairs() }
    }
  }

  /// Tries one line; true when it has to wait for a later pass.
  private mutating func isLeft(_ place: Int, by pass: Pass) -> Bool {
    if hasNothing(for: pass, place) || isUnchanged(place, pass) { return true }
    let line = lines[place].line
    evidence.clear()
    evidence.read(line, in: index, found: &found)
    turns[place].namesDocuments = !evidence.named.isEmpty
    turns[place].hasDigits = evidence.text.runs.contains { $0.isDigits }
    findPayers(line)
    let answer = reading(place, pass)
    guard var answer else {
      let isOver = pass == .last || line.amount.isNegative || isNoise(line)
      if isOver { answers[place] = unexplained(lines[place]) }
      return !isOver
    }
    if answer.score < rules.appliedFrom, pass != .last { return true }
    // What other proposals hold is not proof: the last pass applies nothing.
    if pass == .last { answer.score = min(answer.score, rules.appliedFrom - 1) }
    book(&answer, on: line)
    answers[place] = proposal(answer, for: lines[place])
    return false
  }

  private mutating func reading(_ place: Int, _ pass: Pass) -> Explanation? {
    let line = lines[place].line
    guard !line.amount.isZero, line.amount.cents.magnitude <= UInt64(largestAmountInCents) else {
      return nil
    }
    return line.amount.isNegative ? comeBack(line) : explain(place, pass)
  }

  /// Takes what the line pays off the documents. Proposals reserve theirs for the time of the run.
  private mutating func book(_ answer: inout Explanation, on line: BankLine) {
    let isSure = answer.score >= rules.appliedFrom
    clock += 1
    for part in answer.parts {
      index.settle(part.place, by: part.cents, on: line.booked.number)
      moves[Int(index.items[Int(part.place)].customer)] = clock
      if !isSure { reserved.append(part) }
    }
    guard isSure, line.amount.isPositive, let first = answer.parts.first else { return }
    let item = index.items[Int(first.place)]
    habits.note(item.customer, delay: line.booked.number - item.due, by: line.operation)
    if answer.teaches { memory.learn(index.customers[Int(item.customer)], from: line) }
  }

  /// How many earlier lines of the same payer and amount still wait.
  func earlierRivals(_ place: Int, since issue: Int32) -> Int {
    guard let key = rivalKey(lines[place].line) else { return 0 }
    let rank = turns[place].rank
    var count = 0
    var entry = byPayerAndAmount.first(key)
    while entry >= 0 {
      let other = turns[Int(byPayerAndAmount.value(entry))]
      if other.isWaiting, other.rank < rank, other.day >= issue { count += 1 }
      entry = byPayerAndAmount.next(entry)
    }
    return count
  }

  private func rivalKey(_ line: BankLine) -> UInt64? {
    guard line.amount.isPositive else { return nil }
    let payer = payerKey(line.payer, seed: 13) ?? payerKey(line.payerIBAN, seed: 11)
    return payer.map { $0 ^ mixed(UInt64(bitPattern: line.amount.cents)) }
  }

  /// What proposals hold for the time of the run; given back at its end.
  var reserved: [Explanation.Part] = []

  mutating func giveBack() {
    for part in reserved {
      let since = index.items[Int(part.place)].openSince
      index.settle(part.place, by: -part.cents, on: since)
    }
    reserved.removeAll()
  }

  // MARK: - Who pays

  private mutating func findPayers(_ line: BankLine) {
    index.customers(ofAccount: line.payerIBAN, into: &evidence.payers)
    if !evidence.payers.isEmpty {
      evidence.payerGround = .payerAccount
      return
    }
    let named = bearers(ofName: line.payer)
    evidence.payers = named.customers
    evidence.payerGround = named.ground
    for customer in memory.customers(ofAccount: line.payerIBAN) {
      guard let place = index.knownPlace(of: customer) else { continue }
      if evidence.payers.isEmpty { evidence.payerGround = .payerAccount }
      if !evidence.payers.contains(place) { evidence.payers.append(place) }
    }
    guard evidence.payers.isEmpty else { return }
    for customer in memory.customers(ofName: line.payer) {
      guard let place = index.knownPlace(of: customer) else { continue }
      evidence.payers.append(place)
      evidence.payerGround = .payerName(line.payer)
    }
  }

  private mutating func bearers(ofName name: String) -> Bearers {
    guard let key = payerKey(name, seed: 13) else {
      return Bearers(customers: [], ground: .unknownPayer)
    }
    if let known = bearers[key] { return known }
    let parsed = PayerName(name, scratch: &scratch)
    var answer = Bearers(customers: index.names.bearers(of: parsed), ground: .payerName(name))
    if answer.customers.isEmpty {
      answer = Bearers(customers: index.groups.bearers(of: parsed), ground: .payerGroup)
    }
    if answer.customers.isEmpty { answer = Bearers(customers: [], ground: .unknownPayer) }
    bearers[key] = answer
    return answer
  }
}
