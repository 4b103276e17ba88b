/// A person knows better than the evidence what kind of payer a customer is (correction du profil).
public struct ProfileOverrule: Hashable, Sendable {
  /// The kind of payer, by the name that Behaviour gives it, such as `distress`.
  public let kind: String
  public let reason: String

  public init(kind: String, reason: String) {
    self.kind = kind
    self.reason = reason
  }
}
