import Ledger
import Quantities

/// A cell that cannot be taken, with what should stand there.
struct BadCell: Error {
  /// The column, counted from 0.
  let place: Int
  let wanted: Phrase
  /// What to show instead of the cell itself.
  var found: String?
  /// The record is taken in without this cell.
  var isPassable = false
  /// The record is no record but a balance.
  var isSummary = false
  /// The record is understood, and left out on purpose.
  var isLeftOut = false
}

/// Reads the cells of a table, whose styles are known, into values.
struct TableCells {
  let encoding: TableEncoding
  let columns: ColumnMap
  let amounts: AmountStyle
  let dates: DateStyle

  /// Past it a text is not a name, a number or a label.
  private static let longest = 4000

  func text(_ row: UnsafePointer<Cell>, _ place: Int) throws(BadCell) -> String {
    let cell = row[place]
    if cell.isEmpty { return "" }
    guard cell.count <= TableCells.longest else {
      throw BadCell(
        place: place,
        wanted: Phrase(
          french: "au plus \(TableCells.longest) caractères",
          english: "at most \(TableCells.longest) characters"))
    }
    return encoding.text(cell)
  }

  @inline(__always)
  func day(_ row: UnsafePointer<Cell>, _ place: Int) throws(BadCell) -> Day? {
    let cell = row[place]
    if cell.isEmpty { return nil }
    guard let day = dates.day(cell) else { throw BadCell(place: place, wanted: wantedDay) }
    return day
  }

  @inline(__always)
  func money(
    _ row: UnsafePointer<Cell>, _ place: Int, isInCents: Bool
  ) throws(BadCell) -> Money? {
    do {
      guard let cents = try amounts.cents(row[place], of: encoding, isInCents: isInCents) else {
        return nil
      }
      return Money(cents: cents)
    } catch {
      throw BadCell(place: place, wanted: wantedAmount(isInCents: isInCents))
    }
  }

  /// A date that exists, in the style of the file.
  var wantedDay: Phrase {
    let sample = dates.isMonthFirst ? "11/23/2026" : "23/11/2026"
    return Phrase(
      french: "une date qui existe, comme \(sample) ou 2026-11-23",
      english: "a date that exists, such as \(sample) or 2026-11-23")
  }

  func wantedAmount(isInCents: Bool) -> Phrase {
    let sample = isInCents ? "123456" : amounts == .french ? "1234,56" : "1234.56"
    let unit = isInCents ? ("centimes entiers", "whole cents") : ("deux décimales", "two decimals")
    return Phrase(
      french: "un montant comme \(sample) (\(unit.0) au plus, moins de 10 milliards)",
      english: "an amount such as \(sample) (\(unit.1) at most, below 10 billion)")
  }

  /// A currency; the euro when the cell is empty.
  func currency(_ row: UnsafePointer<Cell>, _ place: Int) throws(BadCell) -> Currency {
    let cell = row[place]
    if cell.isEmpty { return .eur }
    let start = cell.start
    if cell.count == 3, start[0] == 69, start[1] == 85, start[2] == 82 { return .eur }
    let written = encoding.text(cell)
    switch ColumnName(written).key {
    case "eur", "euro", "": if written.contains("€") || written.count > 2 { return .eur }
    default: break
    }
    guard let currency = Currency(written) else {
      throw BadCell(place: place, wanted: "EUR")
    }
    return currency
  }

  /// Whether two columns of one name say the same.
  @inline(__always)
  func checkTwins(_ row: UnsafePointer<Cell>) throws(BadCell) {
    for twin in columns.twins where !row[twin.first].hasSameBytes(row[twin.second]) {
      throw BadCell(
        place: twin.first,
        wanted: Phrase(
          french: "la même valeur dans les deux colonnes de ce nom",
          english: "the same value in both columns of this name"),
        found: encoding.text(row[twin.first]) + " / " + encoding.text(row[twin.second]))
    }
  }
}

extension TableRows {
  mutating func missed() {}
}

/// Turns the records of one kind of table into drafts.
protocol TableRows {
  init(_ cells: TableCells)
  /// The draft of a record; `line` is where it starts.
  mutating func draft(_ row: UnsafePointer<Cell>, line: Int) throws(BadCell) -> Draft
  var hasPassed: Bool { get }
  /// A record could not be read: what was counted from line to line begins anew.
  mutating func missed()
  /// Cells that the last record was taken in without.
  mutating func passed() -> [BadCell]
  /// What can only be said once the whole table is read.
  func closing() -> Reading
}
