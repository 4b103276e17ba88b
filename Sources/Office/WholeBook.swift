import Dunning
import Ledger
import Quantities
import Store

/// All open accounts decided at once.
extension Desk {
  /// Open accounts are assessed on all cores as they are read, while the documents that tell what
  /// kind of payer each customer is are read beside; those on whom the kind decides are finished
  /// then.
  func wholeBook(
    by run: DailyRun, _ kinds: PayerKinds, on day: Day, _ reader: BookReader
  ) throws -> DecidedBook {
    let beside = try tracesBeside(reader, on: day)
    let judge = run.judge
    let workshop = Workshop<Account, Judged> { account in
      let opinion = try judge.opinion(on: account)
      return opinion.hangsOnKind
        ? .waiting(account.withoutNeedlessItems, opinion)
        : .decided(AccountKey(of: account), judge.finding(from: opinion, kind: nil))
    }
    try reader.forEachOpenAccount(.first) { workshop.take($0) }
    // Counted while the others still work: the list tells it too.
    _ = try counts(reader)
    var findings: [AccountKey: DailyRun.Finding] = [:]
    var waiting: [(account: Account, opinion: DailyRun.Opinion)] = []
    for judged in try workshop.finished() {
      switch judged {
      case .decided(let key, let finding): findings[key] = finding
      case .waiting(let account, let opinion): waiting.append((account, opinion))
      }
    }
    let traces = try beside.value() ?? reader.documentTraces(on: day)
    try kinds.take(traces)
    for (wait, kind) in zip(waiting, try kinds.kinds(of: waiting.map(\.account))) {
      findings[AccountKey(of: wait.account)] = judge.finding(from: wait.opinion, kind: kind)
    }
    let foretold = Foretold(traces, on: day)
    return DecidedBook(
      findings: findings, foretold: foretold, chances: foretold.chances(findings, traces))
  }
}

extension Desk {
  /// The documents of all customers, read on another core; nil when the book has changed
  /// meanwhile: another moment of it would tell another story.
  func tracesBeside(
    _ reader: BookReader, on day: Day
  ) throws -> Meanwhile<DocumentTraces?> {
    let revision = try reader.revision()
    let store = store
    return Meanwhile {
      try store.read { other in
        try other.revision() == revision ? try other.documentTraces(on: day) : nil
      }
    }
  }
}

/// What became of an account before the kinds of payers are known.
private enum Judged: Sendable {
  case decided(AccountKey, DailyRun.Finding)
  /// The kind of payer decides.
  case waiting(Account, DailyRun.Opinion)
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
