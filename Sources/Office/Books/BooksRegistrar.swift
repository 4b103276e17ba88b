import Intake
import Ledger
import Quantities
import Store

/// Takes the entries of the firm's own books into the book: documents as they come, then the money
/// and its lettering once all of them are known.
///
/// What the book knows already stays: an invoice of the same number, money that a statement
/// brought, a decision of a person. Lettering is added to it.
final class BooksRegistrar {
  let pen: BookWriter
  let today: Day
  var directory: CustomerDirectory
  var letters = LetterGroups()
  var rows: [LetteredRow] = []
  /// Money of customers' rows without a letter: it stays on their accounts.
  var unlettered: [Transfer] = []
  var balances: BooksBalances
  /// Payments that may be money the book knows; empty as long as it knows none.
  var waiting: [(entry: JournalEntry, payment: BooksPayment)] = []
  var movements: BankMovements?
  /// What the lines hold beside customers' money, told once they are spent.
  var rests: [(line: EntryNumber, day: Day, words: String)] = []
  /// Lines that a statement brought and the books explain.
  var recognised: Set<EntryNumber> = []
  /// Customers of whom the book held something before this file, by the day it was asked.
  var knownBefore: [CustomerID: Bool] = [:]
  var openings: [CustomerID: (day: Day, sum: Money)] = [:]
  var tally = BooksTally()

  init(pen: BookWriter, today: Day, directory: CustomerDirectory) {
    self.pen = pen
    self.today = today
    self.directory = directory
    balances = BooksBalances(first: pen.nextNumber)
  }

  /// Takes in an entry; what cannot be booked is kept in the tally's rejections.
  func take(_ entry: JournalEntry) throws {
    guard entry.day <= today.adding(days: entry.nature == .payment ? 5 : 0) else {
      return tally.reject(
        entry, "EcritureDate", entry.day.french,
        Phrase(
          french: "une date passée\u{A0}: nous sommes le \(today.french)",
          english: "a past date: today is \(today.iso)"))
    }
    switch entry.nature {
    case .sale: try takeSale(entry)
    case .opening: try takeOpening(entry)
    case .other: try takeOther(entry)
    case .payment:
      let payment = BooksPayment(entry)
      if payment.receipts.isEmpty { return try takeOther(entry) }
      try takePayment(entry, payment)
    }
  }

  /// Books the money and the lettering, once every entry is known.
  func finish() throws {
    try placeWaiting()
    try settleLetters()
    try setRestsAside()
    try compareOpenings()
  }

  /// The customer of a row, found by its account or its name, or by a document of the same number
  /// that the book holds; made when it is new.
  func customer(of posting: Posting, document: String = "") throws -> CustomerID {
    let party = posting.customer
    if !document.isEmpty, !directory.hasMet(party),
      let known = try pen.reader.booked(reference: document, isCredit: posting.amount.isNegative),
      known.payable == posting.amount
    {
      try directory.bind(party, to: known.customer, with: pen, on: today)
    }
    let before = directory.count
    guard let customer = try directory.customer(for: party, with: pen, on: today) else {
      preconditionFailure("a customer of the books has a name")
    }
    tally.report.customers += directory.count - before
    return customer
  }

  /// Notes a row under its letter, if it bears one.
  func letter(
    _ subject: LetteredRow.Subject, _ posting: Posting, of customer: CustomerID, on day: Day
  ) {
    let group = letters.place(of: posting)
    guard group != LetterGroups.none else { return }
    rows.append(
      LetteredRow(
        subject: subject, customer: customer, group: group, amount: posting.amount.cents,
        day: day.number, lettered: posting.lettered?.number ?? 0))
  }
}

/// What became of the books' entries, counted for the report.
struct BooksTally {
  var report = ImportReport()
  var accepted = 0
  var known = 0
  var rejections: [Rejection] = []
  /// Payments with a letter, money left on accounts, lines of statements that the books explain.
  var lettered = 0
  var onAccount = 0
  var recognised = 0
  /// Lines that a person had decided on, differently from the books.
  var overruled = 0
  /// Allocations of the program that the books contradicted.
  var corrected = 0
  var numbered = 0
  private(set) var notes: [Phrase] = []

  mutating func note(_ words: Phrase) { if notes.count < 50 { notes.append(words) } }

  mutating func reject(
    _ entry: JournalEntry, _ field: String, _ found: String, _ wanted: Phrase
  ) {
    rejections.append(
      Rejection(at: .line(entry.line), field: field, found: found, wanted: wanted))
  }

  mutating func count(isNew: Bool, _ counter: WritableKeyPath<ImportReport, Int>) {
    if isNew {
      accepted += 1
      report[keyPath: counter] += 1
    } else {
      known += 1
    }
  }

  /// The counts in words, those that are not zero.
  var words: [Phrase] {
    func line(_ count: Int, _ french: String, _ english: String) -> Phrase? {
      count == 0
        ? nil : Phrase(french: "\(french)\u{A0}: \(count)", english: "\(english): \(count)")
    }
    return [
      line(lettered, "règlements affectés par le lettrage", "payments allocated by the lettering"),
      line(
        onAccount, "règlements non lettrés, laissés au compte du client",
        "payments without a letter, left on the customer's account"),
      line(
        recognised, "lignes de relevé reconnues dans le FEC", "statement lines found in the FEC"),
      line(
        corrected, "affectations du programme corrigées d’après le FEC",
        "allocations of the program put right by the FEC"),
      line(
        overruled, "lignes décidées par une personne, autrement que dans le FEC\u{A0}; gardées",
        "lines decided by a person, differently from the FEC; kept"),
      line(
        numbered, "pièces sans PieceRef, numérotées d’après leur écriture",
        "documents without PieceRef, numbered after their entry"),
    ].compactMap(\.self) + notes
  }
}

/// What is left of the documents that the books speak of: counted here for those booked just now,
/// asked of the book for the others.
struct BooksBalances {
  let first: EntryNumber
  private var fresh: [Int64] = []

  /// Entries from `first` on are booked with this file.
  init(first: EntryNumber) { self.first = first }

  /// Notes a document just booked.
  mutating func add(_ document: EntryNumber, _ cents: Int64) {
    let place = Int(document.raw - first.raw)
    if place >= fresh.count {
      fresh.append(contentsOf: repeatElement(0, count: place + 1 - fresh.count))
    }
    fresh[place] = cents
  }

  func isFresh(_ document: EntryNumber) -> Bool { document >= first }

  /// What is left of a document; signed as the document.
  func left(of document: EntryNumber, _ pen: BookWriter) throws -> Int64 {
    isFresh(document)
      ? fresh[Int(document.raw - first.raw)]
      : try pen.reader.open(ofDocument: document, in: pen.company).cents
  }

  mutating func take(_ cents: Int64, off document: EntryNumber) {
    if isFresh(document) { fresh[Int(document.raw - first.raw)] -= cents }
  }
}
