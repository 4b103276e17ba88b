import CashApplication
public import Intake
import Ledger
import Quantities
public import Store
import Synchronization

/// What became of the undoing of an import.
public struct UndoneImport: Sendable {
  public let file: String
  public let invoices: Int
  public let creditNotes: Int
  public let bankLines: Int
  public let customers: Int
  /// Copies of documents that came another way.
  public let copies: Int
  /// Entries that stood on the import and were taken back with it: allocations, promises, disputes.
  public let takenBack: Int

  public var words: Phrase {
    let counts = [
      (invoices, "facture", "factures", "invoice", "invoices"),
      (creditNotes, "avoir", "avoirs", "credit note", "credit notes"),
      (bankLines, "ligne de banque", "lignes de banque", "bank line", "bank lines"),
      (customers, "client", "clients", "customer", "customers"),
      (
        copies, "copie de facture", "copies de factures", "copy of an invoice",
        "copies of invoices"
      ),
      (
        takenBack, "écriture qui en dépendait", "écritures qui en dépendaient",
        "entry that stood on it", "entries that stood on it"
      ),
    ].filter { $0.0 > 0 }
    let french = counts.map { "\($0.0.grouped)\u{A0}" + ($0.0 > 1 ? $0.2 : $0.1) }
    let english = counts.map { "\($0.0.english) " + ($0.0 > 1 ? $0.4 : $0.3) }
    return Phrase(
      french: "L’import de \(file) est annulé\u{A0}: "
        + (french.isEmpty ? "rien ne comptait" : french.joined(separator: ", "))
        + ". Le même fichier peut être importé à nouveau.",
      english: "The import of \(file) is undone: "
        + (english.isEmpty ? "nothing counted" : english.joined(separator: ", "))
        + ". The same file can be imported again.")
  }
}

extension Desk {
  /// An import and what it would take to undo it; nil when there is none of that number.
  public func importRecord(_ number: Int64) throws -> ImportRecord? {
    try store.read { try $0.importRecord(number) }
  }

  /// Takes a whole import back: nothing is erased, entries answer entries, and the book is as if
  /// the file had never come.
  ///
  /// Throws a `DeskRefusal` when customers were asked for its documents since, or gave their word
  /// about them.
  public func undoImport(_ number: Int64, reason: String = "") throws -> UndoneImport {
    let today = today
    let undone = try store.write(learned: today) { pen in
      try ImportUndoing(pen: pen, today: today, reason: reason).undo(number)
    }
    _ = try MatchingRun(store: store, today: today).run()
    if undone.invoices + undone.creditNotes > 0 {
      try store.write(learned: today) { try $0.set(MatchingRun.reread, to: "1") }
    }
    list.withLock { $0 = nil }
    return undone
  }
}

/// The undoing of an import, within one transaction.
private struct ImportUndoing {
  let pen: BookWriter
  let today: Day
  let reason: String

  func undo(_ number: Int64) throws -> UndoneImport {
    guard let record = try pen.reader.importRecord(number) else {
      throw DeskRefusal.unknownImport(number)
    }
    if let day = record.undone { throw DeskRefusal.importUndone(number, on: day) }
    guard let trace = try pen.reader.trace(of: number) else {
      throw DeskRefusal.nothingOfImport(number)
    }
    let asked = try pen.reader.documentsAsked(of: trace)
    guard asked.isEmpty else { throw DeskRefusal.importAsked(number, documents: asked) }
    let agreed = try pen.reader.documentsAgreed(of: trace)
    guard agreed.isEmpty else { throw DeskRefusal.importAgreed(number, documents: agreed) }
    let before = try pen.reader.counts(pen.company)
    let copies = try pen.reader.copyCount(of: trace)
    let begun = pen.nextNumber
    let takenBack = try takeBack(trace)
    for (allocation, entry) in try pen.reader.confirmedTakenBack(by: trace) {
      try rebook(allocation, of: entry)
    }
    for customer in try pen.reader.customersStillNeeded(without: trace) {
      try pen.append(.customer(customer), customer: customer.id, happened: today)
    }
    try pen.append(
      .importUndone(
        ImportUndone(
          source: number, first: trace.first, last: trace.last, begun: begun, reason: reason)),
      happened: today)
    let after = try pen.reader.counts(pen.company)
    return UndoneImport(
      file: record.file, invoices: before.invoices - after.invoices,
      creditNotes: before.creditNotes - after.creditNotes,
      bankLines: before.bankLines - after.bankLines,
      customers: before.customers - after.customers, copies: copies, takenBack: takenBack)
  }

  /// Answers each entry that stands on the import, on the day of the entry itself: a past day's
  /// page shows it no more either.
  private func takeBack(_ trace: ImportTrace) throws -> Int {
    let statuses = try pen.reader.statuses(on: trace)
    var count = 0
    let standing = try pen.reader.standingOn(trace) + pen.reader.proposedPlans(on: trace)
    for entry in standing.sorted(by: { $0.number > $1.number }) {
      if try reverse(entry.number, of: entry), !trace.holds(entry.number) { count += 1 }
      // A set-off has two halves, and their sum stays nothing.
      if let half = try pen.reader.otherHalf(ofSetOff: entry.number) {
        _ = try reverse(half, of: entry)
      }
    }
    // What platforms said of its documents waits for them to come again.
    for one in statuses {
      try pen.append(
        .lifecycle(one.status.waiting), currency: one.currency, happened: one.happened)
    }
    return count
  }

  private func reverse(_ target: EntryNumber, of entry: AnsweredEntry) throws -> Bool {
    try pen.append(
      .reversal(
        Reversal(
          of: target,
          reason: ReasonText.stored(french: "import annulé", english: "import undone"))),
      customer: entry.customer, happened: entry.happened) != nil
  }

  /// Books again what a person had confirmed and the import had taken back, as far as it fits.
  private func rebook(_ allocation: Allocation, of entry: AnsweredEntry) throws {
    let reader = try pen.reader
    guard let customer = entry.customer else { return }
    if let line = allocation.line {
      let open = try reader.open(ofLine: line)
      guard open.magnitude >= allocation.amount.magnitude else { return }
    }
    if let document = allocation.document {
      let open = try reader.open(ofDocument: document)
      guard open.magnitude >= allocation.amount.magnitude else { return }
    }
    try pen.append(.allocation(allocation), customer: customer, happened: entry.happened)
  }
}

extension DeskRefusal {
  /// Why an import cannot be undone.
  var wordsAboutImports: Phrase {
    switch self {
    case .unknownImport(let number):
      Phrase(
        french: "Aucun import n°\u{A0}\(number). La page « Importer » en donne la liste.",
        english: "No import \(number). The import page lists them.")
    case .importUndone(let number, let day):
      Phrase(
        french: "L’import n°\u{A0}\(number) a déjà été annulé, le \(day.french).",
        english: "Import \(number) was undone before, on \(day.iso).")
    case .nothingOfImport(let number):
      Phrase(
        french:
          "L’import n°\u{A0}\(number) n’a rien apporté au livre, ou date d’une version qui ne "
          + "notait pas quoi\u{A0}: il n’y a rien à annuler.",
        english: "Import \(number) brought nothing to the book, or comes from a version that did "
          + "not note what: there is nothing to undo.")
    case .importAsked(let number, let documents):
      Phrase(
        french:
          "L’import n°\u{A0}\(number) ne peut pas être annulé\u{A0}: vos clients ont déjà été "
          + "relancés pour \(listed(documents)), ou un message attend de partir. Annulez ce "
          + "message, ou corrigez ces pièces par un avoir.",
        english: "Import \(number) cannot be undone: customers were asked to pay "
          + "\(listed(documents)), or a message waits to leave. Cancel that message, or correct "
          + "these documents by a credit note.")
    case .importAgreed(let number, let documents):
      Phrase(
        french:
          "L’import n°\u{A0}\(number) ne peut pas être annulé\u{A0}: une promesse ou un échéancier "
          + "signé porte sur \(listed(documents)). Annulez d’abord cet engagement, ou corrigez ces "
          + "pièces par un avoir.",
        english:
          "Import \(number) cannot be undone: a promise or a signed instalment plan is about "
          + "\(listed(documents)). Take it back first, or correct these documents by a credit note."
      )
    default: preconditionFailure("a refusal with words of its own")
    }
  }

  private func listed(_ documents: [String]) -> String {
    documents.prefix(5).joined(separator: ", ") + (documents.count > 5 ? "…" : "")
  }
}
