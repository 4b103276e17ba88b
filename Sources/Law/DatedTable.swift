public import Quantities

/// Figures that the law changes over time, each row with the day it starts and its own source.
public struct DatedTable<Figure: Sendable>: Sendable {
  /// One figure with the day it starts and where it was published.
  public struct Row: Sendable {
    public let from: Day
    public let figure: Figure
    public let source: String

    public init(from: Day, _ figure: Figure, source: String) {
      self.from = from
      self.figure = figure
      self.source = source
    }
  }

  /// The last day for which the publisher's figures are known to be complete.
  public let publishedThrough: Day
  /// In order of their first day.
  public let rows: [Row]

  public init(publishedThrough: Day, rows: [Row]) {
    self.publishedThrough = publishedThrough
    self.rows = rows.sorted { $0.from < $1.from }
  }

  /// The row in force on a day; nil before the first row and after `publishedThrough`.
  public func row(on day: Day) -> Row? {
    guard day <= publishedThrough else { return nil }
    return rows.last { $0.from <= day }
  }

  /// The figure in force on a day; nil before the first row and after `publishedThrough`.
  public subscript(day: Day) -> Figure? { row(on: day)?.figure }

  /// The table with one more row, which also extends what is published to `publishedThrough`.
  public func adding(_ row: Row, publishedThrough last: Day) -> DatedTable {
    DatedTable(publishedThrough: max(publishedThrough, last), rows: rows + [row])
  }
}
