/// How a payment term counts from the invoice, the delivery or the receipt (sheet R1.1 to R1.31).
public enum TermFormula: Hashable, Sendable {
  /// No agreed term: the 30th day after receipt or performance (L441-10 I, R1.1).
  case none
  /// Payable when the order or the invoice is received.
  case onReceipt
  /// `n` calendar days after issue.
  case net(Int)
  /// `n` days after issue, then to the end of that month (first reading of "fin de mois", R1.4 A).
  case daysThenEndOfMonth(Int)
  /// The end of the month of issue, then `n` days (second reading, R1.4 B).
  case endOfMonthThenDays(Int)
  /// "`n` jours fin de mois le `k`": end of month, then the next day numbered `k` (R1.7).
  case daysThenEndOfMonthThe(Int, day: Int)
  /// `n` days after the end of the ten-day period of delivery (R1.12).
  case decade(Int)
  /// `n` days after the end of the month of delivery.
  case afterDeliveryMonth(Int)
  /// `n` days after a public buyer received the payment request (R1.20, R1.21).
  case publicBuyer(Int)

  /// The formula's name in files and commands: `net(30)`, `daysThenEOM(45)`, `decade(30)`.
  public var notation: String {
    switch self {
    case .none: "none"
    case .onReceipt: "onReceipt"
    case .net(let days): "net(\(days))"
    case .daysThenEndOfMonth(let days): "daysThenEOM(\(days))"
    case .endOfMonthThenDays(let days): "eomThenDays(\(days))"
    case .daysThenEndOfMonthThe(let days, let day): "daysThenEOMThe(\(days),\(day))"
    case .decade(let days): "decade(\(days))"
    case .afterDeliveryMonth(let days): "afterDeliveryMonth(\(days))"
    case .publicBuyer(let days): "publicBuyer(\(days))"
    }
  }

  /// Reads `notation` back. Days 0 to 400, day of month 1 to 31; nil for anything else.
  public init?(notation: some StringProtocol) {
    let parts = notation.split { "(,) ".contains($0) }
    let numbers = parts.dropFirst().compactMap { Int($0) }
    guard let name = parts.first, numbers.count == parts.count - 1,
      numbers.allSatisfy({ (0...400).contains($0) })
    else { return nil }
    switch (name, numbers.count) {
    case ("none", 0): self = .none
    case ("onReceipt", 0): self = .onReceipt
    case ("net", 1): self = .net(numbers[0])
    case ("daysThenEOM", 1): self = .daysThenEndOfMonth(numbers[0])
    case ("eomThenDays", 1): self = .endOfMonthThenDays(numbers[0])
    case ("daysThenEOMThe", 2) where (1...31).contains(numbers[1]):
      self = .daysThenEndOfMonthThe(numbers[0], day: numbers[1])
    case ("decade", 1): self = .decade(numbers[0])
    case ("afterDeliveryMonth", 1): self = .afterDeliveryMonth(numbers[0])
    case ("publicBuyer", 1): self = .publicBuyer(numbers[0])
    default: return nil
    }
  }
}
