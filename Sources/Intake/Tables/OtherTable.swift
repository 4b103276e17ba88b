/// A table that is none of ours though it speaks of customers: what it is, and what to bring
/// instead.
enum OtherTable {
  /// A ledger (grand livre) moves money the other way round than a bank's table.
  case ledger
  /// An aged balance (balance âgée) sums up and names no invoice.
  case agedBalance

  private static let mostLines = 50

  /// A bank's table by its names that is a ledger by others of them.
  init?(names: [String]) {
    let keys = names.map { ColumnName($0).key }
    let isLettered = keys.contains { $0.hasPrefix("lettr") || $0 == "ecriturelet" }
    let isOfBooks = keys.contains { key in
      ["journal", "codejournal", "jnl", "comptegeneral"].contains(key)
        || key.hasPrefix("compteaux")
    }
    let isOfPieces = keys.contains { ["piece", "npiece", "refpiece"].contains($0) }
    guard isLettered || (isOfBooks && isOfPieces) else { return nil }
    self = .ledger
  }

  /// A table of no known kind.
  init?(_ text: TableText) {
    for delimiter in TableShape.delimiters {
      var scanner = RowScanner(text, delimiter: delimiter)
      var lines = 0
      while lines < OtherTable.mostLines, scanner.next() {
        lines += 1
        let count = min(scanner.kept, 40)
        // Amounts and days stand below a header, never in it.
        let isHeader = (0..<count).allSatisfy { place in
          let cell = scanner.cells[place]
          return CellKind.cents(cell, of: text.encoding) == nil && !CellKind.isDay(cell)
        }
        guard isHeader else { continue }
        let keys = (0..<count).map { ColumnName(text.text(scanner.cells[$0])).key }
        guard count > 3, OtherTable.hasBuckets(keys) else { continue }
        self = .agedBalance
        return
      }
    }
    return nil
  }

  /// `Non échu`, `0-30 jours`, `31-60`, `> 90`: what is due by how long ago.
  private static func hasBuckets(_ keys: [String]) -> Bool {
    let isNotDue = keys.contains {
      ["nonechu", "nonechus", "aechoir", "notdue", "notyetdue", "current", "montantnonechu"]
        .contains($0)
    }
    let buckets = keys.count { key in
      let figures = key.filter(\.isNumber)
      return figures.count <= 6 && ages.contains(where: figures.hasSuffix)
        && beside.contains(key.filter { !$0.isNumber })
    }
    return buckets >= 3 || (isNotDue && buckets >= 2)
  }

  private static let ages = ["30", "60", "90", "120", "150", "180"]
  private static let beside: Set = [
    "", "j", "jours", "jour", "days", "day", "to", "plus", "plusjours", "joursplus", "over", "echu",
    "echujours", "joursetplus", "daysoverdue", "overdays", "retard", "joursretard", "et", "and",
  ]

  var words: Phrase {
    switch self {
    case .ledger:
      Phrase(
        french: "c’est un grand livre, pas un relevé\u{A0}: débit et crédit y ont l’autre sens. "
          + "Importez le FEC de l’exercice, qui donne factures, règlements et lettrage, ou la "
          + "liste des factures.",
        english: "this is a ledger, not a statement: debit and credit go the other way. Import "
          + "the FEC of the year, which gives invoices, payments and lettering, or the list of "
          + "invoices.")
    case .agedBalance:
      Phrase(
        french: "c’est une balance âgée\u{A0}: elle donne des sommes, pas les factures. Importez "
          + "le FEC, ou l’échéancier\u{A0}: une ligne par facture, avec son numéro, sa date et "
          + "ce qui reste dû. Encaisse en tire la balance âgée.",
        english: "this is an aged balance: it gives sums, not invoices. Import the FEC, or the "
          + "list of open invoices: one a line, with its number, its date and what is left to "
          + "pay. Encaisse draws the aged balance from it.")
    }
  }
}
