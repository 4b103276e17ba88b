import Ledger

/// Reads by what customers pay as a rule; words that say no means are told once each.
struct MeansCells {
  private let cells: TableCells
  private let place: Int
  private var known: [String: PaymentMeans.Told] = [:]
  private var unclear: [String: (count: Int, line: Int)] = [:]

  /// Words past these are counted together: the column holds something else.
  private static let mostWords = 8
  /// Distinct texts remembered.
  private static let most = 1_000

  init(_ cells: TableCells) {
    self.cells = cells
    place = cells.columns[.means]
  }

  mutating func means(_ row: UnsafePointer<Cell>, line: Int) -> PaymentMeans? {
    let cell = row[place]
    if cell.isEmpty { return nil }
    let written = cells.encoding.text(cell)
    let told = known[written] ?? PaymentMeans.told(written)
    if known.count < MeansCells.most { known[written] = told }
    if case .means(let means) = told { return means }
    if told == .unclear { note(written, line) }
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
