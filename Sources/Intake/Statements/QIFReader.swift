import Ledger
import Quantities

/// Reads QIF: bank, cash and card accounts, with splits and transfers; lists and investments are
/// left out.
struct QIFReader {
  private var lines: StatementLines
  private var delivery: StatementDelivery
  private let survey: QIFSurvey
  private var amounts: MixedAmount
  private var section = Section.none
  private var statement: OpenStatement?
  private var accountName = ""
  private var record = QIFRecord(line: 1)
  private let words = TextBuffer()
  private var leftOut = 0

  enum Section {
    case none, movements, account, leftOut

    /// The section that a line beginning with `!` opens; nil for an option, which opens none.
    init?(_ header: Bytes) {
      let name = header.dropFirst().prefix(40).map { $0 >= 97 ? $0 - 32 : $0 }
      if name.starts(with: "ACCOUNT".utf8) {
        self = .account
      } else if name.starts(with: "TYPE:".utf8) {
        let kind = name.dropFirst(5).drop { $0 == 32 }
        let isOurs = ["BANK", "CASH", "CCARD", "OTH"].contains { kind.starts(with: $0.utf8) }
        self = isOurs ? .movements : .leftOut
      } else {
        return nil
      }
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer, _ delivery: StatementDelivery) {
    lines = StatementLines(bytes)
    self.delivery = delivery
    survey = QIFSurvey(bytes)
    amounts = survey.amounts
  }

  /// The first line opens a section or sets an option.
  static func recognise(_ head: UnsafeRawBufferPointer) -> Bool {
    var lines = StatementLines(UnsafeRawBufferPointer(rebasing: head.prefix(4096)))
    while let line = lines.next(), lines.number <= 20 {
      if line.isBlank { continue }
      let start = line.trimmed
      guard start.first == 33 else { return false }
      let name = start.dropFirst().prefix(7).map { $0 >= 97 ? $0 - 32 : $0 }
      return ["TYPE:", "ACCOUNT", "OPTION:", "CLEAR:"].contains { name.starts(with: $0.utf8) }
    }
    return false
  }

  static func read(
    _ bytes: UnsafeRawBufferPointer, batch: Int, into deliver: (Reading) throws -> Void
  ) throws {
    try withoutActuallyEscaping(deliver) { deliver in
      var reader = QIFReader(bytes, StatementDelivery(batch: batch, deliver: deliver))
      while let line = reader.lines.next() { try reader.take(line) }
      try reader.finish()
    }
  }

  private mutating func take(_ line: Bytes) throws {
    guard let first = line.first, !line.isBlank else { return }
    if first == 33 { return try begin(line) }
    if first == UInt8(ascii: "^") { return try endRecord() }
    switch section {
    case .movements: record.take(line, &amounts, into: words)
    case .account:
      if first == UInt8(ascii: "N") {
        accountName = Bytes(rebasing: line.dropFirst().prefix(64)).trimmed.written
      }
    case .leftOut: record.isEmpty = false
    case .none: break
    }
  }

  private mutating func begin(_ header: Bytes) throws {
    guard let next = Section(header) else { return }
    try endRecord()
    if next == .movements {
      try endStatement()
      openStatement()
    } else if next == .account {
      try endStatement()
    }
    section = next
  }

  private mutating func openStatement() {
    var next = OpenStatement()
    let digits = accountName.utf8.count { $0 &- 48 <= 9 }
    // A name given by a person tells two accounts of one file apart, and nothing else.
    if digits >= 6 || survey.accounts > 1 {
      next.written = accountName
      next.account = accountName.withUTF8 { AccountNumber.normalised($0) }
    }
    statement = next
  }

  private mutating func endRecord() throws {
    defer {
      record = QIFRecord(line: lines.number + 1)
      words.clear()
    }
    guard !record.isEmpty else { return }
    if section == .leftOut { leftOut += 1 }
    guard section == .movements, let statement else { return }
    let place = Place.line(record.line)
    guard let written = record.amount, let amount = amounts.amount(written) else {
      return try delivery.reject(
        at: place, "T", found: record.amount ?? Bytes(start: nil, count: 0),
        wanted: Wanted.mixedAmount, record.mendingLine(on: statement, nil, words))
    }
    guard let written = record.date,
      let day = QIFDate(written)?.day(isMonthFirst: survey.order.isMonthFirst)
    else {
      return try delivery.reject(
        at: place, "D", found: record.date ?? Bytes(start: nil, count: 0),
        wanted: survey.order.isMonthFirst ? "11/23/2026" : "23/11/2026",
        record.mendingLine(on: statement, amount, words))
    }
    if record.isOpening {
      self.statement?.opening = amount
      self.statement?.openingDay = day
      return
    }
    if record.hasBadSplit || record.splits.map({ $0 != amount }) == true {
      try noteSplits(amount, at: place)
    }
    self.statement?.count(amount, booked: day)
    try delivery.add(
      record.bankLine(on: statement, booked: day, amount: amount, words: words))
  }

  private mutating func noteSplits(_ amount: Money, at place: Place) throws {
    try delivery.note(
      at: place,
      Phrase(
        french: "les parts du mouvement de \(amount.french) ne donnent pas son total\u{A0}: "
          + "repris en une ligne",
        english: "the parts of the movement of \(amount.english) do not add up to it: "
          + "taken as one line"))
  }

  private mutating func endStatement() throws {
    guard let done = statement else { return }
    statement = nil
    try delivery.add(done)
  }

  private mutating func finish() throws {
    if !record.isEmpty, section == .movements, !survey.isEnded {
      throw Refusal(
        .damagedStatement(
          Phrase(
            french: "le fichier s’arrête au milieu d’un mouvement (^ manque)",
            english: "the file stops in the middle of a movement (^ is missing)")),
        at: .line(max(1, lines.number)))
    }
    try endRecord()
    try endStatement()
    guard delivery.statements > 0 else { throw Refusal(.missingElement("!Type:Bank")) }
    if let order = survey.order.note { try delivery.note(at: .line(1), order) }
    if leftOut > 0 {
      try delivery.note(
        at: .line(1),
        Phrase(
          french: "\(leftOut) enregistrements qui ne sont pas des mouvements de compte "
            + "(catégories, titres…) laissés de côté",
          english: "\(leftOut) records that are no movements of an account (categories, "
            + "securities…) left out"))
    }
    try delivery.flush()
  }
}

/// What all the dates and amounts of a file say of their own writing, found before it is read.
private struct QIFSurvey {
  var order = QIFDateOrder()
  var amounts = MixedAmount()
  /// Accounts that the file names.
  var accounts = 0
  /// The last line has its end.
  var isEnded = false

  init(_ bytes: UnsafeRawBufferPointer) {
    var lines = StatementLines(bytes)
    var section = QIFReader.Section.none
    var names: Set<String> = []
    while let line = lines.next() {
      guard let first = line.first else { continue }
      if first == 33 {
        section = QIFReader.Section(line) ?? section
      } else if section == .movements {
        let value = Bytes(rebasing: line.dropFirst()).trimmed
        if first == UInt8(ascii: "D"), let date = QIFDate(value) { order.weigh(date) }
        if first == UInt8(ascii: "T") { amounts.weigh(value) }
      } else if section == .account, first == UInt8(ascii: "N"), names.count < 100 {
        names.insert(Bytes(rebasing: line.prefix(64)).written)
      }
    }
    accounts = names.count
    isEnded = bytes.last.map { $0 == 10 || $0 == 13 } ?? false
  }
}
