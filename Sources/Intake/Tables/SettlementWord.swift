/// What the status of a movement says, in the words of online banks.
enum SettlementWord {
  case settled
  /// Refused, cancelled, announced: no money has moved.
  case open
  case unknown

  init(_ word: String) {
    let key = ColumnName(word).key
    if key.isEmpty || SettlementWord.settledWords.contains(where: { key.hasPrefix($0) }) {
      self = .settled
    } else if SettlementWord.openWords.contains(where: { key.hasPrefix($0) }) {
      self = .open
    } else {
      self = .unknown
    }
  }

  private static let settledWords = [
    "execut", "complete", "settled", "booked", "termine", "effectue", "comptabilise", "valide",
    "processed", "success", "succeeded", "paid", "posted", "cleared", "regle", "traite", "recu",
    "ok", "done", "finalise", "confirme", "accepte", "reussi", "envoye", "sent", "received",
  ]
  private static let openWords = [
    "refus", "declin", "fail", "echou", "echec", "rejet", "reject", "revert", "cancel", "annul",
    "pending", "attente", "cours", "processing", "schedul", "programm", "planifi", "created",
    "cree", "valider", "reversed", "expir", "bloqu", "blocked", "autoris", "authori", "avenir",
    "nonexecut", "noncomptabilis", "nonvalid", "brouillon", "draft", "suspend", "abandon", "initi",
  ]
}

/// The statuses of a table, each word judged once, and what was left out for them.
struct SettlementTally {
  private var known: [String: SettlementWord] = [:]
  private var last: (cell: Cell, word: SettlementWord)?
  private var counts: [String: (count: Int, line: Int, word: SettlementWord)] = [:]

  /// Words past these are counted together: the column holds something else.
  private static let mostWords = 8

  init() {}

  mutating func isSettled(_ cell: Cell, _ line: Int, _ text: (Cell) -> String) -> Bool {
    if let last, last.word == .settled, last.cell.hasSameBytes(cell) { return true }
    let written = text(cell)
    let word = known[written] ?? SettlementWord(written)
    if known.count < 1000 { known[written] = word }
    last = (cell, word)
    if word == .settled { return true }
    let key = counts[written] == nil && counts.count >= SettlementTally.mostWords ? "…" : written
    var entry = counts[key] ?? (0, line, word)
    entry.count += 1
    counts[key] = entry
    return word == .unknown
  }

  var notes: [Note] {
    counts.sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }.map { written, found in
      let shown = Rejection.clipped(written)
      let isOpen = found.word == .open
      return Note(
        at: .line(found.line),
        Phrase(
          french: isOpen
            ? "statut «\u{A0}\(shown)\u{A0}»\u{A0}: \(lines(found.count)), l’argent n’a pas bougé"
            : "statut «\u{A0}\(shown)\u{A0}» inconnu\u{A0}: \(found.count) lignes reprises comme "
              + "exécutées, vérifiez",
          english: isOpen
            ? "status \"\(shown)\": \(found.count) lines left out, no money has moved"
            : "unknown status \"\(shown)\": \(found.count) lines taken as settled, please check"))
    }
  }

  private func lines(_ count: Int) -> String {
    count == 1 ? "1 ligne laissée de côté" : "\(count) lignes laissées de côté"
  }
}
