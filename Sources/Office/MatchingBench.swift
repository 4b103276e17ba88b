import CashApplication
import Ledger
import Quantities
import Store

/// What the matching works on, read from the book: documents and lines by currency, payers.
///
/// Documents and lines go straight from the book into the index and the run: a million of each are
/// never in memory as they stand in the book.
final class MatchingBench {
  private var indexes: [Currency: OpenItemIndex] = [:]
  var runs: [Currency: CashRun] = [:]
  /// What the firm's books hold on accounts without a letter.
  var resting: [Currency: [IncomingLine]] = [:]
  var owners = DocumentOwners()
  let memory: PayerMemory
  /// What a person took back is theirs to decide: it is proposed, never booked again unasked.
  let takenBack: (lines: Set<EntryNumber>, setOffs: Set<EntryNumber>)
  /// Whose the money is that rests on an account, by its line.
  var holders: [EntryNumber: CustomerID] = [:]
  /// Where the books put money is not for the program to decide: it only proposes.
  let ofBooks: Set<EntryNumber>
  /// Lines and documents before this entry were weighed by an earlier run.
  let weighed: WeighedBefore?
  /// Set-offs that give way where a payer deducts the credit note himself.
  let setOffs: LiftedSetOffs
  /// The lines that wait for an answer.
  private(set) var lineCount = 0
  /// What lines of the past were put on.
  var past: PastParts?
  /// The customers and the lines that were read anew.
  var customersRead: Set<CustomerID> = []
  var read: Set<EntryNumber> = []
  /// Proposals that stand, by line.
  var proposals: [EntryNumber: [StoredProposal]] = [:]

  init(_ pen: BookWriter, _ rules: PayerRules) throws {
    let reader = try pen.reader
    memory = rules.memory
    takenBack = try reader.takenBack(pen.company)
    weighed = try MatchingBench.weighed(reader, pen.company)
    setOffs = LiftedSetOffs(try reader.setOffsOnOpenInvoices(pen.company))
    ofBooks = try reader.openLinesOfBooks(pen.company)
    try reader.forEachRestingCash(pen.company) { cash in
      holders[cash.line] = cash.customer
      resting[cash.bankLine.currency, default: []].append(
        IncomingLine(id: cash.line, line: cash.bankLine.leaving(cash.amount)))
    }
    // Without money there is nothing to read a million open documents for.
    guard try !holders.isEmpty || reader.waitingLineCount(pen.company) > 0 else { return }
    try addDocuments(reader, pen.company, payers: payers(reader, pen.company, rules))
    try addLines(reader, pen.company)
  }

  private func payers(
    _ reader: BookReader, _ company: CompanyID, _ rules: PayerRules
  ) throws -> [KnownPayer] {
    var ibans: [CustomerID: [String]] = [:]
    try reader.forEachPayerIBAN(company) { customer, iban in
      if !rules.deny(iban, of: customer) { ibans[customer, default: []].append(iban) }
    }
    return try reader.customers(company).map { customer in
      let party = customer.party
      let own = party.iban.isEmpty ? [] : [party.iban]
      return KnownPayer(
        customer: customer.id, name: party.name, parent: party.parent,
        ibans: own + (ibans[customer.id] ?? []), siren: party.siren, code: party.code,
        means: party.means)
    }
  }

  private func addDocuments(
    _ reader: BookReader, _ company: CompanyID, payers: [KnownPayer]
  ) throws {
    let count = try reader.openDocumentCount(company)
    func add(_ document: OpenDocument, _ currency: Currency) {
      if indexes[currency] == nil {
        indexes[currency] = OpenItemIndex(payers: payers, documentCount: count)
      }
      indexes[currency]!.add(document)
      owners.add(document.id, document.customer)
    }
    try reader.forEachOpenDocument(company) { item, customer, open, currency in
      let open = open + setOffs.lifted(item.id)
      add(OpenDocument(item, of: customer, open: open), currency)
    }
    for credit in setOffs.creditNotes where owners[credit] == nil {
      guard let item = try reader.document(credit), let owner = try reader.owner(of: credit),
        let currency = try reader.currency(of: credit)
      else { continue }
      add(OpenDocument(item, of: owner, open: setOffs.lifted(credit)), currency)
    }
    try forEachSettled(reader, company, add)
    try addPast(reader, company, add)
    for currency in try reader.openLineCurrencies(company).union(resting.keys)
    where indexes[currency] == nil {
      indexes[currency] = OpenItemIndex(payers: payers)
    }
  }

  /// What comes back unpaid may come long after the import that settled its document: thirteen
  /// months for a direct debit that nobody allowed.
  private func forEachSettled(
    _ reader: BookReader, _ company: CompanyID, _ body: (OpenDocument, Currency) -> Void
  ) throws {
    let returns = try reader.openReturns(company)
    guard let first = returns.first else { return }
    let since = Day(number: first.number - 400)
    try reader.forEachSettledDocument(company, paidSince: since, by: returns.amounts) { settled in
      body(
        OpenDocument(
          settled.item, of: settled.customer, open: .zero, settledBy: settled.endToEnd),
        settled.currency)
    }
  }

  /// The currencies of documents and lines, in order of their codes.
  var currencies: [Currency] { (Array(indexes.keys) + runs.keys).sorted() }

  private func takeIndex(_ currency: Currency) -> OpenItemIndex {
    var index = indexes.removeValue(forKey: currency) ?? OpenItemIndex(payers: [])
    index.seal()
    return index
  }

  private func addLines(_ reader: BookReader, _ company: CompanyID) throws {
    for currency in currencies {
      var run = CashRun(on: takeIndex(currency), learned: memory)
      run.onlyPropose(takenBack.lines.union(ofBooks))
      if let weighed { run.keep(weighed) }
      runs[currency] = run
    }
    try rememberPast(reader, company)
    try holdProposals(reader, company)
    try reader.forEachOpenLine(company) { number, line, open in
      if holders[number] != nil { return }
      let rest = line.amount == open ? line : line.leaving(open)
      runs[line.currency]?.take(IncomingLine(id: number, line: rest))
      lineCount += 1
    }
  }
}

extension OpenDocument {
  init(_ item: AccountItem, of customer: CustomerID, open: Money, settledBy: String = "") {
    var order = ""
    var reference = ""
    var corrects = ""
    var due = item.issue
    switch item.kind {
    case .invoice(let invoice):
      order = invoice.order
      reference = invoice.paymentReference
      due = invoice.due
    case .creditNote(let credit): corrects = credit.corrects
    }
    self.init(
      id: item.id, customer: customer, number: item.number, issue: item.issue, due: due,
      open: open, total: item.total, order: order, paymentReference: reference,
      corrects: corrects, settledBy: settledBy)
  }
}

extension BankLine {
  /// The same movement with only what is left of its amount.
  fileprivate func leaving(_ rest: Money) -> BankLine {
    BankLine(
      account: account, currency: currency, booked: booked, value: value, amount: rest,
      payer: payer, payerIBAN: payerIBAN, text: text, endToEnd: endToEnd, reference: reference,
      part: part, operation: operation)
  }
}
