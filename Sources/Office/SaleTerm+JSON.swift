import Law
public import Ledger
public import Printing
import Quantities

extension SaleTerm {
  /// The term for programs: `{"kind": "net", "days": 30}`, `{"kind": "onOrder"}`.
  public var json: JSON {
    let kind = JSON.text(kind.rawValue)
    return switch (days, dayOfMonth) {
    case (let days?, let day?):
      .object([("kind", kind), ("days", .number(days)), ("dayOfMonth", .number(day))])
    case (let days?, nil): .object([("kind", kind), ("days", .number(days))])
    default: .object([("kind", kind)])
    }
  }

  /// The names of the kinds of term, as programs read and write them.
  public enum Kind: String, Sendable, CaseIterable {
    case onOrder, onReceipt, net, daysThenEndOfMonth, endOfMonthThenDays, daysThenEndOfMonthThe
    case decade, afterDeliveryMonth, publicBuyer, none
  }

  private var kind: Kind {
    guard case .credit(let formula) = self else { return .onOrder }
    return switch formula {
    case .none: .none
    case .onReceipt: .onReceipt
    case .net: .net
    case .daysThenEndOfMonth: .daysThenEndOfMonth
    case .endOfMonthThenDays: .endOfMonthThenDays
    case .daysThenEndOfMonthThe: .daysThenEndOfMonthThe
    case .decade: .decade
    case .afterDeliveryMonth: .afterDeliveryMonth
    case .publicBuyer: .publicBuyer
    }
  }

  private var days: Int? {
    guard case .credit(let formula) = self else { return nil }
    return switch formula {
    case .none, .onReceipt: nil
    case .net(let days), .daysThenEndOfMonth(let days), .endOfMonthThenDays(let days),
      .daysThenEndOfMonthThe(let days, _), .decade(let days), .afterDeliveryMonth(let days),
      .publicBuyer(let days):
      days
    }
  }

  private var dayOfMonth: Int? {
    if case .credit(.daysThenEndOfMonthThe(_, let day)) = self { day } else { nil }
  }

  /// Reads what `json` writes; nil for anything else, a member too many included. Days go from 0 to
  /// 400, so that one too long is refused by name and not as unreadable.
  init?(_ members: [(String, JSON)]) {
    var kind: Kind?
    var days: Int?
    var dayOfMonth: Int?
    for (name, value) in members {
      switch (name, value) {
      case ("kind", .text(let word)): kind = Kind(rawValue: word)
      case ("days", .number(let number)) where (0...400).contains(number): days = number
      case ("dayOfMonth", .number(let number)) where (1...31).contains(number): dayOfMonth = number
      default: return nil
      }
    }
    switch (kind, days, dayOfMonth) {
    case (.onOrder, nil, nil): self = .onOrder
    case (.some(.none), nil, nil): self = .credit(.none)
    case (.onReceipt, nil, nil): self = .credit(.onReceipt)
    case (.net, let days?, nil): self = .credit(.net(days))
    case (.daysThenEndOfMonth, let days?, nil): self = .credit(.daysThenEndOfMonth(days))
    case (.endOfMonthThenDays, let days?, nil): self = .credit(.endOfMonthThenDays(days))
    case (.daysThenEndOfMonthThe, let days?, let day?):
      self = .credit(.daysThenEndOfMonthThe(days, day: day))
    case (.decade, let days?, nil): self = .credit(.decade(days))
    case (.afterDeliveryMonth, let days?, nil): self = .credit(.afterDeliveryMonth(days))
    case (.publicBuyer, let days?, nil): self = .credit(.publicBuyer(days))
    default: return nil
    }
  }
}
