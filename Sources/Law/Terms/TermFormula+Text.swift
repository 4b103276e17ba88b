extension TermFormula {
  /// The term in French, as it stands in a contract: `45 jours fin de mois`.
  public var french: String {
    switch self {
    case .none: "30 jours après réception (délai légal)"
    case .onReceipt: "à réception de la facture"
    case .net(let days): days == 1 ? "1 jour net" : "\(days) jours nets"
    case .daysThenEndOfMonth(let days): "\(days) jours fin de mois"
    case .endOfMonthThenDays(0): "fin de mois"
    case .endOfMonthThenDays(let days): "fin de mois + \(days) jours"
    case .daysThenEndOfMonthThe(let days, let day): "\(days) jours fin de mois le \(day)"
    case .decade(let days): "\(days) jours fin de décade"
    case .afterDeliveryMonth(let days): "\(days) jours après la fin du mois de livraison"
    case .publicBuyer(let days): "\(days) jours (acheteur public)"
    }
  }

  /// The term in English: `45 days end of month`.
  public var english: String {
    switch self {
    case .none: "30 days after receipt (legal term)"
    case .onReceipt: "on receipt of the invoice"
    case .net(let days): days == 1 ? "1 day net" : "\(days) days net"
    case .daysThenEndOfMonth(let days): "\(days) days end of month"
    case .endOfMonthThenDays(0): "end of month"
    case .endOfMonthThenDays(let days): "end of month + \(days) days"
    case .daysThenEndOfMonthThe(let days, let day): "\(days) days end of month the \(day)"
    case .decade(let days): "\(days) days end of ten-day period"
    case .afterDeliveryMonth(let days): "\(days) days after the month of delivery"
    case .publicBuyer(let days): "\(days) days (public buyer)"
    }
  }
}
