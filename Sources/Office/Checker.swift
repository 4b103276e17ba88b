import CreditPolicy
import Law
import Ledger
import Quantities
import Store

/// Who issues the invoices that are checked, and the rates that hold.
struct CheckPractice: Sendable {
  var firm = Firm()
  var issuer = Issuer()
  var rates = LegalRates.published

  init() {}

  init(_ reader: BookReader) throws {
    let settings = try reader.settings()
    firm = Firm(settings: settings)
    issuer = Issuer(firm, HousePolicy(settings: settings))
    if let rows = settings["law.rates"], !rows.isEmpty {
      rates = LegalRates.published.adding(RateRow.read(rows).rows)
    }
  }
}

/// Checks documents one after the other, and keeps what it found.
struct Checker {
  private let practice: CheckPractice
  private let known: KnownSentences
  private(set) var report = CheckReport()
  private(set) var numbering = Numbering()

  /// `known` are the sentences of what was checked before.
  init(_ practice: CheckPractice, knowing known: KnownSentences = KnownSentences()) {
    self.practice = practice
    self.known = known
  }

  /// What is wrong with a document, and with its number among the others.
  mutating func check(
    _ draft: DocumentDraft, in file: String, to buyer: Customer.Kind, as entry: EntryNumber? = nil
  ) -> [Finding] {
    if let issue = draft.issue {
      numbering.take(draft.number, on: issue, gross: draft.gross ?? .zero)
    }
    let findings: [Finding]
    report.documents += 1
    if draft.mentions == nil {
      findings = CreditPolicy.check(
        draft, from: practice.issuer, to: buyer, by: practice.rates)
      report.fromTables += 1
    } else {
      let review = review(
        draft, from: practice.issuer, to: buyer, by: practice.rates, knowing: known)
      findings = review.findings
      for unchecked in review.unchecked { report.unchecked[unchecked, default: 0] += 1 }
    }
    if !findings.isEmpty {
      report.note(
        CheckReport.Document(number: draft.number, file: file, entry: entry, findings: findings))
    }
    return findings
  }
}

extension Issuer {
  /// The firm of a book.
  init(_ firm: Firm, _ house: HousePolicy) {
    self.init()
    name = firm.name
    legalForm = firm.legalForm
    capital = firm.capital
    siren = firm.siren
    registry = firm.registry
    iban = firm.iban
    sector = house.sector
    size = EInvoicingCalendar.Size(rawValue: firm.size)
  }
}

extension StoredFinding {
  init(_ finding: Finding) {
    self.init()
    lint = finding.lint.rawValue
    level = finding.level.rawValue
    found = finding.found.french
    foundInEnglish = finding.found.english
    wanted = finding.wanted.french
    wantedInEnglish = finding.wanted.english
    remedy = finding.remedy
    code = finding.citation.text
    article = finding.citation.article
    sheet = finding.citation.sheet
  }

  /// The finding of the row; nil for a lint that this version does not know.
  var finding: Finding? {
    guard let lint = Lint(rawValue: lint), let level = Finding.Level(rawValue: level) else {
      return nil
    }
    return Finding(
      lint, level,
      .init(
        found: Remark(french: found, english: foundInEnglish),
        wanted: Remark(french: wanted, english: wantedInEnglish), remedy: remedy),
      citation: Citation(code, article, sheet: sheet))
  }
}

extension Numbering {
  /// What is wrong with the numbers, those of the book taken into account: what is booked is not
  /// missing, and what was booked last comes before the first of these.
  func findings(beside reader: BookReader) throws -> [Finding] {
    var whole = self
    for (prefix, number) in beginnings {
      let before = try reader.references(
        before: number, beginning: prefix, limit: 50, in: .first)
      for one in before { whole.take(one.number, on: one.issue, gross: one.gross) }
    }
    return try whole.findings { number in
      try reader.booked(reference: number, isCredit: false, in: .first) != nil
        || reader.booked(reference: number, isCredit: true, in: .first) != nil
    }
  }
}
