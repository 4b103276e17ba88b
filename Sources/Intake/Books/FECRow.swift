import Ledger
import Quantities

/// A row of a FEC: what decides where it belongs. Its texts are read again where they are needed.
struct FECRow {
  let start: UnsafePointer<UInt8>
  let line: Int32
  let day: Day
  let account: FECAccount
  /// Debit less credit.
  let cents: Int64
}

/// Reads the cells of a FEC into values.
struct FECCells {
  let header: FECHeader
  let encoding: TableEncoding
  private let account: Int
  private let day: Int
  private let debit: Int
  private let credit: Int
  private let amount: Int
  private let side: Int
  private let hasSides: Bool
  private let texts: [Int]
  private let dates = DateStyle(isMonthFirst: false)

  /// Past it a cell is no number, no name and no label.
  private static let longest = 4000

  init(_ header: FECHeader, _ encoding: TableEncoding) {
    self.header = header
    self.encoding = encoding
    account = header[.account]
    day = header[.day]
    debit = header[.debit]
    credit = header[.credit]
    amount = header[.amount]
    side = header[.side]
    hasSides = !(header.has(.debit) && header.has(.credit))
    texts = [
      .journalCode, .number, .auxiliary, .auxiliaryName, .accountName, .piece, .label, .letter,
    ].map { header[$0] }
  }

  /// The row, and what it adds to the debit and the credit side.
  @inline(__always)
  func row(
    _ cells: UnsafePointer<Cell>, at start: UnsafePointer<UInt8>, line: Int
  ) throws(BadCell) -> (row: FECRow, debit: Int64, credit: Int64) {
    guard let day = dates.day(cells[self.day]) else {
      throw BadCell(
        place: self.day,
        wanted: Phrase(
          french: "une date AAAAMMJJ qui existe", english: "a date YYYYMMDD that exists"))
    }
    guard !cells[account].isEmpty else {
      throw BadCell(
        place: account,
        wanted: Phrase(french: "un compte, comme 411000", english: "an account, such as 411000"))
    }
    let (debit, credit) = try sides(cells)
    let kind = FECAccount(cells[account])
    if kind == .customer { try checkLengths(cells) }
    return (
      FECRow(
        start: start, line: Int32(clamping: line), day: day, account: kind, cents: debit - credit),
      debit, credit
    )
  }

  private func checkLengths(_ cells: UnsafePointer<Cell>) throws(BadCell) {
    for place in texts where cells[place].count > FECCells.longest {
      throw BadCell(
        place: place,
        wanted: Phrase(
          french: "au plus \(FECCells.longest) caractères",
          english: "at most \(FECCells.longest) characters"))
    }
  }

  // MARK: - Amounts

  @inline(__always)
  private func sides(
    _ cells: UnsafePointer<Cell>
  ) throws(BadCell) -> (debit: Int64, credit: Int64) {
    if hasSides { return try signed(cells) }
    let (left, right) = (try cents(cells, debit), try cents(cells, credit))
    guard left == 0 || right == 0 else {
      throw BadCell(
        place: credit,
        wanted: Phrase(
          french: "rien au crédit quand le débit est rempli (\(encoding.text(cells[debit])))",
          english: "no credit where the debit is filled (\(encoding.text(cells[debit])))"))
    }
    return (left, right)
  }

  /// An amount with its side: `D` or `C`, `+1` or `-1`.
  private func signed(
    _ cells: UnsafePointer<Cell>
  ) throws(BadCell) -> (debit: Int64, credit: Int64) {
    let cents = try cents(cells, amount)
    switch encoding.text(cells[side]).uppercased() {
    case "D", "DEBIT", "DÉBIT", "+1", "1", "+": return (cents, 0)
    case "C", "CREDIT", "CRÉDIT", "-1", "-": return (0, cents)
    default: throw BadCell(place: side, wanted: "D, C, +1, -1")
    }
  }

  /// The cents of a cell; nothing stands for zero.
  @inline(__always)
  private func cents(_ cells: UnsafePointer<Cell>, _ place: Int) throws(BadCell) -> Int64 {
    let cell = cells[place]
    if cell.isEmpty { return 0 }
    if let cents = FECCells.plain(cell) { return cents }
    do {
      let style: AmountStyle = FECCells.hasComma(cell) ? .french : .english
      return try style.cents(cell, of: encoding, isInCents: false) ?? 0
    } catch {
      throw BadCell(
        place: place,
        wanted: Phrase(
          french: "un montant comme 1234,56 (deux décimales au plus, moins de 10 milliards)",
          english: "an amount such as 1234,56 (two decimals at most, below 10 billion)"))
    }
  }

  private static func hasComma(_ cell: Cell) -> Bool {
    (0..<min(cell.count, 60)).contains { cell.start[$0] == UInt8(ascii: ",") }
  }

  /// `-1234,56` or `000001234.56`; nil for what is written in any other way.
  @inline(__always)
  private static func plain(_ cell: Cell) -> Int64? {
    guard cell.count <= 24 else { return nil }
    let isNegative = cell.start[0] == UInt8(ascii: "-")
    var place = isNegative ? 1 : 0
    var value: Int64 = 0
    var decimals = -1
    while place < cell.count {
      let byte = cell.start[place]
      place += 1
      if byte &- 48 <= 9 {
        value = value &* 10 &+ Int64(byte &- 48)
        guard value <= AmountStyle.limit else { return nil }
        if decimals >= 0 { decimals += 1 }
      } else if byte == 44 || byte == 46, decimals < 0 {
        decimals = 0
      } else {
        return nil
      }
    }
    switch decimals {
    case -1: value &*= 100
    case 1: value &*= 10
    case 2: break
    default: return nil
    }
    guard value <= AmountStyle.limit, cell.count > (isNegative ? 1 : 0) else { return nil }
    return isNegative ? -value : value
  }

  // MARK: - Texts

  func text(_ cells: UnsafePointer<Cell>, _ column: FECColumn) -> String {
    encoding.text(cells[header[column]])
  }

  /// A day that a row may go without; nil when the cell says none that exists.
  func day(_ cells: UnsafePointer<Cell>, _ column: FECColumn) -> Day? {
    let cell = cells[header[column]]
    return cell.isEmpty ? nil : dates.day(cell)
  }
}
