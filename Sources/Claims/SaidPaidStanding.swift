public import Ledger
public import Quantities

/// What became of a payment that a customer says to have made.
public enum SaidPaidStanding: Hashable, Sendable {
  /// Looked for at the bank through a day.
  case searched(until: Day)
  /// It came, or had come already.
  case found(on: Day)
  /// The bank showed nothing in time: the reminders go on. Nobody's word was broken.
  case notFound(since: Day)
}

extension Account {
  /// Working days in which the bank shows a payment that was made.
  public static let searchInDays = 5

  /// What became of a payment that the customer says to have made, on a day.
  ///
  /// It is no promise: one that is not found tells nothing of how the customer keeps its word. A
  /// payment of two days before the day named counts: value dates differ.
  public func standing(
    of paid: Dated<SaidPaid>, on today: Day, calendar: BankCalendar
  ) -> SaidPaidStanding {
    let limit = calendar.limit(
      of: max(paid.fact.on, paid.happened), grace: Account.searchInDays)
    let first = min(paid.fact.on, paid.happened).adding(days: -2)
    if let day = receipts(on: [], from: first, through: today).dayReaching(paid.fact.amount) {
      return .found(on: day)
    }
    return today <= limit ? .searched(until: limit) : .notFound(since: limit.nextDay)
  }
}

extension SaidPaid {
  /// What was said: `dit avoir payé 500,00 € le 20/03/2026`.
  public func wording(in language: Customer.Language, _ currency: Currency) -> String {
    language == .french
      ? "dit avoir payé \(amount.french(in: currency)) le \(on.french)"
      : "says that it paid \(amount.english(in: currency)) on \(on.englishLong)"
  }
}
