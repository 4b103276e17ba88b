import Ledger
import Quantities

/// What a statement reader hands over, in batches, so that no file stands in memory whole.
struct StatementDelivery {
  private let batch: Int
  private let deliver: (Reading) throws -> Void
  private var reading = Reading()
  /// Statements ended so far.
  private(set) var statements = 0

  init(batch: Int, deliver: @escaping (Reading) throws -> Void) {
    self.batch = max(1, batch)
    self.deliver = deliver
  }

  mutating func add(_ line: BankLine) throws {
    reading.drafts.append(.bankLine(line))
    if reading.drafts.count >= batch { try flush() }
  }

  mutating func add(_ statement: OpenStatement) throws {
    let figures = statement.figures
    reading.drafts.append(.statement(figures.statement))
    reading.figures.append(figures)
    statements += 1
    if reading.drafts.count >= batch { try flush() }
  }

  mutating func reject(
    at place: Place, _ field: String, found: Bytes, wanted: Phrase, _ line: MendingLine? = nil
  ) throws {
    let found = Bytes(rebasing: found.prefix(800)).written
    try reject(at: place, field, found: found, wanted: wanted, line)
  }

  /// `line` is the record as a table has it, where it can be mended there.
  mutating func reject(
    at place: Place, _ field: String, found: String, wanted: Phrase, _ line: MendingLine? = nil
  ) throws {
    if line != nil { reading.mending = MendingLine.table }
    reading.rejections.append(
      Rejection(at: place, field: field, found: found, wanted: wanted, raw: line?.raw ?? ""))
    if reading.rejections.count >= batch { try flush() }
  }

  mutating func note(at place: Place, _ text: Phrase) throws {
    reading.notes.append(Note(at: place, text))
    if reading.notes.count >= batch { try flush() }
  }

  /// Delivers what is left.
  mutating func flush() throws {
    guard !reading.isEmpty else { return }
    try deliver(reading)
    reading.removeAll()
  }
}

/// One statement while it is read.
struct OpenStatement {
  /// Our account, as an IBAN where it can be.
  var account = ""
  /// The same as the file writes it.
  var written = ""
  var currency: Currency?
  var opening: Money?
  var openingDay: Day?
  var closing: Money?
  var closingDay: Day?
  /// The period that the file states.
  var from: Day?
  var until: Day?
  private(set) var firstBooked: Day?
  private(set) var lastBooked: Day?
  private(set) var entries = 0
  /// What the format counts besides its movements; nil where it does not.
  var details: Int?
  var numbered: Int?
  private var credits = Money.zero
  private var debits = Money.zero

  init() {}

  mutating func count(_ amount: Money, booked: Day) {
    entries += 1
    if amount.isNegative { debits.addBounded(-amount) } else { credits.addBounded(amount) }
    if booked < firstBooked ?? .latest { firstBooked = booked }
    if booked > lastBooked ?? .earliest { lastBooked = booked }
  }

  var figures: StatementFigures {
    let last = [closingDay ?? until, lastBooked].compactMap { $0 }.max()
    let statement = Statement(
      account: account, currency: currency ?? .eur,
      first: from ?? firstBooked ?? openingDay ?? last, last: last ?? openingDay, opening: opening,
      closing: closing)
    var figures = StatementFigures(
      statement, entries: entries, credits: credits, debits: debits,
      isAnonymous: written.isEmpty, hasCurrency: currency != nil, written: written)
    figures.details = details
    figures.numbered = numbered
    return figures
  }
}

extension Day {
  fileprivate static let latest = Day(number: .max)
  fileprivate static let earliest = Day(number: .min)
}

/// A day written in six digits, remembered: the movements of a statement mostly share theirs.
struct ShortDayMemory {
  enum Order { case dayFirst, yearFirst }

  private let order: Order
  private var key: UInt64 = 0
  private var remembered: Day?

  init(_ order: Order) { self.order = order }

  /// The day of `071123` or `231107`; nil when there is none. Years are those around ours.
  mutating func day(_ text: Bytes) -> Day? {
    guard text.count == 6 else { return nil }
    var packed: UInt64 = 0
    for byte in text {
      guard byte &- 48 <= 9 else { return nil }
      packed = packed << 8 | UInt64(byte)
    }
    if packed == key { return remembered }
    let (first, second, third) = (pair(text, 0), pair(text, 2), pair(text, 4))
    let (year, day) = order == .dayFirst ? (third, first) : (first, third)
    key = packed
    remembered = Day(year: year < 70 ? 2000 + year : 1900 + year, month: second, day: day)
    return remembered
  }

  private func pair(_ text: Bytes, _ place: Int) -> Int {
    Int(text[place] - 48) * 10 + Int(text[place + 1] - 48)
  }
}
