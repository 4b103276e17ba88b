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
  /// What is asked for: what the list says.
  public let amount: Money
  /// The interest and compensation within it.
  public let accessories: Money
  /// All that the customer could pay, due or not, accessories included.
  public let owed: Money
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
    if let contact { return contact.documents.compactMap { claim.item($0) } }
    return claim.claimed.isEmpty ? claim.items.filter { $0.balance.isPositive } : claim.claimed
  }
  /// The last call known when the sheet was opened: another one since is told, not doubled.
  public var lastCall: EntryNumber {
    contacts.filter { $0.fact.channel == .call }.map(\.number).max() ?? EntryNumber(0)
  }
}

/// Who is to be called: the appointments of the day, then the steps that ask for a call, those of
/// messages written before too.
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
  /// Those whose telephone number nobody knows.
  public let withoutPhone: [Worklist.Entry]
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
    let calls = list.worklist.calls
    let asked = Set(calls.map(\.customer.id))
    let others = list.worklist.entries.filter {
      !$0.contact.isBeforeDue && !asked.contains($0.customer.id)
    }
    var withoutPhone: [Worklist.Entry] = []
    for entry in calls + (all ? others : []) where seen.insert(entry.customer.id).inserted {
      if entry.hasPhone {
        entries.append(CallList.Entry(customer: entry.customer.id, currency: entry.currency))
      } else {
        withoutPhone.append(entry)
      }
    }
    return CallList(
      entries: entries, withoutPhone: withoutPhone, others: all ? 0 : others.count)
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
      sheet.owed = try owed(on: open, reader)
      sheet.payer = profile(of: accounts, on: day, by: practice.choices).kind
      return sheet.sheet(from: sender, callBack: entry.callBack)
    }
  }

  /// What the day's list says of the customer.
  private func contact(of entry: CallList.Entry, _ reader: BookReader) throws -> Contact? {
    let list = try dayList().worklist
    return (list.calls + list.entries).first {
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
