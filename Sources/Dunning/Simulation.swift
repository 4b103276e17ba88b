public import Ledger
public import Quantities

/// A contact that a plan would make if nobody paid or answered.
public struct ForeseenContact: Hashable, Sendable {
  public let day: Day
  public let customer: CustomerID
  public let currency: Currency
  public let step: Reminder.Step
  public let name: DunningLevel.Name
  public let channel: Reminder.Channel
  public let isWithCall: Bool
  /// The principal asked for.
  public let asked: Money
  public let documents: [EntryNumber]
}

/// How many contacts of each kind.
public struct ContactTally: Hashable, Sendable {
  public var emails = 0
  public var letters = 0
  public var registeredLetters = 0
  public var calls = 0
  public var messages = 0
  public var tasks = 0
  /// Formal notices, however they are sent: counted here, not by their channel.
  public var notices = 0

  public init() {}

  public var isEmpty: Bool { self == ContactTally() }
  public var total: Int {
    emails + letters + registeredLetters + calls + messages + tasks + notices
  }

  /// Counts a contact, and the call that goes with it.
  public mutating func add(_ contact: ForeseenContact) {
    if contact.isWithCall { calls += 1 }
    guard contact.name != .formalNotice else {
      notices += 1
      return
    }
    switch contact.channel {
    case .email: emails += 1
    case .letter: letters += 1
    case .registeredLetter: registeredLetters += 1
    case .call, .visit: calls += 1
    case .sms: messages += 1
    case .task: tasks += 1
    }
  }

  /// `42 e-mails, 6 appels, 2 mises en demeure`.
  public func wording(in language: Customer.Language) -> String {
    let isFrench = language == .french
    let parts: [(Int, String, String)] = [
      (emails, isFrench ? "e-mail" : "e-mail", isFrench ? "e-mails" : "e-mails"),
      (calls, isFrench ? "appel" : "call", isFrench ? "appels" : "calls"),
      (letters, isFrench ? "lettre" : "letter", isFrench ? "lettres" : "letters"),
      (
        registeredLetters, isFrench ? "lettre recommandée" : "registered letter",
        isFrench ? "lettres recommandées" : "registered letters"
      ),
      (messages, "SMS", "SMS"),
      (tasks, isFrench ? "tâche" : "task", isFrench ? "tâches" : "tasks"),
      (
        notices, isFrench ? "mise en demeure" : "formal notice",
        isFrench ? "mises en demeure" : "formal notices"
      ),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    if told.isEmpty { return isFrench ? "aucun contact" : "no contact" }
    return told.joined(separator: ", ")
  }
}

/// The days ahead as a plan would fill them, account by account, if nobody paid or answered.
public struct Simulation: Sendable {
  public let days: DayRange
  public private(set) var contacts: [ForeseenContact] = []
  /// Accounts looked at.
  public private(set) var accountCount = 0
  private var tallies: [ContactTally]

  public init(over days: DayRange) {
    self.days = days
    tallies = Array(repeating: ContactTally(), count: days.first.days(to: days.last) + 1)
  }

  /// Counts what one account would hear.
  public mutating func add(_ foreseen: [ForeseenContact]) {
    accountCount += 1
    for contact in foreseen {
      contacts.append(contact)
      tallies[days.first.days(to: contact.day)].add(contact)
    }
  }

  /// What is foreseen on a day.
  public func tally(on day: Day) -> ContactTally {
    days.contains(day) ? tallies[days.first.days(to: day)] : ContactTally()
  }

  /// What is foreseen over all the days.
  public var total: ContactTally {
    var total = ContactTally()
    for contact in contacts { total.add(contact) }
    return total
  }

  /// The fullest day; nil when nothing is foreseen.
  public var peak: (day: Day, tally: ContactTally)? {
    guard let place = tallies.indices.max(by: { tallies[$0].total < tallies[$1].total }),
      !tallies[place].isEmpty
    else { return nil }
    return (days.first.adding(days: place), tallies[place])
  }

  /// The customers who hear of us in one simulation and not in the other, and those who hear of us
  /// otherwise.
  public func difference(
    from former: Simulation
  ) -> (added: Set<CustomerID>, dropped: Set<CustomerID>, changed: Set<CustomerID>) {
    let now = Dictionary(grouping: contacts, by: \.customer).mapValues { $0.map(\.what) }
    let then = Dictionary(grouping: former.contacts, by: \.customer).mapValues { $0.map(\.what) }
    let both = Set(now.keys).intersection(then.keys)
    return (
      Set(now.keys).subtracting(both), Set(then.keys).subtracting(both),
      both.filter { now[$0] != then[$0] }
    )
  }
}

extension ForeseenContact {
  fileprivate struct What: Hashable {
    let day: Day
    let name: DunningLevel.Name
    let channel: Reminder.Channel
  }

  fileprivate var what: What { What(day: day, name: name, channel: channel) }
}
