import Behaviour
import Claims
import CreditPolicy
import Law
import Ledger
import Quantities
import Store

/// What the book knows of a customer that matters before a sale; of nobody in particular when the
/// customer is not in the book.
struct Acquaintance {
  let customer: Customer?
  let account: Account?
  let stories: [RushStory]
  let missingRate: UnknownRate?
  private let claim: Claim?
  private let habit: PaymentHabit
  private let payer: PayerProfile.Kind
  private let house: HousePolicy
  private let today: Day
  private let practice: Practice

  init(
    _ id: CustomerID?, in currency: Currency, on today: Day, house: HousePolicy,
    _ practice: Practice, _ reader: BookReader
  ) throws {
    self.house = house
    self.today = today
    self.practice = practice
    guard let id else {
      (customer, account, claim, stories, missingRate) = (nil, nil, nil, [], nil)
      habit = PaymentHabit(delaysInDays: [], prior: house.prior)
      payer = .unknown
      return
    }
    guard let known = try reader.customer(id) else { throw DeskRefusal.unknownCustomer(id) }
    customer = known
    let found = try reader.accounts(of: id, at: Moment(asOf: today))
      .first { $0.currency == currency }
    let account = found ?? Account(customer: known, currency: currency)
    self.account = account
    let assessed = try Assessor(practice).assess(account.unsettled(on: today), on: today)
    claim = assessed.claim
    missingRate = assessed.missingRate
    habit = Behaviour.habit(of: account, on: today, prior: house.prior)
    stories = try reader.rushStories(of: id).filter { $0.currency == currency }
    payer =
      profile(
        of: [account], beside: try PayerSignals(of: id, [account], on: today, reader), on: today,
        by: practice.choices
      ).kind
  }

  /// What there is to know of somebody who is in no book: what the house supposes of anybody.
  init(ofNobodyOn today: Day, house: HousePolicy) {
    (customer, account, claim, stories, missingRate) = (nil, nil, nil, [], nil)
    habit = PaymentHabit(delaysInDays: [], prior: house.prior)
    payer = .unknown
    self.house = house
    self.today = today
    practice = .standard
  }

  var usual: UsualTerms {
    let (lead, leadOrigin) = usualLead
    let (term, termOrigin) = usualTerm
    return UsualTerms(
      leadInDays: lead, leadOrigin: leadOrigin, term: term, termOrigin: termOrigin)
  }

  private var usualLead: (Int, UsualTerms.Origin) {
    if let last = stories.last { return (last.offer.fact.usualLeadInDays, .remembered) }
    let leads = invoices.compactMap(\.leadInDays).suffix(50).sorted()
    if leads.count >= 3 { return (max(1, leads[leads.count / 2]), .observed) }
    return (house.usualLeadInDays, .house)
  }

  private var usualTerm: (SaleTerm, UsualTerms.Origin) {
    if let term = customer?.party.term { return (.credit(term.formula), .remembered) }
    // An invoice of a rush order says nothing of what is usual.
    let rush = Set((account?.rushInvoices ?? [:]).keys)
    let items = (account?.items ?? []).filter { !rush.contains($0.id) }.suffix(20)
    var counts: [SaleTerm: (count: Int, last: Int)] = [:]
    for (place, item) in items.enumerated() {
      guard case .invoice(let invoice) = item.kind, let due = invoice.instalments.last?.due else {
        continue
      }
      let days = invoice.issue.days(to: due)
      let term = invoice.term?.formula ?? .net(max(0, min(180, days)))
      counts[.credit(term), default: (0, 0)].count += 1
      counts[.credit(term)]?.last = place
    }
    let most = counts.max {
      ($0.value.count, $0.value.last) < ($1.value.count, $1.value.last)
    }
    if let most { return (most.key, .observed) }
    return (.credit(.net(DueDate.defaultDays)), .house)
  }

  private var invoices: [Invoice] {
    (account?.items ?? []).compactMap {
      if case .invoice(let invoice) = $0.kind { invoice } else { nil }
    }
  }

  var proposedLimit: CreditLimit {
    guard let account else { return CreditLimit(yearlySales: .zero, waitInDays: 0) }
    return CreditLimit(of: account, habit: habit, on: today, usualTerm: usualTerm.0)
  }

  /// Where the customer stands when it asks for an order of an amount.
  func standing(asking amount: Money) -> Standing {
    let underWay = stories.filter { $0.answer?.fact.outcome == .accepted && $0.invoice == nil }
      .map(\.offer.fact.amount).sum()
    let exposure = Exposure(
      balance: claim?.balance ?? .zero, ordersUnderWay: underWay, thisOrder: amount,
      limit: account?.limit?.fact.amount ?? proposedLimit.amount,
      isGranted: account?.limit != nil)
    return Standing(
      customer: customer, habit: habit, overdue: overdue, disputed: claim?.disputed ?? .zero,
      brokenPromises: brokenPromises, insolvency: openInsolvency, exposure: exposure,
      payer: payer)
  }

  private var overdue: [Standing.OverdueInvoice] {
    guard let claim else { return [] }
    return claim.claimedDocuments.compactMap { claim.item($0) }.map {
      Standing.OverdueInvoice(number: $0.number, amount: $0.principal, due: $0.due)
    }
  }

  private var openInsolvency: Insolvency? {
    guard let opening = account?.insolvency, opening.fact.opened <= today else { return nil }
    return opening.fact
  }

  private var brokenPromises: Int {
    guard let account else { return 0 }
    return account.promises.count { promise in
      let standing = account.standing(
        of: promise, on: today, grace: practice.choices.promiseGraceInDays,
        calendar: practice.choices.calendar)
      if case .broken = standing { return true }
      return false
    }
  }
}

extension Invoice {
  /// From the customer's order to the delivery, in days; nil when the invoice does not say both.
  var leadInDays: Int? {
    guard let ordered, let delivery, delivery >= ordered else { return nil }
    return ordered.days(to: delivery)
  }
}
