import CashApplication
import Ledger
import Quantities
import Store

/// What earlier imports and persons decided, as the matching learns from it.
extension MatchingBench {
  /// What was weighed by an earlier run, and what was entered since; nil before the first run.
  static func weighed(_ reader: BookReader, _ company: CompanyID) throws -> WeighedBefore? {
    guard let mark = try reader.setting(MatchingRun.weighed).flatMap({ Int64($0) }), mark > 0
    else { return nil }
    let entry = EntryNumber(mark)
    if try reader.setting(MatchingRun.reread) == "1",
      try reader.hasDocuments(company, enteredFrom: entry)
    {
      return nil
    }
    return WeighedBefore(
      entry: entry, touched: try reader.customersTouched(company, from: entry))
  }

  /// So long before the first new line habits are learned, and second payments looked for.
  private static let memoryInDays: Int32 = 400

  /// Since when settled documents, and what settled them, are remembered; nil before the first run.
  func rememberedSince(_ reader: BookReader, _ company: CompanyID) throws -> Day? {
    guard let weighed,
      let first = try reader.firstOpenDay(company, from: weighed.entry)
        ?? reader.firstOpenDay(company, from: EntryNumber(0))
    else { return nil }
    return first.adding(days: -Int(MatchingBench.memoryInDays))
  }

  /// Tells the runs what lines of the past paid.
  func remember(_ past: PastParts, _ reader: BookReader, _ company: CompanyID) throws {
    guard let since else { return }
    var past = past
    try reader.forEachLine(company, bookedSince: since) { number, read in
      let parts = past.take(number)
      if parts.isEmpty { return }
      // Where nobody's name stands the words are all there is.
      let payer = read(false)
      let isNameless = payer.payer.isEmpty && payer.payerIBAN.isEmpty
      let line = isNameless ? read(true) : payer
      side(of: line.currency)?.run?.remember(
        IncomingLine(id: number, line: line),
        paying: parts.lazy.map { .init(document: $0.document, amount: $0.amount) },
        isDeduced: parts.allSatisfy(\.isDeduced), isRead: isNameless)
    }
  }

  /// Gives a run the words of the past that touch what has moved.
  func readPast(_ reader: BookReader, for side: Side) throws {
    while let wanted = side.run?.linesToRead(), !wanted.isEmpty {
      for number in wanted {
        guard let line = try reader.weighedLine(number) else { continue }
        side.run?.read(IncomingLine(id: number, line: line))
      }
    }
  }

  /// Tells the runs what is proposed already.
  func holdProposals(_ reader: BookReader, _ company: CompanyID) throws {
    guard weighed != nil else { return }
    proposals = try reader.proposedParts(company)
    let runs = currencies.compactMap { side(of: $0) }
    for proposal in proposals {
      guard let document = proposal.document, let owner = owners[document],
        proposal.customer == owner
      else { continue }
      for side in runs {
        side.run?.hold(
          .init(document: document, amount: proposal.amount), for: proposal.line,
          score: proposal.score)
      }
    }
  }
}

/// What lines booked since a day were put on, taken line by line in the order of their numbers.
struct PastParts {
  private let parts: [StandingPart]
  private var place = 0

  init(parts: [StandingPart]) { self.parts = parts }

  /// The parts of a line; numbers before those of an earlier call have none any more.
  mutating func take(_ line: EntryNumber) -> ArraySlice<StandingPart> {
    while place < parts.count, parts[place].line < line { place += 1 }
    let first = place
    while place < parts.count, parts[place].line == line { place += 1 }
    return parts[first..<place]
  }
}

/// Credit notes that the program set off against a part of an invoice which is still open. While
/// lines are read both are whole again, as a payer may deduct the credit note himself.
struct LiftedSetOffs {
  private let setOffs: [StandingSetOff]
  private var byDocument: [EntryNumber: [Int]] = [:]
  private var amounts: [EntryNumber: Money] = [:]

  init(_ setOffs: [StandingSetOff]) {
    self.setOffs = setOffs
    for (place, one) in setOffs.enumerated() {
      byDocument[one.invoice, default: []].append(place)
      byDocument[one.creditNote, default: []].append(place)
      amounts[one.invoice, default: .zero] += one.amount
      amounts[one.creditNote, default: .zero] -= one.amount
    }
  }

  /// What a document leaves open more than the book says; negative for a credit note.
  func lifted(_ document: EntryNumber) -> Money { amounts[document] ?? .zero }

  var creditNotes: [EntryNumber] { setOffs.map(\.creditNote).uniqued() }

  /// The set-offs that stand in the way of an answer: it uses a credit note that is set off, or
  /// more of an invoice than the book leaves open.
  func inTheWay(
    of answer: AllocationProposal, open: (EntryNumber) throws -> Money
  ) throws -> [StandingSetOff] {
    var places: Set<Int> = []
    for part in answer.parts {
      guard let own = byDocument[part.document] else { continue }
      if try part.amount.magnitude > open(part.document).magnitude { places.formUnion(own) }
    }
    return places.sorted().map { setOffs[$0] }
  }

  /// The answer as the book stands, for a proposal: what is set off is not deducted twice.
  func standing(
    _ answer: AllocationProposal, open: (EntryNumber) throws -> Money
  ) throws -> AllocationProposal {
    guard answer.parts.contains(where: { byDocument[$0.document] != nil }) else { return answer }
    var amounts = answer.parts.map(\.amount)
    func place(_ document: EntryNumber) -> Int? {
      answer.parts.firstIndex { $0.document == document }
    }
    for one in setOffs {
      guard let invoice = place(one.invoice), let credit = place(one.creditNote) else { continue }
      let netted = min(one.amount, -amounts[credit], amounts[invoice])
      amounts[invoice] -= netted
      amounts[credit] += netted
    }
    var onAccount = answer.onAccount
    for (place, part) in answer.parts.enumerated() where lifted(part.document).isPositive {
      let excess = amounts[place] - (try open(part.document))
      guard excess.isPositive else { continue }
      amounts[place] -= excess
      onAccount += excess
    }
    let parts = zip(answer.parts, amounts).filter { !$0.1.isZero }.map {
      AllocationProposal.Part(document: $0.0.document, amount: $0.1)
    }
    return AllocationProposal(
      line: answer.line, customer: answer.customer, parts: parts, onAccount: onAccount,
      score: answer.score, reasons: answer.reasons, verdict: answer.verdict)
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of first coming.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
