public import Ledger
public import Printing
public import Quantities
import Store

/// The answer to a rush offer as somebody typed it or a program sent it, field by field.
public struct RushAnswerReading: Sendable {
  /// The fields that an answer may have.
  public static let names = ["outcome", "counterpart", "amount", "words"]

  public var faults: [FieldFault] { fields.faults }
  public let outcome: RushAnswer.Outcome?
  public let counterpart: RushAnswer.Counterpart?
  /// What was agreed: the deposit, the surcharge or the overdue amount.
  public let amount: Money?
  /// What the customer said.
  public let words: String
  private var fields: FieldReading

  /// Reads the answer to an offer.
  public init(_ given: [(String, JSON)], to offer: RushOffer, _ source: FieldSource) {
    var fields = FieldReading(given, known: RushAnswerReading.names, source)
    outcome = fields.choice("outcome")
    counterpart = fields.choice("counterpart")
    amount = fields.amount("amount")
    words = fields.text("words", longest: 2_000)
    self.fields = fields
    check(against: offer)
  }

  private mutating func check(against offer: RushOffer) {
    let outcomes = RushAnswer.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
    if fields["outcome"] == nil {
      fields.missing(
        "outcome", "Indiquez la réponse\u{A0}: \(outcomes).", "Give the outcome: \(outcomes).")
    }
    if let amount, !amount.isPositive {
      fields.missing(
        "amount", "Le montant convenu doit être supérieur à zéro.",
        "The amount agreed must be above zero.")
    }
    let kinds = RushAnswer.Counterpart.allCases.map(\.rawValue).joined(separator: ", ")
    switch (outcome, fields["counterpart"]) {
    case (.accepted?, nil):
      fields.missing(
        "counterpart", "Indiquez la contrepartie acceptée\u{A0}: \(kinds).",
        "Give the counterpart that was accepted: \(kinds).")
    case (.refused?, let found?), (.noAnswer?, let found?):
      fields.wrong(
        "counterpart", found, "une contrepartie ne s’indique que si l’offre est acceptée.",
        "a counterpart goes with an accepted offer only.")
    case (.accepted?, let found?) where counterpart == .shorterTerm && offer.counterTerm == nil:
      fields.wrong(
        "counterpart", found, "cette proposition ne demandait pas de délai plus court.",
        "this offer asked for no shorter term.")
    default: break
    }
  }
}

extension Desk {
  /// Writes down how a rush offer was answered; gives the offer as it stands then.
  ///
  /// The reading has no fault. Throws `DeskRefusal` for an unknown offer.
  public func answer(_ offer: EntryNumber, as read: RushAnswerReading) throws -> RushChapter {
    guard read.faults.isEmpty, let outcome = read.outcome else { throw DeskRefusal.nothingChosen }
    try answer(
      offer, outcome, by: read.counterpart, amount: read.amount, words: read.words)
    guard let chapter = try rushChapter(offer) else { throw DeskRefusal.unknownOffer(offer) }
    return chapter
  }
}
