import Law

extension SaleTerm {
  /// Reads a term as people say or type it: `60`, `45 jours fin de mois`, `à la commande`, `0`,
  /// `onOrder`. Of an unstated end of month the first reading is taken: it tells how long the
  /// customer waits on the average, which is the same for both. Nil for words it does not know.
  public init?(spoken text: some StringProtocol) {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    if ["0", "onorder", "commande", "àlacommande", "alacommande", "withtheorder"].contains(plain) {
      self = .onOrder
    } else if plain.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let days = Int(plain) {
      self = .credit(.net(days))
    } else if let wording = TermWording(text) {
      self = .credit(wording.formula)
    } else {
      return nil
    }
  }
}
