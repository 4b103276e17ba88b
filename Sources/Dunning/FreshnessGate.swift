public import Claims
public import Quantities

/// Whether our bank data are fresh enough to ask anyone for anything: a customer who paid
/// yesterday must not be written to today.
public struct FreshnessGate: Hashable, Sendable {
  /// The hold that stands for everyone; nil when the data are fresh.
  public let hold: Hold?

  /// - Parameters:
  ///   - newest: the last day our bank data speak of; nil when there are none.
  ///   - limit: working days that may have passed since.
  public init(
    newest: Day?, on today: Day, limitInWorkingDays limit: Int = 3,
    calendar: BankCalendar = .france
  ) {
    guard let newest else {
      hold = .staleBankData(newest: nil)
      return
    }
    var last = newest
    for _ in 0..<(limit + 1) { last = calendar.onOrAfter(last.nextDay) }
    hold = today < last ? nil : .staleBankData(newest: newest)
  }

  /// A gate that lets everyone through: for a plan tried on past days.
  public static let open = FreshnessGate()

  private init() { hold = nil }
}
