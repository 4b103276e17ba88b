import Ledger
import Quantities

/// What one file says, as a JSON object, without importing it.
public struct Inspection: Hashable, Sendable {
  /// One JSON object on one line.
  public let json: String
  /// Nothing could be read: the object holds `error`, and a command ends with a failure.
  public let isRefused: Bool

  /// The answer for a file that was refused.
  public init(_ refusal: Refusal, inEnglish: Bool = false) {
    self.init(error: inEnglish ? refusal.english : refusal.french)
  }

  init(error: String) {
    var object = JSONObject()
    object.add("error", error)
    json = object.text
    isRefused = true
  }

  init(_ object: JSONObject) {
    json = object.text
    isRefused = false
  }
}

/// Reads a file and tells its figures: an invoice's totals and parties, a statement's balances.
///
/// Amounts are decimal strings with the file's sign; absent values are left out. Several invoices
/// stand in `documents`, statements in `statements`; records not understood in `rejections`.
public func inspect(
  _ file: SourceFile, pdf: PDFExtractor, inEnglish: Bool = false
) -> Inspection {
  var summary = InspectionSummary(name: file.name, inEnglish: inEnglish)
  do {
    try summary.take(file, pdf: pdf)
    return summary.result
  } catch var refusal as Refusal {
    if refusal.file.isEmpty { refusal.file = file.name }
    return Inspection(refusal, inEnglish: inEnglish)
  } catch {
    return Inspection(error: "\(file.name): \(error)")
  }
}

/// The figures of one file while they are gathered.
private struct InspectionSummary {
  let name: String
  let inEnglish: Bool
  var documents: [String] = []
  var statements: [String] = []
  var customers = 0
  var journal: JournalFigures?
  var rejections: [String] = []
  var rejected = 0
  var notices: [String] = []
  var table: TableReadAs?
  /// Of a message that wraps what it says: its syntax, and its type.
  var syntax = ""
  var messageType = ""

  /// A program that reads the object needs to see what is wrong, not a million times.
  static let mostRejections = 100

  init(name: String, inEnglish: Bool) {
    self.name = name
    self.inEnglish = inEnglish
  }

  mutating func take(_ file: SourceFile, pdf: PDFExtractor) throws {
    let head = UnsafeRawBufferPointer(rebasing: file.bytes.prefix(TableReader.headLength))
    if ForeignFile(head) != nil {
      try read(file, pdf: pdf) { _ in }
    } else if isPDF(head) {
      let xml = try pdf.xml(in: file.bytes)
      try xml.withUnsafeBytes { try takeInvoices($0, format: try XMLRoot.format(of: $0)) }
    } else if StatementFile.recognise(head) == nil, XMLRoot.isLikely(head),
      try isInvoice(file.bytes)
    {
      try takeInvoices(file.bytes, format: try XMLRoot.format(of: file.bytes))
    } else if recognise(head: file.bytes, knowing: file.known) == .cdar {
      try takeStatuses(file.bytes)
    } else {
      let format = try read(file, pdf: pdf) { take($0) }
      if !statements.isEmpty, syntax.isEmpty { syntax = Syntax.name(format, file.bytes) }
    }
  }

  private mutating func takeStatuses(_ bytes: UnsafeRawBufferPointer) throws {
    let message = LifecycleMessage()
    try message.each(bytes) { document in
      take(document.rejections)
      if document.rejections.isEmpty { documents.append(JSONObject(document.draft).text) }
    }
    syntax = "CDAR"
    messageType = message.type
  }

  private func isInvoice(_ bytes: UnsafeRawBufferPointer) throws -> Bool {
    [.cii, .zugferd1, .ubl].contains(try XMLRoot.format(of: bytes))
  }

  private mutating func takeInvoices(_ bytes: UnsafeRawBufferPointer, format: FileFormat) throws {
    try InvoiceFile.each(bytes, format: format) { document in
      take(document.rejections)
      guard document.rejections.isEmpty else { return }
      var object = JSONObject()
      object.add(document.draft)
      object.add("lines", document.draft.lineCount)
      object.add("seller", document.draft.seller?.name)
      object.add("buyer", document.draft.buyer?.name)
      object.add("seller_id", document.sellerID)
      object.add("buyer_id", document.buyerID)
      object.add("payment_ref", document.draft.paymentReference)
      if !document.draft.preceding.isEmpty {
        object.add("preceding", texts: document.draft.preceding)
      }
      if !document.ibans.isEmpty { object.add("iban", texts: document.ibans) }
      object.add("syntax", Syntax.name(format, root: document.root.name))
      documents.append(object.text)
    }
  }

  private mutating func take(_ reading: Reading) {
    take(reading.rejections)
    if let figures = reading.journal { journal = figures }
    if let read = reading.table { table = read }
    for figures in reading.figures { statements.append(JSONObject(figures).text) }
    for draft in reading.drafts {
      switch draft {
      case .customer: customers += 1
      case .document(let draft):
        var object = JSONObject()
        object.add(draft)
        object.add("seller", draft.seller?.name)
        object.add("buyer", draft.buyer?.name)
        object.add("buyer_id", draft.buyer.map { $0.siret.isEmpty ? $0.siren : $0.siret })
        object.add("payment_ref", draft.paymentReference)
        if !draft.preceding.isEmpty { object.add("preceding", texts: draft.preceding) }
        documents.append(object.text)
      case .notice(let draft):
        syntax = "BODACC"
        notices.append(JSONObject(draft).text)
      case .statement, .bankLine, .lifecycle, .journalEntry: break
      }
    }
  }

  private mutating func take(_ found: [Rejection]) {
    rejected += found.count
    for rejection in found.prefix(max(0, InspectionSummary.mostRejections - rejections.count)) {
      rejections.append(inEnglish ? rejection.english : rejection.french)
    }
  }

  var result: Inspection {
    if documents.isEmpty, statements.isEmpty, notices.isEmpty, customers == 0,
      journal?.rows ?? 0 == 0
    {
      return Inspection(
        error: ([name + (inEnglish ? ":" : "\u{A0}:")] + rejections).joined(separator: " "))
    }
    if documents.count == 1, rejected == 0, customers == 0, statements.isEmpty, syntax.isEmpty {
      return Inspection(lone: documents[0])
    }
    var object = JSONObject()
    if let journal { object.add(journal) }
    object.add("syntax", syntax)
    object.add("type", messageType)
    if !documents.isEmpty { object.add("documents", objects: documents) }
    if let table, let columns = table.columns {
      object.add("columns", columns.text)
      object.add("columns_from", table.source.rawValue)
      if let words = table.words {
        object.add("columns_read", inEnglish ? words.english : words.french)
      }
    }
    if !notices.isEmpty { object.add("notices", objects: notices) }
    if !statements.isEmpty { object.add("statements", objects: statements) }
    if customers > 0 { object.add("customers", customers) }
    if rejected > 0 {
      object.add("rejected", rejected)
      object.add("rejections", texts: rejections)
    }
    return Inspection(object)
  }
}

extension Inspection {
  fileprivate init(lone document: String) {
    json = document
    isRefused = false
  }
}

extension JSONObject {
  fileprivate init(_ figures: StatementFigures) {
    self.init()
    add("account", figures.isAnonymous ? nil : figures.written)
    add("currency", figures.hasCurrency ? figures.statement.currency.code : nil)
    add("opening", figures.statement.opening?.decimal)
    add("closing", figures.statement.closing?.decimal)
    add("entries", figures.entries)
    add("credits", figures.credits.decimal)
    add("debits", figures.debits.decimal)
    add("balanced", figures.isBalanced)
    add("details", figures.details)
    add("fitids", figures.numbered)
  }

  fileprivate mutating func add(_ journal: JournalFigures) {
    add("syntax", "FEC")
    add("rows", journal.rows)
    add("entries", journal.entries)
    add("debit", journal.debit.decimal)
    add("credit", journal.credit.decimal)
    add("rows_411", journal.customerRows)
    add("debit_411", journal.customerDebit.decimal)
    add("credit_411", journal.customerCredit.decimal)
    add("auxiliaries_411", journal.customers)
    add("lettered_411", journal.letteredRows)
  }

  fileprivate mutating func add(_ draft: DocumentDraft) {
    add("number", draft.number)
    add("type", draft.type)
    add("issue", draft.issue?.iso)
    if !draft.dues.isEmpty { add("due", texts: draft.dues.map(\.day).sorted().map(\.iso)) }
    add("currency", draft.currency.code)
    add("net", draft.net?.decimal)
    add("tax", draft.tax?.decimal)
    add("gross", draft.gross?.decimal)
    add("prepaid", draft.prepaid?.decimal)
    add("payable", draft.payable?.decimal)
  }
}
