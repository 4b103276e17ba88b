public import Ledger
public import Quantities
import Store
import Synchronization

extension Desk {
  /// A part of a line that a person puts on a document, or on the account when `document` is nil.
  public struct Share: Sendable {
    public let document: EntryNumber?
    public let customer: CustomerID?
    public let amount: Money

    public init(document: EntryNumber?, customer: CustomerID? = nil, amount: Money) {
      self.document = document
      self.customer = customer
      self.amount = amount
    }
  }

  /// Books what the program proposed for a line, as confirmed by a person.
  @discardableResult
  public func accept(line: EntryNumber) throws -> LineDecision {
    let proposals = try store.read { try $0.proposals(.first, line: line) }
    guard !proposals.isEmpty else { throw DeskRefusal.noProposal(line) }
    return try allocate(
      line: line,
      to: proposals.map {
        Share(document: $0.document, customer: $0.customer, amount: $0.amount)
      }, reasons: proposals[0].reasons)
  }

  /// Puts a line on documents, as decided by a person. What is left of the line stays open. Who
  /// paid for whom is learned from it.
  @discardableResult
  public func allocate(
    line: EntryNumber, to shares: [Share],
    reasons: String = ReasonText.stored(
      french: "décision de l’utilisateur", english: "decided by a person")
  ) throws -> LineDecision {
    guard !shares.isEmpty else { throw DeskRefusal.nothingChosen }
    return try decide(line) { pen, decision in
      guard let bankLine = try pen.reader.bankLine(line) else {
        throw DeskRefusal.unknownLine(line)
      }
      let wanted = shares.map(\.amount).sum()
      let resting = try RestingRelease(pen, line, wanting: wanted)
      let left = try pen.reader.open(ofLine: line)
      guard wanted.magnitude <= left.magnitude, wanted.isNegative == left.isNegative else {
        throw DeskRefusal.tooMuch(wanted: wanted, left: left)
      }
      var customers: Set<CustomerID> = []
      for share in shares where !share.amount.isZero {
        let customer = try owner(of: share, bankLine, pen.reader)
        customers.insert(customer)
        let allocation = Allocation(
          line: line, document: share.document, amount: share.amount, mode: .confirmed,
          score: 1000, reasons: reasons)
        try pen.append(
          .allocation(allocation), customer: customer, currency: bankLine.currency,
          happened: bankLine.booked)
      }
      try resting.putBack(bankLine)
      for customer in customers {
        decision.changed += try pen.rereadStaleProposals(of: customer)
      }
      guard customers.count == 1, let customer = customers.first else { return }
      try learn(.confirmed, bankLine, line, paysFor: customer, pen, &decision)
    }
  }

  /// Declares that a line is no customer's payment.
  @discardableResult
  public func setAside(line: EntryNumber, reason: String) throws -> LineDecision {
    try decide(line) { pen, _ in
      guard let bankLine = try pen.reader.bankLine(line),
        !(try RestingRelease(pen, line, wanting: nil).isEmpty
          && pen.reader.open(ofLine: line).isZero)
      else { throw DeskRefusal.unknownLine(line) }
      try pen.append(
        .setAside(SetAside(line: line, reason: reason)), currency: bankLine.currency,
        happened: pen.learned)
    }
  }

  /// Takes back what was decided last about a line, with what it brought about, and puts the
  /// program's proposal back.
  public func takeBack(line: EntryNumber) throws {
    guard let decision = decisions.withLock({ $0.decision(of: line) }) else {
      throw DeskRefusal.nothingToTakeBack(line)
    }
    try store.write(learned: today) { pen in
      for number in decision.entries.reversed() {
        try answer(EntryNumber(number), ofLine: line, pen)
      }
      try pen.putBack(decision.proposals)
    }
    decisions.withLock { $0.forget(line) }
  }

  /// Answers an entry of a decision: what was booked is reversed, what was reversed is booked anew.
  private func answer(
    _ entry: EntryNumber, ofLine line: EntryNumber, _ pen: BookWriter
  ) throws {
    let reader = try pen.reader
    if let target = try reader.reversed(by: entry) {
      guard let (allocation, customer) = try reader.allocation(target),
        let bankLine = try reader.bankLine(line)
      else { return }
      try pen.append(
        .allocation(allocation), customer: customer, currency: bankLine.currency,
        happened: bankLine.booked)
      return
    }
    let done = try pen.append(
      .reversal(Reversal(of: entry, reason: "repris aussitôt")),
      customer: reader.owner(ofEntry: entry), happened: pen.learned)
    if done == nil { throw DeskRefusal.nothingToTakeBack(line) }
  }

  /// Books a decision about a line, in one transaction, and keeps it so that it can be taken back.
  func decide(
    _ line: EntryNumber, _ body: (BookWriter, inout LineDecision) throws -> Void
  ) throws -> LineDecision {
    let decision = try store.write(learned: today) { pen in
      var decision = LineDecision()
      decision.proposals = try pen.reader.proposals(.first, line: line)
      try pen.dropProposals(for: line)
      let first = pen.nextNumber.raw
      try body(pen, &decision)
      decision.entries = first..<pen.nextNumber.raw
      return decision
    }
    decisions.withLock { $0.keep(decision, of: line) }
    return decision
  }

  private func owner(
    of share: Share, _ line: BankLine, _ reader: BookReader
  ) throws -> CustomerID {
    guard let document = share.document else {
      guard let customer = share.customer else { throw DeskRefusal.nothingChosen }
      guard try reader.customer(customer) != nil else {
        throw DeskRefusal.unknownCustomer(customer)
      }
      return customer
    }
    guard let customer = try reader.owner(of: document) else {
      throw DeskRefusal.unknownDocument(document)
    }
    guard try reader.currency(of: document) == line.currency else {
      throw DeskRefusal.otherCurrency(line.currency)
    }
    // What is left stays between nothing and the whole: neither paid twice nor more than re-opened.
    let left = try reader.open(ofDocument: document)
    let total = try reader.document(document)?.total ?? .zero
    let after = left - share.amount
    guard after >= min(.zero, total), after <= max(.zero, total) else {
      throw DeskRefusal.tooMuch(wanted: share.amount, left: left)
    }
    return customer
  }
}
