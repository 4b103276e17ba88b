/// The rows of a FEC that belong together when one of them was refused: the refused ones, the
/// others of their entry, and those of other entries with which they are lettered.
public struct MendingEntry: Hashable, Sendable {
  public enum Role: String, Sendable {
    /// Refused: a person mends it.
    case refused = "R"
    /// Of the same entry: it was left out, or stands without the refused row.
    case beside = "E"
    /// Of another entry, taken in already: its letter ties it to this one.
    case taken = "L"
  }

  public struct Row: Hashable, Sendable {
    public var role: Role
    public let line: Int
    public var cells: [String]
    /// Of a refused row, its place among the rejections of its import, from 0.
    public var position = 0
    /// Why it was refused.
    public var message = ""

    public init(_ role: Role, line: Int, cells: [String]) {
      self.role = role
      self.line = line
      self.cells = cells
    }
  }

  /// In the order of the file.
  public var rows: [Row]

  public init(rows: [Row]) { self.rows = rows }

  /// What a rejection keeps whose row stands in the entry of an earlier one.
  public static let follows = "\u{1E}"

  private static let between: Character = "\u{1F}"

  /// As a rejection keeps it.
  public var raw: String {
    var text = ""
    for row in rows {
      let head = [row.role.rawValue, String(row.line), String(row.position), row.message]
      let cells = (head + row.cells).map(MendingEntry.plain)
      text += MendingEntry.follows + cells.joined(separator: String(MendingEntry.between))
    }
    return text
  }

  /// Reads what a rejection kept; nil for what is no entry of a FEC.
  public init?(raw: String) {
    guard raw.hasPrefix(MendingEntry.follows), raw != MendingEntry.follows else { return nil }
    rows = []
    for part in raw.dropFirst().split(separator: Character(MendingEntry.follows)) {
      let cells = part.split(separator: MendingEntry.between, omittingEmptySubsequences: false)
        .map(String.init)
      guard cells.count > 4, let role = Role(rawValue: cells[0]), let line = Int(cells[1]),
        let position = Int(cells[2])
      else { return nil }
      var row = Row(role, line: line, cells: Array(cells[4...]))
      row.position = position
      row.message = cells[3]
      rows.append(row)
    }
  }

  /// Without what is no character of a text: such a byte would part cells or rows.
  private static func plain(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 < 32 || $0 == 127 }) else { return cell }
    let scalars = cell.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  // MARK: - In the table that is given out

  /// What stands beside rows that are only there because the others need them.
  public static func reason(beside role: Role) -> String {
    role == .taken ? taken + ", même lettrage\u{A0}: à laisser tel quel" : "même écriture"
  }

  /// What the reason of a row begins with that was taken in already.
  static let taken = "déjà repris"
}
