import CashApplication
import Ledger
import Quantities
import Store

/// Reads lines that wait anew against the documents of one customer, after a decision of a person.
/// It only proposes: a person is looking.
struct LineReview {
  private let customer: Customer
  private let currency: Currency
  private let pen: BookWriter

  init(of customer: Customer, in currency: Currency, _ pen: BookWriter) {
    self.customer = customer
    self.currency = currency
    self.pen = pen
  }

  /// Replaces what is proposed for the lines; gives those of which a customer's payment is thought
  /// now. `payer` is known to pay for the customer.
  func run(_ lines: [EntryNumber], payer: BankLine? = nil) throws -> [EntryNumber] {
    let documents = try openDocuments()
    let party = customer.party
    let accounts = [payer?.payerIBAN ?? "", party.iban].filter { !$0.isEmpty }
    let known = KnownPayer(
      customer: customer.id, name: party.name, parent: party.parent, ibans: accounts,
      siren: party.siren, code: party.code, means: party.means)
    var memory = PayerMemory()
    if let payer { memory.learn(customer.id, from: payer) }
    var index = OpenItemIndex(documents: documents, payers: [known])
    var changed: [EntryNumber] = []
    for answer in allocate(try incoming(lines), on: &index, learned: memory) {
      let proposals = answer.stored { _ in customer.id }
      if proposals.isEmpty { continue }
      try pen.dropProposals(for: answer.line)
      try pen.putBack(proposals)
      changed.append(answer.line)
    }
    return changed
  }

  private func openDocuments() throws -> [OpenDocument] {
    var documents: [OpenDocument] = []
    try pen.reader.forEachOpenAccount(pen.company, of: customer.id) { account in
      guard account.currency == currency else { return }
      documents += account.items.map { OpenDocument($0, of: customer.id, open: $0.open) }
    }
    return documents
  }

  /// The lines that pay no document yet: the rest of a line is for the person who used a part.
  private func incoming(_ lines: [EntryNumber]) throws -> [IncomingLine] {
    try lines.compactMap { number in
      guard let line = try pen.reader.bankLine(number), line.currency == currency,
        try pen.reader.open(ofLine: number) + pen.reader.resting(of: number).map(\.amount).sum()
          == line.amount
      else { return nil }
      return IncomingLine(id: number, line: line)
    }
  }
}

extension BookWriter {
  /// Reads the lines anew for which more is proposed than is left of a document: something else
  /// took it meanwhile. Gives the lines of which something else is thought now.
  @discardableResult
  func rereadStaleProposals(of customer: CustomerID? = nil) throws -> [EntryNumber] {
    try reread(try reader.staleProposals(of: customer, in: company))
  }

  /// The same for some lines only.
  func rereadStaleProposals(for lines: Set<EntryNumber>) throws {
    _ = try reread(try reader.staleProposals(for: lines, in: company))
  }

  private func reread(_ stale: [CustomerID: Set<EntryNumber>]) throws -> [EntryNumber] {
    var changed: Set<EntryNumber> = []
    for (customer, lines) in stale.sorted(by: { $0.key < $1.key }) {
      changed.formUnion(lines)
      for line in lines { try dropProposals(for: line) }
      guard let owner = try reader.customer(customer) else { continue }
      let currencies = try Dictionary(grouping: lines.sorted()) {
        try reader.bankLine($0)?.currency
      }
      for case (let currency?, let lines) in currencies {
        _ = try LineReview(of: owner, in: currency, self).run(lines)
      }
    }
    return changed.sorted()
  }
}
