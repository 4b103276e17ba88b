import Ledger
import Quantities
import Store
import Testing

/// A reversal gives back exactly what was taken, once.
@Suite struct ReversalTests {
  @Test(arguments: [100_00, 40_00, 60_00, 1] as [Int64])
  func anAllocationIsGivenBack(_ cents: Int64) throws {
    let folder = try Folder()
    let store = try folder.book()
    try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      let invoice = try #require(
        try pen.append(.invoice(.plain("F", 60_00, on: today)), customer: id, happened: today))
      let line = try #require(
        try pen.append(.bankLine(.credit(100_00, on: today)), happened: today))
      let taken = try #require(
        try pen.append(
          .allocation(
            Allocation(
              line: line, document: invoice, amount: Money(cents: cents), mode: .confirmed,
              score: 1000, reasons: "")), customer: id, happened: today))
      #expect(try pen.reader.open(ofDocument: invoice) == Money(cents: 60_00 - cents))
      #expect(try pen.reader.open(ofLine: line) == Money(cents: 100_00 - cents))
      let undo = Fact.reversal(Reversal(of: taken, reason: ""))
      #expect(try pen.append(undo, customer: id, happened: today) != nil)
      #expect(try pen.append(undo, customer: id, happened: today) == nil)
      #expect(try pen.reader.open(ofDocument: invoice) == Money(cents: 60_00))
      #expect(try pen.reader.open(ofLine: line) == Money(cents: 100_00))
      #expect(try pen.reader.allocations(ofLine: line).isEmpty)
    }
    let found = try store.read { try $0.verify() }
    #expect(found.isSound && found.documents == 1 && found.lines == 1 && found.allocations == 1)
  }

  @Test func aLineSetAsideAndAWriteOffAreGivenBack() throws {
    let folder = try Folder()
    let store = try folder.book()
    try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      let invoice = try #require(
        try pen.append(.invoice(.plain("F", 60_00, on: today)), customer: id, happened: today))
      let line = try #require(
        try pen.append(.bankLine(.credit(100_00, on: today)), happened: today))
      let aside = try #require(
        try pen.append(.setAside(SetAside(line: line, reason: "TVA")), happened: today))
      let writeOff = try #require(
        try pen.append(
          .writeOff(WriteOff(document: invoice, amount: Money(cents: 60_00), reason: "")),
          customer: id, happened: today))
      #expect(try pen.reader.open(ofLine: line).isZero)
      #expect(try pen.reader.open(ofDocument: invoice).isZero)
      for target in [aside, writeOff] {
        try pen.append(.reversal(Reversal(of: target, reason: "")), happened: today)
      }
      #expect(try pen.reader.open(ofLine: line) == Money(cents: 100_00))
      #expect(try pen.reader.open(ofDocument: invoice) == Money(cents: 60_00))
    }
    #expect(try store.read { try $0.verify() }.isSound)
  }

  @Test func aPromiseTakenBackStandsNoMore() throws {
    let folder = try Folder()
    let store = try folder.book()
    let id = try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      try pen.append(.invoice(.plain("F", 60_00, on: today)), customer: id, happened: today)
      let promise = try #require(
        try pen.append(
          .promise(PromiseToPay(on: today, amount: Money(cents: 1), words: "")), customer: id,
          happened: today))
      try pen.append(
        .reversal(Reversal(of: promise, reason: "")), customer: id, happened: today.nextDay)
      return id
    }
    func promises(_ moment: Moment) throws -> Int {
      try store.read { try $0.accounts(of: id, at: moment) }[0].promises.count
    }
    #expect(try promises(.now) == 0)
    #expect(try promises(Moment(asOf: today)) == 1)
    #expect(try promises(Moment(asOf: today.nextDay)) == 0)
    #expect(try promises(Moment(asOf: today.adding(days: -1))) == 0)
  }

  @Test func whatFailsInAChangeLeavesNothing() throws {
    let folder = try Folder()
    let store = try folder.book()
    struct Stop: Error {}
    let before = try store.read { try $0.counts(.first) }
    #expect(throws: Stop.self) {
      try store.write(learned: today) { pen in
        let id = try pen.open("Client")
        try pen.append(.invoice(.plain("F", 1, on: today)), customer: id, happened: today)
        throw Stop()
      }
    }
    // A document that the book does not know cannot be paid.
    #expect(throws: StoreFailure.self) {
      try store.write(learned: today) { pen in
        let id = try pen.open("Client")
        try pen.append(
          .allocation(
            Allocation(
              line: nil, document: EntryNumber(77), amount: Money(cents: 1), mode: .setOff,
              score: 0, reasons: "")), customer: id, happened: today)
      }
    }
    #expect(try store.read { try $0.counts(.first) } == before)
    try store.write(learned: today) { _ = try $0.open("Après") }
    #expect(try store.read { try $0.verify() }.isSound)
  }
}
