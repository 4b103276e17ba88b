import Foundation
import Ledger
import Quantities
import Store
import Testing

/// Threads at the same book.
@Suite struct TogetherTests {
  /// Runs the bodies on threads of their own; what they throw is an issue.
  private func together(_ bodies: [@Sendable () throws -> Void]) {
    DispatchQueue.concurrentPerform(iterations: bodies.count) { place in
      do { try bodies[place]() } catch { Issue.record(error) }
    }
  }

  /// Each change adds an invoice and a payment of it: a reader sees both or neither.
  @Test func twoReadWhileOneWrites() throws {
    let folder = try Folder()
    let store = try folder.book()
    let id = try store.write(learned: today) { try $0.open("Client") }
    let changes = 150
    let write = { @Sendable in
      for number in 0..<changes { try TogetherTests.change(store, id, number) }
    }
    let read = { @Sendable in
      var last = 0
      while last < changes { last = try TogetherTests.look(store, id, atLeast: last) }
    }
    together([write, read, read])
    #expect(try store.read { try $0.verify() }.isSound)
    #expect(try store.read { try $0.allocationCount(.first) } == changes)
  }

  private static func change(_ store: Store, _ id: CustomerID, _ number: Int) throws {
    try store.write(learned: today) { pen in
      let invoice = try pen.append(
        .invoice(.plain("F-\(number)", 10_00, on: today)), customer: id, happened: today)
      let line = try pen.append(
        .bankLine(.credit(10_00, on: today, reference: "R\(number)")), happened: today)
      try pen.append(
        .allocation(
          Allocation(
            line: line, document: invoice, amount: Money(cents: 10_00), mode: .applied,
            score: 1000, reasons: "")), customer: id, happened: today)
    }
  }

  /// How many changes a reading sees; the same at its beginning and at its end.
  private static func look(_ store: Store, _ id: CustomerID, atLeast least: Int) throws -> Int {
    try store.read { reader in
      let before = try reader.counts(.first)
      let allocations = try reader.allocationCount(.first)
      #expect(before.invoices == allocations && before.invoices == before.bankLines)
      #expect(before.openItems == 0 && before.openLines == 0)
      #expect(before.invoices >= least, "a later reading sees no less")
      let account = try reader.accounts(of: id)[0]
      #expect(account.items.count == before.invoices)
      #expect(account.items.allSatisfy { $0.open.isZero })
      #expect(try reader.counts(.first) == before)
      return before.invoices
    }
  }

  @Test func programsWriteInTurn() throws {
    let folder = try Folder()
    let path = folder.file("livre.encaisse")
    _ = try Store(path: path, creates: true)
    together(
      (0..<3).map { writer in
        {
          // A connection of its own, as another process would have.
          let store = try Store(path: path, creates: true)
          for number in 0..<40 {
            try store.write(learned: today) { try $0.open("Client \(writer) \(number)") }
          }
        }
      })
    let store = try Store(path: path, creates: false)
    #expect(try store.read { try $0.counts(.first) }.customers == 120)
    #expect(try store.read { try $0.newestEntry() } == EntryNumber(120))
    #expect(try store.read { try $0.verify() }.isSound)
  }

  /// The database lets a number stand twice, for an import undone: the pen does not.
  @Test func aNumberIsTakenOnceByWhoeverComesFirst() throws {
    let folder = try Folder()
    let path = folder.file("livre.encaisse")
    let owner = try Store(path: path, creates: true).write(learned: today) { try $0.open("Client") }
    together(
      (0..<3).map { _ in
        {
          let store = try Store(path: path, creates: false)
          for number in 0..<40 {
            try store.write(learned: today) { pen in
              for _ in 0..<2 {
                try pen.append(
                  .invoice(.plain("F-\(number)", 100, on: today)), customer: owner,
                  happened: today)
              }
            }
          }
        }
      })
    let store = try Store(path: path, creates: false)
    #expect(try store.read { try $0.counts(.first) }.invoices == 40)
    #expect(try store.read { try $0.newestEntry() } == EntryNumber(41))
    #expect(try store.read { try $0.verify() }.isSound)
  }
}
