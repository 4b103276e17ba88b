import Ledger
import Quantities
import Store
import Testing

/// The documents of everyone read in one go say what the accounts say, one by one.
@Suite struct TraceTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func tracesEqualTheAccounts(_ seed: UInt64) throws {
    let folder = try Folder()
    let store = try folder.book()
    var history = History(seed: seed)
    var random = Seeded(seed &* 31)
    for stretch in 0..<6 {
      var next = history
      let learned = history.firstDay.adding(days: 50 * stretch)
      history = try store.write(learned: learned) { pen in
        try next.grow(by: 60, with: pen)
        return next
      }
      let days = [learned, history.firstDay.adding(days: .random(in: -1...330, using: &random))]
      for day in days { try compare(store, history, on: day, "seed \(seed), \(day.iso)") }
    }
  }

  private func compare(
    _ store: Store, _ history: History, on day: Day, _ words: Comment
  ) throws {
    try store.read { reader in
      let traces = try reader.documentTraces(on: day)
      for id in history.customers {
        let accounts = try reader.accounts(of: id, at: Moment(asOf: day, knownOn: day))
        let told = accounts.flatMap(\.items).map(\.trace)
          .sorted { ($0.issue, $0.id) < ($1.issue, $1.id) }
        #expect(traces.traces(of: id) == told, words)
        if accounts.count > 1 { #expect(!traces.areAll(of: id), words) }
      }
      #expect(traces.traces(of: CustomerID(999)).isEmpty)
    }
  }

  @Test func anEmptyBookHasNone() throws {
    let folder = try Folder()
    let traces = try folder.book().read { try $0.documentTraces(on: Day(2026, 1, 1)) }
    #expect(traces.traces(of: CustomerID(1)).isEmpty)
  }

  @Test func whatIsLearnedLaterMakesACustomerSpecial() throws {
    let folder = try Folder()
    let store = try folder.book()
    let day = Day(2026, 3, 2)
    let (plain, promising) = try store.write(learned: day) { pen in
      let both = (try pen.open("Un"), try pen.open("Deux"))
      try pen.append(
        .promise(PromiseToPay(on: day, amount: Money(cents: 1_00), words: "")), customer: both.1,
        happened: day)
      return both
    }
    let same = try store.read { try $0.documentTraces(on: day) }
    #expect(same.areAll(of: plain) && same.areAll(of: promising))
    let before = try store.read { try $0.documentTraces(on: day.adding(days: -1)) }
    #expect(before.areAll(of: plain) && !before.areAll(of: promising))
  }
}
