public import Quantities

/// A day and an amount that the customer announced (promesse).
public struct PromiseToPay: Hashable, Sendable {
  public let on: Day
  public let amount: Money
  public let words: String
  /// The documents it speaks of; empty when it speaks of the account as a whole.
  public let documents: [EntryNumber]
  /// Who said it; empty when nobody noted the name.
  public let saidBy: String

  public init(
    on: Day, amount: Money, words: String, documents: [EntryNumber] = [], saidBy: String = ""
  ) {
    self.on = on
    self.amount = amount
    self.words = words
    self.documents = documents
    self.saidBy = saidBy
  }
}

/// An appointment to call again, as the customer asked for it (rappel).
public struct CallBack: Hashable, Sendable {
  public let on: Day
  /// The time of day in minutes after midnight; nil when any time will do.
  public let minute: Int?
  /// Whom to ask for; may be empty.
  public let person: String
  public let words: String

  public init(on: Day, minute: Int? = nil, person: String = "", words: String = "") {
    self.on = on
    self.minute = minute.flatMap { (0..<1440).contains($0) ? $0 : nil }
    self.person = person
    self.words = words
  }

  /// `14:30`; nil when any time will do.
  public var time: String? {
    minute.map { minute in
      let (hours, rest) = minute.quotientAndRemainder(dividingBy: 60)
      return (hours < 10 ? "0\(hours)" : "\(hours)") + (rest < 10 ? ":0\(rest)" : ":\(rest)")
    }
  }
}
