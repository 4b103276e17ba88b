import Ledger
import Quantities

/// A movement that could not be taken in, as a line of a bank's table: mended there, it is taken in
/// by our own reader of tables.
struct MendingLine {
  var date = ""
  var value = ""
  var label = ""
  var amount = ""
  var currency = ""
  var counterparty = ""
  var iban = ""
  var reference = ""
  var account = ""

  init() {}

  private static let names = [
    "Date", "Date de valeur", "Libellé", "Montant", "Devise", "Contrepartie", "IBAN contrepartie",
    "Référence", "Compte",
  ]

  /// How such lines are read.
  static let table = TableReadAs(
    layout: "", names: names, delimiter: ";", columns: nil, source: .header)

  /// Longer texts are no text of a bank.
  private static let longest = 1000

  var raw: String {
    let cells = [
      date, value, label, amount, currency, counterparty, iban, reference, account,
    ]
    return cells.map(MendingLine.quoted).joined(separator: ";")
  }

  private static func quoted(_ cell: String) -> String {
    let cell = cell.utf8.count > longest ? String(cell.prefix(longest / 4)) : cell
    guard cell.utf8.contains(where: { $0 == 34 || $0 == 59 || $0 < 32 }) else { return cell }
    let line = cell.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\"" + line.replacing("\"", with: "\"\"") + "\""
  }

  /// An amount as French tables write it.
  static func written(_ amount: Money?) -> String {
    amount.map { $0.decimal.replacing(".", with: ",") } ?? ""
  }
}
