import Claims
import Dunning
import Ledger
import Quantities
import Testing

@Suite("Plans as data: their text, their faults, their differences")
struct PlanDataTests {
  @Test(arguments: 0..<300)
  func aPlanSurvivesItsText(seed: UInt64) throws {
    var book = RandomBook(seed: seed)
    var plan = book.plan("plan-\(seed)")
    plan.title = "Grands  comptes"
    plan.audience.kinds = book.random.chance(2) ? [.publicBuyer] : []
    plan.audience.customers = book.random.chance(2) ? [CustomerID(4), CustomerID(12)] : []
    plan.audience.profiles = book.random.chance(2) ? ["goodPayer", "distress"] : []
    plan.audience.owesAtLeast = Money(cents: Int64(book.random.below(3) * 1050))
    plan.minimumAmount = Money(cents: Int64(book.random.below(5000)))
    plan.hours = try #require(SendingHours(first: book.random.below(600), end: 1200))
    plan.days[.letter] = [nil, .saturdays, .weekEnds][book.random.below(3)]
    plan.days[.task] = [nil, .everyDay][book.random.below(2)]
    var again = try DunningPlan(text: plan.text)
    // The title's runs of blanks are not kept; the version is the entry's.
    #expect(again.title == "Grands comptes")
    again.title = plan.title
    again.version = plan.version
    #expect(again == plan, "seed \(seed)\n\(plan.text)")
  }

  @Test(arguments: [
    ("", 1), ("plan a b", 1), ("plan a\ngap seven", 2), ("plan a\nstep x reminder 3", 2),
    ("plan a\nstep x anger +3 email factual", 2), ("plan a\n\nstep x firm +3 pigeon firm", 3),
    ("plan a\nstep x firm +3 email firm role=king", 2), ("plan a\nhours 900 800", 2),
    ("plan a\ndays letter sometimes", 2), ("plan a\ndays pigeon saturdays", 2),
    ("plan a\nfor kinds firms", 2), ("gap 7", 1), ("plan é", 1), ("plan a\nminimum -1.00", 2),
    ("plan a\nstep x firm +99999 email firm", 2), ("plan a\nweek 999999999999999999999", 2),
  ])
  func aBadLineIsNamed(text: String, line: Int) {
    #expect(throws: PlanTextFault.self) { try DunningPlan(text: text) }
    do { _ = try DunningPlan(text: text) } catch { #expect(error.line == line) }
  }

  @Test func noRandomBytesStopTheReader() {
    var random = RandomBook.Seeded(state: 11)
    for _ in 0..<2_000 {
      let bytes = (0..<random.below(80)).map { _ in UInt8(random.below(256)) }
      _ = try? DunningPlan(text: "plan a\n" + String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func theStandardPlanIsSound() { #expect(DunningPlan.standard.faults() == []) }

  @Test func faultsAreFound() {
    let early = DunningLevel(.reminder, key: "a", delayInDays: 0, tone: .factual)
    let late = DunningLevel(.preDue, key: "b", delayInDays: 2, tone: .courteous)
    let notice = DunningLevel(
      .formalNotice, key: "c", delayInDays: 5, tone: .formal, channel: .registeredLetter)
    var alone = notice
    alone.mode = .automatic
    let call = DunningLevel(
      .formalNotice, key: "d", delayInDays: 5, tone: .formal, channel: .call)
    let mail = DunningLevel(.formalNotice, key: "e", delayInDays: 40, tone: .formal)
    let harsh = DunningLevel(.courtesy, key: "f", delayInDays: 3, tone: .formal)
    func faults(_ levels: [DunningLevel]) -> [PlanFault] { DunningPlan(levels: levels).faults() }
    #expect(faults([]) == [.noStep])
    #expect(faults([early]) == [.earlyReminder(early)])
    #expect(faults([late]) == [.lateHerald(late)])
    #expect(faults([notice]) == [.harsherThanEarned(notice, needs: 2)])
    #expect(faults([alone]).contains(.noticeByItself(alone)))
    #expect(faults([call]).contains(.noticeNotWritten(call)))
    #expect(faults([harsh]) == [.toneOfName(harsh)])
    let rest = Array(DunningPlan.standard.levels.dropLast())
    #expect(faults(rest + [mail]) == [.noticeWithoutProof(mail)])
    #expect(!PlanFault.noticeWithoutProof(mail).isGrave)
    let firm = DunningLevel(.firm, key: "g", delayInDays: 4, tone: .firm)
    let soft = DunningLevel(.reminder, key: "h", delayInDays: 9, tone: .factual)
    #expect(
      faults([firm, soft])
        == [.softerThan(soft, before: firm), .tooNear(soft, after: firm, gap: 7)])
    var busy = DunningPlan.standard
    busy.mostContactsAWeek = 5
    #expect(busy.faults() == [.tooManyContacts(5)])
    for fault in faults([early, late, alone, call, mail, harsh, firm, soft]) + busy.faults() {
      #expect(!fault.wording(in: .french).isEmpty && !fault.wording(in: .english).isEmpty)
    }
  }

  @Test func differencesAreTold() {
    let former = DunningPlan.standard
    var levels = former.levels.filter { $0.name != .courtesy }
    levels[1] = DunningLevel(.reminder, delayInDays: 12, tone: .factual)
    levels[2] = DunningLevel(.firm, delayInDays: 20, tone: .firm)
    levels.append(DunningLevel(.reminder, key: "relance-2", delayInDays: 16, tone: .factual))
    var plan = former.with(levels)
    plan.minimumGapInDays = 4
    let told = plan.changes(since: former).map { $0.wording(in: .english) }
    #expect(
      told == [
        "step moved: reminder, from D+10 to D+12",
        "step added: D+16 reminder, e-mail, factual tone, payables clerk, automatic once confirmed",
        "step changed: D+20 firm reminder, e-mail, firm tone, payables clerk, automatic once "
          + "confirmed, with a call → D+20 firm reminder, e-mail, firm tone, payables clerk, "
          + "automatic once confirmed",
        "step removed: D+3 courtesy reminder, e-mail, courteous tone, payables clerk, automatic "
          + "once confirmed, without interest",
        "days between two contacts: 7 → 4",
      ])
    #expect(former.changes(since: former).isEmpty)
  }

  @Test func theMostPreciseAudienceDecides() throws {
    var named = DunningPlan(key: "nomme", levels: DunningPlan.standard.levels)
    named.audience.customers = [CustomerID(3)]
    var large = DunningPlan(key: "grand", levels: DunningPlan.standard.levels)
    large.audience.owesAtLeast = Money(cents: 1)
    var good = DunningPlan(key: "bon", levels: DunningPlan.standard.levels)
    good.audience.profiles = ["goodPayer"]
    let book = PlanBook([large, good, named])
    #expect(book.needsProfiles)
    var random = RandomBook(seed: 3)
    func key(_ number: Int64, _ profile: String?) throws -> String {
      let claim = try assess(random.account(number), on: RandomBook.start, by: .standard)
      return book.plan(for: claim, profile: profile).key
    }
    #expect(try key(3, "goodPayer") == "nomme")
    #expect(try key(4, "goodPayer") == "bon")
    #expect(try key(4, "distress") == "grand")
    #expect(try key(4, nil) == "grand")
    #expect(PlanBook([]).plans == [.standard])
  }
}
