public import Behaviour
public import Dunning
public import Ledger
public import Quantities

/// What a call is about: what its words speak of.
public struct CallOccasion: Hashable, Sendable {
  public var language: Customer.Language
  public var tone: DunningLevel.Tone
  /// What kind of payer it is, as far as anybody knows.
  public var payer = PayerProfile.Kind.unknown
  /// Our firm and who calls; the caller may be empty.
  public var firm: String
  public var caller = ""
  /// Whom to ask for; empty when nobody is known.
  public var person = ""
  /// What is asked for, and the oldest document of it.
  public var amount: Money
  /// The interest and compensation within it; zero for a step that asks for the principal alone.
  public var accessories = Money.zero
  public var currency = Currency.eur
  public var number: String
  public var due: Day
  public var documentCount = 1
  /// What was announced last and did not come.
  public var brokenPromise: PromiseToPay?
  /// The day of the message that is answered; nil for a call.
  public var written: Day?
  /// Whether a formal notice was sent.
  public var hasNotice = false

  public init(
    firm: String, number: String, due: Day, amount: Money, tone: DunningLevel.Tone,
    language: Customer.Language
  ) {
    self.firm = firm
    self.number = number
    self.due = due
    self.amount = amount
    self.tone = tone
    self.language = language
  }

  var money: String {
    language == .french ? amount.french(in: currency) : amount.english(in: currency)
  }
  /// What is asked for, and what of it are accessories: nobody pays them unawares.
  var sum: String {
    guard accessories.isPositive else { return money }
    return language == .french
      ? "\(money), dont \(accessories.french(in: currency)) de pénalités et indemnités"
      : "\(money), \(accessories.english(in: currency)) of it interest and compensation"
  }
  var dueDay: String { language == .french ? due.frenchLong : due.englishLong }
}

/// What to say on the telephone to ask for payment, line by line.
///
/// It supposes an oversight, asks plainly for a day, lets the customer answer and closes on what
/// was agreed. It never threatens and never humiliates (R10.2, R10.3).
public struct CallScript: Hashable, Sendable {
  /// One line, with what it is for.
  public struct Line: Hashable, Sendable {
    public let title: String
    public let words: String
    /// Whether it is said, or is advice to the caller.
    public let isSpoken: Bool
  }

  public let lines: [Line]
  public let objections: [CallObjection.Answer]

  /// All that a customer may hear, for the check of the words.
  public var spoken: String {
    (lines.filter(\.isSpoken).map(\.words) + objections.map(\.answer)).joined(separator: "\n")
  }
}

/// The script of a call.
public func script(for occasion: CallOccasion) -> CallScript {
  switch occasion.language {
  case .french: FrenchCall(occasion: occasion).script
  case .english: EnglishCall(occasion: occasion).script
  }
}
