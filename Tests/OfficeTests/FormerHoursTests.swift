import Dunning
import Ledger
import Office
import Quantities
import Store
import Testing

/// Hours set beside the mail server, in a book from before plans' own hours decided.
@Suite struct FormerHoursTests {
  private func plan(_ key: String, _ first: Int, _ end: Int) throws -> DunningPlan {
    let step = DunningLevel(.courtesy, delayInDays: 3, tone: .courteous)
    var plan = DunningPlan(key: key, levels: [step])
    plan.hours = try #require(SendingHours(first: first, end: end))
    return plan
  }

  @Test func theyStayThoseOfThePlansOfThen() throws {
    let bench = try Bench()
    try bench.desk.save(try plan("avant", 480, 1140), note: "")
    let newest = try bench.desk.store.read { try $0.newestEntry() }
    try bench.desk.store.write(learned: bench.today) { pen in
      for (name, value) in [
        ("mail.opens", "555"), ("mail.closes", "1050"), ("mail.keepsAlsaceMoselle", "1"),
        ("plan.formerHoursThrough", String(newest.raw)),
      ] { try pen.set(name, to: value) }
    }
    try bench.desk.save(try plan("apres", 600, 700), note: "")
    let shelf = try bench.desk.planShelf()
    for record in shelf.records where record.key != "apres" {
      #expect(record.newest?.hours.wording == "9:15–17:30", "\(record.key)")
      #expect(record.newest?.calendar.keepsAlsaceMoselle == true, "\(record.key)")
    }
    #expect(shelf.record("apres")?.newest?.hours.wording == "10:00–11:40")
    #expect(shelf.record("apres")?.newest?.calendar.keepsAlsaceMoselle == false)
    // Saved again, a plan keeps what it then says.
    let version = try bench.desk.save(try plan("avant", 481, 1141), note: "")
    #expect(version == 2)
    #expect(try bench.desk.planShelf().record("avant")?.newest?.hours.wording == "8:01–19:01")
  }

  @Test func aNewBookHasThoseOfThePlansAlone() throws {
    let bench = try Bench()
    let shelf = try bench.desk.planShelf()
    #expect(shelf.records.allSatisfy { $0.plan?.hours == .office })
    #expect(SendingHours.office.wording == "8:30–18:00")
  }
}
