import Ledger
import Quantities
import Store

/// Lines of a statement that came after the firm's books: what the books brought already is kept,
/// but set aside, so that no money counts twice. The person who undoes it decides otherwise.
struct LateStatements {
  let pen: BookWriter

  /// Looks at the lines entered from `first` on; gives how many were set aside.
  func run(from first: EntryNumber) throws -> Int {
    let reader = try pen.reader
    guard first < pen.nextNumber, try reader.hasBooks(pen.company) else { return 0 }
    let eve = EntryNumber(first.raw - 1)
    let new = try BankMovements(reader, pen.company, after: eve)
    guard let earliest = new.movements.map(\.day).min(),
      let latest = new.movements.map(\.day).max()
    else { return 0 }
    let books = try reader.linesOfBooks(pen.company, until: eve)
    let pairing = MoneyPairing(
      books.map { side($0.line) }, with: new.sides(over: earliest...latest))
    var count = 0
    for (known, pair) in zip(books, pairing.pairs) {
      guard let pair else { continue }
      let lines = new.movements[pair].lines
      // What the books hold without saying whose it is waits as the bank tells it, with its words.
      if lines.count == 1, try reader.open(ofLine: known.number) == known.line.amount {
        try pen.append(
          .setAside(
            SetAside(line: known.number, reason: reason(known.line), twin: lines[0].number)),
          currency: .eur, happened: pen.learned)
        continue
      }
      for line in lines {
        try pen.append(
          .setAside(
            SetAside(line: line.number, reason: reason(known.line), twin: known.number)),
          currency: .eur, happened: pen.learned)
        count += 1
      }
    }
    return count
  }

  private func side(_ line: BankLine) -> MoneySide {
    MoneySide(
      day: line.booked.number, cents: line.currency == .eur ? line.amount.cents : 0,
      reference: MoneySide.key(line.reference), payer: BankMovements.nameKey(line.payer))
  }

  private func reason(_ line: BankLine) -> String {
    ReasonText.stored(
      french: "déjà dans la comptabilité\u{A0}: compte \(line.account), le \(line.booked.french), "
        + "pièce \(line.reference) du FEC",
      english: "in the books already: account \(line.account), on \(line.booked.iso), "
        + "document \(line.reference) of the FEC")
  }
}
