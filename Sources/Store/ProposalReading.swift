public import Ledger
public import Quantities

/// A part of what the program thinks a line pays, not booked.
public struct StoredProposal: Hashable, Sendable {
  public let line: EntryNumber
  public let customer: CustomerID?
  public let document: EntryNumber?
  public let amount: Money
  public let score: Int
  public let reasons: String

  public init(
    line: EntryNumber, customer: CustomerID?, document: EntryNumber?, amount: Money, score: Int,
    reasons: String
  ) {
    self.line = line
    self.customer = customer
    self.document = document
    self.amount = amount
    self.score = score
    self.reasons = reasons
  }
}

/// A part of what is proposed, without the reasons.
public struct ProposedPart: Hashable, Sendable {
  public let line: EntryNumber
  public let customer: CustomerID?
  public let document: EntryNumber?
  public let amount: Money
  public let score: Int
}

extension BookReader {
  /// What is proposed for every line of the company, by line, without the reasons.
  public func proposedParts(_ company: CompanyID) throws -> [ProposedPart] {
    var parts: [ProposedPart] = []
    try rows(
      """
      SELECT line, customer, document, amount, score FROM proposal
      WHERE +company = ?1 ORDER BY line, position
      """, [company.raw]
    ) { row in
      parts.append(
        ProposedPart(
          line: EntryNumber(row.int(0)), customer: row.intOrNil(1).map(CustomerID.init),
          document: row.intOrNil(2).map(EntryNumber.init), amount: Money(cents: row.int(3)),
          score: Int(row.int(4))))
    }
    return parts
  }

  /// The proposals for one line, or for every line of the company, by line.
  public func proposals(
    _ company: CompanyID, line: EntryNumber? = nil
  ) throws -> [StoredProposal] {
    var proposals: [StoredProposal] = []
    try rows(
      """
      SELECT line, customer, document, amount, score, reasons FROM proposal
      WHERE company = ?1 \(line == nil ? "" : "AND line = ?2") ORDER BY line, position
      """, [company.raw] + (line.map { [$0.raw] } ?? [])
    ) { row in
      proposals.append(
        StoredProposal(
          line: EntryNumber(row.int(0)), customer: row.intOrNil(1).map(CustomerID.init),
          document: row.intOrNil(2).map(EntryNumber.init), amount: Money(cents: row.int(3)),
          score: Int(row.int(4)), reasons: row.text(5)))
    }
    return proposals
  }

  /// A number for what is proposed to each customer, that is another one when another line,
  /// document or amount is: to tell in one run of the program whose proposals have changed.
  public func proposalMarks(_ company: CompanyID) throws -> [CustomerID: Int] {
    var marks: [CustomerID: Int] = [:]
    try rows(
      """
      SELECT customer, line, document, amount FROM proposal
      WHERE +company = ?1 AND customer IS NOT NULL
      """, [company.raw]
    ) { row in
      var hasher = Hasher()
      for column: Int32 in 1...3 { hasher.combine(row.int(column)) }
      marks[CustomerID(row.int(0)), default: 0] &+= hasher.finalize()
    }
    return marks
  }
}

extension BookWriter {
  /// Replaces what the program proposes for some of the open lines; for all of them when nil.
  public func replaceProposals(
    _ proposals: [StoredProposal], of lines: Set<EntryNumber>? = nil
  ) throws {
    if let lines {
      for line in lines { try dropProposals(for: line) }
    } else {
      let clear = try connection.prepare("DELETE FROM proposal WHERE company = ?1")
      clear.bind(1, company.raw)
      try clear.run()
    }
    var position: [EntryNumber: Int64] = [:]
    for proposal in proposals {
      position[proposal.line, default: -1] += 1
      try insert(proposal, at: position[proposal.line]!)
    }
  }

  private func insert(_ proposal: StoredProposal, at position: Int64) throws {
    let row = try connection.prepare(
      """
      INSERT INTO proposal (line, position, company, customer, document, amount, score, reasons)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """)
    row.bind(1, proposal.line.raw)
    row.bind(2, position)
    row.bind(3, company.raw)
    row.bind(4, proposal.customer?.raw)
    row.bind(5, proposal.document?.raw)
    row.bind(6, proposal.amount.cents)
    row.bind(7, Int64(proposal.score))
    row.bind(8, proposal.reasons)
    try row.run()
  }

  /// Proposes again what was proposed before, for waiting lines that have no proposal.
  public func putBack(_ proposals: [StoredProposal]) throws {
    for (line, parts) in Dictionary(grouping: proposals, by: \.line) {
      guard try reader.proposals(company, line: line).isEmpty,
        try !reader.open(ofLine: line).isZero || !reader.resting(of: line).isEmpty
      else { continue }
      for (position, part) in parts.enumerated() { try insert(part, at: Int64(position)) }
    }
  }

  /// Forgets what was proposed for a line: a person has decided.
  public func dropProposals(for line: EntryNumber) throws {
    let row = try connection.prepare("DELETE FROM proposal WHERE line = ?1")
    row.bind(1, line.raw)
    try row.run()
  }
}
