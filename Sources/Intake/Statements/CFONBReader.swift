import Ledger
import Quantities

/// Reads the French banks' statement of 120 characters a record (CFONB 120): an old balance (01),
/// movements (04) with their details (05), a new balance (07), for one account after another.
struct CFONBReader {
  private var records: CFONBRecords
  private var delivery: StatementDelivery
  private var statement: OpenStatement?
  /// Branch and account of the open statement, as its first record has them.
  private var owner: [UInt8] = []
  private var decimals = 2
  private var movement: CFONBMovement?
  /// The movement before was rejected: what follows of it goes with it.
  private var isSkipping = false
  private let words = TextBuffer()
  private var booking = ShortDayMemory(.dayFirst)
  private var valuing = ShortDayMemory(.dayFirst)

  private init(_ bytes: UnsafeRawBufferPointer, _ delivery: StatementDelivery) {
    records = CFONBRecords(bytes)
    self.delivery = delivery
  }

  /// The first record has the shape of one, in whatever order the records come.
  static func recognise(_ head: UnsafeRawBufferPointer) -> Bool {
    let start = head.drop { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(120)
    let record = CFONBRecord(
      bytes: UnsafeRawBufferPointer(rebasing: start).bindMemory(to: UInt8.self),
      place: .line(1))
    guard record.kind != nil else { return false }
    let date = record.zone(35, 40)
    return record.zone(3, 7).allSatisfy { $0 &- 48 <= 9 || $0 >= 65 && $0 <= 90 }
      && record.zone(17, 19).allSatisfy { $0 == 32 || $0 >= 65 && $0 <= 90 }
      && record.zone(22, 32).allSatisfy { $0 > 32 && $0 < 127 || $0 == 32 }
      && date.count == 6 && date.allSatisfy { $0 &- 48 <= 9 }
  }

  /// Files straight from a mainframe: `01` in EBCDIC, with its blanks.
  static func isEBCDIC(_ head: UnsafeRawBufferPointer) -> Bool {
    let start = head.prefix(120)
    return start.count == 120 && start[0] == 0xF0 && [0xF1, 0xF4, 0xF7].contains(start[1])
      && start.count { $0 == 0x40 } > 10
  }

  static func read(
    _ bytes: UnsafeRawBufferPointer, batch: Int, into deliver: (Reading) throws -> Void
  ) throws {
    try withoutActuallyEscaping(deliver) { deliver in
      var reader = CFONBReader(bytes, StatementDelivery(batch: batch, deliver: deliver))
      while let record = try reader.records.next() { try reader.take(record) }
      try reader.finish()
    }
  }

  private mutating func take(_ record: CFONBRecord) throws {
    switch record.kind {
    case .opening: try open(record)
    case .movement: try begin(record)
    case .detail:
      guard statement != nil, movement != nil || isSkipping else {
        throw damaged(record, "un enregistrement 05 sans 04", "a record 05 without 04")
      }
      statement?.details? += 1
      movement?.take(record, into: words)
    case .closing: try close(record)
    case nil:
      let found = record.zone(1, 2).written
      throw damaged(
        record, "code «\u{A0}\(found)\u{A0}» au lieu de 01, 04, 05 ou 07",
        "code \"\(found)\" instead of 01, 04, 05 or 07")
    }
  }

  private func damaged(_ record: CFONBRecord, _ french: String, _ english: String) -> Refusal {
    Refusal(.damagedStatement(Phrase(french: french, english: english)), at: record.place)
  }

  private mutating func open(_ record: CFONBRecord) throws {
    if statement != nil {
      throw damaged(
        record, "un relevé sans solde final (07)", "a statement without its closing balance (07)")
    }
    var next = OpenStatement()
    let (bank, branch) = (record.zone(3, 7), record.zone(12, 16))
    let account = record.zone(22, 32)
    owner = Array(branch) + Array(account)
    next.written = (bank.text + branch.text + account.text).filter { $0 != " " }
    next.account =
      AccountNumber.iban(bank: bank, branch: branch, account: account) ?? next.written
    let currency = record.zone(17, 19)
    next.currency = currency.isBlank ? .eur : Currency(currency.text)
    decimals = record.zone(20, 20).first.map { $0 &- 48 <= 9 ? Int($0) - 48 : 2 } ?? 2
    next.openingDay = booking.day(record.zone(35, 40))
    next.opening = try balance(record)
    next.details = 0
    statement = next
  }

  private mutating func balance(_ record: CFONBRecord) throws -> Money? {
    let zone = record.zone(91, 104)
    let amount = zone.overpunched(decimals: decimals)
    if amount == nil {
      try delivery.reject(
        at: record.place, "solde (91-104)", found: zone, wanted: CFONBReader.wantedAmount)
    }
    return amount
  }

  private mutating func begin(_ record: CFONBRecord) throws {
    try endMovement()
    guard statement != nil else {
      throw damaged(
        record, "un mouvement (04) sans ancien solde (01)",
        "a movement (04) without an opening balance (01)")
    }
    try checkOwner(record)
    let (date, amount) = (record.zone(35, 40), record.zone(91, 104))
    guard let booked = booking.day(date) else {
      isSkipping = true
      return try delivery.reject(
        at: record.place, "date (35-40)", found: date, wanted: CFONBReader.wantedDay,
        mendingLine(record))
    }
    guard let cents = amount.overpunched(decimals: decimals) else {
      isSkipping = true
      return try delivery.reject(
        at: record.place, "montant (91-104)", found: amount, wanted: CFONBReader.wantedAmount,
        mendingLine(record))
    }
    let next = CFONBMovement(
      record, booked: booked, value: valuing.day(record.zone(43, 48)), amount: cents)
    next.begin(words, record)
    movement = next
    statement?.count(cents, booked: booked)
  }

  private mutating func mendingLine(_ record: CFONBRecord) -> MendingLine {
    var line = MendingLine()
    line.date = booking.day(record.zone(35, 40))?.iso ?? record.zone(35, 40).written
    line.value = valuing.day(record.zone(43, 48))?.iso ?? ""
    let amount = record.zone(91, 104)
    line.amount =
      amount.overpunched(decimals: decimals).map { MendingLine.written($0) } ?? amount.written
    line.label = record.zone(49, 79).written
    line.reference = record.zone(105, 120).written
    line.currency = statement?.currency?.code ?? ""
    line.account = statement?.account ?? ""
    return line
  }

  /// Banks of one group put each other's bank code in movements; branch and account tell.
  private func checkOwner(_ record: CFONBRecord) throws {
    let (branch, account) = (record.zone(12, 16), record.zone(22, 32))
    if owner[..<5].elementsEqual(branch), owner[5...].elementsEqual(account) { return }
    let found = (record.zone(3, 7).text + branch.text + account.text).filter { $0 != " " }
    let wanted = statement?.written ?? ""
    throw damaged(
      record, "un enregistrement du compte \(found) dans le relevé du compte \(wanted)",
      "a record of account \(found) in the statement of account \(wanted)")
  }

  private mutating func endMovement() throws {
    isSkipping = false
    guard let done = movement, let statement else { return }
    movement = nil
    try delivery.add(done.line(on: statement, words: words))
  }

  private mutating func close(_ record: CFONBRecord) throws {
    try endMovement()
    guard statement != nil else {
      throw damaged(
        record, "un solde final (07) sans ancien solde (01)",
        "a closing balance (07) without an opening balance (01)")
    }
    try checkOwner(record)
    let closing = try balance(record)
    statement?.closing = closing
    statement?.closingDay = booking.day(record.zone(35, 40))
    if let statement { try delivery.add(statement) }
    statement = nil
  }

  private mutating func finish() throws {
    if statement != nil {
      throw Refusal(
        .damagedStatement(
          Phrase(
            french: "le fichier s’arrête avant le solde final (07)",
            english: "the file stops before the closing balance (07)")))
    }
    try delivery.flush()
  }

  private static let wantedDay = Phrase(
    french: "une date telle que 231126", english: "a date such as 231126")
  private static let wantedAmount = Phrase(
    french: "treize chiffres et un signe, tels que 0000000012345F",
    english: "thirteen digits and a sign, such as 0000000012345F")
}
