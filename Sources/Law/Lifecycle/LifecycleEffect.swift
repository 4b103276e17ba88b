/// What a lifecycle status of an electronic invoice asks of dunning (R11.4, R13.1).
public enum LifecycleEffect: Rule, Hashable, CaseIterable {
  /// Kept and shown; nothing changes.
  case none
  /// The buyer approved, or the money came: what stood in the way is gone.
  case clears
  /// Approved in part: the rest is contested.
  case contestsPart
  /// Contested as a whole, or waiting for a document that the buyer asked for.
  case contests
  /// Not a demand for payment under this number: refused, rejected, cancelled, never routed.
  case stops
  /// The buyer says that the payment has left: the bank needs some days to show it.
  case announcesPayment
  /// Assigned to a factor, who asks for the money.
  case assigns

  public static let citation = Citation(
    "Norme AFNOR XP Z12-012", "statuts du cycle de vie (CDAR)", sheet: "R11.4, R13.1")

  /// Working days that a payment said to have left is waited for.
  public static let paymentGraceInDays = 5

  /// The effect of a status, by its number.
  public init(status: Int) {
    switch status {
    case 205, 209, 212, 228: self = .clears
    case 206: self = .contestsPart
    case 207, 208: self = .contests
    case 210, 213, 220, 221, 501: self = .stops
    case 211: self = .announcesPayment
    case 225: self = .assigns
    default: self = .none
    }
  }

  /// Whether a later status ends the hold that an earlier one began.
  ///
  /// What the seller completed (209) answers a suspension, not a dispute; an invoice that was
  /// rejected or lost on its way is alive again as soon as a platform or the buyer has received it.
  public static func isHold(of earlier: Int, endedBy later: Int) -> Bool {
    switch earlier {
    case 206, 207, 210, 220: [205, 206, 211, 212].contains(later)
    case 208: [205, 206, 209, 211, 212].contains(later)
    case 211: later == 212
    case 213, 221, 501: (200...206).contains(later) || [209, 211, 212].contains(later)
    case 225: later == 228
    default: false
    }
  }
}
