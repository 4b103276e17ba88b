public import Quantities

/// The days that a payment term may count from.
public struct TermDates: Hashable, Sendable {
  /// The day the payment was asked for: the issue day.
  public var issue: Day?
  /// The day the goods were delivered.
  public var delivery: Day?
  /// The day the goods were received or the service was performed; for a public buyer, the day the
  /// payment request counts as received (R1.21).
  public var receipt: Day?

  public init(issue: Day? = nil, delivery: Day? = nil, receipt: Day? = nil) {
    self.issue = issue
    self.delivery = delivery
    self.receipt = receipt
  }
}

/// A refusal: the term counts from a day that is not known.
public enum MissingDay: Error, Hashable, Sendable {
  case issue
  case delivery
  case receiptOrPerformance

  /// What is missing, for French readers.
  public var remedyFrench: String {
    switch self {
    case .issue: "Indiquez la date d’émission."
    case .delivery: "Indiquez la date de livraison\u{A0}: ce délai court à partir d’elle."
    case .receiptOrPerformance:
      "Indiquez la date de réception des marchandises ou d’exécution de la prestation\u{A0}: "
        + "sans délai convenu, les 30 jours courent à partir d’elle."
    }
  }

  /// What is missing, for English readers.
  public var remedyEnglish: String {
    switch self {
    case .issue: "Give the issue date."
    case .delivery: "Give the delivery date: this term counts from it."
    case .receiptOrPerformance:
      "Give the day the goods were received or the service performed: without an agreed term the "
        + "30 days count from it."
    }
  }
}
