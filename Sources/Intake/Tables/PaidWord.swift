import Ledger

/// What a table says of how far its invoices are paid, in a word and without an amount: it is told,
/// for money that no statement shows settles nothing.
struct PaidWords {
  private let cells: TableCells
  private let place: Int
  private var known: [String: Kind] = [:]
  private var counts: [Kind: (count: Int, line: Int)] = [:]

  private enum Kind: Int { case paid, draft, nothing }

  init(_ cells: TableCells) {
    self.cells = cells
    place = cells.columns[.settled]
  }

  /// Counts an invoice of which something is left to pay.
  mutating func note(_ row: UnsafePointer<Cell>, line: Int) {
    let cell = row[place]
    if cell.isEmpty { return }
    let written = cells.encoding.text(cell)
    let kind = known[written] ?? PaidWords.kind(ColumnName(written).key)
    if known.count < 1_000 { known[written] = kind }
    if kind != .nothing { counts[kind, default: (0, line)].count += 1 }
  }

  private static func kind(_ key: String) -> Kind {
    let paid = [
      "oui", "o", "yes", "y", "1", "x", "true", "vrai", "paid", "payee", "paye", "payees", "reglee",
      "regle", "soldee", "solde", "acquittee", "paiementrecu", "inpayment",
    ]
    let drafts = ["brouillon", "draft", "annulee", "annule", "cancelled", "canceled", "abandonnee"]
    return paid.contains(key) ? .paid : drafts.contains(key) ? .draft : .nothing
  }

  var notes: [Note] {
    let name = cells.columns.name(place)
    return counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, found in
      let isPaid = kind == .paid
      let (count, s) = (found.count, found.count == 1 ? "" : "s")
      return Note(
        at: .line(found.line),
        Phrase(
          french: "«\u{A0}\(name)\u{A0}»\u{A0}: \(count) facture\(s) dite\(s) "
            + (isPaid ? "payée\(s)" : "brouillon\(s) ou annulée\(s)")
            + ", reprise\(s) comme due\(s)\u{A0}: "
            + (isPaid
              ? "importez les relevés avant de relancer, ou une colonne «\u{A0}Reste dû\u{A0}»"
              : "vérifiez"),
          english: "\"\(name)\": \(count) invoice\(s) said to be "
            + (isPaid
              ? "paid, taken in as owed: bring the statements before you chase anyone, or a column "
                + "\"Amount due\""
              : "drafts or cancelled, taken in as owed: please check")))
    }
  }
}
