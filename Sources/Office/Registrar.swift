import CreditPolicy
import Intake
import Ledger
import Quantities
import Store

/// Turns drafts into entries: finds whose they are, refuses what cannot be booked, and says why.
final class Registrar {
  let pen: BookWriter
  private let firm: Firm
  let today: Day
  let directory: DirectoryAtHand
  private var checker: Checker
  /// The first entry of this file.
  private let first: EntryNumber
  /// The entries of the firm's own books, once the file gives any.
  private var books: BooksRegistrar?
  let statuses: StatusRegister
  let notices: NoticeRegister
  var fileName = ""
  var report = ImportReport()
  var ownNotes: [Phrase] = []
  /// The PDF that the file is, to be kept beside what it holds; nil for any other file.
  var paper: Paper?
  let archive: OpenShelves
  /// An entry names a file of the archive, which has to be on the disk before it.
  var hasKept = false
  // Statements of this file, and the new lines since the last of them ended.
  private var statements: Set<Statement> = []
  private var linesOfStatement = 0
  /// Statements that the book knew, from which new lines came all the same: the first hundred.
  private(set) var retold: [Statement] = []
  var accepted = 0
  var known = 0

  init(
    pen: BookWriter, practice: CheckPractice, today: Day, directory: DirectoryAtHand,
    archive: OpenShelves, knowing known: KnownSentences
  ) throws {
    self.pen = pen
    self.archive = archive
    self.today = today
    self.directory = directory
    firm = practice.firm
    checker = Checker(practice, knowing: known)
    first = pen.nextNumber
    statuses = StatusRegister(pen: pen, firm: firm, today: today)
    notices = NoticeRegister(pen: pen, today: today)
  }

  /// The numbers of the documents that were booked, and what was found in them.
  var numbering: Numbering { checker.numbering }
  var checked: CheckReport { checker.report }

  /// Books a draft. What cannot be booked comes back as a rejection.
  func take(_ draft: Draft) throws -> Rejection? {
    switch draft {
    case .customer(let party, let people): return try take(party, people)
    case .document(let document): return try take(document)
    case .statement(let statement): try take(statement)
    case .bankLine(let line): return try take(line)
    case .journalEntry(let entry): return try take(entry)
    case .lifecycle(let status): return try take(status)
    case .notice(let notice): return try take(notice)
    }
    return nil
  }

  private func take(_ party: Party, _ people: [ContactPerson]) throws -> Rejection? {
    guard let isNew = try directory.open().take(party, people, with: pen, on: today) else {
      return Rejection(
        at: .line(0), field: "nom", found: party.name,
        wanted: Phrase(
          french: "le nom d’un nouveau client, ou le code d’un client connu",
          english: "the name of a new customer, or the code of a known one"))
    }
    count(isNew ? .new : .known, \.customers)
    return nil
  }

  private func take(_ entry: JournalEntry) throws -> Rejection? {
    let books =
      try self.books ?? BooksRegistrar(pen: pen, today: today, directory: directory.open())
    self.books = books
    try books.take(entry)
    accepted = books.tally.accepted
    known = books.tally.known
    return books.tally.rejections.popLast()
  }

  /// Books what only the whole file tells. What cannot be booked comes back as rejections.
  func finish() throws -> [Rejection] {
    let rejections = try finishBooks()
    if report.invoices + report.creditNotes > 0 { try statuses.attachArrived(since: first) }
    return rejections
  }

  private func finishBooks() throws -> [Rejection] {
    guard let books else {
      if report.bankLines == 0 { return [] }
      let count = try LateStatements(pen: pen).run(from: first)
      if count > 0 {
        ownNotes.append(
          Phrase(
            french: "lignes déjà dans la comptabilité (FEC), écartées\u{A0}: \(count)",
            english: "lines in the books (FEC) already, set aside: \(count)"))
      }
      return []
    }
    try books.finish()
    accepted = books.tally.accepted
    known = books.tally.known
    report = books.tally.report
    report.applied = books.tally.lettered
    ownNotes += books.tally.words
    return books.tally.rejections
  }

  enum Novelty { case new, known }

  func count(_ novelty: Novelty, _ counter: WritableKeyPath<ImportReport, Int>) {
    switch novelty {
    case .new:
      accepted += 1
      report[keyPath: counter] += 1
    case .known: known += 1
    }
  }

  private func take(_ statement: Statement) throws {
    defer { linesOfStatement = 0 }
    if linesOfStatement > 0, statement.hasMoved, !statements.insert(statement).inserted {
      throw Refusal(
        .damagedStatement(
          Phrase(
            french: "le relevé du compte \(statement.account) du \(statement.last?.french ?? "?") "
              + "y figure deux fois",
            english: "the statement of account \(statement.account) of "
              + "\(statement.last?.iso ?? "?") is in it twice")))
    }
    let day = statement.last ?? statement.first ?? today
    let number = try pen.append(
      .statement(statement), currency: statement.currency, happened: day)
    if number == nil, linesOfStatement > 0, retold.count < 100 { retold.append(statement) }
  }

  private func take(_ line: BankLine) throws -> Rejection? {
    // A statement that speaks of next week is a wrong year or a forecast: neither is money.
    if line.booked > today.adding(days: 5) {
      return Rejection(
        of: line, field: "date", found: line.booked.french,
        wanted: Phrase(
          french: "une date comptabilisée, au plus tard le \(today.french)",
          english: "a booked date, \(today.iso) at the latest"))
    }
    let isNew =
      try pen.append(.bankLine(line), currency: line.currency, happened: line.booked) != nil
    count(isNew ? .new : .known, \.bankLines)
    if isNew { linesOfStatement += 1 }
    return nil
  }

  private func take(_ draft: DocumentDraft) throws -> Rejection? {
    if let fault = fault(in: draft) { return fault }
    guard let issue = draft.issue, let buyer = draft.buyer else { return nil }
    let directory = try directory.open()
    let known = directory.count
    let owner = try directory.customer(for: buyer, with: pen, on: today)
    report.customers += directory.count - known
    guard let customer = owner else {
      return reject(
        draft, "client", buyer.code,
        Phrase(
          french: "un client connu : importez d’abord le fichier des clients, ou ajoutez son nom",
          english: "a known customer: import the customer file first, or add its name"))
    }
    let fact = draft.isCredit ? Fact.creditNote(credit(draft, issue)) : invoice(draft, issue)
    let number = try pen.append(
      fact, customer: customer, currency: draft.currency, happened: issue)
    guard let number else { return try compare(draft, fact, customer) }
    count(.new, draft.isCredit ? \.creditNotes : \.invoices)
    try check(draft, customer, as: number)
    try keepCopy(of: number, customer, numbered: draft.number, isNew: true)
    if let dispute = draft.dispute {
      try pen.append(
        .dispute(Dispute(document: number, reason: dispute.reason)), customer: customer,
        currency: draft.currency, happened: dispute.on)
    }
    return nil
  }

  /// Only the firm's own invoices come as far as this; what is wrong with one stays with it.
  private func check(
    _ draft: DocumentDraft, _ customer: CustomerID, as number: EntryNumber
  ) throws {
    let kind = try directory.open()[customer]?.kind ?? .business
    let findings = checker.check(draft, in: fileName, to: kind, as: number)
    if !findings.isEmpty { try pen.add(findings.map { StoredFinding($0) }, to: number) }
  }

  /// The number is in the book already: the same document is known, another one is an error.
  private func compare(
    _ draft: DocumentDraft, _ fact: Fact, _ customer: CustomerID
  ) throws -> Rejection? {
    let total: Money
    switch fact {
    case .invoice(let invoice): total = invoice.payable
    case .creditNote(let credit): total = -credit.gross
    default: return nil
    }
    let booked = try pen.reader.booked(
      reference: draft.number, isCredit: draft.isCredit, in: pen.company)
    if let booked, booked.payable == total, booked.issue == draft.issue {
      count(.known, \.invoices)
      try keepCopy(of: booked.number, booked.customer, numbered: draft.number, isNew: false)
      return nil
    }
    let known = booked.map { "\($0.payable.french) du \($0.issue.french)" } ?? ""
    return reject(
      draft, "numéro", draft.number,
      Phrase(
        french: "un numéro nouveau : le livre connaît \(draft.number) pour \(known)",
        english: "a new number: the book knows \(draft.number) with another amount or date"))
  }

  private func reject(
    _ draft: DocumentDraft, _ field: String, _ found: String, _ wanted: Phrase
  ) -> Rejection {
    Rejection(at: .line(draft.line), field: field, found: found, wanted: wanted)
  }

  private func fault(in draft: DocumentDraft) -> Rejection? {
    if draft.number.isEmpty { return reject(draft, "numéro", "", "FA-2026-0001") }
    guard let issue = draft.issue else { return reject(draft, "date", "", "23/11/2026") }
    if issue > today {
      return reject(
        draft, "date de facture", issue.french,
        Phrase(
          french: "une date passée : nous sommes le \(today.french)",
          english: "a past date: today is \(today.iso)"))
    }
    guard let buyer = draft.buyer, !(buyer.name.isEmpty && buyer.code.isEmpty) else {
      return reject(
        draft, "client", "", Phrase(french: "le nom du client", english: "the customer's name"))
    }
    if let seller = draft.seller, firm.isKnown, !firm.isSame(as: seller) {
      return reject(
        draft, "vendeur", seller.name,
        Phrase(
          french: "une facture que vous avez émise : celle-ci vient d’un fournisseur. "
            + "Encaisse suit ce que l’on vous doit ; votre société est « \(firm.name) » "
            + "(à corriger dans Réglages si ce n’est pas le cas)",
          english: "an invoice that you issued: this one comes from a supplier. "
            + "Your firm is \"\(firm.name)\" (see Settings if that is wrong)"))
    }
    if let due = draft.dues.map(\.day).max(), due < issue, !draft.isCredit {
      return reject(
        draft, "échéance", due.french,
        Phrase(
          french: "une échéance qui ne précède pas la facture du \(issue.french)",
          english: "a due date not before the invoice of \(issue.iso)"))
    }
    if payable(draft) == nil {
      return reject(draft, "montant TTC", "", "1 234,56")
    }
    return nil
  }
}

extension Statement {
  /// Its balances differ: no other statement of these days has the same ones.
  fileprivate var hasMoved: Bool { opening != nil && closing != nil && opening != closing }
}
