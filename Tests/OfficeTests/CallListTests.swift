import Claims
import Correspondence
import Dunning
import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// The calls of steps: on the list until they are made, with the list's own amounts.
@Suite struct CallListTests {
  private static let customers = """
    Code;Nom;Adresse;Code postal;Ville;Email;Téléphone
    C1;Aubois SARL;2 rue Basse;69001;Lyon;compta@aubois.example;
    C2;Brunel SAS;1 rue Haute;69001;Lyon;compta@brunel.example;04 72 00 00 01

    """

  /// Both were asked twice before: the firm step, an e-mail with a call, is due.
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take("clients.csv", Self.customers)
    try bench.take("factures.csv", Papers.three)
    try bench.take("banque.csv", Papers.bank(("22/11/2026", "AUTRE CHOSE", "1,00")))
    for (name, number) in [("Aubois", "FA-2026-0001"), ("Brunel", "FA-2026-0002")] {
      for (level, day) in [("courtesy", Day(2026, 10, 26)), ("reminder", Day(2026, 11, 9))] {
        bench.setToday(day)
        try bench.desk.recordContact(
          try bench.customer(name),
          Reminder(
            level: level, channel: .email, documents: [try bench.document(number)], note: ""))
      }
    }
    bench.setToday(Day(2026, 11, 23))
    return bench
  }

  private func names(_ bench: Bench) throws -> [String] {
    try bench.desk.callList().entries.map { entry in
      try bench.desk.callSheet(entry)?.customer.name ?? ""
    }
  }

  private func sheet(_ bench: Bench) throws -> CallSheet {
    let entry = try #require(try bench.desk.callList().entries.first)
    return try #require(try bench.desk.callSheet(entry))
  }

  @Test func theCallStaysOnceItsMessageIsWritten() throws {
    let bench = try bench()
    #expect(try names(bench) == ["Brunel SAS"])
    #expect(try bench.desk.callList().withoutPhone.map(\.customer.name) == ["Aubois SARL"])
    // What the simulation promises for today is what is on the list.
    let promised = try bench.desk.simulate(.house, days: 1).tally(on: bench.today).calls
    #expect(try promised == 2 && bench.desk.dayList().worklist.calls.count == 2)
    let report = try bench.desk.dunningRun()
    #expect(report.toConfirm == 2 && report.tasks == 2)
    #expect(try names(bench) == ["Brunel SAS"])
    // The next day too, and it is counted as a task again.
    bench.setToday(Day(2026, 11, 24))
    #expect(try names(bench) == ["Brunel SAS"])
    #expect(try bench.desk.dunningRun().tasks == 2)
    #expect(try bench.desk.dayList().worklist.calls.count == 2)
  }

  @Test func aCallThatReachedNobodyComesBackOnceAndWritesNothingLess() throws {
    let bench = try bench()
    try bench.desk.record(CallOutcome(.noAnswer), of: try sheet(bench))
    #expect(try names(bench).isEmpty)
    // The message of the step does not wait for the call.
    #expect(try bench.desk.dunningRun().toConfirm == 2)
    bench.setToday(Day(2026, 11, 24))
    #expect(try names(bench) == ["Brunel SAS"])
    try bench.desk.record(CallOutcome(.noAnswer), of: try sheet(bench))
    bench.setToday(Day(2026, 11, 25))
    #expect(try names(bench).isEmpty)
  }

  @Test func aCallPutAsideIsGoneAndItsMessageLeaves() throws {
    let bench = try bench()
    try bench.desk.putCallAside(try sheet(bench), because: "il est en congé")
    #expect(try names(bench).isEmpty)
    #expect(try bench.desk.dunningRun().toConfirm == 2)
    #expect(try names(bench).isEmpty)
  }

  @Test func theSheetSaysTheListsAmount() throws {
    let bench = try bench()
    let sheet = try sheet(bench)
    #expect(sheet.amount == sheet.contact?.claiming)
    #expect(sheet.accessories == sheet.amount - Money(cents: 600_00))
    let opening = sheet.script.lines[1].words.replacing("\u{A0}", with: " ")
    #expect(opening.contains("dont \(sheet.accessories.french) € de pénalités et indemnités"))
  }

  @Test func aSecondPersonIsToldAndNothingIsDoubled() throws {
    let bench = try bench()
    let sheet = try sheet(bench)
    var outcome = CallOutcome(.promise(Money(cents: 600_00), on: Day(2026, 11, 27)))
    outcome.lastCall = sheet.lastCall
    let first = try bench.desk.record(outcome, of: sheet)
    let refusal = #expect(throws: DeskRefusal.self) { try bench.desk.record(outcome, of: sheet) }
    #expect(refusal == .callRecorded(try #require(first.reminder)))
    let promises = try bench.desk.followUp(of: try bench.customer("Brunel"))[0].promises
    #expect(promises.count == 1)
  }

  @Test func absurdPromisesWantATick() throws {
    let bench = try bench()
    let sheet = try sheet(bench)
    func refusal(_ amount: Int64, _ day: Day) -> DeskRefusal? {
      do {
        try bench.desk.record(CallOutcome(.promise(Money(cents: amount), on: day)), of: sheet)
        return nil
      } catch { return error as? DeskRefusal }
    }
    #expect(
      refusal(999_999_00, Day(2026, 11, 27))
        == .moreThanOwed(Money(cents: 999_999_00), owed: sheet.owed, in: .eur))
    #expect(
      refusal(600_00, Day(2099, 1, 1)) == .farAway(Day(2099, 1, 1), last: Day(2027, 1, 22)))
    #expect(refusal(600_00, Day(2026, 11, 20)) == .dateNotAhead(Day(2026, 11, 20)))
    var sure = CallOutcome(.promise(Money(cents: 600_00), on: Day(2027, 3, 1)))
    sure.isSure = true
    try bench.desk.record(sure, of: sheet)
  }

  @Test func saidPaidIsNoPromise() throws {
    let bench = try bench()
    let sheet = try sheet(bench)
    try bench.desk.record(
      CallOutcome(.saidPaid(Money(cents: 600_00), on: Day(2026, 11, 20))), of: sheet)
    let brunel = try bench.customer("Brunel")
    let told = try bench.desk.followUp(of: brunel)[0]
    #expect(told.promises.isEmpty)
    #expect(told.saidPaid.map(\.standing) == [.searched(until: Day(2026, 11, 30))])
    #expect(try bench.held().contains("Brunel SAS"))
    bench.setToday(Day(2026, 12, 14))
    try bench.take("suite.csv", Papers.bank(("11/12/2026", "RIEN POUR NOUS", "2,00")))
    let later = try bench.desk.followUp(of: brunel)[0]
    #expect(later.saidPaid.map(\.standing) == [.notFound(since: Day(2026, 12, 1))])
    let contact = try bench.desk.dayList().worklist.entries
      .first { $0.customer.id == brunel }?.contact
    #expect(contact != nil && contact?.brokenPromise == nil)
  }
}
