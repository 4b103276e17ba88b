import Claims
import Dunning
import Ledger
import Office
import Quantities
import Reports
import Store
import Testing

/// Whom the list of a day names after each thing that happens.
@Suite struct HoldTests {
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    try bench.take("b.csv", Papers.bank(("20/11/2026", "PRLV EDF", "-50,00")))
    return bench
  }

  @Test func theListNamesTheOverdueAndNotTheOthers() throws {
    let bench = try bench()
    #expect(try bench.asked() == ["Aubois SARL", "Brunel SAS"])
    let list = try bench.desk.dayList()
    #expect(list.staleHold == nil && list.newestBankDay == Day(2026, 11, 20))
    #expect(list.worklist.totals[.eur]?.balance == Money(cents: 2100_00))
    #expect(list.worklist.totals[.eur]?.overdue == Money(cents: 1800_00))
  }

  @Test func aDisputeHoldsUntilItIsSettled() throws {
    let bench = try bench()
    try bench.desk.dispute(try bench.document("FA-2026-0001"), amount: nil, reason: "casse")
    #expect(try bench.asked() == ["Brunel SAS"] && bench.held() == ["Aubois SARL"])
    try bench.desk.undo(
      try bench.desk.store.read { try $0.newestEntry() }, reason: "réglé")
    #expect(try bench.asked() == ["Aubois SARL", "Brunel SAS"])
  }

  @Test func aPromiseHoldsUntilItIsBroken() throws {
    let bench = try bench()
    try bench.desk.promise(
      try bench.customer("Aubois"), amount: Money(cents: 1200_00), on: Day(2026, 11, 27),
      words: "vendredi")
    #expect(try bench.asked() == ["Brunel SAS"])
    // The bank has spoken of every day since, and the money has not come.
    bench.setToday(Day(2026, 12, 14))
    try bench.take("c.csv", Papers.bank(("11/12/2026", "PRLV EDF", "-51,00")))
    let contacts = try bench.desk.dayList().worklist.entries
    let aubois = try #require(contacts.first { $0.customer.name == "Aubois SARL" })
    #expect(aubois.contact.brokenPromise?.words == "vendredi")
  }

  @Test func aSnoozeHoldsUntilItsDay() throws {
    let bench = try bench()
    try bench.desk.snooze(
      try bench.customer("Aubois"), until: Day(2026, 11, 25), reason: "salon")
    #expect(try bench.asked() == ["Brunel SAS"])
    bench.setToday(Day(2026, 11, 25))
    #expect(try bench.asked() == ["Aubois SARL", "Brunel SAS"])
  }

  @Test func insolvencyStopsEverything() throws {
    let bench = try bench()
    try bench.desk.recordInsolvency(
      try bench.customer("Aubois"),
      Insolvency(kind: .receivership, opened: Day(2026, 11, 2), source: "BODACC"))
    #expect(try bench.asked() == ["Brunel SAS"] && bench.held() == ["Aubois SARL"])
  }

  @Test func aWaiverTakesTheAccessoriesOff() throws {
    let bench = try bench()
    func claimed() throws -> Money {
      let entries = try bench.desk.dayList().worklist.entries
      return try #require(entries.first { $0.customer.name == "Aubois SARL" }).claimable
    }
    #expect(try claimed() > Money(cents: 1240_00))
    try bench.desk.waive(
      try bench.document("FA-2026-0001"), interest: true, compensation: true, reason: "geste")
    #expect(try claimed() == Money(cents: 1200_00))
  }

  @Test func noSecondContactOnTheSameDay() throws {
    let bench = try bench()
    let entry = try #require(try bench.desk.dayList().worklist.entries.first)
    try bench.desk.recordContact(
      entry.customer.id,
      Reminder(
        level: entry.contact.level.name.rawValue, channel: .email,
        documents: entry.contact.documents, note: ""))
    #expect(try bench.asked() == ["Brunel SAS"])
    #expect(try bench.desk.dayList().worklist.laterCount == 1)
    bench.setToday(bench.today.nextDay)
    #expect(try bench.asked() == ["Brunel SAS"])
  }

  @Test func aPaymentTakesTheCustomerOffTheList() throws {
    let bench = try bench()
    try bench.take("c.xml", Papers.camt([("VIR FA-2026-0001", "1200.00")], on: "2026-11-20"))
    #expect(try bench.open("FA-2026-0001") == .zero)
    #expect(try bench.asked() == ["Brunel SAS"])
  }

  @Test func oldBankDataHoldEveryone() throws {
    let bench = try bench()
    // 20 November is a Friday: three working days later is Wednesday 25.
    bench.setToday(Day(2026, 11, 25))
    #expect(try bench.desk.dayList().staleHold == nil)
    bench.setToday(Day(2026, 11, 26))
    #expect(try bench.asked().isEmpty)
    #expect(try bench.desk.dayList().staleHold == .staleBankData(newest: Day(2026, 11, 20)))
    #expect(try Set(bench.held()) == ["Aubois SARL", "Brunel SAS"])
    try bench.take("c.csv", Papers.bank(("26/11/2026", "PRLV EDF", "-52,00")))
    #expect(try bench.asked() == ["Aubois SARL", "Brunel SAS"])
  }

  @Test func aStatementThatSpeaksOfDaysToComeIsNotFresher() throws {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    let statement = Papers.camt([("VIR EDF", "1.00")], on: "2026-11-16")
      .replacing("2026-11-16T23:59:59", with: "2026-12-31T23:59:59")
    try bench.take("b.xml", statement)
    #expect(try bench.desk.dayList().newestBankDay == Day(2026, 11, 16))
    #expect(try bench.asked().isEmpty)
  }

  @Test func withoutBankDataNobodyIsAsked() throws {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    #expect(try bench.asked().isEmpty)
    #expect(try bench.desk.dayList().staleHold == .staleBankData(newest: nil))
  }

  @Test func aPastDayIsDrawnAsItWas() throws {
    let bench = try bench()
    try bench.desk.promise(
      try bench.customer("Aubois"), amount: Money(cents: 1200_00), on: Day(2026, 12, 24), words: "")
    try bench.take("c.xml", Papers.camt([("VIR FA-2026-0002", "600.00")], on: "2026-11-20"))
    #expect(try bench.asked().isEmpty)
    // On the 19th nothing of it had happened; the newest bank day by then was none.
    let list = try bench.desk.dayList(on: Day(2026, 11, 19))
    #expect(list.worklist.totals[.eur]?.overdue == Money(cents: 1800_00))
    #expect(list.newestBankDay == nil && list.staleHold != nil)
    // On the 20th the payment had come in, and the promise had not been made.
    let later = try bench.desk.dayList(on: Day(2026, 11, 20))
    #expect(later.worklist.entries.map(\.customer.name) == ["Aubois SARL"])
    let aged = try bench.desk.agedBalance(on: Day(2026, 11, 19))
    #expect(aged[.eur]?.totals.total == Money(cents: 2100_00))
    #expect(try bench.desk.agedBalance()[.eur]?.totals.total == Money(cents: 1500_00))
    #expect(
      try bench.desk.agedBalance(on: Day(2026, 9, 4))[.eur]?.totals.total
        == Money(cents: 1200_00))
  }
}
