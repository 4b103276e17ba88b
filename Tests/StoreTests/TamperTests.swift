import Ledger
import Quantities
import Store
import Testing

/// `verify` finds what was changed behind the program's back.
@Suite struct TamperTests {
  @Test(arguments: [
    "UPDATE open_item SET open = open + 1 WHERE document = 2",
    "DELETE FROM open_item WHERE document = 2",
    "INSERT INTO open_item VALUES (1, 1, 4, 'EUR', 20000, 5, 1)",
    "UPDATE open_item SET customer = 3 WHERE document = 2",
    "UPDATE open_item SET due = due + 1 WHERE document = 2",
    "UPDATE open_item SET currency = 'USD' WHERE document = 2",
    "UPDATE open_item SET touched = 0 WHERE document = 2",
    "UPDATE open_line SET open = open - 1",
    "DELETE FROM open_line",
    "UPDATE allocation_entry SET amount = amount + 100",
    "DELETE FROM allocation_entry",
    "UPDATE document_entry SET payable = payable + 1 WHERE number = 2",
    "DELETE FROM document_entry WHERE number = 4",
    "UPDATE instalment_entry SET amount = amount + 1 WHERE position = 1",
    "UPDATE counter SET value = value + 1 WHERE name = 'entry'",
    "UPDATE customer SET entry = 9 WHERE id = 1",
  ])
  func aChangeIsFound(_ sql: String) throws {
    let folder = try Folder()
    let path = folder.file("livre.encaisse")
    let store = try made(path)
    #expect(try store.read { try $0.verify() }.isSound)
    guard try tamper(path, sql) else { return }
    let found = try store.read { try $0.verify() }
    #expect(!found.isSound, "\(sql)")
    #expect(found.differences.allSatisfy { !$0.isEmpty })
  }

  /// Customer 1, invoice 2 in two parts, line 3, invoice 4 paid, allocations 5 and 6.
  private func made(_ path: String) throws -> Store {
    let store = try Store(path: path, creates: true)
    try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      let parts = [30, 60].map {
        Instalment(due: today.adding(days: $0), amount: Money(cents: 50_00))
      }
      let total = Money(cents: 100_00)
      let invoice = Invoice(
        number: "F-1", issue: today, instalments: parts, net: total, tax: .zero, gross: total,
        payable: total)
      try pen.append(.invoice(invoice), customer: id, happened: today)
      try pen.append(.bankLine(.credit(200_00, on: today)), happened: today)
      try pen.append(.invoice(.plain("F-2", 60_00, on: today)), customer: id, happened: today)
      for (document, cents) in [(2, 40_00), (4, 60_00)] as [(Int64, Int64)] {
        try pen.append(
          .allocation(
            Allocation(
              line: EntryNumber(3), document: EntryNumber(document), amount: Money(cents: cents),
              mode: .applied, score: 900, reasons: "")), customer: id, happened: today)
      }
    }
    return store
  }

  @Test func aBackupIsTheSameBook() throws {
    let folder = try Folder()
    let store = try made(folder.file("livre.encaisse"))
    try store.backup(to: folder.file("copie.encaisse"))
    let copy = try Store(path: folder.file("copie.encaisse"), creates: false)
    #expect(try copy.read { try $0.verify() } == store.read { try $0.verify() })
    let timeline = try copy.read { try $0.timeline(of: CustomerID(1)) }
    #expect(timeline == (try store.read { try $0.timeline(of: CustomerID(1)) }))
    #expect(timeline.count == 5)
  }
}
