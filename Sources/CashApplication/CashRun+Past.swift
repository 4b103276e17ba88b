public import Ledger
import Quantities

/// A payment that was applied before, by the program or by a person.
public struct PastPayment: Hashable, Sendable {
  public let line: IncomingLine
  public let parts: [AllocationProposal.Part]
  /// Whether the program applied it by itself, and no person confirmed it since.
  public let isDeduced: Bool

  public init(line: IncomingLine, parts: [AllocationProposal.Part], isDeduced: Bool) {
    self.line = line
    self.parts = parts
    self.isDeduced = isDeduced
  }
}

/// What was weighed before, and what happened since: what has not moved keeps what was thought of
/// it.
public struct WeighedBefore: Hashable, Sendable {
  /// The first entry after those that were weighed.
  public let entry: EntryNumber
  /// The customers of whom anything was entered since.
  public let touched: Set<CustomerID>

  public init(entry: EntryNumber, touched: Set<CustomerID> = []) {
    self.entry = entry
    self.touched = touched
  }
}

/// What a run knows of earlier ones.
struct Past {
  /// Payments of the past, in the order of taking, and the parts of all of them.
  var payments: [Payment] = []
  var parts: [AllocationProposal.Part] = []
  /// Documents that a line paid of which nothing but the amount spoke for it, with that line.
  var weak: [Int32: Int32] = [:]
  /// What proposals that stand would take.
  var held: [(line: EntryNumber, part: AllocationProposal.Part, score: Int)] = []
  var weighed: WeighedBefore?
  /// Lines that are not for the program to decide.
  var onlyProposed: Set<EntryNumber> = []

  /// A payment with the place of its line; its parts lie side by side with all others.
  struct Payment {
    let place: Int32
    let firstPart: Int32
    let partCount: Int32
    let isDeduced: Bool
  }

  func parts(of payment: Payment) -> ArraySlice<AllocationProposal.Part> {
    parts[Int(payment.firstPart)..<Int(payment.firstPart + payment.partCount)]
  }
}

extension CashRun {
  /// Takes in what was applied before: it teaches names and habits, and is not decided anew.
  public mutating func remember(_ payment: PastPayment) {
    remember(payment.line, paying: payment.parts, isDeduced: payment.isDeduced)
  }

  /// The same of a line and its parts: `isDeduced` when the program applied it by itself. A line
  /// that is not read, as it comes without its words, may be asked for by `linesToRead`.
  public mutating func remember(
    _ line: IncomingLine, paying parts: some Sequence<AllocationProposal.Part>, isDeduced: Bool,
    isRead: Bool = true
  ) {
    let first = past.parts.count
    past.parts.append(contentsOf: parts)
    past.payments.append(
      Past.Payment(
        place: Int32(waiting.lines.count), firstPart: Int32(first),
        partCount: Int32(past.parts.count - first), isDeduced: isDeduced))
    if isRead { return take(line) }
    precondition(unread.stage == .taking, "lines come before answers")
    unread.note(Int32(waiting.lines.count))
    waiting.takeUnread(line)
  }

  /// Keeps what an earlier run said of lines of which nothing has moved since: they get no answer.
  public mutating func keep(_ weighed: WeighedBefore) { past.weighed = weighed }

  /// Lines that a person, or the firm's books, decided otherwise before: what is found is proposed.
  public mutating func onlyPropose(_ lines: Set<EntryNumber>) { past.onlyProposed = lines }

  /// What a proposal that may be kept would take, for the time of the run.
  public mutating func hold(_ part: AllocationProposal.Part, for line: EntryNumber, score: Int) {
    past.held.append((line, part, score))
  }

  /// The customers whose lines were read anew.
  public var customersRead: Set<CustomerID> {
    guard past.weighed != nil else { return Set(index.customers) }
    return Set(
      index.customers.indices.filter { isFresh[Int(households.homes[$0])] }
        .map { index.customers[$0] })
  }

  // MARK: - Before the first answer

  mutating func recallPast() {
    if past.parts.isEmpty, past.held.isEmpty { return }
    let documents = documentsByEntry()
    for payment in paymentsInOrder() { recall(payment, documents) }
    holdProposals(documents)
  }

  /// The places of the documents by their entries.
  func documentsByEntry() -> KeyTable {
    var documents = KeyTable(capacity: index.marks.count)
    for (place, mark) in index.marks.enumerated() {
      documents.insert(Int32(place), for: UInt64(bitPattern: mark.id.raw))
    }
    return documents
  }

  /// The payments of the past in the order of the book.
  private func paymentsInOrder() -> [Past.Payment] {
    func comesBefore(_ left: Past.Payment, _ right: Past.Payment) -> Bool {
      let (left, right) = (waiting.lines[Int(left.place)], waiting.lines[Int(right.place)])
      return (left.day, left.id) < (right.day, right.id)
    }
    let isSorted = zip(past.payments, past.payments.dropFirst()).allSatisfy { comesBefore($0, $1) }
    return isSorted ? past.payments : past.payments.sorted { comesBefore($0, $1) }
  }

  private mutating func recall(_ payment: Past.Payment, _ places: KeyTable) {
    let place = payment.place
    isWaiting[Int(place)] = false
    isApplied[Int(place)] = true
    look(at: place)
    let line = evidence.line
    guard line.cents > 0 else { return }
    let named = waiting.named[line.named.range]
    var first: Int32 = -1
    for part in past.parts(of: payment) where part.amount.isPositive {
      guard let document = places.newest(UInt64(bitPattern: part.document.raw)) else { continue }
      if first < 0 { first = document }
      let item = index.items[Int(document)]
      index.items[Int(document)].paid = max(item.paid, line.day)
      if named.contains(document) { index.items[Int(document)].isProven = true }
      let isAll = item.open == 0 && item.total == part.amount.cents && payment.partCount == 1
      // What is not read is no household's that is.
      if payment.isDeduced, isAll, !unread.has(place), !tells(document) {
        past.weak[document] = place
      }
    }
    guard first >= 0 else { return }
    let item = index.items[Int(first)]
    habits.note(item.customer, delay: line.day - item.due, by: line.operation)
  }

  /// Whether the text of the line in hand says anything of a document.
  func tells(_ document: Int32) -> Bool {
    if waiting.named[evidence.line.named.range].contains(document) { return true }
    return mention(of: document) != .none || isSlip(document)
      || quotesIssue(of: index.items[Int(document)])
  }

  private mutating func holdProposals(_ places: KeyTable) {
    guard !past.held.isEmpty else { return }
    var lines = KeyTable(capacity: waiting.lines.count)
    for (place, line) in waiting.lines.enumerated() {
      lines.insert(Int32(place), for: UInt64(bitPattern: line.id.raw))
    }
    for (line, part, score) in past.held {
      guard let place = lines.newest(UInt64(bitPattern: line.raw)), isKept[Int(place)],
        isWaiting[Int(place)], !waiting.customers(of: waiting.lines[Int(place)]).isEmpty,
        let document = places.newest(UInt64(bitPattern: part.document.raw))
      else { continue }
      reserve(.init(place: document, cents: part.amount.cents), score: score, on: place)
    }
  }

  // MARK: - What is kept

  /// Finds the lines of which nothing has moved since they were weighed.
  mutating func sortKept() {
    isKept = Array(repeating: false, count: waiting.lines.count)
    guard let weighed = past.weighed else { return }
    isFresh = Array(repeating: false, count: households.count)
    for (place, customer) in index.customers.enumerated() where weighed.touched.contains(customer) {
      isFresh[Int(households.homes[place])] = true
    }
    for household in 0..<households.count {
      if isFresh[household] { continue }
      isFresh[household] = households.lines(of: household).contains { isNew($0) }
    }
    for household in 0..<households.count where !isFresh[household] {
      for line in households.lines(of: household) { isKept[Int(line)] = true }
    }
    let amounts = Set(
      zip(index.items, index.marks).lazy.filter { $0.1.id >= weighed.entry }.map(\.0.open))
    for line in households.strays where !isNew(line) {
      let named = waiting.named[waiting.lines[Int(line)].named.range]
      isKept[Int(line)] =
        !amounts.contains(waiting.lines[Int(line)].cents)
        && !named.contains { index.marks[Int($0)].id >= weighed.entry }
    }
  }

  func isNew(_ line: Int32) -> Bool {
    past.weighed.map { waiting.lines[Int(line)].id >= $0.entry } ?? true
  }

  /// Whether what is said of the line in hand may be booked: it is new, or there is new proof, a
  /// new document that it names. What was not certain before does not become so because other
  /// explanations were used up.
  func hasNewProof(_ documents: [Int32]) -> Bool {
    if past.onlyProposed.contains(evidence.line.id) { return false }
    guard let weighed = past.weighed, evidence.line.id < weighed.entry, evidence.line.cents > 0
    else { return true }
    return !documents.isEmpty
      && documents.allSatisfy {
        index.items[Int($0)].total < 0 || index.marks[Int($0)].id >= weighed.entry && tells($0)
      }
  }

  /// An answer with no more than the line may have that was weighed before.
  func modest(_ answer: Explanation) -> Explanation {
    guard isSure(answer), !hasNewProof(answer.parts.map(\.place)) else { return answer }
    var answer = answer
    answer.score = rules.appliedFrom - 1
    return answer
  }

  // MARK: - What gives way

  /// The customer names documents, to the cent, of which one was given to a line that had only its
  /// amount to say for it: that line gives way.
  mutating func displacing() -> Explanation? {
    guard !past.weak.isEmpty, evidence.settled >= 0, !evidence.payers.isEmpty else { return nil }
    let named = waiting.named[evidence.line.named.range]
    var cents: Int64 = 0
    var weak: [Int32] = []
    for document in named {
      let item = index.items[Int(document)]
      guard isFromPayer(document), item.issue <= evidence.line.day else { return nil }
      cents += item.open
      guard item.open == 0 else { continue }
      guard let line = past.weak[document], givesWay(line, document) else { return nil }
      cents += item.total
      weak.append(document)
    }
    guard cents == evidence.line.cents, !weak.isEmpty, hasNewProof(Array(named)) else { return nil }
    var displaced: [Int32] = []
    for document in weak {
      let item = index.items[Int(document)]
      index.settle(document, by: -item.total, on: item.issue)
      movements.note(item.customer)
      guard let line = past.weak.removeValue(forKey: document) else { continue }
      displaced.append(line)
      isWaiting[Int(line)] = true
      isKept[Int(line)] = false
      postpone(line)
    }
    evidence.named = Array(named)
    evidence.settled = -1
    var answer = exactlyNamed()
    answer?.displaced = displaced
    return answer
  }

  /// Whether a line that paid by its amount alone may as well have paid something else: nobody is
  /// known who paid it, or its payer owes another document of the amount.
  private mutating func givesWay(_ line: Int32, _ document: Int32) -> Bool {
    let item = index.items[Int(document)]
    if !mayBe(line, from: item.customer) { return true }
    equals.removeAll(keepingCapacity: true)
    let day = waiting.lines[Int(line)].day
    index.openItems(of: item.customer, leaving: item.total, on: day, into: &equals)
    return !equals.isEmpty
  }
}
