/// From bank lines to allocations (lettrage): who paid, what for, and how sure that is.
///
/// The lines may come in any order; they are read in booking order, in passes from the strongest
/// evidence to the weakest, so that no line takes a document that another explains better. What
/// is applied is taken off the index; what is proposed is not. The answer has one proposal for
/// each line, in the order given.
public func allocate(
  _ lines: [IncomingLine], on index: inout OpenItemIndex, by rules: MatchingRules = .standard,
  learned: PayerMemory = PayerMemory()
) -> [AllocationProposal] {
  // The index moves into the run and back: it is never copied.
  var taken = OpenItemIndex(documents: [], payers: [])
  swap(&taken, &index)
  var run = CashRun(lines: lines, index: taken, rules: rules, memory: learned)
  taken = OpenItemIndex(documents: [], payers: [])
  run.run()
  run.giveBack()
  index = run.index
  return run.answers.map { $0! }
}
