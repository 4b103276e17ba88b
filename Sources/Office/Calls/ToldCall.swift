public import Ledger
public import Quantities
import Store

/// A call that was written down, as the next page tells of it.
public struct ToldCall: Sendable {
  /// The e-mail that confirms it.
  public struct Message: Sendable {
    public let number: EntryNumber
    public let subject: String
    public let text: String
    /// Whether it waits for a person's word.
    public let isWaiting: Bool
  }
  public let name: String
  /// The call itself.
  public let reminder: Reminder
  public let message: Message?
  /// What the customer says to have paid; nil when that was not the outcome.
  public let saidPaid: Money?

  /// What was said, for a reader.
  public func note(french isFrench: Bool) -> String { reminder.note(french: isFrench) }
}

extension Desk {
  /// What was written down of a call, by the number of its entry; nil when it is no call of the
  /// customer's.
  public func toldCall(_ call: EntryNumber, of customer: CustomerID) throws -> ToldCall? {
    try store.read { reader -> ToldCall? in
      guard let name = try reader.customer(customer)?.name else { return nil }
      let entries = try reader.timeline(of: customer)
      guard let place = entries.firstIndex(where: { $0.number == call }),
        case .reminder(let reminder) = entries[place].fact, reminder.channel == .call
      else { return nil }
      var message: ToldCall.Message?
      var saidPaid: Money?
      for entry in entries where abs(entry.number.raw - call.raw) <= 2 {
        if case .message(let queued) = entry.fact, queued.key == "confirmation/\(call.raw)" {
          message = .init(
            number: entry.number, subject: queued.subject, text: queued.text,
            isWaiting: try reader.state(of: entry.number) == .waiting)
        }
        if case .saidPaid(let paid) = entry.fact { saidPaid = paid.amount }
      }
      return ToldCall(name: name, reminder: reminder, message: message, saidPaid: saidPaid)
    }
  }
}
