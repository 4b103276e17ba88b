import Ledger
import Quantities

/// A row of the books that a letter ties to others: a document, or money of a bank line.
struct LetteredRow {
  enum Subject {
    case document(EntryNumber)
    case money(line: EntryNumber)
  }

  let subject: Subject
  let customer: CustomerID
  let group: Int32
  /// Positive for what is owed: an invoice, or a payment that came back.
  let amount: Int64
  let day: Int32
  /// The day of the lettering; zero when the file gives none.
  let lettered: Int32
}

/// An amount that goes from money, or from a credit note, to a document; to the customer's account
/// when there is no document.
struct Transfer {
  var line: EntryNumber?
  var document: EntryNumber?
  /// The credit note that gives, when no line does.
  var credit: EntryNumber?
  let customer: CustomerID
  /// Negative when a payment comes back, or uses a credit note up.
  var amount: Int64
  let day: Int32
  let group: Int32
}

/// Settles the rows of one letter: each credit note and payment on what it fits to the cent, or
/// else on the oldest documents, as far as there is something left of both.
struct Lettering {
  private struct Part {
    let row: LetteredRow
    let document: EntryNumber
    var left: Int64
    /// What lines paid of it.
    var paid: Int64 = 0
  }

  private struct Cash {
    let row: LetteredRow
    let line: EntryNumber
    /// Positive for money in.
    var left: Int64
  }

  private var owed: [Part] = []
  private var credits: [Part] = []
  private var incoming: [Cash] = []
  private var outgoing: [Cash] = []
  private(set) var transfers: [Transfer] = []
  /// The documents of which so much is left, the oldest last; some may have changed since.
  private var byAmount: [Int64: [Int]] = [:]
  /// Nothing is left of the documents before this one.
  private var oldest = 0

  /// The transfers that follow from the rows of one letter.
  static func transfers(of rows: ArraySlice<LetteredRow>) -> [Transfer] {
    guard rows.reduce(0, { $0 &+ $1.amount }) != 0, let days = balancedDays(rows) else {
      return settled(rows)
    }
    // The same code was used again later: each lettering by itself.
    let parts = days.map { day in rows.filter { $0.lettered == day } }
    let rest = rows.filter { !days.contains($0.lettered) }
    return (parts + [rest]).flatMap { settled($0[...]) }
  }

  /// The days of lettering whose rows balance; nil when none do.
  private static func balancedDays(_ rows: ArraySlice<LetteredRow>) -> [Int32]? {
    var sums: [Int32: Int64] = [:]
    for row in rows { sums[row.lettered, default: 0] &+= row.amount }
    let days = sums.filter { $0.value == 0 }.keys.sorted()
    return days.isEmpty ? nil : days
  }

  private static func settled(_ rows: ArraySlice<LetteredRow>) -> [Transfer] {
    var lettering = Lettering(rows)
    lettering.settle()
    return lettering.transfers
  }

  private init(_ rows: ArraySlice<LetteredRow>) {
    for row in rows {
      switch row.subject {
      case .document(let document) where row.amount > 0:
        owed.append(Part(row: row, document: document, left: row.amount))
      case .document(let document):
        credits.append(Part(row: row, document: document, left: -row.amount))
      case .money(let line) where row.amount < 0:
        incoming.append(Cash(row: row, line: line, left: -row.amount))
      case .money(let line): outgoing.append(Cash(row: row, line: line, left: -row.amount))
      }
    }
    owed.sort { ($0.row.day, $0.document) < ($1.row.day, $1.document) }
    credits.sort { ($0.row.day, $0.document) < ($1.row.day, $1.document) }
    incoming.sort { ($0.row.day, $0.line) < ($1.row.day, $1.line) }
    outgoing.sort { ($0.row.day, $0.line) < ($1.row.day, $1.line) }
    for place in owed.indices.reversed() { byAmount[owed[place].left, default: []].append(place) }
  }

  private mutating func settle() {
    refundCredits()
    for place in credits.indices { setOff(place) }
    for place in incoming.indices { pay(place) }
    var waiting = incoming.indices.filter { incoming[$0].left > 0 }
    for place in outgoing.indices {
      takeBack(place)
      for other in waiting { pay(other) }
      waiting.removeAll { incoming[$0].left == 0 }
    }
    for cash in incoming + outgoing where cash.left != 0 { add(cash, nil, cash.left) }
  }

  private mutating func add(_ cash: Cash, _ document: EntryNumber?, _ amount: Int64) {
    transfers.append(
      Transfer(
        line: cash.line, document: document, customer: cash.row.customer, amount: amount,
        day: cash.row.day, group: cash.row.group))
  }

  /// Money out for a credit note of the same amount uses it up.
  private mutating func refundCredits() {
    for place in outgoing.indices {
      let cash = outgoing[place]
      let found = credits.firstIndex { $0.left == -cash.left && $0.row.day <= cash.row.day }
      if let found { useUp(found, by: place) }
    }
  }

  private mutating func useUp(_ credit: Int, by place: Int) {
    let amount = min(credits[credit].left, -outgoing[place].left)
    guard amount > 0 else { return }
    add(outgoing[place], credits[credit].document, -amount)
    credits[credit].left -= amount
    outgoing[place].left += amount
  }

  private mutating func setOff(_ place: Int) {
    while credits[place].left > 0, let target = target(for: credits[place].left) {
      let amount = min(credits[place].left, owed[target].left)
      let (credit, invoice) = (credits[place], owed[target])
      transfers.append(
        Transfer(
          document: invoice.document, credit: credit.document, customer: credit.row.customer,
          amount: amount, day: max(credit.row.day, invoice.row.day), group: credit.row.group))
      credits[place].left -= amount
      change(target, by: -amount)
    }
  }

  private mutating func pay(_ place: Int) {
    while incoming[place].left > 0, let target = target(for: incoming[place].left) {
      let amount = min(incoming[place].left, owed[target].left)
      add(incoming[place], owed[target].document, amount)
      incoming[place].left -= amount
      change(target, by: -amount)
      owed[target].paid += amount
    }
  }

  /// The document of which just this is left, or the oldest of which anything is.
  private mutating func target(for amount: Int64) -> Int? {
    while let place = byAmount[amount]?.last {
      if owed[place].left == amount { return place }
      byAmount[amount]?.removeLast()
    }
    while oldest < owed.count, owed[oldest].left == 0 { oldest += 1 }
    return oldest < owed.count ? oldest : nil
  }

  private mutating func change(_ place: Int, by amount: Int64) {
    owed[place].left += amount
    guard owed[place].left > 0 else { return }
    byAmount[owed[place].left, default: []].append(place)
    oldest = min(oldest, place)
  }

  /// A payment that comes back opens again what was paid with the same amount, or else uses credit
  /// notes up, or else opens what was paid last.
  private mutating func takeBack(_ place: Int) {
    let wanted = -outgoing[place].left
    if wanted > 0, let same = owed.lastIndex(where: { $0.paid == wanted }) {
      reopen(same, by: place)
    }
    for credit in credits.indices { useUp(credit, by: place) }
    for paid in owed.indices.reversed() { reopen(paid, by: place) }
  }

  private mutating func reopen(_ part: Int, by place: Int) {
    let amount = min(owed[part].paid, -outgoing[place].left)
    guard amount > 0 else { return }
    add(outgoing[place], owed[part].document, -amount)
    change(part, by: amount)
    owed[part].paid -= amount
    outgoing[place].left += amount
  }
}
