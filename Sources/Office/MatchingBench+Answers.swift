import CashApplication
import Ledger
import Quantities
import Store

extension MatchingBench {
  /// What each line of a currency pays, some thousands at a time, with the day it was booked;
  /// leaves the documents as they then stand. Lines of one group come in the order of the book.
  func answer(
    in currency: Currency, leaving index: inout OpenItemIndex,
    _ body: (_ bookedOn: Day, AllocationProposal) throws -> Void
  ) throws {
    guard let side = side(of: currency), var run = side.run.take() else { return }
    while let answers = run.answerNext(atLeast: MatchingBench.together) {
      for (day, answer) in answers { try body(day, answer) }
    }
    customersRead.formUnion(run.customersRead)
    index = run.giveIndex()
  }

  private static let together = 20_000

  /// What money that rests on accounts would pay.
  func restingAnswers(
    in currency: Currency, on index: inout OpenItemIndex
  ) -> [AllocationProposal] {
    guard let lines = resting.removeValue(forKey: currency) else { return [] }
    // What was thought of money whose customer did not move stands.
    let moved = lines.filter { line in
      weighed == nil || holders[line.id].map { customersRead.contains($0) } ?? true
    }
    read.formUnion(moved.lazy.map(\.id))
    return allocate(moved, on: &index, learned: memory).filter { pays($0) }
  }

  /// The proposals that stand, of lines that were not read anew, line by line.
  var keptProposals: some Sequence<ProposedPart> {
    proposals.lazy.filter { !self.read.contains($0.line) && !self.isPlaced($0.line) }
  }

  /// Lines of which nothing is left since the books have placed it: they need no proposal any more.
  var placedLines: Set<EntryNumber> { Set(proposals.lazy.map(\.line).filter { self.isPlaced($0) }) }

  private func isPlaced(_ line: EntryNumber) -> Bool {
    !waiting.contains(line) && holders[line] == nil
  }

  /// Whether there was any document to weigh lines against.
  var hasDocuments: Bool { !owners.isEmpty }

  /// Whose a document is, when it is one of those that were read.
  func owner(of document: EntryNumber) -> CustomerID? { owners[document] }

  /// Whether money that rests on an account would pay documents of that customer, and no other's.
  private func pays(_ answer: AllocationProposal) -> Bool {
    guard answer.verdict != .leave, let holder = holders[answer.line] else { return false }
    return !answer.parts.isEmpty && answer.parts.allSatisfy { owners[$0.document] == holder }
      && (answer.onAccount.isZero || answer.customer == holder)
  }
}
