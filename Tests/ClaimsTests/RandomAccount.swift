import Ledger
import Quantities

/// A small generator whose sequence depends on its seed alone (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
  mutating func chance(_ outOf: Int) -> Bool { below(outOf) == 0 }
}

/// An account with every kind of event, drawn from a seed.
struct RandomAccount {
  static let today = Day(2026, 11, 23)
  private var random: Seeded
  private var entries: Int64 = 0
  private(set) var account: Account

  init(seed: UInt64) {
    random = Seeded(seed)
    let kinds: [Customer.Kind] = [.business, .business, .business, .publicBuyer, .consumer]
    let kind = kinds[random.below(kinds.count)]
    account = Account(
      customer: Customer(id: CustomerID(Int64(seed)), party: Party(name: "C\(seed)"), kind: kind),
      currency: .eur)
    for _ in 0..<random.below(8) { addDocument() }
    addIncidents()
  }

  private mutating func next() -> EntryNumber {
    entries += 1
    return EntryNumber(entries)
  }

  private mutating func amount() -> Money { Money(cents: Int64(1 + random.below(900_000))) }

  private mutating func addDocument() {
    let issue = RandomAccount.today.adding(days: -random.below(900))
    let total = amount()
    if random.chance(6) {
      let credit = CreditNote(
        number: "A-\(entries)", issue: issue, gross: total, net: total, tax: .zero)
      account.items.append(AccountItem(id: next(), kind: .creditNote(credit), learned: issue))
      return
    }
    let first = issue.adding(days: random.below(60))
    var instalments = [Instalment(due: first, amount: total)]
    if random.chance(4), total.cents > 3 {
      let part = Money(cents: total.cents / 3)
      instalments = [
        Instalment(due: first, amount: part),
        Instalment(due: first.adding(days: 1 + random.below(40)), amount: part),
        Instalment(due: first.adding(days: 60), amount: total - part - part),
      ]
    }
    let invoice = Invoice(
      number: "F-\(entries)", issue: issue, instalments: instalments, net: total, tax: .zero,
      gross: total, payable: total)
    var item = AccountItem(id: next(), kind: .invoice(invoice), learned: issue)
    for _ in 0..<random.below(4) { addMovement(to: &item) }
    account.items.append(item)
  }

  private mutating func addMovement(to item: inout AccountItem) {
    let causes: [AccountItem.Movement.Cause] = [.payment, .payment, .payment, .setOff, .writeOff]
    let cause = causes[random.below(causes.count)]
    let reasons: [CreditNote.Reason] = [.error, .allowance, .unknown]
    let share = [1, 2, 3, 5][random.below(4)]
    let day = item.issue.adding(days: random.below(200))
    item.movements.append(
      .init(
        number: next(), day: day, learned: day,
        amount: random.chance(5) ? item.open : Money(cents: item.total.cents / Int64(share)),
        cause: cause,
        creditReason: cause == .setOff ? reasons[random.below(reasons.count)] : nil))
  }

  private mutating func addIncidents() {
    for item in account.items {
      if random.chance(8) {
        let part = random.chance(2) ? nil : Money(cents: item.total.magnitude.cents / 2)
        let dispute = Dispute(document: item.id, amount: part, reason: "")
        let raised = dated(dispute, item.issue.adding(days: random.below(90)))
        account.disputes.append(raised)
        if random.chance(2) { resolve(raised, of: item) }
      }
      if random.chance(8) {
        let waiver = Waiver(
          document: item.id, waivesInterest: random.chance(2), waivesCompensation: random.chance(2),
          reason: "")
        account.waivers.append(dated(waiver, item.issue.adding(days: random.below(90))))
      }
    }
    addPlan()
    if random.chance(6) {
      let opened = RandomAccount.today.adding(days: 30 - random.below(300))
      let insolvency = Insolvency(kind: .receivership, opened: opened, source: "")
      account.insolvency = dated(insolvency, opened)
    }
    if random.chance(4) {
      account.unapplied.append(
        UnappliedCash(
          line: next(), received: RandomAccount.today.adding(days: -random.below(30)),
          amount: amount(), certainty: random.chance(2) ? .proposed : .onAccount))
    }
    if random.chance(4) {
      let made = RandomAccount.today.adding(days: -random.below(30))
      let promise = PromiseToPay(
        on: made.adding(days: random.below(40)), amount: amount(), words: "")
      account.promises.append(dated(promise, made))
    }
  }

  private mutating func resolve(_ dispute: Dated<Dispute>, of item: AccountItem) {
    let outcomes = DisputeResolution.Outcome.allCases
    let resolution = DisputeResolution(
      dispute: dispute.number, outcome: outcomes[random.below(outcomes.count)],
      recognised: Money(cents: item.total.magnitude.cents / 3), words: "")
    account.resolutions.append(
      dated(resolution, dispute.happened.adding(days: random.below(60))))
  }

  private mutating func addPlan() {
    guard random.chance(4), !account.items.isEmpty else { return }
    let made = RandomAccount.today.adding(days: -random.below(200))
    let documents = account.items.filter { _ in random.chance(2) }.map(\.id)
    let parts = (0...random.below(5)).map { place in
      InstalmentPlan.Part(on: made.adding(months: place), amount: amount())
    }
    let plan = dated(
      InstalmentPlan(
        parts: parts, documents: documents, hasAcceleration: random.chance(2),
        suspendsInterest: random.chance(2)), made)
    account.plans.append(plan)
    guard random.chance(2) else { return }
    account.agreements.append(
      dated(
        PlanAgreement(
          plan: plan.number, signed: made, acknowledgesDebt: random.chance(2), words: ""), made))
  }

  private mutating func dated<Fact>(_ fact: Fact, _ day: Day) -> Dated<Fact> {
    Dated(number: next(), happened: day, learned: day, fact: fact)
  }
}
