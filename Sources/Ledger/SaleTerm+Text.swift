import Law

extension SaleTerm {
  /// The term in the words of an invoice: `60 jours nets`, `30 jours fin de mois`, `à la commande`.
  public func words(in language: Customer.Language) -> String {
    guard case .credit(let formula) = self else {
      return language == .french ? "à la commande" : "with the order"
    }
    return language == .french ? formula.french : formula.english
  }
}
