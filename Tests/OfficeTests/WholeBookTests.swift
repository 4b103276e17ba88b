import Behaviour
import Claims
import Dunning
import Ledger
import Office
import Quantities
import Store
import Testing

/// The list of the whole book decides about each customer as the reading of all its history does.
@Suite struct WholeBookTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func theListEqualsTheFullReading(seed: UInt64) throws {
    var world = UndoImportTests.World(random: Seeded(seed))
    let bench = try Bench()
    let first = world.invoices("A")
    try bench.take("a.csv", first)
    try compare(bench, "seed \(seed), invoices")
    try bench.take("a-bank.csv", world.bank([first], "X"))
    try compare(bench, "seed \(seed), bank")
    try act(bench, &world.random)
    try compare(bench, "seed \(seed), promises and disputes")
    let second = world.invoices("B")
    try bench.take("b.csv", second)
    try bench.take("b-bank.csv", world.bank([first, second], "Y"))
    try compare(bench, "seed \(seed), more")
    _ = try bench.desk.undoImport(4)
    try compare(bench, "seed \(seed), statement undone")
    _ = try bench.desk.undoImport(3)
    try compare(bench, "seed \(seed), invoices undone")
    bench.setToday(Day(2027, 1, 20))
    try bench.take("c-bank.csv", Papers.bank(("19/01/2027", "VIR CLIENT 1 A-1", "10,00")))
    try compare(bench, "seed \(seed), later")
  }

  private func act(_ bench: Bench, _ random: inout Seeded) throws {
    for customer in try bench.desk.customers(matching: "Client") {
      let account = try bench.desk.store.read { try $0.accounts(of: customer.id) }[0]
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        let on = Day(2026, 11, .random(in: 24...30, using: &random))
        try bench.desk.promise(
          customer.id, amount: Money(cents: 500_00), on: on, words: "lundi", isSure: true)
      case 1: try bench.desk.dispute(account.items[0].id, amount: nil, reason: "casse")
      case 2:
        try bench.desk.overruleProfile(customer.id, as: .opportunist, reason: "on le connaît")
      case 3:
        try bench.desk.recordContact(
          customer.id,
          Reminder(level: "firm", channel: .call, documents: [account.items[0].id], note: ""))
      default: break
      }
    }
  }

  /// A desk that remembers nothing makes the list; each customer is then read alone.
  private func compare(_ bench: Bench, _ words: String) throws {
    let desk = try bench.fresh()
    let list = try desk.dayList().worklist
    #expect(list.accountCount > 0, "\(words)")
    for customer in try desk.customers(matching: "Client") {
      for finding in try desk.findings(about: customer.id) {
        let entry = list.entries.first {
          $0.customer.id == customer.id && $0.currency == finding.claim.currency
        }
        let held = list.held.first { $0.customer.id == customer.id }
        switch finding.decision {
        case .send(let contact): #expect(entry?.contact == contact, "\(words)")
        case .wait(let reasons): #expect(held?.reasons == reasons, "\(words)")
        case .tooSoon, .nothingDue: #expect(entry == nil && held == nil, "\(words)")
        }
      }
    }
  }
}
