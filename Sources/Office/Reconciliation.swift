import CashApplication
public import Ledger
public import Quantities
public import Store

/// The bank lines that wait for a person, with what the program thinks of them.
public struct Reconciliation: Sendable {
  /// A part of a proposal: which document of whom, and how much.
  public struct Part: Sendable {
    public let document: EntryNumber?
    public let number: String
    public let amount: Money
    public let customer: CustomerID?
    public let customerName: String
  }

  public struct Row: Sendable {
    public let line: EntryNumber
    public let bankLine: BankLine
    /// What is left of the line, and what of it rests on an account without a letter.
    public let open: Money
    public let parts: [Part]
    /// In thousandths; zero without a proposal.
    public let score: Int
    public let reasons: String
    /// What would be left after the proposal.
    public var residual: Money { open - parts.map(\.amount).sum() }
    /// The words by which lines like this one may be known.
    public var suggestedWords: String { LinePhrases.suggested(by: bankLine) }
  }

  public let rows: [Row]
  public let total: Int
}

extension Desk {
  /// Lines to decide, those with a proposal first: fifty from a place in their order.
  public func reconciliation(from place: Int = 0, most: Int = 50) throws -> Reconciliation {
    try store.read { reader in
      let waiting = try reader.waitingLines(.first, limit: most, offset: max(0, place))
      return Reconciliation(
        rows: try waiting.map { try row($0, reader) },
        total: try reader.waitingLineCount(.first))
    }
  }

  /// A line as a decision left it: what it pays, the rest that still waits, and how many lines
  /// wait in all.
  public func decided(
    _ line: EntryNumber
  ) throws -> (row: Reconciliation.Row, rest: Reconciliation.Row?, waiting: Int) {
    try store.read { reader in
      guard let bankLine = try reader.bankLine(line) else { throw DeskRefusal.unknownLine(line) }
      let parts = try reader.allocations(ofLine: line).map { number, allocation in
        let customer = try reader.owner(ofEntry: number)
        return Reconciliation.Part(
          document: allocation.document,
          number: try allocation.document.flatMap { try reader.number(of: $0) } ?? "",
          amount: allocation.amount, customer: customer,
          customerName: try customer.flatMap { try reader.customer($0)?.name } ?? "")
      }
      let row = Reconciliation.Row(
        line: line, bankLine: bankLine, open: try reader.open(ofLine: line), parts: parts,
        score: 0, reasons: "")
      let rest = row.open.isZero ? nil : try self.row(line, reader)
      return (row, rest, try reader.waitingLineCount(.first))
    }
  }

  /// One line to decide; nil when nothing is left of it.
  public func reconciliation(of line: EntryNumber) throws -> Reconciliation.Row? {
    try store.read { reader in
      guard try reader.bankLine(line) != nil else { return nil }
      let row = try row(line, reader)
      return row.open.isZero ? nil : row
    }
  }

  private func row(
    _ line: EntryNumber, _ reader: BookReader
  ) throws -> Reconciliation.Row {
    guard let bankLine = try reader.bankLine(line) else {
      throw DeskRefusal.unknownLine(line)
    }
    let proposals = try reader.proposals(.first, line: line)
    let parts = try proposals.map { proposal in
      Reconciliation.Part(
        document: proposal.document,
        number: try proposal.document.flatMap { try reader.number(of: $0) } ?? "",
        amount: proposal.amount, customer: proposal.customer,
        customerName: try proposal.customer.flatMap { try reader.customer($0)?.name } ?? "")
    }
    return Reconciliation.Row(
      line: line, bankLine: bankLine,
      open: try reader.open(ofLine: line) + reader.resting(of: line).map(\.amount).sum(),
      parts: parts,
      score: proposals.first?.score ?? 0, reasons: proposals.first?.reasons ?? "")
  }
}

/// A part of a bank line on a document, as exported.
public struct ExportedAllocation: Sendable {
  /// The bank's own reference of the line.
  public let bankReference: String
  public let document: String
  public let amount: Money
  /// `applied`, `confirmed` or `proposed`.
  public let mode: String
}

extension Desk {
  /// Goes through all allocations that stand, then the proposals.
  public func forEachAllocation(_ body: (ExportedAllocation) throws -> Void) throws {
    try store.read { reader in
      try reader.forEachAllocation(.first) { reference, document, amount, mode in
        try body(
          ExportedAllocation(
            bankReference: reference, document: document, amount: amount, mode: mode))
      }
    }
  }

  /// A consistent copy of the book into a new file.
  ///
  /// The files beside it go along: each once, whatever the number of backups to the same place.
  @discardableResult
  public func backup(to path: String) throws -> Archive.Copied {
    try store.backup(to: path)
    // After the book: a file that came meanwhile does no harm, one that lacks would.
    return try store.archive.copy(to: Archive(beside: path))
  }
}
