import CashApplication
import Ledger
public import Quantities
public import Store

/// Applies the money of the bank to the open documents, and sets credit notes off.
public struct MatchingRun {
  private let store: Store
  private let today: Day

  public init(store: Store, today: Day) {
    self.store = store
    self.today = today
  }

  public struct Outcome: Sendable {
    public var applied = 0
    public var proposed = 0
    public var setOff = 0
  }

  /// Applies what is certain, keeps the rest as proposals. Running it twice changes nothing: a book
  /// without a new entry since the last run is left as it is.
  /// `told` hears how many lines of all were looked at; when it throws, nothing is applied.
  public func run(
    told: (_ done: Int, _ inAll: Int) throws -> Void = { _, _ in }
  ) throws -> Outcome {
    if let proposed = try store.read(proposedBefore) { return Outcome(proposed: proposed) }
    return try store.write(learned: today) { pen in
      let rules = try PayerRules(pen)
      try rules.never.apply(on: today)
      let round = try self.round(pen, rules, told)
      try pen.replaceProposals(round.proposals)
      // A credit note set off at the end may be part of what was proposed before.
      try pen.rereadStaleProposals()
      try pen.set(MatchingRun.mark, to: String(pen.nextNumber.raw))
      return Outcome(applied: round.applied, proposed: round.proposed, setOff: round.setOff)
    }
  }

  /// One reading of all lines that wait.
  private struct Round {
    var applied = 0
    var proposed = 0
    var setOff = 0
    var proposals: [StoredProposal] = []
  }

  private func round(
    _ pen: BookWriter, _ rules: PayerRules, _ told: (Int, Int) throws -> Void
  ) throws -> Round {
    var round = Round()
    var bench = try Bench(pen, rules)
    let all = bench.work.values.reduce(0) { $0 + $1.lines.count }
    var done = 0
    for currency in bench.work.keys.sorted() {
      var work = bench.take(currency)
      var index = OpenItemIndex(documents: work.documents, payers: bench.payers)
      // A million of them are in memory once: the index holds what is asked of them.
      work.documents = []
      let answers = allocate(work.lines, on: &index, learned: bench.memory)
      for (answer, line) in zip(answers, work.lines) {
        switch bench.verdict(on: answer) {
        case .apply:
          try apply(answer, bookedOn: line.line.booked, currency, bench, pen)
          round.applied += 1
        case .propose:
          round.proposals += answer.stored
          round.proposed += 1
        case .leave: break
        }
        done += 1
        if done % 500 == 0 { try told(done, all) }
      }
      for answer in allocate(work.resting, on: &index, learned: bench.memory)
      where bench.pays(answer) {
        round.proposals += answer.stored
        round.proposed += 1
      }
      for pair in index.setOffs {
        if try book(pair, currency, bench, pen) { round.setOff += 1 }
      }
    }
    round.setOff += try CreditSetOff(pen: pen, undone: bench.takenBack.setOffs).run()
    // Statements taken in before any invoice were not weighed against anything yet.
    if !bench.owners.isEmpty { try pen.set(MatchingRun.weighed, to: String(pen.nextNumber.raw)) }
    return round
  }

  /// The setting that keeps the number of the first entry after the last run.
  static let mark = "matchedBefore"
  /// The setting that keeps the first entry after the lines that were weighed against documents.
  static let weighed = "weighedBefore"
  /// Settings that say where a run stopped, and nothing about what anyone owes.
  static let marks: Set<String> = [mark, weighed]

  /// How many lines have a proposal when nothing has happened since the last run; nil otherwise.
  private func proposedBefore(_ reader: BookReader) throws -> Int? {
    let next = try reader.newestEntry().raw + 1
    guard try reader.setting(MatchingRun.mark) == String(next) else { return nil }
    return Set(try reader.proposals(.first).map(\.line)).count
  }

  /// Books a credit note set against an invoice while the lines were read; false when a line
  /// took either of them after all.
  private func book(
    _ pair: OpenItemIndex.SetOff, _ currency: Currency, _ bench: Bench, _ pen: BookWriter
  ) throws -> Bool {
    guard let customer = bench.owners[pair.invoice] else { return false }
    return try CreditSetOff(pen: pen, undone: bench.takenBack.setOffs).book(
      invoice: pair.invoice, credit: pair.creditNote, customer: customer, currency: currency)
  }

  private func apply(
    _ answer: AllocationProposal, bookedOn day: Day, _ currency: Currency, _ bench: Bench,
    _ pen: BookWriter
  ) throws {
    func book(_ document: EntryNumber?, _ amount: Money, _ customer: CustomerID) throws {
      try pen.append(
        .allocation(
          Allocation(
            line: answer.line, document: document, amount: amount, mode: .applied,
            score: answer.score, reasons: answer.storedReasons)),
        customer: customer, currency: currency, happened: day)
    }
    for part in answer.parts {
      let known = bench.owners[part.document]
      guard let owner = try known ?? pen.reader.owner(of: part.document) else { continue }
      try book(part.document, part.amount, owner)
    }
    if !answer.onAccount.isZero, let customer = answer.customer {
      try book(nil, answer.onAccount, customer)
    }
  }
}

/// What the matching works on, read from the book: documents and lines by currency, payers.
private struct Bench {
  struct Work {
    var documents: [OpenDocument] = []
    var lines: [IncomingLine] = []
    /// What the firm's books hold on accounts without a letter.
    var resting: [IncomingLine] = []
  }
  private(set) var work: [Currency: Work] = [:]
  private(set) var owners: [EntryNumber: CustomerID] = [:]
  private(set) var payers: [KnownPayer] = []
  let memory: PayerMemory
  /// What a person took back is theirs to decide: it is proposed, never booked again unasked.
  let takenBack: (lines: Set<EntryNumber>, setOffs: Set<EntryNumber>)
  /// Whose the money is that rests on an account, by its line.
  private var holders: [EntryNumber: CustomerID] = [:]
  /// Where the books put money is not for the program to decide: it only proposes.
  private let ofBooks: Set<EntryNumber>
  /// Lines before this entry were looked at by an earlier run.
  let seenBefore: Int64

  init(_ pen: BookWriter, _ rules: PayerRules) throws {
    let reader = try pen.reader
    memory = rules.memory
    takenBack = try reader.takenBack(pen.company)
    seenBefore = try reader.setting(MatchingRun.weighed).flatMap { Int64($0) } ?? 0
    ofBooks = try reader.openLinesOfBooks(pen.company)
    try reader.forEachRestingCash(pen.company) { cash in
      holders[cash.line] = cash.customer
      work[cash.bankLine.currency, default: Work()].resting.append(
        IncomingLine(id: cash.line, line: cash.bankLine.leaving(cash.amount)))
    }
    // Without money there is nothing to read a million open documents for.
    guard try !holders.isEmpty || reader.waitingLineCount(pen.company) > 0 else { return }
    var ibans: [CustomerID: [String]] = [:]
    try reader.forEachPayerIBAN(pen.company) { customer, iban in
      if !rules.deny(iban, of: customer) { ibans[customer, default: []].append(iban) }
    }
    for customer in try reader.customers(pen.company) {
      let party = customer.party
      let own = party.iban.isEmpty ? [] : [party.iban]
      payers.append(
        KnownPayer(
          customer: customer.id, name: party.name, parent: party.parent,
          ibans: own + (ibans[customer.id] ?? []), siren: party.siren, code: party.code))
    }
    try reader.forEachOpenDocument(pen.company) { item, customer, open, currency in
      owners[item.id] = customer
      work[currency, default: Work()].documents.append(
        OpenDocument(item, of: customer, open: open))
    }
    try reader.forEachOpenLine(pen.company) { number, line, open in
      if holders[number] != nil { return }
      let rest = line.amount == open ? line : line.leaving(open)
      work[line.currency, default: Work()].lines.append(IncomingLine(id: number, line: rest))
    }
    try addSettled(reader, pen.company)
  }

  /// What comes back unpaid may come long after the import that settled its document: thirteen
  /// months for a direct debit that nobody allowed.
  private mutating func addSettled(_ reader: BookReader, _ company: CompanyID) throws {
    let returns = work.values.flatMap(\.lines).map(\.line).filter(\.amount.isNegative)
    guard let first = returns.map(\.booked).min() else { return }
    let since = Day(number: first.number - 400)
    let amounts = Set(returns.map { -$0.amount })
    try reader.forEachSettledDocument(company, paidSince: since, by: amounts) { settled in
      work[settled.currency, default: Work()].documents.append(
        OpenDocument(
          settled.item, of: settled.customer, open: .zero, settledBy: settled.endToEnd))
    }
  }

  /// Hands the work of a currency over, once.
  mutating func take(_ currency: Currency) -> Work { work.removeValue(forKey: currency) ?? Work() }

  /// What to do with an answer: what a person took back, and what was not certain when it was first
  /// looked at, is booked only on the strongest grounds, such as the number of a new invoice. A
  /// weak explanation does not become certain because better ones were used up.
  func verdict(on answer: AllocationProposal) -> AllocationProposal.Verdict {
    guard answer.verdict == .apply else { return answer.verdict }
    if takenBack.lines.contains(answer.line) || ofBooks.contains(answer.line) { return .propose }
    return answer.line.raw < seenBefore && answer.score < Bench.certain ? .propose : .apply
  }

  /// Whether money that rests on an account would pay documents of that customer, and no other's.
  func pays(_ answer: AllocationProposal) -> Bool {
    guard answer.verdict != .leave, let holder = holders[answer.line] else { return false }
    return !answer.parts.isEmpty && answer.parts.allSatisfy { owners[$0.document] == holder }
      && (answer.onAccount.isZero || answer.customer == holder)
  }

  /// The score of a number that is named and an amount that agrees to the cent.
  private static let certain = 996
}

extension OpenDocument {
  init(_ item: AccountItem, of customer: CustomerID, open: Money, settledBy: String = "") {
    var order = ""
    var reference = ""
    var corrects = ""
    var due = item.issue
    switch item.kind {
    case .invoice(let invoice):
      order = invoice.order
      reference = invoice.paymentReference
      due = invoice.due
    case .creditNote(let credit): corrects = credit.corrects
    }
    self.init(
      id: item.id, customer: customer, number: item.number, issue: item.issue, due: due,
      open: open, total: item.total, order: order, paymentReference: reference,
      corrects: corrects, settledBy: settledBy)
  }
}

extension BankLine {
  /// The same movement with only what is left of its amount.
  fileprivate func leaving(_ rest: Money) -> BankLine {
    BankLine(
      account: account, currency: currency, booked: booked, value: value, amount: rest,
      payer: payer, payerIBAN: payerIBAN, text: text, endToEnd: endToEnd, reference: reference,
      part: part, operation: operation)
  }
}
