/// The place of an entry in the book: 1 is the first. It also names the document, bank line or
/// allocation that the entry booked.
public struct EntryNumber: Hashable, Comparable, Sendable {
  public let raw: Int64
  public init(_ raw: Int64) { self.raw = raw }
  public static func < (left: EntryNumber, right: EntryNumber) -> Bool { left.raw < right.raw }
}

/// A customer of the firm, whatever its name becomes.
public struct CustomerID: Hashable, Comparable, Sendable {
  public let raw: Int64
  public init(_ raw: Int64) { self.raw = raw }
  public static func < (left: CustomerID, right: CustomerID) -> Bool { left.raw < right.raw }
}

/// A firm whose receivables are kept in the book (dossier).
public struct CompanyID: Hashable, Sendable {
  public let raw: Int64
  public init(_ raw: Int64) { self.raw = raw }
  /// The firm of a book that holds one.
  public static let first = CompanyID(1)
}
