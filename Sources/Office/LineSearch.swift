public import Ledger
public import Quantities
import Store

/// What a person finds who looks for the document that a bank line pays.
public struct LineSearch: Sendable {
  /// An open document, with the part of the line that would go on it.
  public struct Candidate: Sendable {
    public let document: EntryNumber
    public let number: String
    public let customer: CustomerID
    public let customerName: String
    public let open: Money
    public let share: Money
  }

  public let candidates: [Candidate]
  public let customers: [Customer]
}

extension Desk {
  /// Open documents by the start of their number, its last digits or what is left of them, and
  /// customers by name.
  public func search(_ words: String, for line: EntryNumber) throws -> LineSearch {
    try store.read { reader in
      guard let bankLine = try reader.bankLine(line) else { throw DeskRefusal.unknownLine(line) }
      let left = try reader.open(ofLine: line)
      if words.isEmpty { return LineSearch(candidates: [], customers: []) }
      var documents = try reader.documents(numberedLike: words, limit: 60).map(\.0)
      documents += try reader.openDocuments(endingIn: words, limit: 20)
      if let amount = Money(french: words) ?? Money(decimal: words), amount.isPositive {
        documents += try reader.documents(leaving: amount, limit: 20)
      }
      var candidates: [LineSearch.Candidate] = []
      for document in documents where candidates.count < 12 {
        if candidates.contains(where: { $0.document == document }) { continue }
        if let found = try candidate(document, bankLine, left, reader) { candidates.append(found) }
      }
      return LineSearch(
        candidates: candidates,
        customers: try reader.customers(.first, matching: words, limit: 12))
    }
  }

  private func candidate(
    _ document: EntryNumber, _ line: BankLine, _ left: Money, _ reader: BookReader
  ) throws -> LineSearch.Candidate? {
    let open = try reader.open(ofDocument: document)
    guard !open.isZero, open.isNegative == left.isNegative,
      try reader.currency(of: document) == line.currency,
      let customer = try reader.owner(of: document), let number = try reader.number(of: document)
    else { return nil }
    return LineSearch.Candidate(
      document: document, number: number, customer: customer,
      customerName: try reader.customer(customer)?.name ?? "", open: open,
      share: open.magnitude < left.magnitude ? open : left)
  }
}
