/// What a table holds beside its records, told once it is read.
struct TableNotes {
  var linesAbove = 0
  var blankLines = 0
  /// Totals, balances and what else stands below or between the records.
  var summaryLines: [Int] = []
  var summaryCount = 0
  var repeatedHeaders = 0
  var lastLine = 1
  /// Lines taken in or refused.
  var records = 0

  /// Line numbers shown of each kind.
  private static let shown = 5

  mutating func addSummary(line: Int) {
    summaryCount += 1
    if summaryLines.count < TableNotes.shown { summaryLines.append(line) }
  }

  func notes(_ layout: TableLayout, _ survey: TableSurvey, _ text: TableText) -> [Note] {
    let header = Place.line(layout.headerLine)
    var notes = survey.notes(at: header)
    if text.encoding != .utf8 {
      notes.append(
        Note(
          at: header,
          Phrase(
            french: "caractères lus comme \(text.encoding.name)",
            english: "characters read as \(text.encoding.name)")))
    }
    if layout.source != .header, let words = layout.readAs(text).words {
      notes.append(Note(at: header, words))
    }
    for twin in layout.columns.twins {
      let name = layout.columns.name(twin.first)
      notes.append(
        Note(
          at: header,
          Phrase(
            french: "deux colonnes «\u{A0}\(name)\u{A0}»\u{A0}: les lignes où elles diffèrent sont "
              + "refusées",
            english: "two columns \"\(name)\": lines where they differ are refused")))
    }
    let unread = layout.columns.unread
    if !unread.isEmpty {
      let list = Rejection.clipped(unread.joined(separator: ", "))
      notes.append(
        Note(
          at: header,
          Phrase(french: "colonnes non lues\u{A0}: \(list)", english: "columns not read: \(list)")))
    }
    return notes + counts()
  }

  private func counts() -> [Note] {
    var notes: [Note] = []
    func add(_ count: Int, at line: Int, _ french: String, _ english: String) {
      guard count > 0 else { return }
      notes.append(
        Note(
          at: .line(line),
          Phrase(french: "\(french)\u{A0}: \(count)", english: "\(english): \(count)")))
    }
    if records == 0 {
      notes.append(
        Note(
          at: .line(lastLine),
          Phrase(french: "aucune ligne sous l’en-tête", english: "no line under the header")))
    }
    add(linesAbove, at: 1, "lignes au-dessus du tableau", "lines above the table")
    add(blankLines, at: lastLine, "lignes vides", "empty lines")
    add(repeatedHeaders, at: lastLine, "en-têtes répétés", "repeated headers")
    add(
      summaryCount, at: summaryLines.first ?? lastLine, "lignes de total ou de solde",
      "total or balance lines")
    return notes
  }
}
