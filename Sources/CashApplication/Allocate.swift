/// From bank lines to allocations (lettrage): who paid, what for, and how sure that is.
///
/// The lines may come in any order; those of one household are read together in booking order, in
/// passes from the strongest evidence to the weakest, so that no line takes a document that another
/// explains better. What is applied is taken off the index; what is proposed is not. The answer has
/// one proposal for each line, in the order given.
public func allocate(
  _ lines: [IncomingLine], on index: inout OpenItemIndex, by rules: MatchingRules = .standard,
  learned: PayerMemory = PayerMemory()
) -> [AllocationProposal] {
  // The index moves into the run and back: it is never copied.
  var taken = OpenItemIndex(payers: [])
  swap(&taken, &index)
  var run = CashRun(on: taken, by: rules, learned: learned)
  taken = OpenItemIndex(payers: [])
  for line in lines { run.take(line) }
  var answers = [AllocationProposal?](repeating: nil, count: lines.count)
  while let batch = run.answerSome(atLeast: lines.count) {
    for (place, answer) in batch { answers[Int(place)] = answer }
  }
  index = run.index
  return answers.map { $0! }
}
