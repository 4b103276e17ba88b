import Intake
import Ledger
import Quantities
import Store

/// Looks at the statements of an import run beside those of the book: gaps, days told twice, and
/// movements that do not add up to the balances.
struct StatementCheck {
  let reader: BookReader
  let imports: [Int64]
  /// Statements that the book knew, from which new movements came all the same.
  let retold: [Retold]

  /// A statement known from before that an import told of again.
  struct Retold: Sendable {
    let source: Int64
    let statement: Statement
  }

  /// What each import's report has to say.
  func findings() throws -> [StatementSequence.Finding] {
    var findings: [StatementSequence.Finding] = []
    let accounts = try reader.accounts(ofImports: imports) + retold.map(\.statement.account)
    for account in Set(accounts).sorted() where !account.isEmpty {
      let statements = try reader.statements(of: account)
      for currency in Set(statements.map(\.statement.currency)).sorted() {
        let sequence = StatementSequence(account: account, currency: currency, statements)
        findings += sequence.findings(beside: Set(imports))
        for source in imports { findings += try overlap(in: sequence, of: source) }
      }
    }
    return findings
  }

  private func overlap(
    in sequence: StatementSequence, of source: Int64
  ) throws -> [StatementSequence.Finding] {
    var findings: [StatementSequence.Finding] = []
    var shared = sequence.overlap(of: source)
    if let shared { findings.append(.init(source: source, text: sequence.overlapWords(shared))) }
    for known in retold where known.source == source {
      guard known.statement.account == sequence.account,
        known.statement.currency == sequence.currency, let first = known.statement.first,
        let last = known.statement.last
      else { continue }
      shared = DayRange(
        first: min(shared?.first ?? first, first), last: max(shared?.last ?? last, last))
    }
    guard let shared, let chain = sequence.chain(around: shared) else { return findings }
    let booked = try reader.movements(
      of: sequence.account, in: sequence.currency, during: chain.days)
    if booked != chain.change {
      findings.append(
        .init(source: source, text: sequence.differenceWords(chain, booked: booked)))
    }
    return findings
  }
}
