import Intake
import Ledger
import Quantities
import Store

/// Money: each payment of the books becomes a bank line, or is known in a line the book has.
extension BooksRegistrar {
  /// An amount that a line of the bank gives to shares.
  struct Slot {
    let line: EntryNumber
    let cents: Int64
    let day: Day
  }

  func takePayment(_ entry: JournalEntry, _ payment: BooksPayment) throws {
    if movements == nil {
      movements = try BankMovements(pen.reader, pen.company)
      if movements?.movements.isEmpty == false {
        try movements?.readAllocations(pen.reader, pen.company)
      }
    }
    guard movements?.movements.isEmpty == true else {
      waiting.append((entry, payment))
      return
    }
    try place(entry, payment, [:])
  }

  /// Pairs the payments that waited with the movements of the bank, then places each.
  func placeWaiting() throws {
    guard let movements, !waiting.isEmpty else { return }
    let days = waiting.map { $0.entry.day.number }
    let sides = movements.sides(over: (days.min() ?? 0)...(days.max() ?? 0))
    var found: [Int: [Int: Int]] = [:]
    var taken: Set<Int> = []
    // A customer's payment comes first; what else the bank brought is found in what is left.
    for isCustomers in [true, false] {
      let claims = try self.claims(ofCustomers: isCustomers)
      let free = sides.indices.filter { !taken.contains($0) }
      let pairing = MoneyPairing(claims.map(\.side), with: free.map { sides[$0] })
      for (claim, pair) in zip(claims, pairing.pairs) {
        guard let pair else { continue }
        taken.insert(free[pair])
        found[claim.payment, default: [:]][claim.receipt] = free[pair]
      }
    }
    let payments = waiting
    waiting.removeAll()
    for (index, waiter) in payments.enumerated() {
      let pairs = (found[index] ?? [:]).mapValues { movements.movements[$0] }
      try place(waiter.entry, waiter.payment, pairs)
    }
  }

  private typealias Claim = (payment: Int, receipt: Int, side: MoneySide)

  private func claims(ofCustomers isCustomers: Bool) throws -> [Claim] {
    var claims: [Claim] = []
    for (index, waiter) in waiting.enumerated()
    where waiter.payment.shares.isEmpty != isCustomers {
      let owners = try waiter.entry.postings.map { try customer(of: $0) }
      let only = Set(owners).count == 1 ? owners.first : nil
      for (place, receipt) in waiter.payment.receipts.enumerated()
      where isCustomers || receipt.cents > 0 {
        var side = MoneySide(day: waiter.entry.day.number, cents: receipt.cents)
        side.reference = MoneySide.key(receipt.piece)
        side.customer = owners.min().map { UInt64($0.raw) } ?? 0
        side.payer = only.map { BankMovements.nameKey(directory[$0]?.name ?? "") } ?? 0
        claims.append((index, place, side))
      }
    }
    return claims
  }

  // MARK: - One payment

  /// Puts the shares of a payment on the lines that stand for its money: those found in the book by
  /// receipt, or new ones.
  private func place(
    _ entry: JournalEntry, _ payment: BooksPayment, _ known: [Int: BankMovements.Movement]
  ) throws {
    for allowance in payment.allowances {
      try bookAllowance(
        allowance, entry, of: try customer(of: entry.postings[allowance.posting]))
    }
    if payment.shares.isEmpty { return try placeForeign(entry, payment, known) }
    var slots: [Slot] = []
    for (place, receipt) in payment.receipts.enumerated() {
      if let movement = known[place] {
        slots += recognise(movement)
      } else if let slot = try line(for: receipt, of: payment, entry) {
        slots.append(slot)
      }
    }
    let portions = BooksPayment.portions(
      of: payment.shares.map(\.cents), on: slots.map(\.cents))
    for portion in portions {
      try put(
        portion, of: entry, posting: payment.shares[portion.share].posting, slots[portion.slot])
    }
    guard case .foreign(let words) = payment.rest else { return }
    for place in Set(portions.map(\.slot)).sorted() {
      let given = portions.lazy.filter { $0.slot == place }.reduce(0) { $0 + $1.cents }
      if given != slots[place].cents { rests.append((slots[place].line, entry.day, words)) }
    }
  }

  private func recognise(_ movement: BankMovements.Movement) -> [Slot] {
    if !movement.isFromBooks { tally.recognised += 1 }
    tally.count(isNew: false, \.bankLines)
    return movement.lines.map { line in
      recognised.insert(line.number)
      return Slot(line: line.number, cents: line.cents, day: Day(number: movement.day))
    }
  }

  private func put(
    _ portion: Portion, of entry: JournalEntry, posting place: Int, _ slot: Slot
  ) throws {
    var posting = entry.postings[place]
    posting.amount = Money(cents: -portion.cents)
    let customer = try customer(of: posting)
    if posting.letter.isEmpty {
      unlettered.append(
        Transfer(
          line: slot.line, customer: customer, amount: portion.cents, day: slot.day.number,
          group: LetterGroups.none))
    } else {
      letter(.money(line: slot.line), posting, of: customer, on: slot.day)
    }
  }

  /// A new line for a receipt; nil when no customer's money comes by it, or when the book knows it
  /// and a person has set it aside.
  private func line(
    for receipt: BooksPayment.Receipt, of payment: BooksPayment, _ entry: JournalEntry
  ) throws -> Slot? {
    let total = payment.shares.reduce(0) { $0 + $1.cents }
    let isUsed =
      payment.shares.contains { ($0.cents > 0) == (receipt.cents > 0) }
      || (total > 0) == (receipt.cents > 0)
    guard receipt.cents != 0, isUsed else { return nil }
    let owners = Set(try entry.postings.map { try customer(of: $0) })
    let payer = owners.count == 1 ? owners.first.flatMap { directory[$0]?.name } ?? "" : ""
    guard let number = try append(receipt, entry, payer: payer) else { return nil }
    return Slot(line: number, cents: receipt.cents, day: entry.day)
  }

  private func append(
    _ receipt: BooksPayment.Receipt, _ entry: JournalEntry, payer: String
  ) throws -> EntryNumber? {
    var labels: [String] = []
    for posting in entry.postings where !posting.label.isEmpty && labels.count < 20 {
      if !labels.contains(posting.label) { labels.append(posting.label) }
    }
    let line = BankLine(
      account: receipt.account, currency: .eur, booked: entry.day,
      amount: Money(cents: receipt.cents), payer: payer, text: labels.joined(separator: " · "),
      reference: receipt.piece.isEmpty ? BooksNumber.entry(entry) : receipt.piece,
      operation: receipt.cents < 0
        ? .returned : receipt.account.hasPrefix("5112") ? .cheque : .other)
    let number = try pen.append(.bankLine(line), happened: entry.day)
    tally.count(isNew: number != nil, \.bankLines)
    return number
  }

  /// Money of no customer: a line of a statement that brought it is set aside. Between accounts of
  /// ours a line is kept, as the bank may tell of it later. An advance or a receipt that nobody has
  /// identified waits for a person.
  private func placeForeign(
    _ entry: JournalEntry, _ payment: BooksPayment, _ known: [Int: BankMovements.Movement]
  ) throws {
    if case .waits = payment.rest { return try placeWaiting(entry, payment, known) }
    guard case .foreign(let words) = payment.rest else { return }
    let isInternal = payment.receipts.contains { $0.cents < 0 }
    for (place, receipt) in payment.receipts.enumerated() where receipt.cents > 0 {
      if let movement = known[place] {
        for slot in recognise(movement) { rests.append((slot.line, entry.day, words)) }
      } else if isInternal, let number = try append(receipt, entry, payer: "") {
        rests.append((number, entry.day, words))
      }
    }
  }

  /// The books hold the money without a customer's row (419, 471): it is a line that waits, or the
  /// line of the statement that brought it is theirs to decide.
  private func placeWaiting(
    _ entry: JournalEntry, _ payment: BooksPayment, _ known: [Int: BankMovements.Movement]
  ) throws {
    for (place, receipt) in payment.receipts.enumerated() where receipt.cents > 0 {
      guard let movement = known[place] else {
        _ = try append(receipt, entry, payer: "")
        continue
      }
      let slots = recognise(movement)
      guard !movement.isFromBooks, let number = try append(receipt, entry, payer: "") else {
        continue
      }
      let account = entry.counterparts.first { $0.kind != .money }?.account ?? ""
      try pen.append(
        .setAside(
          SetAside(
            line: number,
            reason: ReasonText.stored(
              french: "compte \(account) du FEC\u{A0}: la ligne du relevé attend à sa place",
              english: "account \(account) of the FEC: the line of the statement waits instead"),
            twin: slots.first?.line)),
        currency: .eur, happened: entry.day)
    }
  }
}
