public import Ledger
public import Quantities

/// One thing that an account shows of its payer, with its figures and days: never an opinion.
public enum Evidence: Hashable, Sendable {
  /// Days past the due date on average, those still open counted as late as they are; negative
  /// when paid early.
  case delay(averageInDays: Int, invoices: Int)
  /// By how many days the invoices due in the last six months are later than those before.
  case trend(changeInDays: Int, invoices: Int)
  /// Invoices more than ten days late, of all.
  case lateInvoices(late: Int, of: Int)
  /// Invoices paid in several parts without an agreement, of all.
  case partialPayments(invoices: Int, of: Int)
  case promises(kept: Int, broken: Int, lastBroken: Day?)
  /// Invoices contested, and those of them only once they were due.
  case disputes(raised: Int, afterDue: Int, last: Day)
  /// Wanted orders faster than usual and gave nothing in return, while paying late.
  case rushRefused(asked: Int, refused: Int, last: Day)
  case insolvency(Insolvency)
  /// Debits that came back for want of money (AM04).
  case returnedDebits(count: Int, last: Day)
  /// Nothing has come for long, and several invoices wait.
  case stoppedPaying(lastPayment: Day?, overdueInvoices: Int, sinceInDays: Int)
  /// Has paid for other firms of its group while our invoices waited.
  case paysOthers(customers: Int, last: Day)
  /// Was reminded again and again, and neither paid, promised nor answered.
  case silence(reminders: Int, since: Day)
}

extension Evidence {
  /// Points for a kind of payer.
  public struct Points: Hashable, Sendable {
    public let kind: PayerProfile.Kind
    public let points: Int

    init(_ kind: PayerProfile.Kind, _ points: Int) {
      self.kind = kind
      self.points = points
    }
  }

  /// What the evidence speaks for, and how strongly; empty when it is only worth knowing.
  public var points: [Points] {
    switch self {
    case .delay(let average, _): Evidence.points(ofAverageDelay: average)
    case .lateInvoices(let late, let all): Evidence.points(late: late, of: all)
    case .trend(let change, _): change >= 15 ? [Points(.distress, 2)] : [Points(.distress, 1)]
    case .partialPayments(let parts, let all):
      parts >= 3 && parts * 5 >= all ? [Points(.distress, 2)] : [Points(.distress, 1)]
    case .promises(let kept, let broken, _): Evidence.points(kept: kept, broken: broken)
    case .disputes(let raised, let afterDue, _):
      afterDue > 0
        ? [Points(.disputing, min(6, 3 + afterDue)), Points(.opportunist, 1)]
        : [Points(.disputing, min(2, raised))]
    case .rushRefused(_, let refused, _): [Points(.opportunist, refused > 1 ? 3 : 2)]
    case .insolvency: [Points(.distress, 10)]
    case .returnedDebits(let count, _): [Points(.distress, count > 1 ? 5 : 3)]
    case .stoppedPaying: [Points(.distress, 3)]
    case .paysOthers: [Points(.opportunist, 2)]
    case .silence(let reminders, _):
      [Points(.opportunist, reminders > 4 ? 2 : 1), Points(.distress, reminders > 4 ? 2 : 1)]
    }
  }

  private static func points(ofAverageDelay days: Int) -> [Points] {
    switch days {
    case ...5: [Points(.goodPayer, 4)]
    case ...PayerProfile.goodDelayInDays: [Points(.goodPayer, 2)]
    case ...20: [Points(.disorganised, 2)]
    case ...40: [Points(.disorganised, 3)]
    default: [Points(.disorganised, 2), Points(.distress, 1)]
    }
  }

  private static func points(late: Int, of all: Int) -> [Points] {
    // Late nearly always is a habit, and late now and then is disorder.
    if late * 10 >= all * 7 { return [Points(.opportunist, 2)] }
    return late * 10 >= all ? [Points(.disorganised, 2)] : [Points(.goodPayer, 1)]
  }

  private static func points(kept: Int, broken: Int) -> [Points] {
    switch broken {
    case 0: []
    case 1: kept == 0 ? [Points(.opportunist, 1)] : []
    case 2: [Points(.opportunist, 2), Points(.distress, 1)]
    default: [Points(.opportunist, 3), Points(.distress, 1)]
    }
  }
}
