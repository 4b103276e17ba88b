/// A version of a dunning plan as a person saved it; its text is read by Dunning.
public struct SavedPlan: Hashable, Sendable {
  public let key: String
  /// Counted from 1 within the plan.
  public let version: Int
  public let text: String
  /// What was changed and why, in the words of who saved it.
  public let note: String

  public init(key: String, version: Int, text: String, note: String) {
    self.key = key
    self.version = version
    self.text = text
    self.note = note
  }
}

/// From a day on, a version of a plan decides; none does when it was put aside.
public struct ActivatedPlan: Hashable, Sendable {
  public let key: String
  /// Nil when the plan is put aside.
  public let version: Int?
  public let note: String

  public init(key: String, version: Int?, note: String) {
    self.key = key
    self.version = version
    self.note = note
  }
}
