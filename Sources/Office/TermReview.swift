public import Intake
import Law
public import Ledger
public import Quantities

/// An invoice whose due date lies beyond what the law allows (L441-10 I, R1.2 to R1.7, R1.15).
///
/// The date printed on the invoice stays the one that reminders go by: nobody is asked for money
/// before the day the invoice names. What the firm learns is that its term exposes both sides.
public struct TermReview: Hashable, Sendable {
  public let due: Day
  /// The latest lawful day: the sixtieth after issue, or the later reading of 45 days end of month.
  public let ceiling: Day
  /// The text and the article of the ceiling.
  public let source: String

  public var daysBeyond: Int { ceiling.days(to: due) }

  public var words: Phrase {
    Phrase(
      french: "échéance du \(due.french), \(daysBeyond)\u{A0}j au-delà du plafond légal du "
        + "\(ceiling.french) (\(source))\u{A0}: la clause est sans effet au-delà, et les deux "
        + "parties s’exposent à une amende",
      english: "due on \(due.iso), \(daysBeyond) days beyond the legal ceiling of "
        + "\(ceiling.iso) (\(source)): the clause has no effect beyond it, and both parties risk "
        + "a fine")
  }
}

extension Invoice {
  /// The review of the invoice's term; nil when it is lawful or when the ceilings of L441-10 do not
  /// apply to the buyer.
  ///
  /// 45 days end of month are taken as agreed when the term says so or is not known: no alarm is
  /// raised on a date that may be lawful. Sector ceilings are chosen by a person, never guessed.
  public func termReview(for customer: Customer) -> TermReview? {
    guard customer.kind == .business, let due = instalments.last?.due else { return nil }
    let dates = TermDates(issue: issue, delivery: delivery, receipt: delivery)
    let ceiling = SectorCeiling(allowsEndOfMonth: mayCountToEndOfMonth)
    guard let latest = try? ceiling.latestDay(from: dates), due > latest else { return nil }
    return TermReview(
      due: due, ceiling: latest,
      source: "\(ceiling.citation.text), art. \(ceiling.citation.article)")
  }

  private var mayCountToEndOfMonth: Bool {
    switch term?.formula {
    case .net, .onReceipt: false
    default: true
    }
  }
}
