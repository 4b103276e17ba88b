public import Ledger
public import Quantities

/// What stands of the bank's lines on documents and customers.
public struct StandingPayments: Sendable {
  /// What lines booked since a day were put on, line by line.
  public fileprivate(set) var parts: [StandingPart] = []
  /// The accounts that paid for each customer, whenever that was.
  public fileprivate(set) var accounts: [CustomerID: [String]] = [:]
}

extension BookReader {
  /// What the allocations that stand tell: parts of lines booked since a day, none without a day,
  /// and the accounts that paid for a customer.
  ///
  /// Lines and allocations are read from end to end, once each: to look up one of the two for each
  /// of the other takes three times as long.
  public func standingPayments(
    _ company: CompanyID, bookedSince day: Day?
  ) throws -> StandingPayments {
    var payments = StandingPayments()
    let isEmpty = try number("SELECT 1 FROM allocation_entry LIMIT 1") == nil
    if isEmpty { return payments }
    var lines = LineColumns()
    let since = day.map { Int64($0.number) } ?? .max
    try rows("SELECT number, happened, payer_iban FROM bank_line_entry ORDER BY number") { row in
      lines.add(row.int(0), account: row.key(2), isRecent: row.int(1) >= since) { row.text(2) }
    }
    var pairs: Set<LineColumns.Pair> = []
    try rows(
      """
      SELECT a.number, a.line, a.customer, a.document, a.amount,
        a.mode = 'applied' AND a.score < 1000
      FROM allocation_entry a LEFT JOIN reversal_entry r ON r.target = a.number
      WHERE +a.company = ?1 AND a.line IS NOT NULL AND r.number IS NULL ORDER BY a.number
      """, [company.raw]
    ) { row in
      guard let place = lines.place(of: row.int(1)) else { return }
      if let pair = lines.newPair(at: place, customer: row.int(2)) { pairs.insert(pair) }
      guard lines.isRecent[place], let document = row.intOrNil(3) else { return }
      payments.parts.append(
        StandingPart(
          line: EntryNumber(row.int(1)), number: EntryNumber(row.int(0)),
          document: EntryNumber(document), amount: Money(cents: row.int(4)),
          isDeduced: row.int(5) == 1))
    }
    payments.parts.sort { ($0.line, $0.number) < ($1.line, $1.number) }
    for pair in pairs {
      payments.accounts[CustomerID(pair.customer), default: []].append(
        lines.names[Int(pair.account)])
    }
    return payments
  }
}

/// All lines in the order of their numbers, in columns, with the account that each was paid from.
private struct LineColumns {
  struct Pair: Hashable {
    let customer: Int64
    let account: Int32
  }

  private(set) var names: [String] = []
  private(set) var isRecent: [Bool] = []
  private var numbers: [Int64] = []
  private var accounts: [Int32] = []
  private var known: [UInt64: Int32] = [:]
  /// For whom each account paid last: mostly for whom it pays again.
  private var latest: [Int64] = []
  private var lastFound = 0

  /// Adds a line with a key of the account that paid it, nil for none.
  mutating func add(_ number: Int64, account: UInt64?, isRecent: Bool, _ name: () -> String) {
    numbers.append(number)
    self.isRecent.append(isRecent)
    accounts.append(account.map { known[$0] ?? meet($0, name()) } ?? -1)
  }

  private mutating func meet(_ account: UInt64, _ name: String) -> Int32 {
    let place = Int32(names.count)
    names.append(name)
    latest.append(.min)
    known[account] = place
    return place
  }

  /// Where a line is. Most follow one another without a gap: the place is guessed first.
  mutating func place(of number: Int64) -> Int? {
    guard !numbers.isEmpty else { return nil }
    let guess = Int64(lastFound) + number - numbers[lastFound]
    if guess >= 0, guess < numbers.count, numbers[Int(guess)] == number {
      lastFound = Int(guess)
      return lastFound
    }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    guard low < numbers.count, numbers[low] == number else { return nil }
    lastFound = low
    return low
  }

  /// A customer with the account of a line that was put on theirs; nil when the line has none, or
  /// when the account paid for them just before.
  mutating func newPair(at place: Int, customer: Int64) -> Pair? {
    let account = accounts[place]
    guard account >= 0, latest[Int(account)] != customer else { return nil }
    latest[Int(account)] = customer
    return Pair(customer: customer, account: account)
  }
}
