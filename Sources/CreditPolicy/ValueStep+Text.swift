public import Ledger
public import Quantities

extension ValueStep {
  /// The product in one line: `8 000,00 € × 8,00 % × 30/365 = 52,60 €`.
  public func words(in language: Customer.Language, _ currency: Currency) -> String {
    func money(_ amount: Money) -> String {
      language == .french ? amount.french(in: currency) : amount.english(in: currency)
    }
    func percent(_ rate: Rate) -> String {
      language == .french ? rate.french : rate.percent + "%"
    }
    switch self {
    case .interestSpared(let amount, let days, let rate, let gives):
      let product = "\(money(amount)) × \(percent(rate)) × \(days)/365 = \(money(gives))"
      return language == .french
        ? "intérêts de découvert épargnés\u{A0}: \(product)"
        : "overdraft interest spared: \(product)"
    case .riskRemoved(let amount, let days, let over, let chance, let gives):
      let product = "\(money(amount)) × \(percent(chance)) × \(days)/\(over) = \(money(gives))"
      return language == .french
        ? "perte probable évitée\u{A0}: \(product)" : "expected loss avoided: \(product)"
    case .surcharge(let amount, let days, let rate, let chance, let gives):
      let product =
        "\(money(amount)) × (1 − \(percent(rate)) × \(days)/365 − \(percent(chance)))"
        + " = \(money(gives))"
      return language == .french
        ? "supplément payé avec la facture\u{A0}: \(product)"
        : "surcharge paid with the invoice: \(product)"
    }
  }
}
