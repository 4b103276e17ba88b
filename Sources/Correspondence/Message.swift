public import Dunning
public import Ledger
public import Quantities

/// What a letter is for. The first five ask, each more plainly than the one before.
public enum Message: Hashable, Sendable {
  /// A friendly notice before the due date.
  case preDue
  /// Just after the due date: supposes an oversight.
  case courtesy
  /// States the facts.
  case reminder
  /// Asks for the whole claim by a day, and offers to talk.
  case firm
  /// The last demand (mise en demeure, C. civ. 1344, R5.1 to R5.8).
  case formalNotice
  /// All open items, for the customer's accounts (relevé de compte).
  case statement
  /// A payment came in.
  case thanks(Money, received: Day)
  /// A debt paid in parts, for both to sign (échéancier); written by `composePlan`.
  case instalmentPlan

  /// The name under which it is booked: `courtesy`, `formalNotice`…
  public var name: String {
    switch self {
    case .preDue: "preDue"
    case .courtesy: "courtesy"
    case .reminder: "reminder"
    case .firm: "firm"
    case .formalNotice: "formalNotice"
    case .statement: "statement"
    case .thanks: "thanks"
    case .instalmentPlan: "instalmentPlan"
    }
  }

  public init(_ level: DunningLevel.Name) {
    switch level {
    case .preDue: self = .preDue
    case .courtesy: self = .courtesy
    case .reminder: self = .reminder
    case .firm: self = .firm
    case .formalNotice: self = .formalNotice
    }
  }
}

/// The circumstances of one letter.
public struct Occasion: Hashable, Sendable {
  public var message: Message
  /// The letter's own number, given before it leaves.
  public var number: String
  /// Nil for the customer's own language.
  public var language: Customer.Language?
  /// How it speaks; nil for the message's usual tone.
  public var tone: DunningLevel.Tone?
  /// The documents spoken of in a pre-due notice; empty for all those not due yet.
  public var documents: [EntryNumber] = []
  /// The numbers of the invoices that a payment is for, in thanks.
  public var paid: [String] = []
  /// The days of our earlier messages about these documents, oldest first.
  public var earlier: [Day] = []
  /// Whether interest and the 40 € are asked for, or the invoices alone.
  public var asksAccessories: Bool
  /// A promise that was not kept: said in the letter, as a fact.
  public var brokenPromise: PromiseToPay?
  /// How long a firm letter or a formal notice leaves. Practice: 8 to 15 days (R5.5).
  public var deadlineInDays = 8
  /// Sent by registered letter: said at the head of a formal notice.
  public var isRegistered = true
  /// The files that go with it: its text announces them.
  public var attached = Attached()

  public init(_ message: Message, number: String, language: Customer.Language? = nil) {
    self.message = message
    self.number = number
    self.language = language
    // As the plan that needs no set-up, so that a letter asks for what the day's list says.
    let level = DunningPlan.standard.levels.first { Message($0.name) == message }
    asksAccessories = level?.asksAccessories ?? (message == .statement)
  }

  /// The letter that a decision asks for.
  public init(_ contact: Contact, number: String, language: Customer.Language? = nil) {
    self.init(Message(contact.level.name), number: number, language: language)
    tone = contact.level.tone
    documents = contact.documents
    asksAccessories = contact.level.asksAccessories
    earlier = contact.lastLevelDay.map { [$0] } ?? []
    brokenPromise = contact.brokenPromise
    isRegistered = contact.level.channel == .registeredLetter
  }
}
