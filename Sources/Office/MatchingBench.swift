import CashApplication
import Ledger
import Quantities
import Store

/// What the matching works on, read from the book: documents and lines by currency, payers.
///
/// Documents and lines go straight from the book into the index and the run: a million of each are
/// never in memory as they stand in the book.
final class MatchingBench {
  /// What is read and weighed in each currency.
  private var sides: [Currency: Side] = [:]
  /// The one asked for last: most books have no other.
  private var latest: (currency: Currency, side: Side)?
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
  /// The customers and the lines that were read anew.
  var customersRead: Set<CustomerID> = []
  var read: Set<EntryNumber> = []
  /// Proposals that stand, by line.
  var proposals: [ProposedPart] = []
  /// Lines of which something is left.
  private(set) var waiting: Set<EntryNumber> = []
  /// Since when settled documents, and what settled them, are remembered; nil before the first run.
  private(set) var since: Day?
  /// Whether documents and lines were read at all.
  private(set) var isLaid = false

  /// The documents of one currency while they are read, then the run on them. A class: what is as
  /// large as this is never moved about.
  final class Side {
    var index: OpenItemIndex
    var run: CashRun?

    init(_ index: OpenItemIndex) { self.index = index }
  }

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
    guard
      try !holders.isEmpty || reader.hasOpenLine(pen.company)
        || reader.waitingLineCount(pen.company) > 0
    else { return }
    isLaid = true
    since = try rememberedSince(reader, pen.company)
    let standing = try reader.standingPayments(pen.company, bookedSince: since)
    try addDocuments(
      reader, pen.company, payers: payers(reader, pen.company, rules, standing.accounts))
    try addLines(reader, pen.company, PastParts(parts: standing.parts))
  }

  private func payers(
    _ reader: BookReader, _ company: CompanyID, _ rules: PayerRules,
    _ accounts: [CustomerID: [String]]
  ) throws -> [KnownPayer] {
    var payers: [KnownPayer] = []
    try reader.forEachPayerFile(company) { file in
      let own = file.iban.isEmpty ? [] : [file.iban]
      let learned = (accounts[file.customer] ?? []).filter {
        !rules.deny($0, of: file.customer)
      }
      payers.append(
        KnownPayer(
          customer: file.customer, name: file.name, parent: file.parent, ibans: own + learned,
          means: file.means))
    }
    return payers
  }

  private func addDocuments(
    _ reader: BookReader, _ company: CompanyID, payers: [KnownPayer]
  ) throws {
    let count = try reader.openDocumentCount(company)
    func add(_ document: OpenDocument, _ currency: Currency) {
      newSide(currency, payers, count).index.add(document)
      owners.add(document.id, document.customer)
    }
    // What is settled comes after all that is open.
    var settled: [(OpenDocument, Currency)] = []
    try reader.forEachPayable(company, settledSince: since) { item in
      if item.open.isZero {
        settled.append((OpenDocument(item, open: .zero), item.currency))
      } else {
        add(OpenDocument(item, open: item.open + setOffs.lifted(item.id)), item.currency)
      }
    }
    for credit in setOffs.creditNotes where owners[credit] == nil {
      guard let item = try reader.document(credit), let owner = try reader.owner(of: credit),
        let currency = try reader.currency(of: credit)
      else { continue }
      add(OpenDocument(item, of: owner, open: setOffs.lifted(credit)), currency)
    }
    try forEachSettled(reader, company, add)
    for (document, currency) in settled where owners[document.id] == nil { add(document, currency) }
    for currency in try reader.openLineCurrencies(company).union(resting.keys) {
      _ = newSide(currency, payers, 0)
    }
  }

  private func newSide(
    _ currency: Currency, _ payers: [KnownPayer], _ documentCount: Int
  ) -> Side {
    if let known = side(of: currency) { return known }
    let new = Side(OpenItemIndex(payers: payers, documentCount: documentCount))
    sides[currency] = new
    return new
  }

  /// What is weighed in a currency; nil when nothing is.
  func side(of currency: Currency) -> Side? {
    if let latest, latest.currency == currency { return latest.side }
    guard let known = sides[currency] else { return nil }
    latest = (currency, known)
    return known
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
  var currencies: [Currency] { sides.keys.sorted() }

  private func addLines(
    _ reader: BookReader, _ company: CompanyID, _ past: PastParts
  ) throws {
    for side in sides.values {
      var index = OpenItemIndex(payers: [])
      swap(&index, &side.index)
      index.seal()
      var run = CashRun(on: index, learned: memory)
      run.onlyPropose(takenBack.lines.union(ofBooks))
      if let weighed { run.keep(weighed) }
      side.run = consume run
    }
    try remember(past, reader, company)
    try holdProposals(reader, company)
    try reader.forEachRest(company) { number, line in
      waiting.insert(number)
      if holders[number] != nil { return }
      side(of: line.currency)?.run?.take(IncomingLine(id: number, line: line))
      lineCount += 1
    }
    for side in sides.values { try readPast(reader, for: side) }
  }
}

extension OpenDocument {
  init(_ item: PayableDocument, open: Money) {
    self.init(
      id: item.id, customer: item.customer, number: item.number, issue: item.issue, due: item.due,
      open: open, total: item.total, order: item.order, paymentReference: item.paymentReference,
      corrects: item.corrects)
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
