/// A whole import taken back (import annulé): what it brought counts no more.
///
/// It answers every entry of the import at once. What others had allocated on its documents or from
/// its lines is answered one by one, by reversals booked just before it.
public struct ImportUndone: Hashable, Sendable {
  public let source: Int64
  /// The entries of the import, from the first to the last.
  public let first: EntryNumber
  public let last: EntryNumber
  /// The first entry of the undoing.
  public let begun: EntryNumber
  public let reason: String

  public init(
    source: Int64, first: EntryNumber, last: EntryNumber, begun: EntryNumber, reason: String
  ) {
    self.source = source
    self.first = first
    self.last = last
    self.begun = begun
    self.reason = reason
  }

  /// Whether an entry came with the import.
  public func answers(_ entry: EntryNumber) -> Bool { first <= entry && entry <= last }
}
