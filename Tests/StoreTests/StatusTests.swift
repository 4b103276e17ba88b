import Ledger
import Quantities
import Store
import Testing

/// Statuses of electronic invoices: kept once, read with their account, taken back like the rest.
@Suite struct StatusTests {
  private static let status = LifecycleStatus(
    reference: "FA-1", code: 207, time: "093000",
    reasons: [StatusReason(code: "QTE_ERR", words: "")])

  @Test func aStatusIsKeptOnce() throws {
    let folder = try Folder()
    let store = try folder.book()
    let kept = try store.write(learned: today) { pen in
      try (0..<3).map { _ in
        try pen.append(.lifecycle(StatusTests.status), happened: today) != nil
      }
    }
    #expect(kept == [true, false, false])
    let waiting = try store.read { try $0.waitingStatuses(.first) }
    #expect(waiting.map(\.fact.reference) == ["FA-1"])
    #expect(try store.read { try $0.verify() }.isSound)
  }

  @Test func anAttachedStatusStandsWithItsAccount() throws {
    let folder = try Folder()
    let store = try folder.book()
    let (id, number) = try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      let invoice = try pen.append(
        .invoice(.plain("FA-1", 100_00, on: today)), customer: id, happened: today)!
      try pen.append(.lifecycle(StatusTests.status), happened: today)
      let arrived = try pen.reader.arrivedStatuses(.first, since: EntryNumber(1))
      #expect(arrived.map(\.1.number) == [invoice])
      #expect(try pen.reader.arrivedStatuses(.first, since: EntryNumber(3)).isEmpty)
      let attached = try pen.append(
        .lifecycle(StatusTests.status.attached(to: invoice)), customer: id, happened: today)
      return (id, try #require(attached))
    }
    // The one that waited is answered by the one attached.
    #expect(try store.read { try $0.waitingStatuses(.first) }.isEmpty)
    func statuses() throws -> [[Int]] {
      var open: [Int] = []
      try store.read { reader in
        try reader.forEachOpenAccount(.first) { open += $0.statuses.map(\.fact.code) }
      }
      let all = try store.read { try $0.accounts(of: id) }.flatMap(\.statuses).map(\.fact.code)
      return [open, all]
    }
    #expect(try statuses() == [[207], [207]])
    #expect(
      try store.read { try $0.accounts(of: id, at: Moment(asOf: today.previousDay)) }
        .flatMap(\.statuses).isEmpty)
    #expect(try store.read { try $0.customers(changedAfter: EntryNumber(3), limit: 9) } == [id])
    try store.write(learned: today) { pen in
      #expect(try pen.reader.isReversible(number))
      #expect(try pen.reader.owner(ofEntry: number) == id)
      try pen.append(.reversal(Reversal(of: number, reason: "x")), customer: id, happened: today)
    }
    #expect(try statuses() == [[], []])
    #expect(try store.read { try $0.timeline(of: id) }.count == 4)
    #expect(try store.read { try $0.verify() }.isSound)
  }

  @Test func aSettledDocumentLeavesItsStatusesBehind() throws {
    let folder = try Folder()
    let store = try folder.book()
    let id = try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      let paid = try pen.append(
        .invoice(.plain("FA-1", 100_00, on: today)), customer: id, happened: today)!
      try pen.append(.invoice(.plain("FA-2", 100_00, on: today)), customer: id, happened: today)
      try pen.append(
        .lifecycle(StatusTests.status.attached(to: paid)), customer: id, happened: today)
      let line = try pen.append(.bankLine(.credit(100_00, on: today)), happened: today)
      try pen.append(
        .allocation(
          Allocation(
            line: line, document: paid, amount: Money(cents: 100_00), mode: .applied, score: 1,
            reasons: "")), customer: id, happened: today)
      return id
    }
    var open = 0
    try store.read { try $0.forEachOpenAccount(.first) { open += $0.statuses.count } }
    #expect(open == 0)
    #expect(try store.read { try $0.accounts(of: id) }.flatMap(\.statuses).count == 1)
  }

  @Test func anAnswerIsTheReasonOfEarlierSetOffs() throws {
    let folder = try Folder()
    let store = try folder.book()
    let (id, credit, halves) = try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      let invoice = try pen.append(
        .invoice(.plain("FA-1", 100_00, on: today)), customer: id, happened: today)!
      let credit = try pen.append(
        .creditNote(
          CreditNote(
            number: "AV-1", issue: today, gross: Money(cents: 20_00), net: Money(cents: 20_00),
            tax: .zero)), customer: id, happened: today)!
      for (document, cents) in [(invoice, Int64(20_00)), (credit, -20_00)] {
        try pen.append(
          .allocation(
            Allocation(
              line: nil, document: document, amount: Money(cents: cents), mode: .setOff, score: 1,
              reasons: "", creditReason: .unknown)), customer: id, happened: today)
      }
      return (id, credit, try pen.reader.setOffs(of: credit))
    }
    #expect(halves == [EntryNumber(4)])
    func reasons() throws -> [CreditNote.Reason?] {
      let account = try #require(try store.read { try $0.accounts(of: id) }.first)
      guard case .creditNote(let note) = account.items[1].kind else { return [] }
      return [account.items[0].movements[0].creditReason, note.reason]
    }
    #expect(try reasons() == [.unknown, .unknown])
    for (cause, reason) in [(CreditAnswer.Cause.allowance, CreditNote.Reason.allowance)]
      + [(.priceError, .error)]
    {
      try store.write(learned: today) { pen in
        try pen.append(
          .creditAnswer(
            CreditAnswer(document: credit, cause: cause, words: "", setOffs: halves)),
          customer: id, happened: today)
      }
      #expect(try reasons() == [reason, reason])
      #expect(try store.read { try $0.creditAnswer(of: credit) }?.fact.cause == cause)
    }
    #expect(try store.read { try $0.verify() }.isSound)
  }
}
