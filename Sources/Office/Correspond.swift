import Claims
public import Correspondence
public import Dunning
public import Ledger
public import Quantities
import Store

extension Firm {
  /// The firm as the sender of a letter.
  public var sender: Sender {
    var sender = Sender(name: name)
    sender.legalForm = legalForm
    sender.capital = Money(french: capital)
    sender.siren = siren
    sender.registry = registry
    sender.vatNumber = vatNumber
    sender.street = street
    sender.postcode = postcode
    sender.city = city
    sender.iban = iban
    sender.bic = bic
    sender.phone = phone
    sender.email = email
    sender.signatory = signatory
    sender.signatoryTitle = signatoryTitle
    return sender
  }
}

extension Message {
  /// The message of a dunning level.
  public init(_ level: DunningLevel.Name) {
    switch level {
    case .preDue: self = .preDue
    case .courtesy: self = .courtesy
    case .reminder: self = .reminder
    case .firm: self = .firm
    case .formalNotice: self = .formalNotice
    }
  }

  /// The message of a name: that of a level, or `statement`; nil for anything else.
  public init?(named name: String) {
    if name == "statement" {
      self = .statement
    } else if let level = DunningLevel.Name(rawValue: name) {
      self.init(level)
    } else {
      return nil
    }
  }
}

/// How a letter is to speak, where it differs from what is usual.
public struct Manner: Hashable, Sendable {
  /// Nil for the customer's own.
  public var language: Customer.Language?
  /// Nil for the message's usual tone.
  public var tone: DunningLevel.Tone?
  /// Words that are only tried; nil for the firm's.
  public var words: LetterWords?

  public init(
    language: Customer.Language? = nil, tone: DunningLevel.Tone? = nil, words: LetterWords? = nil
  ) {
    self.language = language
    self.tone = tone
    self.words = words
  }
}

extension Desk {
  /// The letters of a message to a customer, one for each currency that has something to say.
  ///
  /// The language is the customer's unless one is given; tone and words are the firm's usual ones.
  /// Throws `UnknownRate`.
  public func letters(
    _ message: Message, to id: CustomerID, in language: Customer.Language? = nil,
    on day: Day? = nil
  ) throws -> [Letter] {
    try letters(message, to: id, in: Manner(language: language), on: day)
  }

  /// The same in a tone, or in words that are only tried. They announce the copies that would go
  /// with them.
  public func letters(
    _ message: Message, to id: CustomerID, in manner: Manner, on day: Day? = nil
  ) throws -> [Letter] {
    try written(message, to: id, in: manner, on: day, by: .email).map(\.letter)
  }

  /// The letters with the copies that go with them.
  func written(
    _ message: Message, to id: CustomerID, in manner: Manner, on day: Day? = nil,
    by channel: Reminder.Channel
  ) throws -> [WrittenLetter] {
    let day = day ?? today
    return try store.read { reader in
      let settings = try reader.settings()
      let sender = Firm(settings: settings).sender
      var book = LetterBook(settings: settings)
      if let words = manner.words { book.keep(words) }
      let assessor = Assessor(try practice(reader))
      // What is in the outbox has told the customer nothing yet.
      let untold = day == today ? try reader.remindersToCome(for: id) : []
      return try unsettledAccounts(of: id, on: day, reader).compactMap { account in
        let assessed = try assessor.assess(account, on: day)
        // A letter that asks for interest does not leave without it.
        if let missing = assessed.missingRate, message.speaksOfInterest { throw missing }
        var occasion = Occasion(
          message, number: Desk.letterNumber(message, account.customer, account.currency, day),
          language: manner.language)
        occasion.tone = manner.words?.tone ?? manner.tone
        occasion.earlier = account.reminders.filter {
          $0.happened < day && !untold.contains($0.number)
        }.map(\.happened)
        let isPaper = channel != .email
        let copies = try enclosed(message, assessed.claim, isPaper: isPaper, on: day, reader)
        occasion.attached = Attached(copies: copies)
        occasion.attached.letter = !isPaper && message.isAttached
        return compose(occasion, for: assessed.claim, from: sender, in: book)
          .map { WrittenLetter(letter: $0, copies: copies) }
      }
    }
  }

  private func enclosed(
    _ message: Message, _ claim: Claim, isPaper: Bool, on day: Day, _ reader: BookReader
  ) throws -> [EnclosedCopy] {
    guard message.enclosesCopies else { return [] }
    let documents = claim.spoken(of: message).map(\.document)
    let moment = day == today ? Moment.now : Moment(asOf: day)
    let ours = isPaper || message.isAttached ? Desk.roomForLetter : 0
    let choice = CopyChoice(
      archive: store.archive, pdf: pdf, room: Desk.mostAttached - ours, isPaper: isPaper)
    return choice.chosen(
      of: documents, in: claim, from: try reader.copiesToEnclose(of: documents, at: moment))
  }

  /// What is open on a customer's accounts: today's balances without their history, or a past
  /// day's from it.
  private func unsettledAccounts(
    of id: CustomerID, on day: Day, _ reader: BookReader
  ) throws -> [Account] {
    guard try reader.customer(id) != nil else { throw DeskRefusal.unknownCustomer(id) }
    var accounts: [Account] = []
    if day == today { try reader.forEachOpenAccount(.first, of: id) { accounts.append($0) } }
    if !accounts.isEmpty { return accounts }
    return try reader.accounts(of: id, at: Moment(asOf: day)).map { $0.unsettled(on: day) }
  }

  /// A number that names the letter by what it is, to whom and when: the same letter made twice
  /// bears the same number.
  static func letterNumber(
    _ message: Message, _ customer: Customer, _ currency: Currency, _ day: Day
  ) -> String {
    let kinds = [
      "preDue": "AE", "courtesy": "RC", "reminder": "R1", "firm": "R2", "formalNotice": "MD",
      "statement": "RL", "thanks": "ME",
    ]
    let date = day.iso.replacing("-", with: "")
    let suffix = currency.isEuro ? "" : "-" + currency.code
    return "\(kinds[message.name] ?? "CO")-\(date)-\(customer.id.raw)\(suffix)"
  }
}

/// A letter with the copies that go with it.
struct WrittenLetter: Sendable {
  let letter: Letter
  let copies: [EnclosedCopy]
}

extension Claim {
  /// The documents that a letter speaks of, oldest due date first.
  func spoken(of message: Message) -> [OpenItem] {
    message == .preDue
      ? items.filter(\.notYetDue.isPositive).sorted {
        ($0.nextDue ?? $0.due, $0.number) < ($1.nextDue ?? $1.due, $1.number)
      }
      : claimed.filter(\.principal.isPositive)
  }
}

extension Message {
  /// Whether an e-mail of it brings it as a PDF too.
  var isAttached: Bool { self == .formalNotice || self == .statement }

  /// Whether the copies of the invoices go with it.
  fileprivate var enclosesCopies: Bool {
    switch self {
    case .preDue, .courtesy, .reminder, .firm, .formalNotice: true
    case .statement, .thanks, .instalmentPlan: false
    }
  }

  fileprivate var speaksOfInterest: Bool {
    switch self {
    case .preDue, .courtesy, .thanks, .instalmentPlan: false
    case .reminder, .firm, .formalNotice, .statement: true
    }
  }
}
