import Ledger
import Quantities
import Store

/// Takes money that rests on an account off it, so that a person can decide what it pays; what is
/// left over goes back.
struct RestingRelease {
  private let pen: BookWriter
  private let line: EntryNumber
  private let released: [StandingAllocation]

  var isEmpty: Bool { released.isEmpty }

  /// Releases what rests of a line, when what is left of it does not cover the amount wanted; all
  /// of it for nil.
  init(_ pen: BookWriter, _ line: EntryNumber, wanting amount: Money?) throws {
    self.pen = pen
    self.line = line
    let left = try pen.reader.open(ofLine: line)
    if let amount, amount.magnitude <= left.magnitude, amount.isNegative == left.isNegative {
      released = []
      return
    }
    released = try pen.reader.resting(of: line)
    for allocation in released {
      try pen.append(
        .reversal(
          Reversal(
            of: allocation.number,
            reason: ReasonText.stored(
              french: "affecté par une personne", english: "allocated by a person"))),
        customer: allocation.customer, happened: pen.learned)
    }
  }

  /// Puts what nobody took back on the account, up to what rested there.
  func putBack(_ bankLine: BankLine) throws {
    guard let first = released.first else { return }
    let left = try pen.reader.open(ofLine: line)
    let rested = released.map(\.amount).sum()
    let amount = rested.isNegative ? max(left, rested) : min(left, rested)
    guard !amount.isZero, amount.isNegative == rested.isNegative else { return }
    try pen.append(
      .allocation(
        Allocation(
          line: line, document: nil, amount: amount, mode: .applied, score: 1000,
          reasons: ReasonText.stored(
            french: "resté au compte du client", english: "left on the customer's account"))),
      customer: first.customer, currency: bankLine.currency, happened: bankLine.booked)
  }
}
