import Ledger
import Quantities
import Store

/// The movements of our bank that the book knows, with what each was put on: what the firm's books
/// speak of again.
struct BankMovements {
  /// One movement as the bank counts them: a line, or the parts of a batch.
  struct Movement {
    var lines: [(number: EntryNumber, cents: Int64)]
    let day: Int32
    let account: String
    let reference: String
    let payer: String
    let isFromBooks: Bool
    var cents: Int64 { lines.reduce(0) { $0 + $1.cents } }
  }

  private(set) var movements: [Movement] = []
  /// What stands on each line.
  private(set) var standing: [EntryNumber: [StandingAllocation]] = [:]
  /// Set-offs that stand, by the credit note: the invoice, the amount and both halves.
  private(set) var setOffs:
    [EntryNumber: [(invoice: EntryNumber, cents: Int64, half: EntryNumber)]] = [:]

  /// Reads the lines entered after an entry, and what they were put on.
  init(_ reader: BookReader, _ company: CompanyID, after entry: EntryNumber = EntryNumber(0)) throws
  {
    try reader.forEachLine(company, after: entry) { add($0) }
  }

  /// Reads what lines and credit notes were put on.
  mutating func readAllocations(_ reader: BookReader, _ company: CompanyID) throws {
    var half: StandingAllocation?
    try reader.forEachStandingAllocation(company) { allocation in
      if let line = allocation.line {
        standing[line, default: []].append(allocation)
        return
      }
      // The two halves of a set-off stand side by side, the invoice's first.
      if let first = half, first.number.raw + 1 == allocation.number.raw,
        first.amount == -allocation.amount, let invoice = first.document,
        let credit = allocation.document
      {
        setOffs[credit, default: []].append((invoice, first.amount.cents, first.number))
        half = nil
      } else {
        half = allocation
      }
    }
  }

  private mutating func add(_ line: BookedLine) {
    // Money out that no customer's payment came back with is none of our business.
    guard line.amount.isPositive || line.operation == .returned else { return }
    let day = line.booked.number
    if line.part > 1, let last = movements.last, last.day == day, last.account == line.account,
      last.reference == line.reference
    {
      movements[movements.count - 1].lines.append((line.number, line.amount.cents))
      return
    }
    movements.append(
      Movement(
        lines: [(line.number, line.amount.cents)], day: day, account: line.account,
        reference: line.reference, payer: line.payer, isFromBooks: line.isFromBooks))
  }

  /// How the movements look beside what the books claim over some days.
  func sides(over days: ClosedRange<Int32>) -> [MoneySide] {
    movements.map { movement in
      var side = MoneySide(day: movement.day, cents: movement.cents)
      side.reference = MoneySide.key(movement.reference)
      side.payer = BankMovements.nameKey(movement.payer)
      if movement.isFromBooks { side.slack = 0 }
      let placed = movement.lines.flatMap { standing[$0.number] ?? [] }
      guard let customer = placed.map(\.customer).min() else { return side }
      side.customer = UInt64(customer.raw)
      let isWithin = days.contains(movement.day)
      let isOfBooks = placed.contains { $0.mode == .applied && !$0.isDeduced }
      if isOfBooks, !isWithin {
        // Earlier books spoke of it; these do not.
        side = MoneySide(day: .min / 2, cents: movement.cents, isFree: false)
      }
      side.isFree = isWithin && placed.allSatisfy(\.isDeduced)
      return side
    }
  }

  /// The beginning of a name, as far as banks write it out.
  static func nameKey(_ name: String) -> UInt64 {
    MoneySide.key(SearchKey.of(name).prefix(12))
  }
}
