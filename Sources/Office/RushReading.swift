public import Correspondence
public import CreditPolicy
import Law
public import Ledger
public import Printing
public import Quantities

/// A rush order as somebody typed it or a program sent it, field by field. All that is wrong with
/// it is collected, so that its author mends everything at once.
public struct RushReading: Sendable {
  /// The fields that a rush order may have.
  public static let names = [
    "amount", "currency", "usualDays", "askedDays", "usualTerm", "policy", "customer", "tone",
    "language", "order", "record",
  ]

  public var faults: [FieldFault] { fields.faults }
  public private(set) var currency = Currency.eur
  public let language: Customer.Language?
  public let tone: RushTone?
  /// The words that name the customer; nil when none was named.
  public private(set) var customerWords: String?
  /// The customer's order number.
  public let order: String
  /// Whether the offer is to be written down.
  public let isRecorded: Bool
  /// The customer that the words were found to name.
  public var customer: Customer?

  private var amount: Money?
  private var usualDays: Int?
  private var askedDays: Int?
  private var term: SaleTerm?
  private let method: CounterpartPolicy.Method?
  private var fields: FieldReading

  /// Reads the fields; those that are not given stay open.
  public init(_ given: [(String, JSON)], _ source: FieldSource) {
    var fields = FieldReading(given, known: RushReading.names, source)
    method = fields.choice("policy")
    tone = fields.choice("tone")
    language = fields.choice("language")
    order = fields.text("order", longest: 100)
    isRecorded = fields.flag("record")
    self.fields = fields
    readAmount()
    readDays()
    readTerm()
    readCustomer()
  }

  /// The question, once every field is right.
  public var question: RushQuestion? {
    guard faults.isEmpty, let amount, let askedDays else { return nil }
    return RushQuestion(
      customer: customer?.id, amount: amount, currency: currency, usualLeadInDays: usualDays,
      askedLeadInDays: askedDays, usualTerm: term, method: method)
  }

  /// Adds what was found wrong by whoever knows the book.
  public mutating func note(_ fault: FieldFault) { fields.note(fault) }

  /// Adds figures that make no sense.
  public mutating func note(_ fault: RushFault) {
    note(
      FieldFault(
        fault.field, french: fault.words(in: .french), english: fault.words(in: .english)))
  }

  private mutating func readAmount() {
    if fields["amount"] == nil {
      fields.missing(
        "amount", "Indiquez le montant de la commande, TTC, par exemple 8000.00.",
        "Give the amount of the order, tax included, for example 8000.00.")
    } else {
      readCurrency()
    }
    amount = fields.amount("amount")
    if let amount, !amount.isPositive { note(.amountNotPositive) }
    if let amount, amount > RushOrder.largest { note(.amountTooLarge) }
  }

  private mutating func readCurrency() {
    let isEuroSaid = fields.saysEuro("amount")
    guard let found = fields["currency"] else {
      if fields.source == .sent, !isEuroSaid {
        fields.missing(
          "currency", "Indiquez la devise, par exemple \"EUR\".",
          "Give the currency, for example \"EUR\".")
      }
      return
    }
    guard case .text(let code) = found, let currency = Currency(code) else {
      return fields.wrong(
        "currency", found, "une devise s’écrit en trois lettres, par exemple EUR.",
        "a currency has three letters, for example EUR.")
    }
    if isEuroSaid, !currency.isEuro {
      fields.wrong(
        "currency", found, "le montant est donné en euros\u{A0}; écrivez-le sans le signe €.",
        "the amount is given in euros; write it without the sign €.")
    }
    self.currency = currency
  }

  private mutating func readDays() {
    usualDays = fields.days("usualDays")
    if let usualDays, !RushOrder.leads.contains(usualDays) { note(.usualLead(usualDays)) }
    if fields["askedDays"] == nil {
      fields.missing(
        "askedDays", "Indiquez le délai de livraison demandé, en jours, par exemple 3.",
        "Give the lead time asked for, in days, for example 3.")
    }
    askedDays = fields.days("askedDays")
    if let askedDays, !RushOrder.leads.contains(askedDays) { note(.askedLead(askedDays)) }
  }

  private mutating func readTerm() {
    guard let found = fields["usualTerm"] else { return }
    let read: SaleTerm? =
      switch found {
      case .number(let days): days == 0 ? .onOrder : .credit(.net(days))
      case .text(let text): SaleTerm(spoken: text)
      case .object(let members): SaleTerm(members)
      default: nil
      }
    guard let read else {
      return fields.wrong(
        "usualTerm", found,
        "délai de paiement non reconnu. Écrivez par exemple 60, 45 jours fin de mois, onOrder.",
        "unknown payment term. Write for example 60, 45 jours fin de mois, onOrder.")
    }
    term = read
    if !RushOrder.terms.contains(read.averageInDays) { note(.usualTerm(read.averageInDays)) }
  }

  private mutating func readCustomer() {
    switch fields["customer"] {
    case nil: break
    case .text(let words)?: customerWords = words
    case .number(let number)?: customerWords = String(number)
    case let found?:
      fields.wrong(
        "customer", found, "attendu le code, le nom, le SIREN ou le numéro du client.",
        "wanted the code, the name, the SIREN or the number of the customer.")
    }
  }
}
