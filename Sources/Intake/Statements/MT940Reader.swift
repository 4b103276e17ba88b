import Ledger
import Quantities

/// Reads SWIFT MT940 statements, and MT942 ones of the running day, with or without the blocks
/// around them, several in a file.
struct MT940Reader {
  private var lines: StatementLines
  private var delivery: StatementDelivery
  private var statement: OpenStatement?
  private var hasClosing = false
  /// An MT942 has no balances.
  private var isInterim = false
  private var movement: MT940Movement?
  private var field = Field.none
  private let details = TextBuffer()
  private var detailLines = 0
  private var firstDetail = Bytes(start: nil, count: 0)
  /// The line of text after `:61:`.
  private let supplement = TextBuffer()
  private let words = TextBuffer()
  private var dates = ShortDayMemory(.yearFirst)

  /// Where the lines without a tag belong.
  private enum Field { case none, movement, details, starMoney }

  private init(_ bytes: UnsafeRawBufferPointer, _ delivery: StatementDelivery) {
    lines = StatementLines(bytes)
    self.delivery = delivery
  }

  /// Its first fields stand at the beginning of lines: `:20:`, then the account.
  static func recognise(_ head: UnsafeRawBufferPointer) -> Bool {
    var lines = StatementLines(UnsafeRawBufferPointer(rebasing: head.prefix(1 << 16)))
    var hasReference = false
    var others = 0
    while let line = lines.next(), lines.number <= 60, others <= 12 {
      guard let tag = MT940Tag(line) else {
        others += 1
        continue
      }
      switch tag.kind {
      case .reference: hasReference = true
      case .account where hasReference: return true
      default: break
      }
    }
    return false
  }

  static func read(
    _ bytes: UnsafeRawBufferPointer, batch: Int, into deliver: (Reading) throws -> Void
  ) throws {
    try withoutActuallyEscaping(deliver) { deliver in
      var reader = MT940Reader(bytes, StatementDelivery(batch: batch, deliver: deliver))
      while let line = reader.lines.next() { try reader.take(line) }
      try reader.endStatement()
      try reader.delivery.flush()
    }
  }

  private var place: Place { .line(lines.number) }

  private mutating func take(_ line: Bytes) throws {
    if let tag = MT940Tag(line) { return try take(tag) }
    if isEnd(line) { return try endStatement() }
    switch field {
    case .movement: if !line.isBlank { supplement.appendWord(line.trimmed) }
    case .details: appendDetail(line)
    case .starMoney: takeStarMoney(line)
    case .none: break
    }
  }

  /// A hyphen alone or with the brace of the block; after the closing balance, with anything.
  private func isEnd(_ line: Bytes) -> Bool {
    guard line.first == UInt8(ascii: "-") else { return false }
    if hasClosing { return true }
    let rest = line.dropFirst()
    return rest.first == UInt8(ascii: "}") || rest.allSatisfy { $0 <= 32 }
  }

  private mutating func take(_ tag: MT940Tag) throws {
    field = .none
    switch tag.kind {
    case .reference:
      try endStatement()
      statement = OpenStatement()
    case .account: takeAccount(tag.content)
    case .opening: try takeOpening(tag)
    case .movement:
      try endMovement()
      try takeMovement(tag.content)
    case .details:
      guard movement != nil, detailLines == 0 else { return }
      field = .details
      firstDetail = tag.content
      appendDetail(tag.content)
    case .starMoney:
      guard movement != nil else { return }
      field = .starMoney
      takeStarMoney(tag.content)
    case .closing:
      try endMovement()
      try takeClosing(tag)
    case .interim: isInterim = true
    case .other: break
    }
  }

  private mutating func takeAccount(_ content: Bytes) {
    statement?.written = content.trimmed.written
    statement?.account = AccountNumber.normalised(content.trimmed)
  }

  private mutating func takeOpening(_ tag: MT940Tag) throws {
    guard statement?.opening == nil else { return }
    guard let balance = MT940Balance(tag.content, dates: &dates) else {
      return try unreadableBalance(tag, isOpening: true)
    }
    statement?.currency = balance.currency
    statement?.opening = balance.amount
    statement?.openingDay = balance.day
  }

  private mutating func takeClosing(_ tag: MT940Tag) throws {
    hasClosing = true
    guard let balance = MT940Balance(tag.content, dates: &dates) else {
      return try unreadableBalance(tag, isOpening: false)
    }
    if statement?.currency == nil { statement?.currency = balance.currency }
    statement?.closing = balance.amount
    statement?.closingDay = balance.day
  }

  private mutating func unreadableBalance(_ tag: MT940Tag, isOpening: Bool) throws {
    let found = Rejection.clipped(tag.content.written)
    try delivery.note(
      at: place,
      Phrase(
        french:
          "solde \(isOpening ? "d’ouverture" : "de clôture") illisible «\u{A0}\(found)\u{A0}»,"
          + " attendu\u{A0}: C231126EUR1234,56",
        english: "\(isOpening ? "opening" : "closing") balance \"\(found)\" not understood, "
          + "wanted C231126EUR1234,56"))
  }

  private mutating func takeMovement(_ content: Bytes) throws {
    supplement.clear()
    guard statement != nil else {
      throw damaged("un mouvement (:61:) hors d’un relevé", "a movement (:61:) outside a statement")
    }
    guard var next = MT940Movement(content, dates: &dates) else {
      return try delivery.reject(
        at: place, ":61:", found: content,
        wanted: Phrase("2311261126C1234,56NTRFNONREF//B000123"), mendingLine(content))
    }
    next.line = lines.number
    statement?.count(next.amount, booked: next.booked)
    movement = next
    field = .movement
  }

  /// What the movement says is not known: its words are given to whoever mends it.
  private func mendingLine(_ content: Bytes) -> MendingLine {
    var line = MendingLine()
    line.label = Bytes(rebasing: content.prefix(200)).written
    line.currency = statement?.currency?.code ?? ""
    line.account = statement?.account ?? ""
    return line
  }

  /// Banks break the text at 65 characters, within a word too; a shorter line ends with its word.
  private mutating func appendDetail(_ line: Bytes) {
    detailLines += 1
    details.append(line)
    let isFirst = detailLines == 1
    // Some count the tag `:86:` among the 65.
    if line.count < 65, !(isFirst && line.count == 61) { details.appendBlank() }
  }

  /// The fields of StarMoney: two digits, then text; 01 to 14 are the payer's words.
  private mutating func takeStarMoney(_ line: Bytes) {
    guard line.count > 2, line[0] &- 48 <= 9, line[1] &- 48 <= 9 else { return }
    let code = Int(line[0]) * 10 + Int(line[1]) - 528
    if (1...17).contains(code) { supplement.appendWord(Bytes(rebasing: line.dropFirst(2)).trimmed) }
  }

  private mutating func endMovement() throws {
    guard let done = movement, let statement else {
      movement = nil
      return resetDetails()
    }
    movement = nil
    words.clear()
    let read = MT940Details(details.bytes, firstLine: firstDetail, into: words)
    let line = done.line(on: statement, read, words: words, supplement: supplement.bytes)
    resetDetails()
    try delivery.add(line)
  }

  private mutating func resetDetails() {
    details.clear()
    detailLines = 0
  }

  private mutating func endStatement() throws {
    try endMovement()
    field = .none
    defer { (hasClosing, isInterim) = (false, false) }
    guard let done = statement else { return }
    statement = nil
    guard hasClosing || isInterim else {
      throw damaged(
        "un relevé sans solde de clôture (:62F:)", "a statement without closing balance (:62F:)")
    }
    try delivery.add(done)
  }

  private func damaged(_ french: String, _ english: String) -> Refusal {
    Refusal(.damagedStatement(Phrase(french: french, english: english)), at: place)
  }
}
