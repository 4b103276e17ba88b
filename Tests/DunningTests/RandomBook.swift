import Dunning
import Ledger
import Quantities

/// Accounts and plans drawn from a seed.
struct RandomBook {
  /// Whole numbers whose sequence depends on the seed alone.
  struct Seeded {
    var state: UInt64
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    mutating func chance(_ oneIn: Int) -> Bool { below(oneIn) == 0 }
  }

  static let start = Day(2026, 1, 5)
  var random: Seeded

  init(seed: UInt64) { random = Seeded(state: seed) }

  mutating func account(_ number: Int64) -> Account {
    let email = random.chance(4) ? "" : "c\(number)@exemple.fr"
    let kind: Customer.Kind = random.chance(5) ? .publicBuyer : .business
    var account = Account(
      customer: Customer(
        id: CustomerID(number), party: Party(name: "C\(number)", email: email), kind: kind),
      currency: .eur)
    for place in 1...(1 + random.below(5)) {
      account.items.append(item(EntryNumber(Int64(place)), "F-\(number)-\(place)"))
    }
    let first = account.items[0].id
    func dated<Fact>(_ fact: Fact, _ day: Day) -> Dated<Fact> {
      Dated(number: EntryNumber(900), happened: day, learned: day, fact: fact)
    }
    let day = Self.start.adding(days: random.below(30) - 20)
    switch random.below(9) {
    case 0:
      account.promises.append(
        dated(PromiseToPay(on: day.adding(days: 9), amount: Money(cents: 100), words: ""), day))
    case 1:
      account.snoozes.append(dated(Snooze(until: day.adding(days: 25), reason: "x"), day))
    case 2:
      account.snoozes.append(
        dated(Snooze(until: day.adding(days: 25), reason: "x", document: first), day))
    case 3: account.legalStops.append(dated(LegalStop(cause: .inCourt, reason: ""), day))
    case 4: account.disputes.append(dated(Dispute(document: first, reason: ""), day))
    case 5:
      account.statuses.append(
        dated(LifecycleStatus(document: first, reference: "F", code: 211), day))
    case 6:
      account.addresses.faults.append(
        dated(AddressFault(channel: .email, address: email, reason: "550"), day))
    default: break
    }
    return account
  }

  private mutating func item(_ id: EntryNumber, _ number: String) -> AccountItem {
    let due = Self.start.adding(days: random.below(120) - 70)
    let issue = due.adding(days: -30)
    let total = Money(cents: Int64(1_000 + random.below(400_000)))
    let invoice = Invoice(
      number: number, issue: issue, instalments: [Instalment(due: due, amount: total)], net: total,
      tax: .zero, gross: total, payable: total)
    return AccountItem(id: id, kind: .invoice(invoice), learned: issue)
  }

  /// A plan with up to nine steps, in order of gravity.
  mutating func plan(_ key: String) -> DunningPlan {
    var levels: [DunningLevel] = []
    if random.chance(2) {
      levels.append(
        DunningLevel(
          .preDue, key: "avant", delayInDays: -1 - random.below(12), tone: .courteous,
          asksAccessories: false))
    }
    var delay = 0
    for (name, tone) in [
      (DunningLevel.Name.courtesy, DunningLevel.Tone.courteous), (.reminder, .factual),
      (.firm, .firm), (.formalNotice, .formal),
    ] {
      for place in 0..<random.below(3) {
        delay += 1 + random.below(12)
        var level = DunningLevel(
          name, key: "\(name.rawValue)-\(place)", delayInDays: delay, tone: tone,
          channel: [.email, .call, .letter, .task, .registeredLetter][random.below(5)])
        if random.chance(4) { level.minimumAmount = Money(cents: Int64(random.below(200_000))) }
        level.mode = DunningLevel.Mode.allCases[random.below(3)]
        level.role = ContactRole.allCases[random.below(3)]
        levels.append(level)
      }
    }
    var plan = DunningPlan(key: key, levels: levels)
    plan.version = 1 + random.below(9)
    plan.minimumGapInDays = 1 + random.below(8)
    plan.mostContactsAWeek = 1 + random.below(3)
    if random.chance(2) { plan.calendar = BankCalendar(keepsAlsaceMoselle: true) }
    return plan
  }
}
