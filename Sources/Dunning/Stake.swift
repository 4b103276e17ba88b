import Claims
import Law
public import Ledger
public import Quantities

/// What asking a customer today is worth, in euros: what is asked for, by the chance that it does
/// not come by itself in the week. Where a day that cannot wait is near, that goes before euros.
public struct Stake: Hashable, Sendable {
  /// What cannot wait, whatever the amount.
  public enum Deadline: Hashable, Sendable {
    /// After this day a part can no longer be brought to court (R6.1).
    case limitation(last: Day)
    /// What was announced for this day did not come, and nobody has spoken to them since.
    case brokenWord(of: Day)
  }

  public let asked: Money
  /// The chance that the oldest invoice is paid within the week without a word, in whole percents:
  /// the product can be checked with a pencil. Nil where nothing is foretold.
  public let chanceByItself: Rate?
  public let deadline: Deadline?

  /// Money that comes within so many days without a word is not what asking brings.
  public static let weekInDays = 7
  /// A limitation so many months ahead goes first: there is time left to go to court (R6.1).
  public static let limitationInMonths = 3

  public init(asked: Money, chanceByItself: Rate?, deadline: Deadline? = nil) {
    self.asked = asked
    self.chanceByItself = chanceByItself.map {
      Rate(partsPerMillion: ($0.partsPerMillion + 5_000) / 10_000 * 10_000)
    }
    self.deadline = deadline
  }

  /// What a contact is worth; what is not due yet counts whole, and has no deadline.
  init(of contact: Contact, in claim: Claim, chanceByItself: Rate?) {
    guard !contact.isBeforeDue else {
      self.init(asked: contact.claiming, chanceByItself: nil)
      return
    }
    self.init(
      asked: claim.total, chanceByItself: chanceByItself, deadline: claim.deadline(for: contact))
  }

  /// The chance that asking is needed for it to come.
  public var chanceToMove: Rate {
    Rate(partsPerMillion: 1_000_000 - (chanceByItself?.partsPerMillion ?? 0))
  }

  /// What asking is worth: the amount by the chance, to the cent below.
  public var worth: Money {
    let (whole, rest) = asked.cents.quotientAndRemainder(dividingBy: 1_000_000)
    let parts = chanceToMove.partsPerMillion
    return Money(cents: whole * parts + rest * parts / 1_000_000)
  }

  /// Limitation first, then a word not kept, then the rest.
  var turn: Int {
    switch deadline {
    case .limitation: 0
    case .brokenWord: 1
    case nil: 2
    }
  }
}

extension Claim {
  fileprivate func deadline(for contact: Contact) -> Stake.Deadline? {
    if let last = nearestLimitation { return .limitation(last: last) }
    guard isLetDown(since: contact.lastContact) else { return nil }
    return .brokenWord(of: brokenPromise?.fact.on ?? contact.lead.due)
  }

  /// The first limitation that the list must not let pass; nil where none is near.
  private var nearestLimitation: Day? {
    let period: LimitationPeriod.Kind = customer.kind == .consumer ? .consumer : .commercial
    return items.lazy.filter { item in
      // The exact date is worked out for old items only.
      item.principal.isPositive && !item.isTimeBarred
        && item.limitationStart.days(to: day) > 365 * period.years - 100
    }.map { $0.limitation(ofYears: period.years) }
      .filter { $0.alarmInMonths(on: day).map { $0 <= Stake.limitationInMonths } ?? false }
      .map(\.prudent).min()
  }
}

extension Stake {
  /// Why the contact has its rank, in the reader's language.
  public func explanation(in language: Customer.Language, _ currency: Currency) -> String {
    switch language {
    case .french: french(currency)
    case .english: english(currency)
    }
  }

  private func french(_ currency: Currency) -> String {
    var text = "\(asked.french(in: currency)) à réclamer"
    if let chanceByItself {
      let moved = chanceToMove.wholePercent
      text +=
        " × \(moved)\u{A0}% = \(worth.french(in: currency))\u{A0}: sans relance, son historique "
        + "laisse \(chanceByItself.wholePercent)\u{A0}% de chances qu’il paie d’ici "
        + "\(Stake.weekInDays)\u{A0}jours"
    } else {
      text += ", compté entier\u{A0}: rien ne dit quand il paiera"
    }
    switch deadline {
    case .limitation(let last): return "avant tout, prescription le \(last.french)\u{A0}; \(text)"
    case .brokenWord(let day):
      return "avant les autres, annoncé pour le \(day.french) et pas venu\u{A0}; \(text)"
    case nil: return text
    }
  }

  private func english(_ currency: Currency) -> String {
    var text = "\(asked.english(in: currency)) to claim"
    if let chanceByItself {
      let moved = chanceToMove.wholePercent
      text +=
        " × \(moved)% = \(worth.english(in: currency)): with no reminder, the history leaves a "
        + "\(chanceByItself.wholePercent)% chance of payment within \(Stake.weekInDays) days"
    } else {
      text += ", counted whole: nothing tells when they will pay"
    }
    switch deadline {
    case .limitation(let last):
      return "before all, the limitation ends on \(last.englishLong); \(text)"
    case .brokenWord(let day):
      return "before the others, announced for \(day.englishLong) and did not come; \(text)"
    case nil: return text
    }
  }
}

extension Rate {
  /// The percentage of a rate of whole percents.
  fileprivate var wholePercent: String { String(partsPerMillion / 10_000) }
}
