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
    guard var run = runs.removeValue(forKey: currency) else { return }
    while let answers = run.answerNext(atLeast: MatchingBench.together) {
      for (day, answer) in answers { try body(day, answer) }
    }
    index = run.giveIndex()
  }

  private static let together = 20_000

  /// What money that rests on accounts would pay.
  func restingAnswers(
    in currency: Currency, on index: inout OpenItemIndex
  ) -> [AllocationProposal] {
    guard let lines = resting.removeValue(forKey: currency) else { return [] }
    return allocate(lines, on: &index, learned: memory).filter { pays($0) }
  }

  /// Whether there was any document to weigh lines against.
  var hasDocuments: Bool { !owners.isEmpty }

  /// Whose a document is, when it is one of those that were read.
  func owner(of document: EntryNumber) -> CustomerID? { owners[document] }

  /// What to do with an answer: what a person took back, and what was not certain when it was first
  /// looked at, is booked only on the strongest grounds, such as the number of a new invoice. A
  /// weak explanation does not become certain because better ones were used up.
  func verdict(on answer: AllocationProposal) -> AllocationProposal.Verdict {
    guard answer.verdict == .apply else { return answer.verdict }
    if takenBack.lines.contains(answer.line) || ofBooks.contains(answer.line) { return .propose }
    return answer.line.raw < seenBefore && answer.score < MatchingBench.certain ? .propose : .apply
  }

  /// Whether money that rests on an account would pay documents of that customer, and no other's.
  private func pays(_ answer: AllocationProposal) -> Bool {
    guard answer.verdict != .leave, let holder = holders[answer.line] else { return false }
    return !answer.parts.isEmpty && answer.parts.allSatisfy { owners[$0.document] == holder }
      && (answer.onAccount.isZero || answer.customer == holder)
  }

  /// The score of a number that is named and an amount that agrees to the cent.
  private static let certain = 996
}
