import Ledger

/// Reads by what customers pay as a rule; words that say no means are told once each.
struct MeansCells {
  private let cells: TableCells
  private let place: Int
  private var known: [String: (means: PaymentMeans.Told, term: PaymentTerm?)] = [:]
  private var unclear: [String: (count: Int, line: Int)] = [:]

  /// Words past these are counted together: the column holds something else.
  private static let mostWords = 8
  /// Distinct texts remembered.
  private static let most = 1_000

  init(_ cells: TableCells) {
    self.cells = cells
    place = cells.columns[.means]
  }

  /// The means, and the term that stands beside it.
  mutating func means(
    _ row: UnsafePointer<Cell>, line: Int
  ) -> (means: PaymentMeans?, term: PaymentTerm?)? {
    let cell = row[place]
    if cell.isEmpty { return nil }
    let written = cells.encoding.text(cell)
    let told = known[written] ?? (PaymentMeans.told(written), PaymentMeans.term(beside: written))
    if known.count < MeansCells.most { known[written] = told }
    if case .means(let means) = told.means { return (means, told.term) }
    // « 30 jours » in the column of means is a term.
    if told.term != nil { return (nil, told.term) }
    if told.means == .unclear { note(written, line) }
    return nil
  }

  private mutating func note(_ written: String, _ line: Int) {
    let isMany = unclear[written] == nil && unclear.count >= MeansCells.mostWords
    unclear[isMany ? "…" : written, default: (0, line)].count += 1
  }

  var notes: [Note] {
    let name = cells.columns.name(place)
    return unclear.sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }.map {
      let (shown, count) = (Rejection.clipped($0.key), $0.value.count)
      return Note(
        at: .line($0.value.line),
        Phrase(
          french: "«\u{A0}\(name)\u{A0}»\u{A0}: «\u{A0}\(shown)\u{A0}» ne dit pas un moyen de "
            + "paiement connu, laissé de côté pour \(count) client\(count == 1 ? "" : "s")",
          english: "\"\(name)\": \"\(shown)\" tells no known means of payment, "
            + "left out for \(count) customer\(count == 1 ? "" : "s")"))
    }
  }
}
