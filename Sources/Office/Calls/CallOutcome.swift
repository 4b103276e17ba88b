import Claims
public import Ledger
public import Quantities

/// How a call ended, as the person who made it says.
public struct CallOutcome: Sendable {
  public enum End: Sendable {
    case promise(Money, on: Day)
    /// About one document; nil for the whole of it.
    case dispute(EntryNumber, Money?, Dispute.Cause, owner: String = "")
    /// Somebody else looks after our invoices.
    case wrongContact(ContactPerson?)
    case noAnswer
    case callBack(Day, minute: Int?)
    case saidPaid(Money, on: Day)
  }
  public let end: End
  /// Who was on the line, or is to be asked for; may be empty.
  public let person: String
  public let words: String
  /// A person confirms an amount or a day out of the ordinary.
  public var isSure = false
  /// The last call that the person knew of; nil where nobody else can have called meanwhile.
  public var lastCall: EntryNumber?

  public init(_ end: End, person: String = "", words: String = "") {
    self.end = end
    self.person = person
    self.words = words
  }
}

extension CallOutcome {
  /// What the call was, for the history.
  var note: String {
    let end =
      switch self.end {
      case .promise: "promesse / promise"
      case .dispute: "litige / dispute"
      case .wrongContact: "mauvais interlocuteur / wrong contact"
      case .noAnswer: "pas de réponse / no answer"
      case .callBack: "à rappeler / to call again"
      case .saidPaid: "dit avoir payé / says it has paid"
      }
    return ([end] + [person, words].filter { !$0.isEmpty }).joined(separator: " · ")
  }
}
