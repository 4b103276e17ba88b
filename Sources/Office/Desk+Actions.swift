public import Intake
public import Law
public import Ledger
public import Quantities
import Store
import Synchronization

/// Why a decision of the user cannot be booked.
public enum DeskRefusal: Error, Hashable, Sendable {
  case unknownLine(EntryNumber)
  case unknownDocument(EntryNumber)
  case unknownCustomer(CustomerID)
  case unknownAllocation(EntryNumber)
  case noProposal(EntryNumber)
  /// More than what is left of the line, or than what is left of the document.
  case tooMuch(wanted: Money, left: Money)
  case otherCurrency(Currency)
  case nothingChosen
  case dateNotAhead(Day)
  case emptyReason
  case unreadableRate(RateRow.Fault)
  case unknownOffer(EntryNumber)

  public var words: Phrase {
    switch self {
    case .unknownLine(let line):
      Phrase(
        french:
          "Ligne bancaire inconnue (n° \(line.raw)) : elle a peut-être été affectée entre-temps.",
        english: "Unknown bank line (no. \(line.raw)): it may have been allocated meanwhile.")
    case .unknownDocument(let document):
      Phrase(
        french: "Pièce inconnue (n° \(document.raw)).",
        english: "Unknown document (\(document.raw)).")
    case .unknownCustomer(let customer):
      Phrase(
        french: "Client inconnu (n° \(customer.raw)).",
        english: "Unknown customer (\(customer.raw)).")
    case .unknownAllocation(let number):
      Phrase(
        french: "Affectation inconnue ou déjà annulée (n° \(number.raw)).",
        english: "Unknown allocation, or undone before (\(number.raw)).")
    case .noProposal:
      Phrase(
        french: "Aucune proposition pour cette ligne : choisissez la facture.",
        english: "No proposal for this line: choose the invoice.")
    case .tooMuch(let wanted, let left):
      Phrase(
        french: "\(wanted.french) demandés, il ne reste que \(left.french).",
        english: "\(wanted.english) asked for, only \(left.english) is left.")
    case .otherCurrency(let currency):
      Phrase(
        french: "La pièce n’est pas en \(currency.code) : deux devises ne s’additionnent pas.",
        english: "The document is not in \(currency.code): two currencies do not add up.")
    case .nothingChosen:
      Phrase(french: "Rien n’est choisi.", english: "Nothing is chosen.")
    case .dateNotAhead(let day):
      Phrase(
        french: "Le \(day.french) n’est pas à venir.", english: "\(day.iso) is not in the future.")
    case .unreadableRate(let fault):
      Phrase(
        french: "Taux, ligne \(fault.line), « \(fault.field) » : « \(fault.found) » trouvé, "
          + "attendu : \(fault.wanted). Rien n’a été ajouté.",
        english: "Rates, line \(fault.line), \(fault.field): found \"\(fault.found)\", "
          + "wanted \(fault.wanted). Nothing was added.")
    case .unknownOffer(let offer):
      Phrase(
        french: "Proposition inconnue (n° \(offer.raw)).",
        english: "Unknown offer (\(offer.raw)).")
    case .emptyReason:
      Phrase(french: "Indiquez la raison.", english: "Give the reason.")
    }
  }
}

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
  public func accept(line: EntryNumber) throws {
    let proposals = try store.read { try $0.proposals(.first, line: line) }
    guard !proposals.isEmpty else { throw DeskRefusal.noProposal(line) }
    try allocate(
      line: line,
      to: proposals.map {
        Share(document: $0.document, customer: $0.customer, amount: $0.amount)
      }, reasons: proposals[0].reasons)
  }

  /// Puts a line on documents, as decided by a person. What is left of the line stays open.
  public func allocate(
    line: EntryNumber, to shares: [Share],
    reasons: String = ReasonText.stored(
      french: "décision de l’utilisateur", english: "decided by a person")
  ) throws {
    guard !shares.isEmpty else { throw DeskRefusal.nothingChosen }
    let today = today
    try store.write(learned: today) { pen in
      let reader = try pen.reader
      guard let bankLine = try reader.bankLine(line) else { throw DeskRefusal.unknownLine(line) }
      let wanted = shares.map(\.amount).sum()
      let resting = try RestingRelease(pen, line, wanting: wanted)
      let left = try pen.reader.open(ofLine: line)
      guard wanted.magnitude <= left.magnitude, wanted.isNegative == left.isNegative else {
        throw DeskRefusal.tooMuch(wanted: wanted, left: left)
      }
      for share in shares where !share.amount.isZero {
        let customer = try owner(of: share, bankLine, reader)
        try pen.append(
          .allocation(
            Allocation(
              line: line, document: share.document, amount: share.amount, mode: .confirmed,
              score: 1000, reasons: reasons)),
          customer: customer, currency: bankLine.currency, happened: bankLine.booked)
      }
      try resting.putBack(bankLine)
      try pen.dropProposals(for: line)
    }
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

  /// Undoes an entry that a person may undo: an allocation, a promise, a dispute, a snooze, a
  /// waiver, a write-off, a line set aside. It is answered by another entry, never erased.
  public func undo(_ entry: EntryNumber, reason: String) throws {
    let today = today
    try store.write(learned: today) { pen in
      let reader = try pen.reader
      guard try reader.isReversible(entry) else { throw DeskRefusal.unknownAllocation(entry) }
      let customer = try reader.owner(ofEntry: entry)
      // A credit note set off comes back with its invoice, or the two would not sum to zero.
      for target in [entry, try reader.otherHalf(ofSetOff: entry)].compactMap(\.self) {
        let done = try pen.append(
          .reversal(Reversal(of: target, reason: reason)), customer: customer, happened: today)
        if done == nil { throw DeskRefusal.unknownAllocation(entry) }
      }
    }
  }

  /// Declares that a line is no customer's payment.
  public func setAside(line: EntryNumber, reason: String) throws {
    let today = today
    try store.write(learned: today) { pen in
      guard let bankLine = try pen.reader.bankLine(line),
        !(try RestingRelease(pen, line, wanting: nil).isEmpty
          && pen.reader.open(ofLine: line).isZero)
      else { throw DeskRefusal.unknownLine(line) }
      try pen.append(
        .setAside(SetAside(line: line, reason: reason)), currency: bankLine.currency,
        happened: today)
      try pen.dropProposals(for: line)
    }
  }

  /// Notes that the customer contests a document, or an amount of it.
  public func dispute(_ document: EntryNumber, amount: Money?, reason: String) throws {
    try note(
      .dispute(Dispute(document: document, amount: amount, reason: reason)), about: document,
      because: reason)
  }

  /// Gives up the interest, the 40 €, or both, of a document.
  public func waive(
    _ document: EntryNumber, interest: Bool, compensation: Bool, reason: String
  ) throws {
    guard interest || compensation else { throw DeskRefusal.nothingChosen }
    let waiver = Waiver(
      document: document, waivesInterest: interest, waivesCompensation: compensation,
      reason: reason)
    try note(.waiver(waiver), about: document, because: reason)
  }

  private func note(_ fact: Fact, about document: EntryNumber, because reason: String) throws {
    guard !reason.isEmpty else { throw DeskRefusal.emptyReason }
    let today = today
    try store.write(learned: today) { pen in
      guard let customer = try pen.reader.owner(of: document),
        let currency = try pen.reader.currency(of: document)
      else { throw DeskRefusal.unknownDocument(document) }
      try pen.append(fact, customer: customer, currency: currency, happened: today)
    }
  }

  /// Notes that the customer announced a payment.
  public func promise(
    _ customer: CustomerID, amount: Money, on day: Day, currency: Currency = .eur, words: String
  ) throws {
    guard day >= today else { throw DeskRefusal.dateNotAhead(day) }
    try note(
      .promise(PromiseToPay(on: day, amount: amount, words: words)), on: customer, in: currency)
  }

  /// Leaves a customer alone until a day.
  public func snooze(_ customer: CustomerID, until day: Day, reason: String) throws {
    guard day > today else { throw DeskRefusal.dateNotAhead(day) }
    try note(.snooze(Snooze(until: day, reason: reason)), on: customer, in: .eur)
  }

  /// Notes that collective proceedings were opened: everything stops for this customer.
  public func recordInsolvency(_ customer: CustomerID, _ insolvency: Insolvency) throws {
    try note(.insolvency(insolvency), on: customer, in: .eur)
  }

  /// Notes a message or a call that was made.
  public func recordContact(_ customer: CustomerID, _ reminder: Reminder) throws {
    try note(.reminder(reminder), on: customer, in: .eur)
  }

  private func note(_ fact: Fact, on customer: CustomerID, in currency: Currency) throws {
    let today = today
    try store.write(learned: today) { pen in
      guard try pen.reader.customer(customer) != nil else {
        throw DeskRefusal.unknownCustomer(customer)
      }
      try pen.append(fact, customer: customer, currency: currency, happened: today)
    }
  }
}

extension Desk {
  /// Adds rows to the law's tables, with their sources: `ecb_mro,2027-01-01,2.65,BCE, 17/12/2026`.
  ///
  /// Nothing is added when a row cannot be read. Gives the rows of the book after the change.
  public func addRates(_ text: String) throws -> [RateRow] {
    let (rows, faults) = RateRow.read(text)
    if let fault = faults.first { throw DeskRefusal.unreadableRate(fault) }
    guard !rows.isEmpty else { throw DeskRefusal.nothingChosen }
    try store.write(learned: today) { pen in
      let known = try pen.reader.setting("law.rates") ?? ""
      try pen.set("law.rates", to: known.isEmpty ? text : known + "\n" + text)
    }
    list.withLock { $0 = nil }
    return try store.read { RateRow.read(try $0.setting("law.rates") ?? "").rows }
  }
}
