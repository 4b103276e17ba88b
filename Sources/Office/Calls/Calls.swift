import Behaviour
public import Claims
public import Correspondence
public import Dunning
public import Ledger
public import Quantities
import Store

/// One call to make, with all that the caller needs before the eyes (appel).
public struct CallSheet: Sendable {
  public let day: Day
  public let customer: Customer
  public let currency: Currency
  public let claim: Claim
  /// The step that asks for it; nil for a call that the customer asked for.
  public let contact: Contact?
  /// The appointment that it answers; nil for none.
  public let callBack: Dated<CallBack>?
  /// Whom to ask for, and the number.
  public let person: ContactPerson?
  public let phone: String
  public internal(set) var email: String
  /// Each promise with what became of it, the newest first.
  public let promises: [PromiseFollowed]
  /// What was said or sent before, the newest first.
  public let contacts: [Dated<Reminder>]
  public internal(set) var occasion: CallOccasion
  public let script: CallScript

  /// What it is about, oldest due date first.
  public var documents: [OpenItem] {
    claim.claimed.isEmpty ? claim.items.filter { $0.balance.isPositive } : claim.claimed
  }
  /// What is owed and asked for.
  public var amount: Money { claim.total.isPositive ? claim.total : claim.balance }
}

/// Who is to be called: the appointments of the day, then the steps that ask for a call.
public struct CallList: Sendable {
  /// One customer to call.
  public struct Entry: Hashable, Sendable {
    public let customer: CustomerID
    public let currency: Currency
    public let callBack: Dated<CallBack>?

    public init(customer: CustomerID, currency: Currency, callBack: Dated<CallBack>? = nil) {
      self.customer = customer
      self.currency = currency
      self.callBack = callBack
    }
  }
  public let entries: [Entry]
  /// How many of the day's list ask for no call.
  public let others: Int

  /// The next call once some were left for later.
  public func next(leaving skipped: Set<CustomerID>) -> Entry? {
    entries.first { !skipped.contains($0.customer) }
  }
}

extension Desk {
  /// Who is to be called today, in order; with `all`, everyone on the day's list.
  public func callList(all: Bool = false) throws -> CallList {
    let list = try dayList()
    let kept = try store.read { try $0.callBacks(.first) }
    let due = kept.filter { $0.call.fact.on <= list.day }
    var seen = Set(kept.map(\.customer))
    var entries = due.sorted { $0.call.precedes($1.call) }.map {
      CallList.Entry(customer: $0.customer, currency: .eur, callBack: $0.call)
    }
    let overdue = list.worklist.entries.filter { !$0.contact.isBeforeDue }
    let chosen = overdue.filter {
      all || $0.contact.level.isWithCall || $0.contact.level.channel == .call
    }
    for entry in chosen where seen.insert(entry.customer.id).inserted {
      entries.append(
        CallList.Entry(customer: entry.customer.id, currency: entry.currency, callBack: nil))
    }
    return CallList(entries: entries, others: overdue.count - chosen.count)
  }

  /// All about one call; nil when there is no such customer.
  public func callSheet(
    _ entry: CallList.Entry, in language: Customer.Language? = nil
  ) throws -> CallSheet? {
    let day = today
    return try store.read { reader in
      let accounts = try reader.accounts(of: entry.customer, at: Moment(asOf: day))
      guard let account = accounts.first(where: { $0.currency == entry.currency }) else {
        return nil
      }
      let practice = try practice(reader)
      let open = account.unsettled(on: day)
      let claim = try Assessor(practice).assess(open, on: day).claim
      let step = try contact(of: entry, reader)
      let sender = Firm(settings: try reader.settings()).sender
      var sheet = SheetMaker(
        account: open, claim: claim, contact: step, day: day, practice: practice)
      sheet.language = language
      sheet.payer = profile(of: accounts, on: day, by: practice.choices).kind
      return sheet.sheet(from: sender, callBack: entry.callBack)
    }
  }

  /// What the day's list says of the customer.
  private func contact(of entry: CallList.Entry, _ reader: BookReader) throws -> Contact? {
    try dayList().worklist.entries.first {
      $0.customer.id == entry.customer && $0.currency == entry.currency
    }?.contact
  }
}

extension Dated<CallBack> {
  /// In the order of the day, then of the hour; those without an hour last.
  func precedes(_ other: Dated<CallBack>) -> Bool {
    (fact.on, fact.minute ?? 1440, number) < (
      other.fact.on, other.fact.minute ?? 1440, other.number
    )
  }
}
