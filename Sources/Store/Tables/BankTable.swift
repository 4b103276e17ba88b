import Ledger
import Quantities

extension BookWriter {
  func insert(_ line: BankLine, under header: Header) throws -> Bool {
    if try isKnown(line) { return false }
    let row = try prepared(.insertLine)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, line.currency.code)
    row.bind(4, header.happened)
    row.bind(5, header.learned)
    row.bind(6, header.source)
    row.bind(7, line.account)
    row.bind(8, line.value.map { Int64($0.number) })
    row.bind(9, line.amount.cents)
    row.bindOrNull(10, line.payer)
    row.bindOrNull(11, line.payerIBAN)
    row.bindOrNull(12, line.text)
    row.bindOrNull(13, line.endToEnd)
    row.bindOrNull(14, line.reference)
    row.bind(15, Int64(line.part))
    row.bind(16, line.operation.rawValue)
    row.bind(17, Fingerprint(line).signed)
    row.bindOrNull(18, line.returnReason)
    row.bind(19, line.batchTotal?.cents)
    try row.run()
    if line.awaitsAllocation { try openLine(header.number, line, amount: line.amount.cents) }
    return true
  }

  func insert(_ statement: Statement, under header: Header) throws -> Bool {
    let known = try connection.prepare(
      """
      SELECT 1 FROM statement_entry WHERE company = ?1 AND account = ?2 AND last_day IS ?3
        AND first_day IS ?4 AND opening IS ?5 AND closing IS ?6 AND currency = ?7
        AND coalesce(import, 0) NOT IN \(BookReader.undoneImports)
      """)
    let row = try connection.prepare(
      """
      INSERT INTO statement_entry (company, account, last_day, first_day, opening, closing,
        currency, number, happened, learned, import)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      """)
    for place in [known, row] {
      place.bind(1, header.company)
      place.bind(2, statement.account)
      place.bind(3, statement.last.map { Int64($0.number) })
      place.bind(4, statement.first.map { Int64($0.number) })
      place.bind(5, statement.opening?.cents)
      place.bind(6, statement.closing?.cents)
      place.bind(7, statement.currency.code)
    }
    let isKnown = try known.step()
    known.reset()
    if isKnown { return false }
    row.bind(8, header.number)
    row.bind(9, header.happened)
    row.bind(10, header.learned)
    row.bind(11, header.source)
    try row.run()
    return true
  }

  private func openLine(_ number: Int64, _ line: BankLine, amount: Int64) throws {
    let row = try prepared(.openLine)
    row.bind(1, company.raw)
    row.bind(2, number)
    row.bind(3, line.currency.code)
    row.bind(4, Int64(line.booked.number))
    row.bind(5, amount)
    try row.run()
  }

  /// What is left of a line.
  func openAmount(ofLine line: Int64) throws -> Int64 {
    let current = try prepared(.balanceOfLine)
    current.bind(1, company.raw)
    current.bind(2, line)
    defer { current.reset() }
    return try current.step() ? current.int(0) : 0
  }

  /// Takes an amount off what is left of a line (gives it back when negative).
  func reduce(line: Int64, by amount: Int64) throws {
    let balance = try openAmount(ofLine: line) - amount
    if balance == 0 {
      let spent = try prepared(.spendLine)
      spent.bind(1, company.raw)
      spent.bind(2, line)
      return try spent.run()
    }
    let row = try prepared(.changeLine)
    row.bind(1, company.raw)
    row.bind(2, line)
    row.bind(3, balance)
    try row.run()
  }
}

/// FNV-1a over 64 bits: stable across runs and machines, unlike the standard library's hashes.
struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  /// The content of a movement: the bank's reference where it gives one, else its words.
  init(_ line: BankLine) {
    add(line.account)
    add(Int64(line.booked.number))
    add(line.amount.cents)
    add(line.currency.code)
    add(Int64(line.part))
    if line.reference.isEmpty {
      add(line.text)
      add(line.payer)
      add(line.endToEnd)
    } else {
      add(line.reference)
    }
  }

  var signed: Int64 { Int64(bitPattern: value) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { for byte in $0 { mix(byte) } }
    mix(0xFF)
  }

  mutating func add(_ number: Int64) {
    var rest = UInt64(bitPattern: number)
    for _ in 0..<8 {
      mix(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  private mutating func mix(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}
