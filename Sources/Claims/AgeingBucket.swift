public import Quantities

/// A band of days overdue (tranche d'âge).
public enum AgeingBucket: Int, CaseIterable, Hashable, Comparable, Sendable {
  /// Not due yet (non échu), the due date itself included: that day is not late (R2.1).
  case notDue
  case days1to30, days31to60, days61to90, over90

  /// The band of something `daysOverdue` days past its due date; zero or less is not due.
  public init(daysOverdue: Int) {
    switch daysOverdue {
    case ...0: self = .notDue
    case ...30: self = .days1to30
    case ...60: self = .days31to60
    case ...90: self = .days61to90
    default: self = .over90
    }
  }

  public static func < (left: AgeingBucket, right: AgeingBucket) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The column's heading for French readers: `1–30 j`.
  public var french: String {
    switch self {
    case .notDue: "Non échu"
    case .days1to30: "1–30\u{A0}j"
    case .days31to60: "31–60\u{A0}j"
    case .days61to90: "61–90\u{A0}j"
    case .over90: ">\u{A0}90\u{A0}j"
    }
  }

  /// The column's heading for English readers: `1–30 days`.
  public var english: String {
    switch self {
    case .notDue: "Not due"
    case .days1to30: "1–30 days"
    case .days31to60: "31–60 days"
    case .days61to90: "61–90 days"
    case .over90: "> 90 days"
    }
  }
}

/// An amount for each ageing bucket, and beside them what is not allocated: credit notes,
/// overpayments and money without a document, as a negative amount.
public struct AgedAmounts: Hashable, Sendable {
  public var notDue = Money.zero
  public var days1to30 = Money.zero
  public var days31to60 = Money.zero
  public var days61to90 = Money.zero
  public var over90 = Money.zero
  /// Zero or negative: what stands in the customer's favour (non imputé).
  public var unallocated = Money.zero

  public init() {}

  /// The amount of one band.
  public subscript(bucket: AgeingBucket) -> Money {
    get {
      switch bucket {
      case .notDue: notDue
      case .days1to30: days1to30
      case .days31to60: days31to60
      case .days61to90: days61to90
      case .over90: over90
      }
    }
    set {
      switch bucket {
      case .notDue: notDue = newValue
      case .days1to30: days1to30 = newValue
      case .days31to60: days31to60 = newValue
      case .days61to90: days61to90 = newValue
      case .over90: over90 = newValue
      }
    }
  }

  /// What is past its due date, in all bands.
  public var overdue: Money { days1to30 + days31to60 + days61to90 + over90 }

  /// The outstanding balance (encours): all bands less what is not allocated.
  public var total: Money { notDue + overdue + unallocated }

  public static func += (left: inout AgedAmounts, right: AgedAmounts) {
    left.notDue += right.notDue
    left.days1to30 += right.days1to30
    left.days31to60 += right.days31to60
    left.days61to90 += right.days61to90
    left.over90 += right.over90
    left.unallocated += right.unallocated
  }
}
