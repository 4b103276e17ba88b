public import Quantities

/// A demand for payment of a sale (facture), as issued.
public struct Invoice: Hashable, Sendable {
  public let number: String
  public let issue: Day
  /// Day of delivery or performance, when the file says it.
  public let delivery: Day?
  /// Due dates with their amounts, oldest first; at least one. They sum to `payable`.
  public let instalments: [Instalment]
  /// Whether the due date stood in the file or was worked out from the term.
  public let isDueDeduced: Bool
  public let term: PaymentTerm?
  public let net: Money
  public let tax: Money
  /// Net plus tax (TTC).
  public let gross: Money
  /// What is left to pay once the deposit is taken off.
  public let payable: Money
  /// The buyer's purchase order number; empty when none.
  public let order: String
  /// The reference the payer is asked to quote; empty when none.
  public let paymentReference: String
  /// The day of the customer's order, when the file says it.
  public let ordered: Day?

  public init(
    number: String, issue: Day, delivery: Day? = nil, instalments: [Instalment],
    isDueDeduced: Bool = false, term: PaymentTerm? = nil, net: Money, tax: Money, gross: Money,
    payable: Money, order: String = "", paymentReference: String = "",
    ordered: Day? = nil
  ) {
    precondition(!instalments.isEmpty, "an invoice has a due date")
    self.number = number
    self.issue = issue
    self.delivery = delivery
    self.instalments = instalments
    self.isDueDeduced = isDueDeduced
    self.term = term
    self.net = net
    self.tax = tax
    self.gross = gross
    self.payable = payable
    self.order = order
    self.paymentReference = paymentReference
    self.ordered = ordered
  }

  /// The earliest due date.
  public var due: Day { instalments[0].due }
}
