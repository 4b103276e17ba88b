public import Ledger
public import Quantities

/// A customer wants an order faster than usual (commande urgente).
public struct RushOrder: Hashable, Sendable {
  /// What the order comes to, tax included; positive.
  public let amount: Money
  /// From order to delivery as a rule, in days, 1 to 365.
  public let usualLeadInDays: Int
  /// From order to delivery as asked this time, in days, 1 to 365.
  public let askedLeadInDays: Int
  /// When this customer pays as a rule.
  public let usualTerm: SaleTerm
  /// The day of the order; the invoice is supposed to be issued on the day of delivery.
  public let ordered: Day

  /// Throws the first fault of the figures.
  public init(
    amount: Money, usualLeadInDays: Int, askedLeadInDays: Int, usualTerm: SaleTerm, ordered: Day
  ) throws(RushFault) {
    guard amount.isPositive else { throw .amountNotPositive }
    guard amount <= RushOrder.largest else { throw .amountTooLarge }
    guard RushOrder.leads.contains(usualLeadInDays) else { throw .usualLead(usualLeadInDays) }
    guard RushOrder.leads.contains(askedLeadInDays) else { throw .askedLead(askedLeadInDays) }
    let term = usualTerm.averageInDays
    guard RushOrder.terms.contains(term) else { throw .usualTerm(term) }
    self.amount = amount
    self.usualLeadInDays = usualLeadInDays
    self.askedLeadInDays = askedLeadInDays
    self.usualTerm = usualTerm
    self.ordered = ordered
  }

  /// Lead times that make sense, in days.
  public static let leads = 1...365
  /// Payment terms that make sense, in days: beyond half a year no trade's ceiling reaches.
  public static let terms = 0...180
  /// A thousand million: more is a slip of the finger.
  public static let largest = Money(cents: 100_000_000_000)

  /// The day the goods are delivered and invoiced, at the asked lead time.
  public var invoiced: Day { ordered.adding(days: askedLeadInDays) }
  /// Whether the customer asks for anything at all.
  public var isFaster: Bool { askedLeadInDays < usualLeadInDays }
}

/// What is wrong with the figures of a rush order.
public enum RushFault: Error, Hashable, Sendable {
  case amountNotPositive
  case amountTooLarge
  case usualLead(Int)
  case askedLead(Int)
  case usualTerm(Int)

  /// The field as commands and the API name it.
  public var field: String {
    switch self {
    case .amountNotPositive, .amountTooLarge: "amount"
    case .usualLead: "usualDays"
    case .askedLead: "askedDays"
    case .usualTerm: "usualTerm"
    }
  }

  /// What is wrong and what is wanted, for the person who typed it.
  public func words(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.amountNotPositive, .french):
      "Le montant de la commande doit être supérieur à zéro, par exemple 8\u{202F}000,00."
    case (.amountNotPositive, .english):
      "The amount of the order must be above zero, for example 8,000.00."
    case (.amountTooLarge, .french): "Le montant dépasse un milliard\u{A0}: vérifiez la saisie."
    case (.amountTooLarge, .english): "The amount exceeds one thousand million: check it."
    case (.usualLead(let days), .french):
      "Le délai de livraison habituel va de 1 à 365 jours\u{A0}; \(days) saisi."
    case (.usualLead(let days), .english):
      "The usual lead time goes from 1 to 365 days; \(days) given."
    case (.askedLead(let days), .french):
      "Le délai demandé va de 1 à 365 jours\u{A0}; \(days) saisi."
    case (.askedLead(let days), .english):
      "The lead time asked for goes from 1 to 365 days; \(days) given."
    case (.usualTerm(let days), .french):
      "Le délai de paiement va de 0 (à la commande) à 180 jours\u{A0}; \(days) saisi. "
        + "Au-delà de 60 jours, il faut un accord ou un secteur dérogatoire (art. L441-10)."
    case (.usualTerm(let days), .english):
      "The payment term goes from 0 (with the order) to 180 days; \(days) given. "
        + "Beyond 60 days an agreement or a sector's derogation is needed (art. L441-10)."
    }
  }
}
