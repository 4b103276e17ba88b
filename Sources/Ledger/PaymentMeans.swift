/// By what a customer pays as a rule (moyen de paiement habituel), as its file says.
public enum PaymentMeans: String, Hashable, Sendable, CaseIterable {
  case transfer, directDebit, cheque, card, bill, cash

  /// What stands after « par »: « virement ».
  public var french: String {
    switch self {
    case .transfer: "virement"
    case .directDebit: "prélèvement"
    case .cheque: "chèque"
    case .card: "carte bancaire"
    case .bill: "effet de commerce"
    case .cash: "espèces"
    }
  }

  /// What stands after "by".
  public var english: String {
    switch self {
    case .transfer: "transfer"
    case .directDebit: "direct debit"
    case .cheque: "cheque"
    case .card: "card"
    case .bill: "bill of exchange"
    case .cash: "cash"
    }
  }
}
