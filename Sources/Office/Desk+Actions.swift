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
  case tooMuch(wanted: Money, left: Money, in: Currency = .eur)
  /// More than the customer owes: a slip of the pen, until a person confirms it.
  case moreThanOwed(Money, owed: Money, in: Currency)
  /// Farther away than a promise usually is.
  case farAway(Day, last: Day)
  /// A day to come, where one that has passed is meant.
  case dateAhead(Day)
  /// Somebody else has called meanwhile.
  case callRecorded(EntryNumber)
  /// An instalment plan for the same documents is in force.
  case planInForce(Money, in: Currency)
  case nothingRecognised
  case otherCurrency(Currency)
  case nothingChosen
  case dateNotAhead(Day)
  case emptyReason
  case unreadableRate(RateRow.Fault)
  case unknownOffer(EntryNumber)
  /// Nothing was decided about the line lately, or it was taken back before.
  case nothingToTakeBack(EntryNumber)
  /// Words too short to tell a line by.
  case untellingWords(String)
  /// Words that stand on lines that customers did pay.
  case wordsOfCustomers(String, count: Int, example: String)
  case unknownRule(EntryNumber)
  /// The bank names neither a payer nor an account.
  case namelessPayer(EntryNumber)
  case unknownReply(EntryNumber)
  /// Somebody else was faster.
  case replyAnswered(EntryNumber, on: Day)
  /// Nobody has dealt with it, or it was taken back before.
  case replyWaits(EntryNumber)
  /// Nobody can tell yet which customer it concerns.
  case replyUnfiled(EntryNumber)
  case unknownImport(Int64)
  case importUndone(Int64, on: Day)
  case nothingOfImport(Int64)
  /// Customers were asked to pay documents that it brought.
  case importAsked(Int64, documents: [String])
  /// Customers promised to pay documents that it brought, or signed a plan for them.
  case importAgreed(Int64, documents: [String])

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
    case .tooMuch(let wanted, let left, let currency):
      Phrase(
        french: "\(wanted.french(in: currency)) demandés, il ne reste que "
          + "\(left.french(in: currency)).",
        english: "\(wanted.english(in: currency)) asked for, only "
          + "\(left.english(in: currency)) is left.")
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
    default: wordsAboutAgreements
    }
  }
}

extension Desk {
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
      guard let line = try reader.allocation(entry)?.0.line else { return }
      // What the payment had taught is no truer than the payment.
      for rule in try reader.payerRules(learnedFrom: line)
      where rule.rule.kind == .confirmed && rule.customer == customer {
        try pen.append(
          .reversal(Reversal(of: rule.number, reason: reason)), customer: customer,
          happened: today)
      }
    }
  }

  /// Notes that the customer contests a document, or an amount of it, why, and who looks after it.
  public func dispute(
    _ document: EntryNumber, amount: Money?, reason: String, cause: Dispute.Cause = .other,
    owner: String = ""
  ) throws {
    if let amount, try store.read({ try $0.owner(of: document) }) != nil {
      let left = try store.read { try $0.open(ofDocument: document) }
      let currency = try store.read { try $0.currency(of: document) } ?? .eur
      guard amount <= left else {
        throw DeskRefusal.tooMuch(wanted: amount, left: left, in: currency)
      }
    }
    let dispute = Dispute(
      document: document, amount: amount, reason: reason, cause: cause, owner: owner)
    try note(.dispute(dispute), about: document, because: reason)
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
    _ customer: CustomerID, amount: Money, on day: Day, currency: Currency = .eur, words: String,
    isSure: Bool = false
  ) throws {
    let most = try store.read { reader in
      guard try reader.customer(customer) != nil else {
        throw DeskRefusal.unknownCustomer(customer)
      }
      return try reader.accounts(of: customer, at: Moment(asOf: today))
        .filter { $0.currency == currency }.map { try owed(on: $0.unsettled(on: today), reader) }
        .sum()
    }
    try checkPromise(amount, on: day, owed: most, currency, isSure: isSure)
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
