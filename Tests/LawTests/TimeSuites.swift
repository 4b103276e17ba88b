import Law
import Quantities
import Testing

@Suite("CPC 640 to 643: time limits of procedure (R6.11 to R6.13)")
struct ProceduralDeadlineSuite {
  @Test("29 to 31 of the month, common and leap years", arguments: [29, 30, 31])
  func missingDay(day: Int) {
    let month = ProceduralDeadline(months: 1)
    #expect(month.bareLastDay(after: Day(2026, 1, day)) == Day(2026, 2, 28))
    #expect(month.bareLastDay(after: Day(2024, 1, day)) == Day(2024, 2, 29))
  }

  @Test("months first, then days")
  func monthsFirst() {
    let limit = ProceduralDeadline(months: 1, days: 1)
    #expect(limit.bareLastDay(after: Day(2026, 1, 31)) == Day(2026, 3, 1))
  }

  @Test("Easter: Saturday, Sunday and Monday move to Tuesday; Good Friday only in Alsace-Moselle")
  func easter() {
    let act = Day(2026, 4, 1)
    let two = ProceduralDeadline(days: 2)
    #expect(two.lastDay(after: act) == Day(2026, 4, 3))
    let local = ProceduralDeadline(days: 2, calendar: BankCalendar(keepsAlsaceMoselle: true))
    #expect(local.lastDay(after: act) == Day(2026, 4, 7))
    for days in 3...5 {
      #expect(ProceduralDeadline(days: days).lastDay(after: act) == Day(2026, 4, 7))
      #expect(ProceduralDeadline(days: days).prudentLastDay(after: act) == Day(2026, 4, 3))
    }
  }

  @Test("one month more overseas, two abroad")
  func distance() {
    let act = Day(2026, 3, 2)
    let limits = ProceduralDeadline.Distance.allCases.map {
      ProceduralDeadline(months: 1, distance: $0).bareLastDay(after: act)
    }
    #expect(limits == [Day(2026, 4, 2), Day(2026, 5, 2), Day(2026, 6, 2)])
  }
}

@Suite("CPC 1411, 1416, 1422 and decree 2026-96: payment order (R7.10, R7.11, R7.3)")
struct PaymentOrderSuite {
  @Test("orders of 31 August have six months, of 1 September three")
  func reform() {
    #expect(PaymentOrder.serveBy(rendered: Day(2026, 8, 31)) == Day(2027, 3, 1))
    #expect(PaymentOrder.prudentServeBy(rendered: Day(2026, 8, 31)) == Day(2027, 2, 26))
    #expect(PaymentOrder.serveBy(rendered: Day(2026, 9, 1)) == Day(2026, 12, 1))
  }

  @Test("opposition and enforcement after service")
  func service() {
    #expect(PaymentOrder.oppositionUntil(served: Day(2026, 11, 27)) == Day(2026, 12, 28))
    #expect(PaymentOrder.enforceableFrom(served: Day(2026, 11, 27)) == Day(2027, 1, 27))
    #expect(PaymentOrder.enforceableFrom(served: Day(2026, 11, 30)) == Day(2027, 2, 1))
  }

  @Test("uncontested claims: one month, then eight days, then six months")
  func uncontested() {
    #expect(UncontestedClaim.contestUntil(served: Day(2026, 1, 15)) == Day(2026, 2, 15))
    #expect(UncontestedClaim.recordFrom(contestEnd: Day(2026, 2, 15)) == Day(2026, 2, 23))
    #expect(UncontestedClaim.serveBy(enforceable: Day(2026, 8, 31)) == Day(2027, 3, 1))
  }
}

@Suite("L110-4 and C. civ. 2228 to 2244: limitation (R6.1 to R6.10)")
struct LimitationSuite {
  let start = Day(2022, 3, 10)

  @Test("five years to the day; the last day is still in time")
  func border() {
    let period = LimitationPeriod(start: start)
    #expect(period.prudentEnd == Day(2027, 3, 10))
    #expect(!period.isBarred(on: Day(2027, 3, 10)))
    #expect(period.isBarred(on: Day(2027, 3, 11)))
    #expect(LimitationPeriod(start: Day(2020, 2, 29), kind: .consumer).bareEnd == Day(2022, 2, 28))
  }

  @Test("years by kind, each with its article")
  func kinds() {
    #expect(LimitationPeriod.Kind.allCases.map(\.years) == [5, 2, 1, 1, 10])
    #expect(Set(LimitationPeriod.Kind.allCases.map(\.citation)).count == 5)
  }

  @Test("an acknowledgment restarts the clock, one day too late changes nothing")
  func acknowledged() {
    let last = Day(2027, 3, 10)
    let inTime = LimitationPeriod(start: start, events: [.acknowledged(last)])
    #expect(inTime.prudentEnd == Day(2032, 3, 10))
    let late = LimitationPeriod(start: start, events: [.acknowledged(last.nextDay)])
    #expect(late.prudentEnd == last)
  }

  @Test("a lawsuit and a filed claim keep the clock stopped until their end")
  func interrupted() {
    let suit = Day(2025, 5, 5)
    let open = LimitationPeriod(start: start, events: [.sued(suit, ended: nil)])
    #expect(open.prudentEnd == nil && !open.isBarred(on: Day(2090, 1, 1)) && open.alarms.isEmpty)
    let ended = LimitationPeriod(start: start, events: [.sued(suit, ended: Day(2026, 6, 1))])
    #expect(ended.prudentEnd == Day(2031, 6, 1))
    let closed = LimitationPeriod(
      start: start, events: [.claimFiled(suit, closed: Day(2028, 6, 1))])
    #expect(closed.prudentEnd == Day(2033, 6, 1))
  }

  @Test("mediation stops the clock at best, and leaves six months")
  func suspended() {
    let event = LimitationPeriod.Event.mediated(from: Day(2026, 2, 1), until: Day(2026, 4, 20))
    let period = LimitationPeriod(start: start, events: [event])
    #expect(period.prudentEnd == Day(2027, 3, 10))
    #expect(period.optimisticEnd == Day(2027, 5, 27))
    let final = LimitationPeriod.Event.mediated(from: Day(2027, 3, 1), until: Day(2027, 4, 1))
    let six = LimitationPeriod(start: start, events: [final])
    #expect(six.optimisticEnd == Day(2027, 10, 1))
  }

  @Test("alarms at 12, 6, 3 and 1 months")
  func alarms() {
    let expected = [Day(2026, 3, 10), Day(2026, 9, 10), Day(2026, 12, 10), Day(2027, 2, 10)]
    #expect(LimitationPeriod(start: start).alarms == expected)
  }
}

@Suite("E-invoicing calendar (R11.1)")
struct EInvoicingSuite {
  @Test("the days around each duty", arguments: EInvoicingCalendar.Size.allCases)
  func duties(size: EInvoicingCalendar.Size) {
    for duty in EInvoicingCalendar.Duty.allCases {
      let first = EInvoicingCalendar.firstDay(of: duty, for: size)
      #expect(!EInvoicingCalendar.isMandatory(duty, for: size, on: first.previousDay))
      #expect(EInvoicingCalendar.isMandatory(duty, for: size, on: first))
    }
    #expect(EInvoicingCalendar.firstDay(of: .receive, for: size) == Day(2026, 9, 1))
    let isBig = size == .large || size == .mid
    #expect(EInvoicingCalendar.firstDay(of: .issue, for: size) == Day(isBig ? 2026 : 2027, 9, 1))
  }
}

@Suite("The rules are listed and the sheet knows them")
struct RuleIndexSuite {
  @Test("each rule once, with text, article, sheet number and questions")
  func entries() {
    #expect(Set(RuleIndex.all.map(\.name)).count == RuleIndex.all.count)
    let sheet = CSVFile.text(of: "docs/law.md")
    for entry in RuleIndex.all {
      #expect(!entry.citation.text.isEmpty && !entry.citation.article.isEmpty)
      #expect(entry.question.hasSuffix("?") && entry.frenchQuestion.hasSuffix("\u{A0}?"))
      #expect(sheet.contains("`\(entry.name)`"), "\(entry.name) is not in docs/law.md")
      for number in entry.citation.sheet.split(whereSeparator: { ", to".contains($0) }) {
        #expect(sheet.contains("- \(number) "), "\(entry.name): no \(number) in docs/law.md")
      }
    }
  }
}
