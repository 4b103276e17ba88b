import Claims
import Dunning
import Ledger
import Office
import Quantities
import Store
import Testing

/// The list kept in memory equals the list made from the whole book, after whatever happens.
@Suite struct DayListTests {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func theKeptListIsTheWholeOne(_ seed: UInt64) throws {
    var work = try RandomWork(seed: seed)
    try expectSame(work, after: "the import")
    for _ in 0..<25 {
      let done = try work.step()
      try expectSame(work, after: done)
    }
    #expect(try work.bench.desk.verify().isSound, "seed \(seed)")
  }

  private func expectSame(_ work: RandomWork, after action: String) throws {
    let kept = try work.bench.desk.dayList()
    let made = try work.bench.fresh().dayList()
    let note = Comment(rawValue: "seed \(work.seed), after \(action)")
    // What all payers teach is learned once a day; the rest of each entry follows the book.
    #expect(asked(kept) == asked(made), note)
    #expect(sorted(kept.worklist.held) == sorted(made.worklist.held), note)
    #expect(kept.worklist.totals == made.worklist.totals, note)
    #expect(kept.worklist.accountCount == made.worklist.accountCount, note)
    #expect(kept.worklist.laterCount == made.worklist.laterCount, note)
    #expect(kept.counts == made.counts && kept.newestBankDay == made.newestBankDay, note)
    #expect(kept.staleHold == made.staleHold, note)
  }

  private func asked(_ list: DayList) -> [AccountName: [Asked]] {
    Dictionary(
      grouping: list.worklist.entries.map {
        Asked(
          contact: $0.contact, claimable: $0.claimable, overdue: $0.overdue,
          deadline: $0.stake.deadline, name: AccountName(id: $0.customer.id, currency: $0.currency))
      }, by: \.name)
  }

  private struct AccountName: Hashable {
    let id: CustomerID
    let currency: Currency
  }

  private struct Asked: Equatable {
    let contact: Contact
    let claimable: Money
    let overdue: Money
    let deadline: Stake.Deadline?
    let name: AccountName
  }

  private func sorted(_ held: [Worklist.Held]) -> [Worklist.Held] {
    held.sorted { ($0.customer.id, $0.currency) < ($1.customer.id, $1.currency) }
  }

  /// What another program does at the same book is seen, settings too.
  @Test func aSecondProgramIsHeard() throws {
    let work = try RandomWork(seed: 1)
    let before = try work.bench.desk.dayList()
    let other = try work.bench.fresh()
    var firm = try other.firm()
    firm.name = "Notre Société"
    firm.contractRate = "20"
    try other.save(firm)
    try expectSame(work, after: "another contract rate")
    #expect(try work.bench.desk.dayList().worklist.entries != before.worklist.entries)
    let first = try #require(before.worklist.entries.first)
    try other.snooze(first.customer.id, until: work.bench.today.nextDay, reason: "x")
    try expectSame(work, after: "a snooze")
    // Proposals alone: no entry tells of them.
    try other.store.write(learned: work.bench.today) { try $0.replaceProposals([]) }
    try expectSame(work, after: "no proposals")
  }
}

/// A person and files at work on a small book, at random.
struct RandomWork {
  let seed: UInt64
  let bench: Bench
  private var random: Seeded
  private var files = 0
  private var numbers = 0

  init(seed: UInt64) throws {
    self.seed = seed
    random = Seeded(seed)
    bench = try Bench()
    try importInvoices(12)
    try importBank(6)
  }

  mutating func step() throws -> String {
    do {
      return try act()
    } catch is DeskRefusal { return "a refusal" }
  }

  private mutating func act() throws -> String {
    let customer = try customers().randomElement(using: &random)!
    let document = try documents().randomElement(using: &random)!
    let ahead = bench.today.adding(days: .random(in: 1...9, using: &random))
    switch Int.random(in: 0..<14, using: &random) {
    case 0:
      try importInvoices(3)
      return "invoices"
    case 1:
      try importBank(2)
      return "bank lines"
    case 2:
      try bench.desk.promise(
        customer, amount: Money(cents: 100_00), on: ahead, words: "", isSure: true)
      return "a promise"
    case 3:
      try bench.desk.dispute(document, amount: nil, reason: "x")
      return "a dispute"
    case 4:
      try bench.desk.snooze(customer, until: ahead, reason: "x")
      return "a snooze"
    case 5:
      try bench.desk.waive(document, interest: true, compensation: false, reason: "x")
      return "a waiver"
    case 6: return try contact()
    case 7:
      try bench.desk.recordInsolvency(
        customer, Insolvency(kind: .safeguard, opened: bench.today, source: ""))
      return "an insolvency"
    case 8: return try accept()
    case 9: return try setAside()
    case 10: return try allocate(to: customer)
    case 11: return try undo()
    case 12:
      _ = try MatchingRun(store: bench.desk.store, today: bench.today).run()
      return "a matching run"
    default:
      bench.setToday(bench.today.nextDay)
      return "a day"
    }
  }

  private func customers() throws -> [CustomerID] {
    try bench.desk.store.read { try $0.customers(.first).map(\.id) }
  }

  private func documents() throws -> [EntryNumber] {
    var found: [EntryNumber] = []
    try bench.desk.store.read { try $0.forEachOpenAmount(.first) { found.append($0.document) } }
    return found.sorted()
  }

  private mutating func lines() throws -> [EntryNumber] {
    try bench.desk.store.read { try $0.waitingLines(.first, limit: 99, offset: 0) }
  }

  private static let names = ["Aubois SARL", "Brunel SAS", "Carrel SA", "Dumas SARL", "Estève"]

  private mutating func importInvoices(_ count: Int) throws {
    var text = Papers.header + "\n"
    for _ in 0..<count {
      numbers += 1
      let who = Int.random(in: 0..<5, using: &random)
      let issue = bench.today.adding(days: -.random(in: 0...120, using: &random))
      let amount = Money(cents: .random(in: 20_00...3000_00, using: &random))
      let currency = Int.random(in: 0..<6, using: &random) == 0 ? "USD" : "EUR"
      text +=
        "FA-2026-\(1000 + numbers);C\(who);\(RandomWork.names[who]);\(issue.french);"
        + "\(issue.adding(days: 30).french);\(amount.decimal);0.00;\(amount.decimal);\(currency)\n"
    }
    try take(text)
  }

  private mutating func importBank(_ count: Int) throws {
    var text = "Date;Libellé;Montant\n"
    let open = try documents()
    for _ in 0..<count {
      let document = open.randomElement(using: &random)!
      let (number, amount) = try bench.desk.store.read {
        (try $0.number(of: document) ?? "", try $0.open(ofDocument: document).magnitude)
      }
      let who = RandomWork.names.randomElement(using: &random)!.uppercased()
      let words = [number, who, who + " " + number, "SANS REFERENCE"]
      let paid = Bool.random(using: &random) ? amount : Money(cents: amount.cents / 2 + 1)
      let day = bench.today.adding(days: -.random(in: 0...1, using: &random))
      text += "\(day.french);VIR \(words.randomElement(using: &random)!);\(paid.decimal)\n"
    }
    try take(text)
  }

  private mutating func take(_ text: String) throws {
    files += 1
    let report = try bench.take("f\(files).csv", text)
    precondition(report.refused == 0 && report.rejected == 0, "\(report.results)")
  }

  private mutating func contact() throws -> String {
    guard
      let entry = try bench.desk.dayList().worklist.entries.randomElement(using: &random)
    else { return "nobody" }
    try bench.desk.recordContact(
      entry.customer.id,
      Reminder(
        level: entry.contact.level.name.rawValue, channel: .email,
        documents: entry.contact.documents, note: ""))
    return "a contact"
  }

  private mutating func accept() throws -> String {
    guard let line = try lines().randomElement(using: &random) else { return "no line" }
    try bench.desk.accept(line: line)
    return "an acceptance"
  }

  private mutating func setAside() throws -> String {
    guard let line = try lines().first else { return "no line" }
    try bench.desk.setAside(line: line, reason: "x")
    return "a line set aside"
  }

  private mutating func allocate(to customer: CustomerID) throws -> String {
    guard let line = try lines().first else { return "no line" }
    let left = try bench.desk.store.read { try $0.open(ofLine: line) }
    try bench.desk.allocate(
      line: line, to: [.init(document: nil, customer: customer, amount: left)])
    return "money on another account"
  }

  private mutating func undo() throws -> String {
    let newest = try bench.desk.store.read { try $0.newestEntry().raw }
    try bench.desk.undo(EntryNumber(.random(in: 1...newest, using: &random)), reason: "x")
    return "an undoing"
  }
}
