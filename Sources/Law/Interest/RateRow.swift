public import Quantities

/// One sourced rate of a user's file: `kind,valid_from,rate_percent,source`.
public struct RateRow: Hashable, Sendable {
  public let table: RateTable
  /// The first day the rate is in force.
  public let from: Day
  public let rate: Rate
  /// Where the figure was read: never empty.
  public let source: String

  public init(table: RateTable, from: Day, rate: Rate, source: String) {
    self.table = table
    self.from = from
    self.rate = rate
    self.source = source
  }

  /// A line that could not be read: its number from 1, the field, what stood there and should.
  public struct Fault: Error, Hashable, Sendable {
    public let line: Int
    public let field: String
    public let found: String
    public let wanted: String
  }

  /// Reads a rates file. Blank lines, `#` comments and the header are skipped; each line that
  /// cannot be read is a fault, and the others go through.
  public static func read(_ text: String) -> (rows: [RateRow], faults: [Fault]) {
    var rows: [RateRow] = []
    var faults: [Fault] = []
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (place, line) in lines.enumerated() {
      let line = trimmed(line)
      guard !line.isEmpty, !line.hasPrefix("#"), !line.hasPrefix("kind,") else { continue }
      do throws(Fault) {
        rows.append(try RateRow(line: line, number: place + 1))
      } catch {
        faults.append(error)
      }
    }
    return (rows, faults)
  }

  private init(line: Substring, number: Int) throws(Fault) {
    // The source may itself hold commas.
    let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      .map(RateRow.trimmed)
    func field(_ place: Int) -> Substring { place < fields.count ? fields[place] : "" }
    func fault(_ name: String, _ place: Int, wanted: String) -> Fault {
      Fault(line: number, field: name, found: String(field(place)), wanted: wanted)
    }
    guard let table = RateTable(rawValue: String(field(0))) else {
      let names = RateTable.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("kind", 0, wanted: names)
    }
    guard let from = Day(iso: field(1)) else {
      throw fault("valid_from", 1, wanted: "2027-01-01")
    }
    guard let rate = Rate(percent: field(2)), (-10_000...1_000_000) ~= rate.partsPerMillion else {
      throw fault("rate_percent", 2, wanted: "2.65")
    }
    let source = field(3).filter { $0 != "\"" }
    guard !source.isEmpty else { throw fault("source", 3, wanted: "where the figure was read") }
    self.init(table: table, from: from, rate: rate, source: source)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
