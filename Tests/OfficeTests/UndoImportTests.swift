import Dunning
import Foundation
import Intake
import Ledger
import Office
import Quantities
import Reports
import Store
import Testing

/// A whole import taken back: the book is as if the file had never come.
@Suite struct UndoImportTests {
  /// Random invoices of a few customers and a statement that pays some of them, of this batch or of
  /// the other.
  struct World {
    var random: Seeded

    mutating func invoices(_ prefix: String) -> String {
      let rows = (1...25).map { row -> String in
        let amount = Int.random(in: 50...2_000, using: &random)
        let customer = Int.random(in: 1...7, using: &random)
        let month = Int.random(in: 1...9, using: &random)
        return "\(prefix)-\(row);C\(customer);Client \(customer) SARL;05/0\(month)/2026;"
          + "20/0\(month)/2026;\(amount),00;0,00;\(amount),00;EUR"
      }
      return ([Papers.header] + rows).joined(separator: "\n") + "\n"
    }

    mutating func bank(_ tables: [String], _ label: String) -> String {
      var text = "Date;Libellé;Montant\n"
      for row in tables.joined(separator: "\n").split(separator: "\n")
      where row.contains("SARL") && Int.random(in: 0..<5, using: &random) < 3 {
        let cells = row.split(separator: ";")
        let names = Bool.random(using: &random)
        let words = names ? "VIR \(cells[2]) \(cells[0])" : "VIR \(cells[2].uppercased())"
        text += "20/11/2026;\(words) \(label);\(cells[7])\n"
      }
      return text
    }
  }

  /// What the book says to those who use it.
  static func state(_ desk: Desk) throws -> [String] {
    let counts = try desk.counts()
    var state = ["\(counts)"]
    let list = try desk.dayList().worklist
    state += list.entries.map {
      "asked \($0.customer.name) \($0.claimable) \($0.overdue) \($0.daysOverdue)"
    }
    state += list.held.map { "held \($0.customer.name)" }
    for day in [Day(2026, 6, 30), Day(2026, 11, 20)] {
      let balance = try desk.agedBalance(on: day)[.eur]
      state.append("\(day.iso) \(String(describing: balance?.totals))")
    }
    return state
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func whatIsTakenBackWasNeverThere(seed: UInt64) throws {
    var world = World(random: Seeded(seed))
    let first = world.invoices("A")
    let firstBank = world.bank([first], "X")
    let second = world.invoices("B")
    let secondBank = world.bank([first, second], "Y")
    let bench = try Bench()
    try bench.take("a.csv", first)
    try bench.take("a-bank.csv", firstBank)
    // Each round of matching learns from the one before: to compare, let it come to rest.
    for round in 1...3 {
      try bench.take(
        "z\(round).csv",
        Papers.invoices("Z-\(round);C99;Zed SARL;05/11/2026;20/12/2026;3,00;0,33;3,33;EUR"))
    }
    let alone = try UndoImportTests.state(bench.desk)
    try bench.take("b.csv", second)
    try bench.take("b-bank.csv", secondBank)
    let both = try UndoImportTests.state(bench.desk)
    #expect(both != alone, "seed \(seed)")
    _ = try bench.desk.undoImport(seed % 2 == 0 ? 7 : 6)
    #expect(try bench.desk.verify().differences == [], "seed \(seed)")
    _ = try bench.desk.undoImport(seed % 2 == 0 ? 6 : 7)
    #expect(try bench.desk.verify().differences == [], "seed \(seed)")
    var after = try UndoImportTests.state(bench.desk)
    // The list of imports keeps them all, as undone.
    after[0] = after[0].replacing("imports: 7", with: "imports: 5")
    #expect(after == alone, "seed \(seed)")
    // The same files can come again, and give what they gave.
    let again = try bench.desk.importFiles([
      bench.folder + "/b.csv", bench.folder + "/b-bank.csv",
    ])
    #expect(again.invoices == 25, "seed \(seed): \(again.results)")
    #expect(try bench.desk.counts().invoices == 53)
    #expect(try bench.desk.verify().differences == [], "seed \(seed)")
  }

  @Test func theMoneyOfAnotherImportIsOpenAgain() throws {
    let bench = try Bench()
    try bench.take("factures.csv", Papers.three)
    try bench.take("banque.csv", Papers.bank(("20/11/2026", "VIR AUBOIS FA-2026-0001", "1200,00")))
    #expect(try bench.open("FA-2026-0001") == .zero)
    let line = try bench.line("AUBOIS")
    let undone = try bench.desk.undoImport(1, reason: "mauvais fichier")
    #expect(undone.invoices == 3 && undone.customers == 3)
    #expect(undone.words.french.contains("3\u{A0}factures"))
    #expect(try bench.desk.document(numbered: "FA-2026-0001") == nil)
    #expect(try bench.desk.store.read { try $0.open(ofLine: line) } == Money(cents: 120_000))
    #expect(try bench.desk.customers(matching: "Aubois").isEmpty)
    #expect(try bench.desk.verify().isSound)
    #expect(try bench.fresh().verify().isSound)
    #expect(try bench.desk.imports().last?.undone == bench.today)
    let report = try bench.desk.importFiles([bench.folder + "/factures.csv"])
    #expect(report.invoices == 3)
    #expect(try bench.open("FA-2026-0001") == .zero, "the line pays it again")
  }

  @Test func aCustomerThatOthersNeedStays() throws {
    let bench = try Bench()
    try bench.take("un.csv", Papers.three)
    try bench.take(
      "deux.csv",
      Papers.invoices("FA-2026-0009;C1;Aubois SARL;05/11/2026;20/12/2026;10,00;2,00;12,00;EUR"))
    _ = try bench.desk.undoImport(1)
    #expect(try bench.desk.customers(matching: "Aubois").count == 1)
    #expect(try bench.desk.customers(matching: "Brunel").isEmpty)
    #expect(try bench.desk.counts().invoices == 1)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func decisionsAreTakenBackWithTheirDocument() throws {
    let bench = try Bench()
    try bench.take("factures.csv", Papers.three)
    try bench.desk.dispute(bench.document("FA-2026-0001"), amount: nil, reason: "colis abîmé")
    let undone = try bench.desk.undoImport(1)
    #expect(undone.takenBack == 1)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func whatCannotBeUndoneIsRefusedInWords() throws {
    let bench = try Bench()
    try bench.take("factures.csv", Papers.three)
    let document = try bench.document("FA-2026-0001")
    try bench.desk.store.write(learned: bench.today) { pen in
      let owner = try pen.reader.owner(of: document)
      try pen.append(
        .reminder(
          Reminder(level: "reminder", channel: .email, documents: [document], note: "")),
        customer: owner, happened: bench.today)
    }
    #expect(throws: DeskRefusal.importAsked(1, documents: ["FA-2026-0001"])) {
      try bench.desk.undoImport(1)
    }
    #expect(throws: DeskRefusal.unknownImport(9)) { try bench.desk.undoImport(9) }
    #expect(try bench.desk.counts().invoices == 3)
    let other = try Bench()
    try other.take("factures.csv", Papers.three)
    _ = try other.desk.undoImport(1)
    #expect(throws: DeskRefusal.importUndone(1, on: other.today)) {
      try other.desk.undoImport(1)
    }
  }
}
