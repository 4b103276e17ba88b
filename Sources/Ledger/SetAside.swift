/// A bank line that a person declared not to be a customer's payment: a tax refund, a transfer
/// between our own accounts.
public struct SetAside: Hashable, Sendable {
  public let line: EntryNumber
  public let reason: String

  public init(line: EntryNumber, reason: String) {
    self.line = line
    self.reason = reason
  }
}
