import Ledger
import Quantities

/// What stands on accounts beside their documents: cash, promises, disputes, reminders, holds.
struct Beside {
  private var facts: [CustomerID: [(entry: Dated<Fact>, currency: Currency)]] = [:]
  private var rush: [CustomerID: [RushInvoice]] = [:]
  private var cash: [CustomerID: [(cash: UnappliedCash, currency: Currency)]] = [:]
  private var statuses: [CustomerID: [(status: Dated<LifecycleStatus>, currency: Currency)]] = [:]
  private var replies: [CustomerID: [Dated<WaitingReply>]] = [:]
  private var receipts: [CustomerID: [(receipt: Receipt, currency: Currency)]] = [:]

  /// `onlyOpen` leaves the statuses of settled documents out: they are by far the most.
  init(
    _ reader: BookReader, company: CompanyID, customer: CustomerID?, onlyOpen: Bool = false,
    moment: Moment
  ) throws {
    try readIncidents(reader, company, customer, moment)
    try readCash(reader, company, customer, moment)
    rush = try reader.rushInvoices(of: customer, in: company, at: moment)
    try reader.forEachStatus(company, of: customer, onlyOpen: onlyOpen, at: moment) {
      statuses[$0, default: []].append(($2, $1))
    }
    try reader.forEachWaitingReply(of: customer, in: company, at: moment) {
      replies[$0, default: []].append($1)
    }
    if onlyOpen { try readReceipts(reader, company) }
  }

  private mutating func readIncidents(
    _ reader: BookReader, _ company: CompanyID, _ customer: CustomerID?, _ moment: Moment
  ) throws {
    try reader.rows(
      """
      SELECT i.number, i.customer, i.happened, i.learned, i.currency, \(Incident.columns(of: "i"))
      FROM incident_entry i LEFT JOIN reversal_entry r
        ON r.target = i.number AND r.happened <= ?2 AND r.learned <= ?3
      WHERE i.company = ?1 AND r.number IS NULL AND i.happened <= ?2 AND i.learned <= ?3
        AND \(customer == nil ? "i.customer IS NOT NULL" : "i.customer = ?4")
      ORDER BY i.number
      """, [company.raw] + moment.limits + (customer.map { [$0.raw] } ?? [])
    ) { row in
      guard let fact = Incident(row, from: 5).fact else { return }
      let dated = Dated(
        number: EntryNumber(row.int(0)), happened: Day(number: Int32(row.int(2))),
        learned: Day(number: Int32(row.int(3))), fact: fact)
      facts[CustomerID(row.int(1)), default: []].append((dated, Currency(row.text(4)) ?? .eur))
    }
  }

  /// The money that settled documents since the oldest promise, plan or announced payment of each
  /// customer: those documents are no longer open, and promises are followed by it.
  private mutating func readReceipts(_ reader: BookReader, _ company: CompanyID) throws {
    for (customer, entries) in facts {
      let first = entries.lazy.compactMap { entry in
        switch entry.entry.fact {
        case .promise, .instalmentPlan: entry.entry.happened
        case .saidPaid(let paid): min(paid.on, entry.entry.happened)
        default: nil
        }
      }.min()
      guard let first else { continue }
      receipts[customer] = try reader.settledReceipts(of: customer, in: company, since: first)
    }
  }

  private mutating func readCash(
    _ reader: BookReader, _ company: CompanyID, _ customer: CustomerID?, _ moment: Moment
  ) throws {
    let limits = [company.raw] + moment.limits + (customer.map { [$0.raw] } ?? [])
    let whose = customer == nil ? "a.customer IS NOT NULL" : "a.customer = ?4"
    try reader.rows(
      """
      SELECT a.customer, a.line, a.happened, a.amount, a.currency
      FROM allocation_entry a LEFT JOIN reversal_entry r
        ON r.target = a.number AND r.happened <= ?2 AND r.learned <= ?3
      WHERE a.company = ?1 AND a.document IS NULL AND r.number IS NULL
        AND a.happened <= ?2 AND a.learned <= ?3 AND \(whose)
      """, limits
    ) { add($0, .onAccount) }
    try reader.rows(
      """
      SELECT a.customer, a.line, o.booked, a.amount, o.currency
      FROM proposal a JOIN open_line o ON o.company = a.company AND o.line = a.line
      WHERE a.company = ?1 AND o.booked <= ?2 AND o.booked <= ?3 AND \(whose)
      ORDER BY a.customer, a.line, a.position
      """, limits
    ) { add($0, .proposed) }
  }

  private mutating func add(_ row: SQLiteStatement, _ certainty: UnappliedCash.Certainty) {
    let (customer, line) = (CustomerID(row.int(0)), EntryNumber(row.int(1)))
    var amount = Money(cents: row.int(3))
    // A line proposed on several documents is one amount of money.
    if certainty == .proposed, let last = cash[customer]?.last?.cash, last.line == line,
      last.certainty == .proposed
    {
      amount += last.amount
      cash[customer]?.removeLast()
    }
    let money = UnappliedCash(
      line: line, received: Day(number: Int32(row.int(2))), amount: amount, certainty: certainty)
    cash[customer, default: []].append((money, Currency(row.text(4)) ?? .eur))
  }

  mutating func complete(_ account: inout Account) {
    let id = account.customer.id
    if let lines = cash[id] {
      account.unapplied = lines.filter { $0.currency == account.currency }.map(\.cash)
    }
    // A customer writes to us whatever the currencies.
    account.waitingReplies = replies[id] ?? []
    for invoice in rush[id] ?? [] { account.rushInvoices[invoice.document] = invoice }
    for (entry, currency) in facts[id] ?? [] {
      put(entry, in: currency, on: &account)
    }
    for (receipt, currency) in receipts[id] ?? [] where currency == account.currency {
      account.settledReceipts.append(receipt)
    }
    for (status, currency) in statuses[id] ?? [] where currency == account.currency {
      account.statuses.append(status)
    }
  }

  private func put(_ entry: Dated<Fact>, in currency: Currency, on account: inout Account) {
    func dated<Kind>(_ fact: Kind) -> Dated<Kind> {
      Dated(
        number: entry.number, happened: entry.happened, learned: entry.learned, fact: fact)
    }
    switch entry.fact {
    case .insolvency(let insolvency): account.insolvency = dated(insolvency)
    case .snooze(let snooze): account.snoozes.append(dated(snooze))
    case .legalStop(let stop): account.legalStops.append(dated(stop))
    case .contactPerson(let person): account.addresses.people.append(dated(person))
    case .addressFault(let fault): account.addresses.faults.append(dated(fault))
    case .limit(let limit): account.limit = dated(limit)
    case .profileOverrule(let overrule): account.profileOverrule = dated(overrule)
    // A reminder speaks of every currency: one customer, one contact.
    case .reminder(let reminder): account.reminders.append(dated(reminder))
    case .promise(let promise) where currency == account.currency:
      account.promises.append(dated(promise))
    case .dispute(let dispute) where currency == account.currency:
      account.disputes.append(dated(dispute))
    case .disputeOwner(let owner): account.disputeOwners.append(dated(owner))
    case .saidPaid(let paid) where currency == account.currency:
      account.saidPaid.append(dated(paid))
    case .resolution(let resolution) where currency == account.currency:
      account.resolutions.append(dated(resolution))
    case .instalmentPlan(let plan) where currency == account.currency:
      account.plans.append(dated(plan))
    case .planAgreement(let agreement) where currency == account.currency:
      account.agreements.append(dated(agreement))
    // A call is made to a customer, whatever the currencies.
    case .callBack(let call): account.callBacks.append(dated(call))
    case .waiver(let waiver) where currency == account.currency:
      account.waivers.append(dated(waiver))
    case .creditAnswer(let answer) where currency == account.currency: account.take(answer)
    default: break
    }
  }
}
