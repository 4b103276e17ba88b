public import Intake
import Store

/// The records of an import that were not taken, as a table to mend and to import again.
///
/// The header is the file's own; a last column, `motif`, says why each record was refused and which
/// one it is, so that it is listed no more once it came again.
public struct MendingTable: Sendable {
  public struct Row: Sendable {
    public let record: MendedRecord
    /// One cell a column of the header.
    public let cells: [String]
    public let reason: String
    /// Of a row of a FEC, the rows that come again with it.
    var entry: MendingEntry?
  }

  public let names: [String]
  public let rows: [Row]
  private let delimiter: String
  private let account: String

  /// The last column.
  public static let reason = "motif"

  init(_ table: StoredTable, _ pending: [PendingRejection], of source: Int64) {
    var names = MendingTable.names(of: table)
    let hasReason = names.last == MendingTable.reason
    if hasReason { names.removeLast() }
    self.names = names
    delimiter = table.delimiter
    account = table.account
    rows = pending.filter {
      !$0.rejection.raw.isEmpty && $0.rejection.raw != MendingEntry.follows
    }.map { one in
      let record = MendedRecord(source: source, position: one.position)
      if let entry = MendingEntry(raw: one.rejection.raw) {
        let own = entry.rows.first { $0.role == .refused && $0.position == one.position }
        return Row(
          record: record, cells: own?.cells ?? [], reason: one.rejection.message, entry: entry)
      }
      var cells = Intake.cells(of: one.rejection.raw, delimiter: table.delimiter)
      if hasReason, cells.count > names.count { cells.remove(at: names.count) }
      while cells.last == "", cells.count > names.count { cells.removeLast() }
      while cells.count < names.count { cells.append("") }
      return Row(record: record, cells: cells, reason: one.rejection.message)
    }
  }

  /// The names of the columns; where the file gives none, or none that tell, those of what they
  /// hold.
  private static func names(of table: StoredTable) -> [String] {
    let isNamed = table.names.contains { !$0.isEmpty }
    guard !isNamed || table.source == TableReadAs.Source.values.rawValue,
      let order = try? ColumnOrder(table.columns)
    else { return table.names }
    var names = table.names.indices.map { "Colonne \($0 + 1)" }
    for (meaning, places) in order.places {
      for case .number(let number) in places where names.indices.contains(number - 1) {
        names[number - 1] = meaning.header
      }
    }
    if table.names.last == reason { names[names.count - 1] = reason }
    return names
  }

  /// The file, in UTF-8 with a byte order mark and the separator of the original.
  public var bytes: [UInt8] { bytes(of: rows) }

  /// A file of one record whose cells a person mended.
  public func bytes(of row: Row, mended cells: [String]) -> [UInt8] {
    bytes(of: [row.mended(cells)])
  }

  private func bytes(of rows: [Row]) -> [UInt8] {
    var text = "\u{FEFF}"
    if !account.isEmpty { text += line(["Compte", account]) }
    text += line(names + [MendingTable.reason])
    for row in rows { for cells in row.lines { text += line(cells) } }
    for cells in MendingTable.taken(rows) { text += line(cells) }
    return Array(text.utf8)
  }

  private func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: delimiter) + "\r\n"
  }

  /// Quotes what needs it. A text that a spreadsheet would run as a formula gets an apostrophe; a
  /// number or a telephone with its sign runs nothing.
  private func quoted(_ cell: String) -> String {
    var cell = cell
    if let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      !cell.unicodeScalars.dropFirst().allSatisfy(MendingTable.isFigure)
    {
      cell = "'" + cell
    }
    let isPlain = !cell.unicodeScalars.contains { "\"\r\n".unicodeScalars.contains($0) }
    if isPlain, !cell.contains(delimiter), cell.first != " ", cell.last != " " { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private static func isFigure(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || " .,()€\u{A0}\u{202F}".unicodeScalars.contains(scalar)
  }
}

extension ColumnMeaning {
  /// The name of a column that the reader knows by itself.
  fileprivate var header: String {
    switch self {
    case .date: "Date"
    case .valueDate: "Date de valeur"
    case .label: "Libellé"
    case .debit: "Débit"
    case .credit: "Crédit"
    case .amount: "Montant"
    case .sense: "Sens"
    case .balance: "Solde"
    case .reference: "Référence"
    case .counterparty: "Contrepartie"
    case .iban: "IBAN contrepartie"
    case .operation: "Type opération"
    case .account: "Compte"
    case .currency: "Devise"
    case .status: "Statut"
    }
  }
}
