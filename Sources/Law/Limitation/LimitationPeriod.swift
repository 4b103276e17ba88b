public import Quantities

/// How long a claim can be brought to court, and what restarts or stops that clock (section 6).
public struct LimitationPeriod: Rule, Hashable {
  public static let citation = Citation(
    "Code de commerce et Code civil", "L110-4 ; 2224, 2228 à 2244", sheet: "R6.1 to R6.10")

  /// Kinds of claims by the length of their period.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Between merchants or professionals: five years (C. com. L110-4).
    case commercial
    /// Supply to a consumer: two years (C. conso. L218-2).
    case consumer
    /// Carriage of goods: one year (C. com. L133-6).
    case carriage
    /// Electronic communications: one year (CPCE postes L34-2).
    case telecom
    /// An enforceable court title: ten years (CPCE L111-4).
    case title

    public var years: Int {
      switch self {
      case .commercial: 5
      case .consumer: 2
      case .carriage, .telecom: 1
      case .title: 10
      }
    }

    public var citation: Citation {
      switch self {
      case .commercial: Citation("Code de commerce", "L110-4", sheet: "R6.1")
      case .consumer: Citation("Code de la consommation", "L218-2", sheet: "R6.1")
      case .carriage: Citation("Code de commerce", "L133-6", sheet: "R6.1")
      case .telecom:
        Citation("Code des postes et des communications électroniques", "L34-2", sheet: "R6.1")
      case .title: Citation("Code des procédures civiles d’exécution", "L111-4", sheet: "R6.1")
      }
    }
  }

  /// What happened to the clock, each on proof (R6.3, R6.7).
  public enum Event: Hashable, Sendable {
    /// The debtor acknowledged the debt, even in part: a new period runs (C. civ. 2240).
    case acknowledged(Day)
    /// A court claim, until the end of the case; nil while it lasts (2241, 2242).
    case sued(Day, ended: Day?)
    /// A payment order was served: its service interrupts, the request does not (R6.5).
    case orderServed(Day)
    /// A conservatory measure or an act of forced execution (2244).
    case enforced(Day)
    /// A proof of claim filed, until the insolvency closes; nil while it lasts (L622-25-1).
    case claimFiled(Day, closed: Day?)
    /// Mediation or conciliation: the clock stands still (2238).
    case mediated(from: Day, until: Day)
  }

  /// The day the service was completed or the goods delivered (R6.1).
  public let start: Day
  public let years: Int
  public let events: [Event]

  public init(start: Day, kind: Kind = .commercial, events: [Event] = []) {
    self.init(start: start, years: kind.years, events: events)
  }

  public init(start: Day, years: Int, events: [Event] = []) {
    self.start = start
    self.years = years
    self.events = events
  }

  /// The last useful day with no event counted: same day and month, 29 February becoming 28.
  public var bareEnd: Day { start.adding(years: years) }

  /// The last useful day to rely on: interruptions counted, suspensions not. Nil while a lawsuit or
  /// an insolvency keeps the clock interrupted. Never rolled over a weekend (R6.2).
  public var prudentEnd: Day? { run(countingSuspensions: false).end }

  /// The last useful day at best: suspensions counted too, with at least six months left after each
  /// (2238). Nil while a lawsuit or an insolvency keeps the clock interrupted.
  public var optimisticEnd: Day? { run(countingSuspensions: true).end }

  /// Whether the claim is out of time on a day, on the prudent reading (R6.9).
  public func isBarred(on day: Day) -> Bool { prudentEnd.map { day > $0 } ?? false }

  /// The days to warn on: 12, 6, 3 and 1 months before the prudent end.
  public var alarms: [Day] {
    guard let prudentEnd else { return [] }
    return [12, 6, 3, 1].map { prudentEnd.adding(months: -$0) }
  }

  private func run(countingSuspensions: Bool) -> LimitationClock {
    var clock = LimitationClock(start: start, years: years)
    for event in events.sorted(by: { $0.day < $1.day }) {
      switch event {
      case .acknowledged(let day), .orderServed(let day), .enforced(let day):
        clock.interrupt(on: day, until: day)
      case .sued(let day, let ended), .claimFiled(let day, let ended):
        clock.interrupt(on: day, until: ended)
      case .mediated(let from, let until):
        if countingSuspensions { clock.suspend(from: from, until: until) }
      }
    }
    return clock
  }
}

extension LimitationPeriod.Event {
  /// The day the event began.
  public var day: Day {
    switch self {
    case .acknowledged(let day), .orderServed(let day), .enforced(let day): day
    case .sued(let day, _), .claimFiled(let day, _): day
    case .mediated(let from, _): from
    }
  }
}

/// The running of one period: where it ends after each event, in order of their days.
private struct LimitationClock {
  let years: Int
  /// Nil while interrupted without an end.
  var end: Day?

  init(start: Day, years: Int) {
    self.years = years
    end = start.adding(years: years)
  }

  /// A new period of the same length runs from `until`; too late an event changes nothing.
  mutating func interrupt(on day: Day, until: Day?) {
    guard let current = end, day <= current else { return }
    end = until.map { max(current, $0.adding(years: years)) }
  }

  mutating func suspend(from: Day, until: Day) {
    guard let current = end, from <= current, until > from else { return }
    let stopped = from.days(to: until)
    end = max(current.adding(days: stopped), until.adding(months: 6))
  }
}
