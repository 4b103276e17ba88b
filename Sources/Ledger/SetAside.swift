/// A bank line declared not to be a customer's payment, or not another one: a tax refund, a
/// transfer between our own accounts, money that our books brought in before the statement did.
public struct SetAside: Hashable, Sendable {
  public let line: EntryNumber
  public let reason: String
  /// The line that stands for the same money already, when that is why; nil otherwise.
  public let twin: EntryNumber?
  /// The rule by which it was set aside; nil when a person looked at this very line.
  public let rule: EntryNumber?

  public init(
    line: EntryNumber, reason: String, twin: EntryNumber? = nil, rule: EntryNumber? = nil
  ) {
    self.line = line
    self.reason = reason
    self.twin = twin
    self.rule = rule
  }
}
