import Behaviour
public import CreditPolicy
public import Ledger
public import Quantities

/// What the words put to a customer who wants an order faster: what is asked in return, what is
/// asked besides, and what else would do as well.
///
/// It follows the counter-offer and leaves out what may not be said: debts that proceedings have
/// frozen are not asked for, credit is not offered where the light is red, a term above the legal
/// ceiling is not written down again.
public struct RushProposal: Hashable, Sendable {
  /// What is asked in return for speed.
  public enum Ask: Hashable, Sendable {
    /// A shorter term, after the invoice.
    case term(SaleTerm)
    /// Payment with the order.
    case order
    /// Payment with the order, because credit would be unwise.
    case orderOnly
    /// The customer pays with the order already: a surcharge.
    case surcharge(Money)
    /// The customer pays with the order already: what is overdue, settled with it.
    case overdue
    case nothing(Reason)
  }

  /// Why nothing is asked.
  public enum Reason: String, Hashable, Sendable {
    /// The customer gives as much time as usual, or more.
    case notFaster
    /// A public buyer's term is set by law (R1.20).
    case publicBuyer
    /// The effort is too small to count, or nothing is left to shorten.
    case small
  }

  public let ask: Ask
  /// Invoices to settle before delivery, oldest due date first; empty when none is asked for.
  public let overdue: [Standing.OverdueInvoice]
  /// An express surcharge that comes on top of what is asked; zero for none.
  public let surcharge: Money
  /// A deposit to be paid with the order whatever is chosen; zero for none.
  public let deposit: Money
  /// Whether the deposit is asked because nothing is known of the customer yet.
  public let isFirstDeposit: Bool
  /// What is worth as much as what is asked: a deposit, a surcharge.
  public let alternatives: [Alternative]
  /// Whether the words may say that the usual term goes on: not when it is above the legal ceiling.
  public let keepsUsualTerm: Bool

  public init(_ offer: CounterOffer, to customer: Customer?) {
    let view = View(offer, customer)
    ask = view.ask
    overdue = view.overdue
    surcharge = view.surcharge
    deposit = view.ask.leavesCredit ? view.deposit : .zero
    isFirstDeposit = view.isFirstDeposit
    alternatives = view.alternatives
    keepsUsualTerm = !view.isUnlawful
  }

  /// The term that the words name; nil when the usual one stands.
  public var term: SaleTerm? {
    switch ask {
    case .term(let term): term
    case .order, .orderOnly: .onOrder
    case .surcharge, .overdue, .nothing: nil
    }
  }

  /// What is overdue, in all.
  public var overdueAmount: Money { overdue.lazy.map(\.amount).sum() }
}

extension RushProposal.Ask {
  /// Whether something of the price is still to be paid after the invoice.
  fileprivate var leavesCredit: Bool {
    switch self {
    case .term, .nothing: true
    case .order, .orderOnly, .surcharge, .overdue: false
    }
  }
}

/// The counter-offer as the customer may see it.
private struct View {
  let offer: CounterOffer
  let isPublicBuyer: Bool
  var isInsolvent = false
  var isUnlawful = false
  var overdue: [Standing.OverdueInvoice] = []
  var deposit = Money.zero
  var isFirstDeposit = false

  init(_ offer: CounterOffer, _ customer: Customer?) {
    self.offer = offer
    isPublicBuyer =
      customer?.kind == .publicBuyer
      || offer.counterpart.derivation.contains { if case .publicBuyer = $0 { true } else { false } }
    guard !isPublicBuyer else { return }
    for condition in offer.conditions { take(condition) }
    // Debts from before the opening are frozen (L622-7): nobody may ask for them.
    if isInsolvent { overdue = [] }
    if usesOrder { deposit = .zero }
  }

  private mutating func take(_ condition: Condition) {
    let amount = offer.order.amount
    switch condition {
    case .insolvent: isInsolvent = true
    case .settleFirst(let invoices, _): overdue = invoices
    case .overLimit(let exposure) where exposure.isGranted:
      deposit = max(deposit, min(exposure.excess, amount))
    case .newCustomer(let percent):
      deposit = max(deposit, amount.scaled(by: Int64(percent), over: 100))
      isFirstDeposit = true
    case .risky(_, let percent), .payer(.distress, let percent):
      deposit = max(deposit, amount.scaled(by: Int64(percent), over: 100))
    case .unlawfulTerm: isUnlawful = true
    case .overLimit, .brokenPromises, .disputed, .payer: break
    }
  }

  private var usesOrder: Bool { offer.order.usualTerm.isOnOrder }

  var ask: RushProposal.Ask {
    guard !isPublicBuyer else { return .nothing(.publicBuyer) }
    if !usesOrder, offer.light == .red || deposit >= offer.order.amount { return .orderOnly }
    guard offer.order.isFaster else { return .nothing(.notFaster) }
    switch offer.counterpart.term {
    case .onOrder?: return .order
    case .credit?: return offer.daysGained > 0 ? .term(offer.counterpart.term!) : .nothing(.small)
    case nil: return usesOrder ? askBeyondOrder : .nothing(.small)
    }
  }

  private var askBeyondOrder: RushProposal.Ask {
    if !overdue.isEmpty, offer.alternative(.settleOverdue) != nil { return .overdue }
    return offer.alternative(.surcharge).map { .surcharge($0.amount) } ?? .nothing(.small)
  }

  var surcharge: Money {
    switch ask {
    case .order, .orderOnly: offer.beyondOrder
    case .overdue: offer.alternative(.settleOverdue)?.complement ?? .zero
    case .term, .surcharge, .nothing: .zero
    }
  }

  /// Settling what is overdue is a condition already, not one more choice.
  var alternatives: [Alternative] {
    guard !isUnlawful else { return [] }
    switch ask {
    case .term, .order:
      return offer.alternatives.filter {
        $0.kind == .surcharge || $0.kind == .deposit && deposit.isZero
      }
    case .orderOnly, .surcharge, .overdue, .nothing: return []
    }
  }
}
