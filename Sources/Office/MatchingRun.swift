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
    /// Applications of the program, by an amount alone, that gave way to a line that names the
    /// document.
    public var displaced = 0
  }

  /// Applies what is certain, keeps the rest as proposals. Running it twice changes nothing: a book
  /// without a new entry since the last run is left as it is, and what no new entry touches keeps
  /// what was thought of it. A line that was weighed before is applied only on new proof.
  /// `told` hears how many lines of all were looked at; when it throws, nothing is applied.
  public func run(
    told: (_ done: Int, _ inAll: Int) throws -> Void = { _, _ in }
  ) throws -> Outcome {
    if let proposed = try store.read(proposedBefore) { return Outcome(proposed: proposed) }
    return try store.write(learned: today) { pen in
      let rules = try PayerRules(pen)
      try rules.never.apply(on: today)
      let round = try self.round(pen, rules, told)
      try pen.replaceProposals(round.proposals, of: round.linesRead)
      // A credit note set off at the end may be part of what was proposed before.
      if let doubtful = round.doubtful {
        try pen.rereadStaleProposals(for: doubtful)
      } else {
        try pen.rereadStaleProposals()
      }
      try pen.set(MatchingRun.mark, to: String(pen.nextNumber.raw))
      return Outcome(
        applied: round.applied, proposed: round.proposed, setOff: round.setOff,
        displaced: round.displaced)
    }
  }

  /// One reading of all lines that wait.
  private struct Round {
    var applied = 0
    var proposed = 0
    var setOff = 0
    var displaced = 0
    /// What is proposed for the lines that were read anew.
    var proposals: [StoredProposal] = []
    /// These lines; nil when all were.
    var linesRead: Set<EntryNumber>?
    /// What stays proposed for the others.
    var kept: [ProposedPart] = []
    /// The lines of which a proposal may be more than is left of its document; nil when it may be
    /// any of them.
    var doubtful: Set<EntryNumber>?

    /// The documents of proposals that are more likely right than not.
    var likelyProposed: Set<EntryNumber> {
      Set(proposals.lazy.filter { $0.score >= 500 }.compactMap(\.document))
        .union(kept.lazy.filter { $0.score >= 500 }.compactMap(\.document))
    }

    mutating func propose(_ answer: AllocationProposal, _ bench: MatchingBench) {
      proposals += answer.stored { bench.owner(of: $0) }
      proposed += 1
    }
  }

  private func round(
    _ pen: BookWriter, _ rules: PayerRules, _ told: (Int, Int) throws -> Void
  ) throws -> Round {
    var round = Round()
    let bench = try MatchingBench(pen, rules)
    var done = 0
    for currency in bench.currencies {
      var index = OpenItemIndex(payers: [])
      try bench.answer(in: currency, leaving: &index) { day, answer in
        bench.read.insert(answer.line)
        switch answer.verdict {
        case .apply:
          round.displaced += try GivingWay(pen: pen, setOffs: bench.setOffs).run(before: answer)
          try apply(answer, bookedOn: day, currency, bench, pen)
          round.applied += 1
        case .propose:
          round.propose(
            try bench.setOffs.standing(answer) { try pen.reader.open(ofDocument: $0) }, bench)
        case .leave: break
        }
        done += 1
        if done % 500 == 0 { try told(done, bench.lineCount) }
      }
      for answer in bench.restingAnswers(in: currency, on: &index) { round.propose(answer, bench) }
      for pair in index.setOffs {
        if try book(pair, currency, bench, pen) { round.setOff += 1 }
      }
    }
    if bench.weighed != nil, bench.isLaid {
      round.linesRead = bench.read.union(bench.placedLines)
      round.kept = Array(bench.keptProposals)
      round.proposed += Set(round.kept.lazy.map(\.line)).count
    }
    round.setOff += try CreditSetOff(
      pen: pen, undone: bench.takenBack.setOffs, proposed: round.likelyProposed
    ).run()
    // Statements taken in before any invoice were not weighed against anything yet.
    if bench.hasDocuments {
      try pen.set(MatchingRun.weighed, to: String(pen.nextNumber.raw))
      if bench.weighed == nil { try pen.set(MatchingRun.reread, to: "") }
    }
    round.doubtful = try doubtful(round, bench, pen)
    return round
  }

  /// The lines that are proposed on documents of customers of whom anything was entered since the
  /// last run, which left no proposal that was too much.
  private func doubtful(
    _ round: Round, _ bench: MatchingBench, _ pen: BookWriter
  ) throws -> Set<EntryNumber>? {
    let reader = try pen.reader
    guard round.linesRead != nil,
      let mark = try reader.setting(MatchingRun.mark).flatMap({ Int64($0) }),
      try !reader.hasUndoneImport(from: EntryNumber(mark))
    else { return nil }
    let touched = try reader.customersTouched(pen.company, from: EntryNumber(mark))
    let kept = round.kept.lazy.filter {
      guard let document = $0.document else { return false }
      return bench.owner(of: document).map { touched.contains($0) } ?? true
    }
    return Set(kept.map(\.line)).union(round.proposals.lazy.map(\.line))
  }

  /// The setting that keeps the number of the first entry after the last run.
  static let mark = "matchedBefore"
  /// The setting that keeps the first entry after the lines that were weighed against documents.
  static let weighed = "weighedBefore"
  /// The setting that says that documents were taken back with their import: when some come again,
  /// all lines are weighed anew.
  static let reread = "weighAnew"
  /// Settings that say where a run stopped, and nothing about what anyone owes.
  static let marks: Set<String> = [mark, weighed, reread]

  /// How many lines have a proposal when nothing has happened since the last run; nil otherwise.
  private func proposedBefore(_ reader: BookReader) throws -> Int? {
    let next = try reader.newestEntry().raw + 1
    guard try reader.setting(MatchingRun.mark) == String(next) else { return nil }
    return Set(try reader.proposedParts(.first).lazy.map(\.line)).count
  }

  /// Books a credit note set against an invoice while the lines were read; false when a line
  /// took either of them after all.
  private func book(
    _ pair: OpenItemIndex.SetOff, _ currency: Currency, _ bench: MatchingBench, _ pen: BookWriter
  ) throws -> Bool {
    guard let customer = bench.owner(of: pair.invoice) else { return false }
    return try CreditSetOff(pen: pen, undone: bench.takenBack.setOffs).book(
      invoice: pair.invoice, credit: pair.creditNote, customer: customer, currency: currency)
  }

  private func apply(
    _ answer: AllocationProposal, bookedOn day: Day, _ currency: Currency, _ bench: MatchingBench,
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
      let known = bench.owner(of: part.document)
      guard let owner = try known ?? pen.reader.owner(of: part.document) else { continue }
      try book(part.document, part.amount, owner)
    }
    if !answer.onAccount.isZero, let customer = answer.customer {
      try book(nil, answer.onAccount, customer)
    }
  }
}
