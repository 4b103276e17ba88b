import Ledger
import Quantities
import Store

/// Allocations: what the letters of the books settle, and what stays on the customers' accounts.
extension BooksRegistrar {
  func settleLetters() throws {
    var transfers = letteredTransfers() + unlettered
    rows = []
    unlettered = []
    var kept: Set<EntryNumber> = []
    if !recognised.isEmpty { try agree(&transfers, keeping: &kept) }
    keepSetOffs(&transfers, keeping: &kept)
    for transfer in transfers { try book(transfer, keeping: kept) }
  }

  private func letteredTransfers() -> [Transfer] {
    let roots = rows.map { letters.root($0.group) }
    let order = rows.indices.sorted { (roots[$0], $0) < (roots[$1], $1) }
    let sorted = order.map { rows[$0] }
    var transfers: [Transfer] = []
    transfers.reserveCapacity(rows.count)
    var first = 0
    while first < sorted.count {
      var end = first + 1
      while end < sorted.count, roots[order[end]] == roots[order[first]] { end += 1 }
      transfers += Lettering.transfers(of: sorted[first..<end])
      first = end
    }
    return transfers
  }

  // MARK: - What the book has put elsewhere

  /// Compares what the books say of recognised lines with what stands on them: the same is kept, a
  /// person's decision too; what the program deduced otherwise is taken back.
  private func agree(_ transfers: inout [Transfer], keeping kept: inout Set<EntryNumber>) throws {
    var wanted: [EntryNumber: [Int]] = [:]
    for (place, transfer) in transfers.enumerated() {
      if let line = transfer.line, recognised.contains(line) {
        wanted[line, default: []].append(place)
      }
    }
    var dropped: Set<Int> = []
    for line in recognised.sorted() {
      let standing = movements?.standing[line] ?? []
      if standing.isEmpty { continue }
      let places = wanted[line] ?? []
      if standing.contains(where: { $0.mode == .confirmed }) {
        dropped.formUnion(places)
        kept.formUnion(standing.map(\.number))
        if !places.isEmpty { tally.overruled += 1 }
        continue
      }
      let agreement = Agreement(places.map { transfers[$0] }, standing)
      kept.formUnion(agreement.kept)
      for (place, left) in zip(places, agreement.left) {
        transfers[place].amount = left
        if left == 0 { dropped.insert(place) }
      }
      for allocation in agreement.contradicted { try takeBack(allocation) }
    }
    transfers = transfers.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  /// Set-offs that stand between the two documents already are not booked again.
  private func keepSetOffs(_ transfers: inout [Transfer], keeping kept: inout Set<EntryNumber>) {
    guard let known = movements?.setOffs, !known.isEmpty else { return }
    transfers.removeAll { transfer in
      guard let credit = transfer.credit,
        let same = known[credit]?.first(where: {
          $0.invoice == transfer.document && $0.cents == transfer.amount
        })
      else { return false }
      kept.insert(same.half)
      return true
    }
  }

  private func takeBack(_ allocation: StandingAllocation) throws {
    tally.corrected += 1
    try pen.append(
      .reversal(
        Reversal(
          of: allocation.number,
          reason: ReasonText.stored(
            french: "le FEC affecte cette somme autrement",
            english: "the FEC allocates this amount differently"))),
      customer: allocation.customer, happened: today)
  }

  // MARK: - Into the book

  private func book(_ transfer: Transfer, keeping kept: Set<EntryNumber>) throws {
    guard let document = transfer.document else {
      return try putOnAccount(transfer, transfer.amount)
    }
    if let credit = transfer.credit { return try setOff(document, credit, transfer, kept) }
    let fitting = try fitting(transfer.amount, on: document, kept)
    if fitting != 0 {
      try append(
        Allocation(
          line: transfer.line, document: document, amount: Money(cents: fitting), mode: .applied,
          score: 1000, reasons: letters.reason(transfer.group)), transfer)
      balances.take(fitting, off: document)
      tally.lettered += 1
    }
    try putOnAccount(transfer, transfer.amount - fitting)
  }

  private func putOnAccount(_ transfer: Transfer, _ cents: Int64) throws {
    guard cents != 0, let line = transfer.line else { return }
    let isLettered = transfer.group != LetterGroups.none
    if !isLettered { tally.onAccount += 1 }
    try append(
      Allocation(
        line: line, document: nil, amount: Money(cents: cents), mode: .applied, score: 1000,
        reasons: isLettered
          ? letters.reason(transfer.group) : BooksRegistrar.unletteredReason), transfer)
  }

  private static let unletteredReason = ReasonText.stored(
    french: "au compte du client dans le FEC, non lettré",
    english: "on the customer's account in the FEC, without a letter")

  private func append(_ allocation: Allocation, _ transfer: Transfer) throws {
    try pen.append(
      .allocation(allocation), customer: transfer.customer, happened: Day(number: transfer.day))
  }

  private func setOff(
    _ invoice: EntryNumber, _ credit: EntryNumber, _ transfer: Transfer, _ kept: Set<EntryNumber>
  ) throws {
    let amount = min(
      try fitting(transfer.amount, on: invoice, kept),
      -(try fitting(-transfer.amount, on: credit, kept)))
    guard amount > 0 else { return }
    for (document, part) in [(invoice, amount), (credit, -amount)] {
      try append(
        Allocation(
          line: nil, document: document, amount: Money(cents: part), mode: .setOff, score: 1000,
          reasons: letters.reason(transfer.group), creditReason: try creditReason(credit)), transfer
      )
      balances.take(part, off: document)
    }
    tally.report.setOff += 1
  }

  private func creditReason(_ credit: EntryNumber) throws -> CreditNote.Reason? {
    guard case .creditNote(let note) = try pen.reader.document(credit)?.kind else { return nil }
    return note.reason
  }

  /// How much of an amount a document takes: its balance stays between nothing and the whole. What
  /// the program put there without the books' word makes room.
  private func fitting(
    _ cents: Int64, on document: EntryNumber, _ kept: Set<EntryNumber>
  ) throws -> Int64 {
    if balances.isFresh(document) {
      let left = try balances.left(of: document, pen)
      return cents > 0 ? max(0, min(cents, max(left, 0))) : try lowered(cents, document, left)
    }
    var left = try balances.left(of: document, pen)
    if cents > 0 ? left < cents : left > cents {
      for allocation in try pen.reader.standingAllocations(on: document)
      where !kept.contains(allocation.number) && (allocation.amount.cents > 0) == (cents > 0) {
        guard cents > 0 ? left < cents : left > cents else { break }
        guard try release(allocation) else { continue }
        left += allocation.amount.cents
      }
    }
    return cents > 0 ? max(0, min(cents, max(left, 0))) : try lowered(cents, document, left)
  }

  /// How much a document takes of an amount that comes back or uses it up.
  private func lowered(_ cents: Int64, _ document: EntryNumber, _ left: Int64) throws -> Int64 {
    let total = try pen.reader.document(document)?.total.cents ?? 0
    // An invoice opens again as far as it was paid; a credit note is used up as far as it is open.
    let room = total > 0 ? left - total : left
    return min(0, max(cents, room))
  }

  /// Takes back what the program deduced; false for what a person or the books decided.
  private func release(_ allocation: StandingAllocation) throws -> Bool {
    if allocation.isDeduced {
      try takeBack(allocation)
      return true
    }
    guard allocation.mode == .setOff, !balances.isFresh(allocation.number),
      let other = try pen.reader.otherHalf(ofSetOff: allocation.number)
    else { return false }
    try takeBack(allocation)
    try pen.append(
      .reversal(
        Reversal(
          of: other,
          reason: ReasonText.stored(
            french: "le FEC affecte cette somme autrement",
            english: "the FEC allocates this amount differently"))),
      customer: allocation.customer, happened: today)
    return true
  }

  /// What lines hold beside customers' money is no customer's: it is set aside with its account.
  func setRestsAside() throws {
    for rest in rests {
      let open = try pen.reader.open(ofLine: rest.line, in: pen.company)
      let standing = movements?.standing[rest.line] ?? []
      guard !standing.contains(where: { $0.mode == .confirmed }) else { continue }
      guard !open.isZero else { continue }
      try pen.append(
        .setAside(
          SetAside(
            line: rest.line,
            reason: ReasonText.stored(
              french: "pas un règlement de client\u{A0}: compte \(rest.words) dans le FEC",
              english: "not a customer's payment: account \(rest.words) in the FEC"))),
        happened: rest.day)
    }
    rests = []
  }
}

/// What the books say of a line beside what stands on it.
struct Agreement {
  /// How much of each wanted transfer is still to be booked.
  private(set) var left: [Int64]
  private(set) var kept: [EntryNumber] = []
  private(set) var contradicted: [StandingAllocation] = []

  init(_ wanted: [Transfer], _ standing: [StandingAllocation]) {
    left = wanted.map(\.amount)
    // Money on a document is found again before money on the account, which fits any share.
    let ordered = standing.filter { $0.document != nil } + standing.filter { $0.document == nil }
    for allocation in ordered {
      let cents = allocation.amount.cents
      let same = wanted.indices.first { place in
        wanted[place].document != nil && wanted[place].document == allocation.document
          && abs(left[place]) >= abs(cents) && (left[place] > 0) == (cents > 0)
      }
      // Money on the account may have been put on any document of the customer since.
      let shares = wanted.indices.filter { place in
        wanted[place].document == nil && wanted[place].customer == allocation.customer
          && abs(left[place]) >= abs(cents) && (left[place] > 0) == (cents > 0)
      }
      let fitting = same ?? shares.first { left[$0] == cents } ?? shares.first
      if let fitting {
        left[fitting] -= cents
        kept.append(allocation.number)
      } else {
        contradicted.append(allocation)
      }
    }
  }
}
