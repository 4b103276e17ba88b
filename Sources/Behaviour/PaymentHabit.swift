public import Ledger
public import Quantities

/// How a customer pays, as its account shows: how late, how regularly, and how often not at all.
public struct PaymentHabit: Hashable, Sendable {
  /// Days past the due date at which settled invoices were settled, least first; negative when
  /// they were paid early.
  public let delaysInDays: [Int]
  /// Invoices written off, or still unpaid more than `lostAfterInDays` past their due date.
  public let lost: Int
  /// Invoices that the habit was read from: the settled ones and the lost ones.
  public let observed: Int
  /// What is supposed of a customer without history.
  public let prior: Prior

  /// An invoice this many days late counts as not paid.
  public static let lostAfterInDays = 90
  /// How far back the habit is read, by the day of issue.
  public static let periodInDays = 730

  /// What the house supposes of customers in general, before it knows this one.
  public struct Prior: Hashable, Sendable {
    /// The chance that an invoice is not paid at all.
    public let chance: Rate
    /// How many invoices of history the supposition weighs as much as.
    public let weight: Int

    public init(chance: Rate = .percent(1), weight: Int = 50) {
      precondition(weight > 0, "a supposition has some weight")
      self.chance = chance
      self.weight = weight
    }
  }

  public init(delaysInDays: [Int], lost: Int = 0, prior: Prior = Prior()) {
    self.delaysInDays = delaysInDays.sorted()
    self.lost = lost
    observed = delaysInDays.count + lost
    self.prior = prior
  }

  /// Whether the customer has no history that tells anything.
  public var isNew: Bool { observed == 0 }

  /// The average delay past the due date in whole days, rounded; zero without history.
  public var averageDelayInDays: Int {
    guard !delaysInDays.isEmpty else { return 0 }
    let (sum, count) = (delaysInDays.reduce(0, +), delaysInDays.count)
    return sum >= 0 ? (2 * sum + count) / (2 * count) : -((-2 * sum + count) / (2 * count))
  }

  /// The chance that one more invoice is not paid: what was lost of what was observed, mixed with
  /// the house's supposition by their weights.
  public var chanceOfDefault: Rate {
    let supposed = prior.chance.partsPerMillion * Int64(prior.weight)
    let seen = Int64(lost) * 1_000_000
    return Rate(partsPerMillion: (supposed + seen) / Int64(prior.weight + observed))
  }

  /// How much longer an invoice already late will wait, in days: what was seen of invoices at
  /// least as late, at least one day. Thirty days where fewer than three were ever so late.
  public func expectedWait(afterDaysOverdue late: Int) -> Int {
    let longer = delaysInDays.filter { $0 > late }
    guard longer.count >= 3 else { return PaymentHabit.unknownWaitInDays }
    return max(1, (longer.reduce(0) { $0 + $1 - late } + longer.count / 2) / longer.count)
  }

  /// The wait supposed for an invoice later than anything seen of the customer.
  public static let unknownWaitInDays = 30
}

/// The habit that an account shows on a day, from the invoices issued in the two years before.
public func habit(
  of account: Account, on today: Day, prior: PaymentHabit.Prior = .init()
) -> PaymentHabit {
  let first = today.adding(days: -PaymentHabit.periodInDays)
  var delays: [Int] = []
  var lost = 0
  for item in account.items where item.issue >= first && item.issue <= today {
    guard case .invoice(let invoice) = item.kind, let due = invoice.instalments.last?.due else {
      continue
    }
    if item.movements.contains(where: { $0.cause == .writeOff && $0.day <= today }) {
      lost += 1
    } else if item.balance(on: today).isPositive {
      if due.days(to: today) > PaymentHabit.lostAfterInDays { lost += 1 }
    } else if let settled = item.trace.lastPayment(by: today) {
      delays.append(due.days(to: settled))
    }
  }
  return PaymentHabit(delaysInDays: delays, lost: lost, prior: prior)
}
