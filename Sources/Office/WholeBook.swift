import Dunning
import Ledger
import Quantities
import Store

/// All open accounts decided at once.
extension Desk {
  /// Open accounts are assessed while another core reads the documents that tell what kind of payer
  /// each customer is; those on whom the kind decides are finished then.
  func wholeBook(
    by run: DailyRun, _ kinds: PayerKinds, on day: Day, _ reader: BookReader
  ) throws -> DecidedBook {
    let revision = try reader.revision()
    let store = store
    let beside = Meanwhile {
      try store.read { other in
        // Another moment of the book would tell another story.
        try other.revision() == revision ? try other.documentTraces(on: day) : nil
      }
    }
    var findings: [AccountKey: DailyRun.Finding] = [:]
    var waiting: [(account: Account, opinion: DailyRun.Opinion)] = []
    try reader.forEachOpenAccount(.first) { account in
      let opinion = try run.opinion(on: account)
      if opinion.hangsOnKind {
        waiting.append((account.withoutNeedlessItems, opinion))
      } else {
        findings[AccountKey(of: account)] = run.finding(from: opinion, kind: nil)
      }
    }
    let traces = try beside.value() ?? reader.documentTraces(on: day)
    try kinds.take(traces)
    for (wait, kind) in zip(waiting, try kinds.kinds(of: waiting.map(\.account))) {
      findings[AccountKey(of: wait.account)] = run.finding(from: wait.opinion, kind: kind)
    }
    let foretold = Foretold(traces, on: day)
    return DecidedBook(
      findings: findings, foretold: foretold, chances: foretold.chances(findings, traces))
  }
}

/// What was decided about all open accounts, and how likely those asked pay by themselves.
struct DecidedBook: Sendable {
  var findings: [AccountKey: DailyRun.Finding]
  let foretold: Foretold
  var chances: [AccountKey: Rate]

  /// Decides anew about those whose accounts have changed.
  mutating func renew(
    _ touched: Set<CustomerID>, by run: DailyRun, _ reader: BookReader
  ) throws {
    findings = findings.filter { !touched.contains($0.key.customer) }
    chances = chances.filter { !touched.contains($0.key.customer) }
    for id in touched {
      try reader.forEachOpenAccount(.first, of: id) { account in
        let (key, finding) = (AccountKey(of: account), try run.finding(on: account))
        findings[key] = finding
        chances[key] = try foretold.chance(finding, reader)
      }
    }
  }
}

extension Account {
  /// The account with its documents only where promises hang on them: thousands wait in memory.
  fileprivate var withoutNeedlessItems: Account {
    guard promises.isEmpty, saidPaid.isEmpty else { return self }
    var account = self
    account.items = []
    return account
  }
}
