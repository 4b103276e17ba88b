public import Quantities

/// The last days to act after an insolvency is published in the BODACC (R8.6, R8.8, R8.11).
public struct InsolvencyDeadlines: Rule, Hashable {
  public static let citation = Citation(
    "Code de commerce", "L622-24, R622-24, L622-26, L624-9", sheet: "R8.6, R8.8, R8.11")
  /// The day of publication in the BODACC.
  public let published: Day
  let calendar: BankCalendar

  public init(published: Day, calendar: BankCalendar = .france) {
    self.published = published
    self.calendar = calendar
  }

  /// Proof of claim by a creditor in metropolitan France: two months.
  public var claim: Day { after(months: 2) }
  /// Proof of claim by a creditor outside metropolitan France: four months.
  public var claimAbroad: Day { after(months: 4) }
  /// Claim of goods under retention of title: three months.
  public var retentionOfTitle: Day { after(months: 3) }
  /// Request for relief from foreclosure: six months.
  public var relief: Day { after(months: 6) }

  /// The careful day to file by: the last working day on or before two months, no roll counted on.
  public var prudentClaim: Day { calendar.onOrBefore(published.adding(months: 2)) }

  private func after(months: Int) -> Day {
    ProceduralDeadline(months: months, calendar: calendar).lastDay(after: published)
  }
}
