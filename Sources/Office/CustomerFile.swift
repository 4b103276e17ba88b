public import Claims
public import Law
public import Ledger
public import Quantities
import Store

/// All there is to see of one customer on a day.
public struct CustomerFile: Sendable {
  public let customer: Customer
  public let day: Day
  /// One account for each currency, with every document, settled or not.
  public let accounts: [Account]
  /// The claim of each account, in the same order: what is open, with its accessories. The same
  /// figures as on today's list and in the letters.
  public let claims: [Claim]
  /// Interest and compensation of documents that were paid late, account by account: owed, but not
  /// asked for unless a person decides to.
  public let settledLate: [Claim]
  /// A rate not published yet, without which the claims hold no interest; nil when none lacks.
  public let missingRate: UnknownRate?
  /// Every entry about the customer up to the day, oldest first.
  public let timeline: [Entry]
}

extension CustomerFile {
  /// What had become, by the end of the day, of each reminder that is a message: one that waits has
  /// not been said.
  public var fates: [EntryNumber: MadeContact.Fate] {
    var events: [EntryNumber: [MessageEvent]] = [:]
    for entry in timeline {
      if case .messageEvent(let event) = entry.fact {
        events[event.message, default: []] += [event]
      }
    }
    var fates: [EntryNumber: MadeContact.Fate] = [:]
    for entry in timeline {
      guard case .message(let message) = entry.fact, let reminder = message.reminder else {
        continue
      }
      fates[reminder] = MadeContact.Fate(
        of: message, queued: entry.happened, events[entry.number] ?? [], by: day)
    }
    return fates
  }
}

/// All there is to see of one document on a day.
public struct DocumentFile: Sendable {
  /// A change of the balance with the bank line behind it.
  public struct Payment: Sendable {
    public let movement: AccountItem.Movement
    /// The allocation that booked it, with its reasons and score; nil for a write-off.
    public let allocation: Allocation?
    public let line: BankLine?
  }

  public let day: Day
  public let customer: Customer
  public let currency: Currency
  public let item: AccountItem
  public let claim: Claim
  public let payments: [Payment]
  public let disputes: [DisputeFollowed]
  public let waivers: [Dated<Waiver>]
  /// What platforms and the buyer said of it, oldest first.
  public let statuses: [Dated<LifecycleStatus>]
  /// The status that keeps it, or part of it, from being asked for; nil when none does.
  public let statusHold: StatusHold?
  /// Why it was granted, when it is a credit note and a person has said so.
  public let creditAnswer: Dated<CreditAnswer>?
  /// Its PDF; nil when none is kept.
  public let copy: Dated<InvoiceCopy>?
  /// A rate not published yet, without which the claim holds no interest; nil when none lacks.
  public let missingRate: UnknownRate?
  /// What is unlawful about its term; nil when nothing is.
  public var termReview: TermReview? {
    guard case .invoice(let invoice) = item.kind else { return nil }
    return invoice.termReview(for: customer)
  }

  /// What is claimed for this document alone.
  public var lines: [ClaimLine] { claim.lines(of: item.id) }
  public var open: OpenItem? { claim.item(item.id) }
}

extension Desk {
  /// A customer's file as of a day, today when nil; nil when there is no such customer.
  ///
  /// Where a rate is not published yet, claims hold no interest and `missingRate` says so.
  public func customerFile(_ id: CustomerID, on day: Day? = nil) throws -> CustomerFile? {
    let day = day ?? today
    return try store.read { reader in
      guard let customer = try reader.customer(id) else { return nil }
      let accounts = try reader.accounts(of: id, at: Moment(asOf: day))
      let assessor = Assessor(try practice(reader))
      let open = try accounts.map { try assessor.assess($0.unsettled(on: day), on: day) }
      let late = try accounts.map { try assessor.assess($0.settled(on: day), on: day) }
      let timeline = try reader.timeline(of: id).filter { $0.happened <= day }
      return CustomerFile(
        customer: customer, day: day, accounts: accounts, claims: open.map(\.claim),
        settledLate: late.map(\.claim), missingRate: open.lazy.compactMap(\.missingRate).first,
        timeline: timeline)
    }
  }

  /// A document's file as of a day, today when nil; nil when there is no such document.
  public func documentFile(_ id: EntryNumber, on day: Day? = nil) throws -> DocumentFile? {
    let day = day ?? today
    return try store.read { reader in
      guard let owner = try reader.owner(of: id) else { return nil }
      let accounts = try reader.accounts(of: owner, at: Moment(asOf: day))
      for account in accounts {
        guard let item = account.items.first(where: { $0.id == id }) else { continue }
        let practice = try practice(reader)
        let assessed = try Assessor(practice).assess(account, on: day)
        let holds = account.statusHolds(on: day, calendar: practice.choices.calendar)
        let answer = try reader.creditAnswer(of: id)
        return DocumentFile(
          day: day, customer: account.customer, currency: account.currency, item: item,
          claim: assessed.claim,
          payments: try item.movements.map { try payment($0, reader) },
          disputes: account.followedDisputes(on: day).filter { $0.dispute.fact.document == id },
          waivers: account.waivers.filter { $0.fact.document == id },
          statuses: account.statuses.filter { $0.fact.document == id }.sorted { $0.precedes($1) },
          statusHold: holds[id],
          creditAnswer: answer.flatMap { $0.happened <= day ? $0 : nil },
          copy: try reader.copy(of: id, at: Moment(asOf: day)),
          missingRate: assessed.missingRate)
      }
      return nil
    }
  }

  private func payment(
    _ movement: AccountItem.Movement, _ reader: BookReader
  ) throws -> DocumentFile.Payment {
    DocumentFile.Payment(
      movement: movement, allocation: try reader.allocation(movement.number)?.0,
      line: try movement.line.flatMap { try reader.bankLine($0) })
  }

  /// The name of a customer; nil when there is no such customer.
  public func customerName(_ id: CustomerID) throws -> String? {
    try store.read { try $0.customer(id)?.name }
  }

  /// The number of the document that bears a reference, as the commands name it.
  public func document(numbered reference: String) throws -> EntryNumber? {
    try store.read { try $0.document(numbered: reference) }
  }

  /// The customers whose name, code or SIREN holds the words, fifty a page from page 0.
  public func customers(matching words: String, page: Int = 0) throws -> [Customer] {
    try store.read {
      try $0.customers(.first, matching: words, limit: 50, offset: 50 * max(0, page))
    }
  }

  /// What the search box finds: customers by name or code, documents by the start of their number.
  public func search(_ words: String) throws -> SearchResult {
    try store.read { reader in
      let documents = try reader.documents(numberedLike: words, limit: 20)
      return SearchResult(
        customers: try reader.customers(.first, matching: words, limit: 20),
        documents: documents.map {
          SearchResult.Document(id: $0.0, number: $0.1, customer: $0.2)
        })
    }
  }
}

/// What a search found.
public struct SearchResult: Sendable {
  public struct Document: Sendable {
    public let id: EntryNumber
    public let number: String
    public let customer: CustomerID
  }
  public let customers: [Customer]
  public let documents: [Document]
}
