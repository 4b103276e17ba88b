public import Quantities

/// A document on an account with all that happened to it, oldest first.
public struct AccountItem: Hashable, Sendable {
  /// What the document is: a demand for payment, or what lowers one.
  public enum Kind: Hashable, Sendable {
    case invoice(Invoice)
    case creditNote(CreditNote)
  }

  /// Something that changed the balance of a document.
  public struct Movement: Hashable, Sendable {
    /// What changed the balance.
    public enum Cause: String, Sendable { case payment, setOff, writeOff }
    public let number: EntryNumber
    public let day: Day
    public let learned: Day
    /// Positive when the balance of an invoice shrinks; negative on a credit note.
    public let amount: Money
    public let cause: Cause
    /// For a set-off, why the credit note was granted: it decides from when interest shrinks.
    public let creditReason: CreditNote.Reason?
    /// The bank line or set-off behind it, for the derivation.
    public let line: EntryNumber?

    public init(
      number: EntryNumber, day: Day, learned: Day, amount: Money, cause: Cause,
      creditReason: CreditNote.Reason? = nil, line: EntryNumber? = nil
    ) {
      self.number = number
      self.day = day
      self.learned = learned
      self.amount = amount
      self.cause = cause
      self.creditReason = creditReason
      self.line = line
    }
  }

  public let id: EntryNumber
  public let kind: Kind
  public let learned: Day
  public var movements: [Movement]

  public init(id: EntryNumber, kind: Kind, learned: Day, movements: [Movement] = []) {
    self.id = id
    self.kind = kind
    self.learned = learned
    self.movements = movements
  }

  public var number: String {
    switch kind {
    case .invoice(let invoice): invoice.number
    case .creditNote(let credit): credit.number
    }
  }

  public var issue: Day {
    switch kind {
    case .invoice(let invoice): invoice.issue
    case .creditNote(let credit): credit.issue
    }
  }

  /// What the document asked for: positive for an invoice, negative for a credit note.
  public var total: Money {
    switch kind {
    case .invoice(let invoice): invoice.payable
    case .creditNote(let credit): -credit.gross
    }
  }

  /// What is left of it at the end of a day. Signed as `total`.
  public func balance(on day: Day) -> Money {
    guard issue <= day else { return .zero }
    return total - movements.lazy.filter { $0.day <= day }.map(\.amount).sum()
  }

  /// What is left of it after all that is known.
  public var open: Money { total - movements.lazy.map(\.amount).sum() }
}

/// Money or an incident that stands on the account beside its documents.
public struct Dated<Fact: Hashable & Sendable>: Hashable, Sendable {
  public let number: EntryNumber
  public let happened: Day
  public let learned: Day
  public let fact: Fact

  public init(number: EntryNumber, happened: Day, learned: Day, fact: Fact) {
    self.number = number
    self.happened = happened
    self.learned = learned
    self.fact = fact
  }
}

/// Money on the account that pays no document yet.
public struct UnappliedCash: Hashable, Sendable {
  /// How sure it is that the money is this customer's.
  public enum Certainty: String, Sendable {
    /// The customer is known: the money is theirs (non imputé).
    case onAccount
    /// The program thinks it may be theirs: a person should look first.
    case proposed
  }
  public let line: EntryNumber
  public let received: Day
  public let amount: Money
  public let certainty: Certainty

  public init(line: EntryNumber, received: Day, amount: Money, certainty: Certainty) {
    self.line = line
    self.received = received
    self.amount = amount
    self.certainty = certainty
  }
}

/// Money of the customer's that came on a day, on a document.
public struct Receipt: Hashable, Sendable {
  public let document: EntryNumber
  public let day: Day
  /// Negative when the bank took the payment back.
  public let amount: Money

  public init(document: EntryNumber, day: Day, amount: Money) {
    self.document = document
    self.day = day
    self.amount = amount
  }
}

extension AccountItem {
  /// The money that came on it, for a document that asks for some.
  public var receipts: [Receipt] {
    guard total.isPositive else { return [] }
    return movements.filter { $0.cause == .payment }.map {
      Receipt(document: id, day: $0.day, amount: $0.amount)
    }
  }
}

/// Everything between us and one customer in one currency: the unit of work.
public struct Account: Sendable {
  public var customer: Customer
  public var currency: Currency
  /// In order of issue. The daily run loads only those that are not settled.
  public var items: [AccountItem] = []
  public var unapplied: [UnappliedCash] = []
  public var promises: [Dated<PromiseToPay>] = []
  public var disputes: [Dated<Dispute>] = []
  public var resolutions: [Dated<DisputeResolution>] = []
  public var disputeOwners: [Dated<DisputeOwner>] = []
  public var saidPaid: [Dated<SaidPaid>] = []
  public var plans: [Dated<InstalmentPlan>] = []
  public var agreements: [Dated<PlanAgreement>] = []
  public var callBacks: [Dated<CallBack>] = []
  /// Money that paid documents which the account does not hold, because nothing is left of them:
  /// what promises and plans are followed by beside the movements of its items.
  public var settledReceipts: [Receipt] = []
  public var insolvency: Dated<Insolvency>?
  public var waivers: [Dated<Waiver>] = []
  public var reminders: [Dated<Reminder>] = []
  public var snoozes: [Dated<Snooze>] = []
  /// What the customer wrote and nobody has dealt with, oldest first.
  public var waitingReplies: [Dated<WaitingReply>] = []
  public var legalStops: [Dated<LegalStop>] = []
  /// Whom to speak to, and which addresses do not work.
  public var addresses = AddressBook()
  /// The rush orders whose invoice has come, by document.
  public var rushInvoices: [EntryNumber: RushInvoice] = [:]
  /// The most the customer may owe, as decided last; nil when nobody has.
  public var limit: Dated<GrantedLimit>?
  /// The kind of payer that a person decided on last; nil when the evidence stands alone.
  public var profileOverrule: Dated<ProfileOverrule>?
  /// The statuses of its documents, in the order they were learned.
  public var statuses: [Dated<LifecycleStatus>] = []

  public init(customer: Customer, currency: Currency) {
    self.customer = customer
    self.currency = currency
  }

  /// The account with only the documents of which something was left at the end of a day: what
  /// today's list, the claim and the letters speak of.
  public func unsettled(on day: Day) -> Account {
    var account = self
    account.items.removeAll { $0.balance(on: day).isZero }
    if !promises.isEmpty || !plans.isEmpty || !saidPaid.isEmpty {
      account.settledReceipts += items.lazy.filter { $0.balance(on: day).isZero }
        .flatMap(\.receipts)
    }
    return account
  }

  /// The documents that were settled by the end of a day, and nothing beside them: what is left of
  /// them is their accessories, if they were paid late.
  public func settled(on day: Day) -> Account {
    var account = Account(customer: customer, currency: currency)
    account.items = items.filter { $0.issue <= day && $0.balance(on: day).isZero }
    account.waivers = waivers
    account.insolvency = insolvency
    account.rushInvoices = rushInvoices
    return account
  }
}
