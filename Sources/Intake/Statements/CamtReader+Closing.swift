import Ledger
import Quantities

/// What an entry or a statement becomes once it has ended.
extension CamtReader {
  mutating func closeEntry() {
    entryDepth = 0
    if entry.currency == nil, entry.currencyFound.isEmpty {
      entry.currency = statement.account.currency ?? statement.balanceCurrency
    }
    let booked = entry.booked ?? (entry.bookedFound.isEmpty ? entry.value ?? fallbackDay : nil)
    guard entry.isBooked else {
      noteUnbooked()
      return deliverWhenFull()
    }
    statement.count(entry, booked: booked)
    guard let total = entry.signed, let booked, entry.currency != nil else {
      rejectEntry(booked)
      return deliverWhenFull()
    }
    if entry.hasStrayDetails(total) {
      note(
        french: "les détails du mouvement de \(total.french) ne donnent pas son total\u{A0}: "
          + "repris en une ligne",
        english: "the details of the movement of \(total.english) do not add up to it: "
          + "taken as one line")
    }
    entry.lines(on: statement.account, booked: booked, total: total, into: &reading.drafts)
    deliverWhenFull()
  }

  /// Notifications often leave out the booking date: the day the message was made stands for it.
  private var fallbackDay: Day? { statement.closing?.day ?? statement.created }

  /// No money has moved: neither its day nor its currency matters, and what cannot be read of it is
  /// no error.
  private mutating func noteUnbooked() {
    let status = Rejection.clipped(entry.status)
    guard let total = entry.signed else {
      let (field, found) =
        entry.amount == nil ? ("Amt", entry.amountFound) : ("CdtDbtInd", entry.signFound)
      let shown = Rejection.clipped(found)
      return note(
        french: "mouvement non comptabilisé par la banque (\(status)), laissé de côté\u{A0}: "
          + "\(field) " + (shown.isEmpty ? "manque" : "«\u{A0}\(shown)\u{A0}» illisible"),
        english: "movement not booked by the bank (\(status)), left out: \(field) "
          + (shown.isEmpty ? "is lacking" : "\"\(shown)\" cannot be read"))
    }
    note(
      french: "mouvement de \(total.french) non comptabilisé par la banque "
        + "(\(status)), laissé de côté",
      english: "movement of \(total.english) not booked by the bank (\(status)), left out")
  }

  /// One rejection for an entry, whatever is wrong with it: it is mended as one line.
  private mutating func rejectEntry(_ booked: Day?) {
    let faults: [(Bool, String, String, Phrase)] = [
      (entry.amount == nil, "Amt", entry.amountFound, Wanted.amount),
      (entry.isDebit == nil, "CdtDbtInd", entry.signFound, "CRDT / DBIT"),
      (booked == nil, "BookgDt", entry.bookedFound, Wanted.isoDay),
      (entry.currency == nil, "Amt/@Ccy", entry.currencyFound, Wanted.currency),
    ].filter(\.0)
    guard let (_, field, found, wanted) = faults.first else { return }
    let others = faults.dropFirst().map { "\($0.1) «\u{A0}\(Rejection.clipped($0.2))\u{A0}»" }
      .joined(separator: ", ")
    let whole = Phrase(
      french: wanted.french + (others.isEmpty ? "" : "\u{A0}; illisibles aussi\u{A0}: \(others)"),
      english: wanted.english + (others.isEmpty ? "" : "; not readable either: \(others)"))
    reading.mending = MendingLine.table
    reading.rejections.append(
      Rejection(
        at: here(inEntry: true), field: field, found: found, wanted: whole,
        raw: entry.mendingLine(on: statement.account, booked: booked).raw))
  }

  /// What cannot be read outside an entry.
  mutating func reject(_ field: String, found: String, wanted: Phrase) {
    reading.rejections.append(
      Rejection(at: here(inEntry: false), field: field, found: found, wanted: wanted))
  }

  private mutating func note(french: String, english: String) {
    reading.notes.append(
      Note(at: here(inEntry: true), Phrase(french: french, english: english)))
  }

  private func here(inEntry: Bool) -> Place {
    let statementPath = "Stmt[\(statementCount)]"
    guard inEntry else { return .element(statementPath, line: max(1, parse.line)) }
    return .element(statementPath + "/Ntry[\(entry.ordinal)]", line: max(1, entry.line))
  }

  mutating func closeStatement() {
    statementDepth = 0
    let figures = statement.figures
    reading.figures.append(figures)
    reading.drafts.append(.statement(figures.statement))
    entry.ordinal = 0
    deliverWhenFull()
  }

  private mutating func deliverWhenFull() {
    guard reading.drafts.count + reading.rejections.count + reading.notes.count >= batch else {
      return
    }
    reading.bytesRead = parse.bytesRead
    do {
      try deliver(reading)
    } catch {
      parse.stop(error)
    }
    reading.removeAll()
  }
}

/// What readers ask for, in the users' words.
enum Wanted {
  static let amount = Phrase(
    french: "un montant tel que 1234.56, à deux décimales au plus",
    english: "an amount such as 1234.56, with two decimals at most")
  static let isoDay = Phrase(
    french: "une date qui existe, telle que 2026-11-23",
    english: "a date that exists, such as 2026-11-23")
  static let mixedAmount = Phrase(
    french: "un montant tel que -1 234,56, qui ne se lise que d’une façon",
    english: "an amount such as -1234.56, which can be read in one way only")
  static let currency = Phrase(
    french: "un code de devise tel que EUR", english: "a currency code such as EUR")
}
