public import Correspondence
public import CreditPolicy
public import Intake
public import Ledger
public import Printing
public import Quantities

/// A rush order as somebody typed it or a program sent it, field by field. All that is wrong with
/// it is collected, so that its author mends everything at once.
public struct RushReading {
  /// What is wrong with a field: what was found, what is wanted, an example.
  public struct Fault: Hashable, Sendable {
    public let field: String
    public let words: Phrase

    public init(field: String, words: Phrase) {
      self.field = field
      self.words = words
    }
  }

  /// Where the fields come from.
  public enum Source: Sendable {
    /// A person's command line: everything is text, and the currency goes without saying.
    case typed
    /// A program: numbers are numbers, and an amount has its currency.
    case sent
  }

  /// The fields that a rush order may have.
  public static let fields = [
    "amount", "currency", "usualDays", "askedDays", "usualTerm", "policy", "customer", "tone",
    "language", "order", "record",
  ]

  public private(set) var faults: [Fault] = []
  public internal(set) var currency = Currency.eur
  public internal(set) var language: Customer.Language?
  public internal(set) var tone: RushTone?
  /// The words that name the customer; nil when none was named.
  public internal(set) var customerWords: String?
  /// The customer's order number.
  public internal(set) var order = ""
  /// Whether the offer is to be written down.
  public internal(set) var isRecorded = false
  /// The customer that the words were found to name.
  public var customer: Customer?

  var amount: Money?
  var usualDays: Int?
  var askedDays: Int?
  var term: SaleTerm?
  var method: CounterpartPolicy.Method?
  let source: Source
  let given: [String: JSON]

  /// Reads the fields; those that are not given stay open.
  public init(_ fields: [(String, JSON)], _ source: Source) {
    self.source = source
    given = Dictionary(fields, uniquingKeysWith: { first, _ in first })
    for (name, value) in fields where !RushReading.fields.contains(name) {
      fault(
        name, value,
        "champ inconnu ; les champs sont \(RushReading.fields.joined(separator: ", "))",
        "unknown field; the fields are \(RushReading.fields.joined(separator: ", "))")
    }
    readAmount()
    usualDays = days("usualDays") { .usualLead($0) }
    askedDays = days("askedDays") { .askedLead($0) }
    if given["askedDays"] == nil {
      fault(
        "askedDays", nil, "indiquez le délai de livraison demandé, en jours, par exemple 3",
        "give the lead time asked for, in days, for example 3")
    }
    readTerm()
    method = choice("policy") { CounterpartPolicy.Method(rawValue: $0) }
    language = choice("language") { Customer.Language(rawValue: $0) }
    tone = choice("tone") { RushTone(rawValue: $0) }
    readTexts()
  }

  /// The question, once every field is right.
  public var question: RushQuestion? {
    guard faults.isEmpty, let amount, let askedDays else { return nil }
    return RushQuestion(
      customer: customer?.id, amount: amount, currency: currency, usualLeadInDays: usualDays,
      askedLeadInDays: askedDays, usualTerm: term, method: method)
  }

  /// Adds what was found wrong by whoever knows the book.
  public mutating func note(_ field: String, _ words: Phrase) {
    faults.append(Fault(field: field, words: words))
  }

  /// Adds figures that make no sense together with what the account says.
  public mutating func note(_ fault: RushFault) {
    note(
      fault.field,
      Phrase(french: fault.words(in: .french), english: fault.words(in: .english)))
  }
}
