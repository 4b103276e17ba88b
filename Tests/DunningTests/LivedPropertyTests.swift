import Claims
import Dunning
import Ledger
import Quantities
import Testing

/// What must hold on random accounts by random plans, lived day by day. A failure prints its seed.
@Suite("Plans lived through at random")
struct LivedPropertyTests {
  static let seeds = UInt64(1)...150
  static let days = DayRange(first: RandomBook.start, last: RandomBook.start.adding(days: 119))

  /// A contact of a day, with the claim that it was decided from.
  struct Made {
    let day: Day
    let claim: Claim
    let contact: Contact
  }

  /// An account with its plan: one drawn at random, or one that is delivered.
  private func drawn(_ seed: UInt64) -> (account: Account, plan: DunningPlan) {
    var book = RandomBook(seed: seed)
    var account = book.account(Int64(seed))
    for place in account.items.indices where book.random.chance(3) {
      let paid = RandomBook.start.adding(days: book.random.below(90))
      let item = account.items[place]
      let part = book.random.chance(3) ? Money(cents: item.total.cents / 2) : item.total
      account.items[place].movements.append(
        .init(number: EntryNumber(500), day: paid, learned: paid, amount: part, cause: .payment))
    }
    let delivered = DunningPlan.house + [.standard]
    let plan =
      book.random.chance(2)
      ? delivered[book.random.below(delivered.count)] : book.plan("essai")
    return (account, plan)
  }

  /// Lives through the days but those of an outage, deciding twice on each.
  private func live(
    _ account: Account, _ plan: DunningPlan, without outage: DayRange? = nil
  ) throws -> (made: [Made], again: Int) {
    var account = account
    var made: [Made] = []
    var again = 0
    var day = Self.days.first
    while day <= Self.days.last {
      defer { day = day.nextDay }
      if let outage, outage.first <= day, day <= outage.last { continue }
      let claim = try assess(account, on: day, by: .standard)
      guard
        case .send(let contact) = decide(claim, after: account.reminders, by: plan, gate: .open)
      else { continue }
      made.append(Made(day: day, claim: claim, contact: contact))
      account.reminders.append(
        Dated(number: EntryNumber(1000), happened: day, learned: day, fact: contact.reminder()))
      let second = decide(claim, after: account.reminders, by: plan, gate: .open)
      if case .send = second { again += 1 }
    }
    return (made, again)
  }

  @Test(arguments: seeds)
  func aSecondRunOfADayChangesNothing(seed: UInt64) throws {
    let (account, plan) = drawn(seed)
    let again = try live(account, plan).again
    #expect(again == 0, "seed \(seed)\n\(plan.text)")
  }

  @Test(arguments: seeds)
  func anOutageMakesNoMoreMessages(seed: UInt64) throws {
    let (account, plan) = drawn(seed)
    var random = RandomBook.Seeded(state: seed &+ 77)
    let first = RandomBook.start.adding(days: random.below(60))
    let outage = DayRange(first: first, last: first.adding(days: 1 + random.below(30)))
    let whole = try live(account, plan).made.count
    let less = try live(account, plan, without: outage).made.count
    #expect(less <= whole, "seed \(seed), \(outage.first.iso) to \(outage.last.iso)\n\(plan.text)")
  }

  @Test(arguments: seeds)
  func neverMoreContactsAWeekThanThePlanAllows(seed: UInt64) throws {
    let (account, plan) = drawn(seed)
    let days = try live(account, plan).made
      .filter { $0.contact.level.channel.reachesCustomer }.map(\.day)
    for day in days {
      let week = days.count { $0 <= day && $0 > day.adding(days: -7) }
      #expect(week <= plan.mostContactsAWeek, "seed \(seed), \(day.iso)\n\(plan.text)")
    }
  }

  @Test(arguments: seeds)
  func nothingHeldIsActedOn(seed: UInt64) throws {
    let (account, plan) = drawn(seed)
    for made in try live(account, plan).made {
      #expect(made.claim.holds.isEmpty, "seed \(seed), \(made.day.iso)")
      #expect(plan.calendar.isWorkingDay(made.day), "seed \(seed), \(made.day.iso)")
      for document in made.contact.documents {
        let item = try #require(made.claim.item(document))
        #expect(
          item.snoozedUntil == nil && item.heldByStatus == 0 && !item.isTimeBarred,
          "seed \(seed), \(made.day.iso), \(item.number)")
      }
    }
  }

  @Test(arguments: seeds)
  func whoPaidIsNotChased(seed: UInt64) throws {
    let (account, plan) = drawn(seed)
    for made in try live(account, plan).made {
      for document in made.contact.documents {
        let item = try #require(account.items.first { $0.id == document })
        #expect(
          item.balance(on: made.day).isPositive, "seed \(seed), \(made.day.iso), \(item.number)")
      }
    }
  }
}
