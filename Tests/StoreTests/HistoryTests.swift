import Ledger
import Quantities
import Store
import Testing

/// Stored balances, the replay, and readings of past days against a plain recomputation.
@Suite struct HistoryTests {
  private func grown(_ seed: UInt64, in folder: Folder) throws -> (Store, History) {
    let store = try folder.book()
    var history = History(seed: seed)
    for stretch in 0..<8 {
      var next = history
      let learned = history.firstDay.adding(days: 40 * stretch)
      history = try store.write(learned: learned) { pen in
        try next.grow(by: 40, with: pen)
        return next
      }
    }
    return (store, history)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func balancesEqualTheReplayAndTheCount(_ seed: UInt64) throws {
    let folder = try Folder()
    let (store, history) = try grown(seed, in: folder)
    try store.read { reader in
      let verification = try reader.verify()
      #expect(verification.isSound, "seed \(seed): \(verification.differences)")
      #expect(verification.documents == history.documents.count)
      #expect(verification.lines == history.lines.count)
      for document in history.documents {
        let open = try reader.open(ofDocument: document.number)
        #expect(open == history.open(document), "seed \(seed), document \(document.number.raw)")
      }
      for line in history.lines {
        let open = try reader.open(ofLine: line.number)
        #expect(open == history.open(line), "seed \(seed), line \(line.number.raw)")
      }
      var open: [EntryNumber: Money] = [:]
      try reader.forEachOpenAmount(.first) { open[$0.document] = $0.open }
      let expected = history.documents.map { ($0.number, history.open($0)) }
        .filter { !$0.1.isZero }
      #expect(open == Dictionary(uniqueKeysWithValues: expected), "seed \(seed)")
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func aPastDayEqualsTheCount(_ seed: UInt64) throws {
    let folder = try Folder()
    let (store, history) = try grown(seed, in: folder)
    var random = Seeded(seed &* 77)
    for _ in 0..<6 {
      let day = history.firstDay.adding(days: .random(in: -1...330, using: &random))
      let moment = Moment(asOf: day)
      var open: [EntryNumber: Money] = [:]
      var cash: [String: Money] = [:]
      try store.read { reader in
        try reader.forEachOpenAmount(.first, asOf: day) { amount in
          open[amount.document] = amount.open
        }
        try reader.forEachOnAccountAmount(.first, asOf: day) { customer, currency, amount in
          cash["\(customer.raw) \(currency.code)"] = amount
        }
      }
      let expected = history.documents.map { ($0.number, history.open($0, at: moment)) }
        .filter { !$0.1.isZero }
      #expect(
        open == Dictionary(uniqueKeysWithValues: expected), "seed \(seed), as of \(day.iso)")
      #expect(
        cash.filter { !$0.value.isZero } == onAccount(history, at: moment),
        "seed \(seed), as of \(day.iso)")
    }
  }

  private func onAccount(_ history: History, at moment: Moment) -> [String: Money] {
    var sums: [String: Money] = [:]
    for taking in history.takings where taking.isOnAccount && taking.stands(at: moment) {
      sums["\(taking.customer!.raw) \(taking.currency.code)", default: .zero] += taking.amount
    }
    return sums.filter { !$0.value.isZero }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func accountsOfAMomentEqualTheCount(_ seed: UInt64) throws {
    let folder = try Folder()
    let (store, history) = try grown(seed, in: folder)
    var random = Seeded(seed &* 99)
    var moments = [Moment.now]
    for _ in 0..<4 {
      let day = history.firstDay.adding(days: .random(in: 0...330, using: &random))
      let known = history.firstDay.adding(days: .random(in: 0...330, using: &random))
      moments += [Moment(asOf: day), Moment(asOf: nil, knownOn: known)]
      moments.append(Moment(asOf: day, knownOn: known))
    }
    for moment in moments {
      for customer in history.customers {
        let accounts = try store.read { try $0.accounts(of: customer, at: moment) }
        try check(accounts, of: customer, history, moment, seed)
      }
    }
  }

  private func check(
    _ accounts: [Account], of customer: CustomerID, _ history: History, _ moment: Moment,
    _ seed: UInt64
  ) throws {
    let known = history.documents.filter {
      $0.customer == customer && moment.holds($0.happened, $0.learned)
    }
    let items = accounts.flatMap(\.items)
    #expect(Set(items.map(\.id)) == Set(known.map(\.number)), "seed \(seed), \(moment)")
    for document in known {
      let item = try #require(items.first { $0.id == document.number })
      #expect(item.open == history.open(document, at: moment), "seed \(seed), \(moment)")
      #expect(item.total == document.total)
    }
    for account in accounts {
      #expect(
        account.items.allSatisfy { item in
          known.contains { $0.number == item.id && $0.currency == account.currency }
        })
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func openAccountsAreTheWholeAccountsLessWhatIsSettled(_ seed: UInt64) throws {
    let folder = try Folder()
    let (store, _) = try grown(seed, in: folder)
    try store.read { reader in
      var seen = 0
      try reader.forEachOpenAccount(.first) { account in
        seen += 1
        let whole = try #require(
          try reader.accounts(of: account.customer.id).first { $0.currency == account.currency })
        let open = whole.items.filter { !$0.open.isZero }.sorted { $0.id < $1.id }
        #expect(account.items.sorted { $0.id < $1.id } == open, "seed \(seed)")
        #expect(account.promises == whole.promises && account.snoozes == whole.snoozes)
        #expect(Set(account.unapplied) == Set(whole.unapplied))
        #expect(account.insolvency == whole.insolvency && account.reminders == whole.reminders)
        var alone: [Account] = []
        try reader.forEachOpenAccount(.first, of: account.customer.id) { alone.append($0) }
        #expect(alone.first { $0.currency == account.currency }?.items == account.items)
      }
      #expect(seen > 0)
    }
  }
}
