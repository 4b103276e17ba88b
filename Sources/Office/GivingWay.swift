import CashApplication
import Ledger
import Quantities
import Store

/// Takes back what the program applied by itself, where an answer proves it otherwise.
struct GivingWay {
  let pen: BookWriter
  let setOffs: LiftedSetOffs

  /// Makes room for an answer; gives how many lines lost their document to it.
  func run(before answer: AllocationProposal) throws -> Int {
    for line in answer.displaces { try takeBack(line, for: answer) }
    let inTheWay = try setOffs.inTheWay(of: answer) { try pen.reader.open(ofDocument: $0) }
    for one in inTheWay {
      let reason = ReasonText.stored(
        french: BookReader.deductedByPayer, english: "deducted by the payer")
      for half in one.halves {
        try pen.append(
          .reversal(Reversal(of: half, reason: reason)), customer: one.customer,
          happened: pen.learned)
      }
    }
    return answer.displaces.count
  }

  /// Takes back what a line paid by its amount alone: another one names the document.
  private func takeBack(_ line: EntryNumber, for answer: AllocationProposal) throws {
    let numbers = try answer.parts.compactMap { try pen.reader.number(of: $0.document) }
    let named = numbers.prefix(3).joined(separator: ", ")
    let reason = ReasonText.stored(
      french: "un autre règlement nomme \(named)\u{A0}: celui-ci n’avait que le montant",
      english: "another payment names \(named): this one had only the amount")
    for (number, allocation) in try pen.reader.allocations(ofLine: line)
    where allocation.mode == .applied {
      try pen.append(
        .reversal(Reversal(of: number, reason: reason)),
        customer: try pen.reader.owner(ofEntry: number), happened: pen.learned)
    }
  }
}
