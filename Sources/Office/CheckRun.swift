public import CreditPolicy
import Foundation
public import Intake
public import Law
public import Ledger
import Store

/// Files that were checked and not taken in.
public struct CheckedFiles: Sendable {
  public var check = CheckReport()
  /// Files that cannot be read, and those that hold no invoice.
  public var refused: [FileReport] = []
  public var aside: [String] = []
  /// Documents that are not read as they stand: what is wrong with each, by file.
  public var rejections: [(file: String, rejection: Rejection)] = []
  public var rejected = 0

  public init() {}

  /// An invoice must be mended before it is sent, or was not read.
  public var hasErrors: Bool { check.hasErrors || !refused.isEmpty || rejected > 0 }

  static let mostKept = 500
}

/// Checks files without a book, or beside one: nothing is stored.
public struct CheckRun {
  private var practice = CheckPractice()
  private let pdf: PDFExtractor

  /// Checks the invoices of any firm.
  public init(pdf: PDFExtractor) { self.pdf = pdf }

  /// Checks the invoices of one firm, once it is known.
  init(pdf: PDFExtractor, practice: CheckPractice) {
    self.pdf = pdf
    self.practice = practice
  }

  /// The trade whose ceilings apply, in the place of the book's.
  public mutating func choose(sector: Sector) { practice.issuer.sector = sector }

  /// The firm's size, in the place of the book's.
  public mutating func choose(size: EInvoicingCalendar.Size) { practice.issuer.size = size }

  /// Checks each invoice of the files and folders, and the numbers of each seller's.
  public func check(
    _ paths: [String], progress: (ImportProgress) -> Void = { _ in }
  ) -> CheckedFiles {
    var result = CheckedFiles()
    var checkers: [String: Checker] = [:]
    let files = ImportOrder.files(in: paths, pdf: pdf, refused: &result.refused)
    for (place, file) in files.enumerated() {
      progress(
        ImportProgress(
          step: .reading, file: file.name, fileNumber: place + 1, fileCount: files.count,
          records: 0))
      check(file, &checkers, into: &result)
    }
    for (_, checker) in checkers.sorted(by: { $0.key < $1.key }) {
      result.check.add(checker.report)
      result.check.series += checker.numbering.findings()
    }
    return result
  }

  private func check(
    _ file: ImportOrder.File, _ checkers: inout [String: Checker], into result: inout CheckedFiles
  ) {
    guard file.format.isElectronicInvoice || file.format == .csvInvoices else {
      result.aside.append(file.name)
      return
    }
    do {
      try Intake.read(file.open(), pdf: pdf) { reading in
        for rejection in reading.rejections {
          result.rejected += 1
          guard result.rejections.count < CheckedFiles.mostKept else { continue }
          result.rejections.append((file.name, rejection))
        }
        for case .document(let draft) in reading.drafts {
          let firm = practice.firm
          if firm.isKnown, let seller = draft.seller, !firm.isSame(as: seller) {
            result.check.suppliers += 1
            continue
          }
          let kind = draft.buyer.map { CustomerDirectory.kind(of: $0) } ?? .business
          _ = checkers[draft.sellerKey, default: Checker(practice)]
            .check(draft, in: file.name, to: kind)
        }
      }
    } catch {
      let words = (error as? Refusal)?.placedWords ?? Phrase("\(error)")
      result.refused.append(FileReport(file, .refused(words)))
    }
  }
}

extension DocumentDraft {
  /// Documents of one key are of one seller.
  fileprivate var sellerKey: String {
    guard let seller else { return "" }
    return seller.siren.isEmpty ? SearchKey.of(seller.name) : seller.siren
  }
}

extension Desk {
  /// Checks files as the firm's own invoices: nothing is stored.
  public func checkRun() throws -> CheckRun {
    try store.read { reader in
      CheckRun(pdf: pdf, practice: try CheckPractice(reader))
    }
  }

  /// What is wrong with the numbers of the whole book, series by series (INV-01).
  public func numberingReview() throws -> [Finding] {
    try store.read { reader in
      var numbering = Numbering()
      try reader.eachReference(.first) { numbering.take($0, on: $1, gross: $2) }
      return numbering.findings()
    }
  }

  /// What the check found in a document when it was taken in.
  public func findings(in document: EntryNumber) throws -> [Finding] {
    try store.read { try $0.findings(in: document).compactMap(\.finding) }
  }

  /// The documents of an import in which something was found.
  public func faultyDocuments(of number: Int64) throws -> [CheckReport.Document] {
    try store.read { reader in
      try reader.faultyDocuments(of: number, limit: 20_000).map { found in
        CheckReport.Document(
          number: found.number, file: "", entry: found.document,
          findings: found.findings.compactMap(\.finding))
      }
    }
  }

  /// How many documents of each of the last imports lack a legal mention.
  public func faultyCounts() throws -> [Int64: Int] {
    try store.read { try $0.faultyCounts(.first, limit: 100) }
  }
}
