import Claims
import Dunning
import Ledger
import Quantities
import Testing

@Suite("The simulation")
struct SimulateTests {
  static let days = DayRange(first: RandomBook.start, last: RandomBook.start.adding(days: 29))
  static let practice = SimulatedPractice(.standard)

  /// The same days lived through one by one: a contact is booked, then the next day begins.
  private func lived(_ account: Account, by plans: PlanBook) throws -> [String] {
    var account = account
    var made: [String] = []
    var day = Self.days.first
    while day <= Self.days.last {
      let claim = try assess(account, on: day, by: .standard)
      let plan = plans.plan(for: claim)
      if case .send(let contact) = decide(
        claim, after: account.reminders, by: plan, gate: .open)
      {
        made.append("\(day.iso) \(contact.level.key)")
        account.reminders.append(
          Dated(number: EntryNumber(1000), happened: day, learned: day, fact: contact.reminder()))
      }
      day = day.nextDay
    }
    return made
  }

  @Test(arguments: 0..<400)
  func jumpsAsOneLives(seed: UInt64) throws {
    var book = RandomBook(seed: seed)
    let account = book.account(Int64(seed + 1))
    let plans = PlanBook([book.plan("essai")])
    let foreseen = try simulate(account, over: Self.days, by: plans, for: Self.practice)
    let found = foreseen.map { "\($0.day.iso) \($0.step.key)" }
    let lived = try lived(account, by: plans)
    #expect(found == lived, "seed \(seed)\n\(plans.plans[0].text)")
  }

  @Test func countsAndTellsTheDifference() throws {
    var simulation = Simulation(over: Self.days)
    var other = Simulation(over: Self.days)
    var book = RandomBook(seed: 7)
    var gentle = DunningPlan.standard.with(
      DunningPlan.standard.levels.filter { $0.name < .firm })
    gentle.title = "Doux"
    for number in 1...200 {
      let account = book.account(Int64(number))
      simulation.add(
        try simulate(account, over: Self.days, by: .standard, for: Self.practice))
      other.add(
        try simulate(account, over: Self.days, by: PlanBook([gentle]), for: Self.practice))
    }
    #expect(simulation.accountCount == 200)
    #expect(simulation.total.emails > 50)
    #expect(simulation.total.notices > 0)
    #expect(other.total.notices == 0)
    var sum = 0
    for place in 0..<Self.days.count {
      sum += simulation.tally(on: Self.days.first.adding(days: place)).total
    }
    #expect(sum == simulation.total.total)
    let difference = other.difference(from: simulation)
    #expect(difference.added.isEmpty)
    #expect(!difference.changed.isEmpty)
    let same = simulation.difference(from: simulation)
    #expect(same.added.isEmpty && same.dropped.isEmpty && same.changed.isEmpty)
  }

  @Test func saysItInOneLine() {
    var tally = ContactTally()
    #expect(tally.wording(in: .french) == "aucun contact")
    tally.emails = 42
    tally.calls = 1
    tally.notices = 2
    #expect(tally.wording(in: .french) == "42 e-mails, 1 appel, 2 mises en demeure")
    #expect(tally.wording(in: .english) == "42 e-mails, 1 call, 2 formal notices")
  }
}
