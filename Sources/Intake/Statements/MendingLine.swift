public import Ledger
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

  init(_ line: BankLine) {
    date = line.booked.french
    value = line.value?.french ?? ""
    label = line.text
    amount = MendingLine.written(line.amount)
    currency = line.currency.code
    counterparty = line.payer
    iban = line.payerIBAN
    reference = line.reference
    account = line.account
  }

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
    guard cell.utf8.contains(where: { $0 == 34 || $0 == 59 || $0 < 32 || $0 == 127 }) else {
      return cell
    }
    // What is no character of a text has no place in a table: with a zero it would be none.
    let scalars = cell.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }
    let line = String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isNewline)
      .joined(separator: " ")
    return "\"" + line.replacing("\"", with: "\"\"") + "\""
  }

  /// An amount as French tables write it.
  static func written(_ amount: Money?) -> String {
    amount.map { $0.decimal.replacing(".", with: ",") } ?? ""
  }
}

extension Rejection {
  /// A movement that was read and still cannot be taken in: named by its amount and its words, and
  /// kept as a line of `movements`.
  public init(of line: BankLine, field: String, found: String, wanted: Phrase) {
    let words = Rejection.clipped(line.text.isEmpty ? line.payer : line.text)
    let (french, english) = (
      line.amount.french(in: line.currency), line.amount.english(in: line.currency)
    )
    self.init(
      at: .movement(
        Phrase(
          french: "mouvement de \(french)" + (words.isEmpty ? "" : " «\u{A0}\(words)\u{A0}»"),
          english: "movement of \(english)"
            + (words.isEmpty ? "" : " \"\(words)\""))),
      field: field, found: found, wanted: wanted, raw: MendingLine(line).raw)
  }
}

extension TableReadAs {
  /// How movements that were read and refused are read again.
  public static let movements = MendingLine.table
}
