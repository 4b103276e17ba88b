import Claims
import Dunning
import Ledger
import Quantities
import Testing

@Suite("The plan that needs no set-up, and its limits")
struct DunningPlanTests {
  static let today = Day(2026, 3, 18)  // a Wednesday

  /// One invoice of 500.00, `late` days past due today, and the reminders already made.
  private func decision(
    late: Int, reminded: [(daysAgo: Int, level: String)], plan: DunningPlan = .standard
  ) throws -> Decision {
    var account = Account(
      customer: Customer(id: CustomerID(1), party: Party(name: "Durand")), currency: .eur)
    let due = Self.today.adding(days: -late)
    let total = Money(cents: 500_00)
    let invoice = Invoice(
      number: "F-1", issue: due.adding(days: -30),
      instalments: [Instalment(due: due, amount: total)], net: total, tax: .zero, gross: total,
      payable: total)
    account.items = [AccountItem(id: EntryNumber(1), kind: .invoice(invoice), learned: due)]
    account.reminders = reminded.map { reminder in
      let day = Self.today.adding(days: -reminder.daysAgo)
      let fact = Reminder(
        level: reminder.level, channel: .email, documents: [EntryNumber(1)], note: "")
      return Dated(number: EntryNumber(2), happened: day, learned: day, fact: fact)
    }
    let claim = try assess(account, on: Self.today, by: .standard)
    return decide(claim, after: account.reminders, by: plan, gate: .open)
  }

  private func level(of decision: Decision) -> DunningLevel.Name? {
    if case .send(let contact) = decision { contact.level.name } else { nil }
  }

  @Test(arguments: [
    (3, DunningLevel.Name.courtesy), (9, .courtesy), (10, .courtesy), (20, .courtesy),
    (400, .courtesy),
  ])
  func aFirstContactSupposesAnOversight(late: Int, name: DunningLevel.Name) throws {
    #expect(level(of: try decision(late: late, reminded: [])) == name)
  }

  /// Whoever was asked for something else lately knows that we are waiting.
  @Test(arguments: [(90, DunningLevel.Name.reminder), (91, .courtesy)])
  func whoWasAskedLatelyIsNotToldOfAnOversight(daysAgo: Int, name: DunningLevel.Name) throws {
    let asked = [(daysAgo: daysAgo, level: "")]
    #expect(level(of: try decision(late: 20, reminded: asked)) == name)
  }

  @Test(arguments: [
    (["courtesy"], DunningLevel.Name.reminder), (["courtesy", "reminder"], .firm),
    (["reminder"], .firm), (["firm"], .firm), (["reminder", "firm"], .formalNotice),
    (["courtesy", "reminder", "firm"], .formalNotice),
  ])
  func theNextStepFollowsTheLastOneMade(made: [String], name: DunningLevel.Name) throws {
    let reminded = made.enumerated().map { (daysAgo: 60 - $0.offset * 10, level: $0.element) }
    #expect(level(of: try decision(late: 100, reminded: reminded)) == name)
  }

  @Test func afterTheNoticeAPersonDecides() throws {
    let decision = try decision(late: 100, reminded: [(daysAgo: 20, level: "formalNotice")])
    #expect(decision == .wait(because: [.noticeGiven(on: Self.today.adding(days: -20))]))
  }

  @Test func aWeekPassesBetweenTwoContacts() throws {
    let six = try decision(late: 12, reminded: [(daysAgo: 6, level: "courtesy")])
    #expect(
      six
        == .tooSoon(
          until: Self.today.adding(days: 1),
          because: .contacted(on: Self.today.adding(days: -6))))
    let seven = try decision(late: 12, reminded: [(daysAgo: 7, level: "courtesy")])
    #expect(level(of: seven) == .reminder)
  }

  @Test func theWeeklyCapHoldsWhereTheGapIsShort() throws {
    var plan = DunningPlan.standard
    plan.minimumGapInDays = 1
    let calls = [(daysAgo: 5, level: ""), (daysAgo: 2, level: "")]
    #expect(
      try decision(late: 12, reminded: calls, plan: plan)
        == .tooSoon(
          until: Self.today.adding(days: 2),
          because: .contacted(on: Self.today.adding(days: -2))))
    let one = try decision(late: 12, reminded: [(daysAgo: 2, level: "")], plan: plan)
    #expect(level(of: one) == .reminder)
  }

  @Test func stepsOpenOnWorkingDays() {
    let plan = DunningPlan.standard
    let openings = plan.levels.map { plan.opening(of: $0, due: Day(2026, 4, 3)).iso }
    // 29 March is a Sunday, 6 April Easter Monday, 3 May a Sunday.
    #expect(openings == ["2026-03-30", "2026-04-07", "2026-04-13", "2026-04-23", "2026-05-04"])
  }
}
