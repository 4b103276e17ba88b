public import Ledger

/// Lines of the past whose words are not read, and how far all lines are sorted out.
///
/// What a payment of the past says matters only where something has moved: for the household of a
/// new line, for whom nobody knows the payer of, for amounts that are weighed. Of a book of a
/// million invoices that is one line in ten.
struct Unread {
  enum Stage { case taking, asking, ready }

  var stage = Stage.taking
  /// The places of the unread lines, in order.
  private(set) var places: [Int32] = []
  private var isUnread: [Bool] = []
  /// The lines asked for, with their places.
  private var asked = KeyTable()
  /// Whether the words of a line read last told whose money it is.
  var isToldAnew = false

  /// Notes that the line of a place, which comes after all noted before, is not read.
  mutating func note(_ place: Int32) {
    places.append(place)
    while isUnread.count < place { isUnread.append(false) }
    isUnread.append(true)
  }

  func has(_ place: Int32) -> Bool { place < isUnread.count && isUnread[Int(place)] }

  /// Notes that a line was read.
  mutating func take(_ line: EntryNumber) -> Int32? {
    guard let place = asked.newest(UInt64(bitPattern: line.raw)), isUnread[Int(place)] else {
      return nil
    }
    isUnread[Int(place)] = false
    return place
  }

  /// Asks for the unread lines of some places.
  mutating func ask(_ wanted: [Int32], of waiting: WaitingLines) -> [EntryNumber] {
    asked = KeyTable(capacity: wanted.count)
    let lines = wanted.map { waiting.lines[Int($0)].id }
    for (place, line) in zip(wanted, lines) {
      asked.insert(place, for: UInt64(bitPattern: line.raw))
    }
    return lines
  }

  /// The places of the lines that are still unread.
  var left: [Int32] { places.filter { isUnread[Int($0)] } }
}

extension CashRun {
  /// The lines of the past that have to be read before the first answer; the caller gives each to
  /// `read`, and asks again until none is left. All lines come before.
  public mutating func linesToRead() -> [EntryNumber] {
    if unread.stage == .taking {
      unread.stage = .asking
      waiting.payers.resolve(in: index, by: memory)
      let wanted = unread.left.filter { isOfUnknownPayer($0) }
      if !wanted.isEmpty { return unread.ask(wanted, of: waiting) }
    }
    if unread.stage == .asking {
      unread.stage = .ready
      learn()
      waiting.payers.resolve(in: index, by: memory)
      households = Households(of: waiting, in: index)
      sortKept()
      let wanted = linesOfWhatMoved()
      if !wanted.isEmpty { return unread.ask(wanted, of: waiting) }
    }
    if unread.isToldAnew {
      unread.isToldAnew = false
      households = Households(of: waiting, in: index)
      sortKept()
    }
    return []
  }

  /// Reads one of the lines asked for.
  public mutating func read(_ line: IncomingLine) {
    guard let place = unread.take(line.id) else { return }
    waiting.read(line, at: place, in: index)
    if unread.stage == .ready, waiting.lines[Int(place)].told.count == 1 {
      unread.isToldAnew = true
    }
  }

  /// Whether a line's words may teach whose its payer's name or account is, or whose line it is:
  /// nobody is known, or the account is not; or it came since the last run.
  private func isOfUnknownPayer(_ place: Int32) -> Bool {
    let line = waiting.lines[Int(place)]
    let payer = waiting.payers.payers[Int(line.payer)]
    return payer.count == 0 || payer.ground != .account && payer.account != nil || isNew(place)
  }

  /// The unread lines that touch a household in which something moved, or an amount that is
  /// weighed.
  private func linesOfWhatMoved() -> [Int32] {
    if unread.places.isEmpty { return [] }
    var (isMoved, amounts) = whatMoved()
    let documents = documentsByEntry()
    var isWanted = [Bool](repeating: false, count: waiting.lines.count)
    for payment in past.payments where unread.has(payment.place) {
      let line = waiting.lines[Int(payment.place)]
      let isOfMoved =
        waiting.customers(of: line).contains { isMoved[Int(households.homes[Int($0)])] }
        || past.parts(of: payment).contains {
          guard let place = documents.newest(UInt64(bitPattern: $0.document.raw)) else {
            return false
          }
          return isMoved[Int(households.homes[Int(index.items[Int(place)].customer)])]
        }
      if isOfMoved {
        isWanted[Int(payment.place)] = true
        amounts.insert(line.cents)
      }
    }
    // A line that names an open document of just its amount keeps it from the strays.
    let owed = Set(index.items.lazy.map(\.open).filter { amounts.contains($0) })
    return unread.left.filter { isWanted[Int($0)] || owed.contains(waiting.lines[Int($0)].cents) }
  }

  /// The households that are read anew, or of whom lines that are read anew name a document; and
  /// the amounts of these lines.
  private func whatMoved() -> (households: [Bool], amounts: Set<Int64>) {
    var isMoved =
      isFresh.isEmpty ? [Bool](repeating: true, count: households.count) : isFresh
    var amounts: Set<Int64> = []
    var isPast = [Bool](repeating: false, count: waiting.lines.count)
    for payment in past.payments { isPast[Int(payment.place)] = true }
    for (place, line) in waiting.lines.enumerated() where !isPast[place] && !isKept[place] {
      amounts.insert(line.cents)
      for document in waiting.named[line.named.range] {
        isMoved[Int(households.homes[Int(index.items[Int(document)].customer)])] = true
      }
    }
    return (isMoved, amounts)
  }
}
