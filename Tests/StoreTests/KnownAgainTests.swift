import Ledger
import Quantities
import Store
import Testing

/// What the book knows already changes nothing when it comes again.
@Suite struct KnownAgainTests {
  @Test func aDocumentNumberIsTakenOnce() throws {
    let folder = try Folder()
    let store = try folder.book()
    try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      let first = try pen.append(
        .invoice(.plain("F-1", 100, on: today)), customer: id, happened: today)
      #expect(first != nil)
      let again = try pen.append(
        .invoice(.plain("F-1", 999, on: today)), customer: id, happened: today)
      #expect(again == nil)
      // A credit note may bear the number of an invoice.
      let credit = CreditNote(
        number: "F-1", issue: today, gross: Money(cents: 5), net: Money(cents: 5), tax: .zero)
      #expect(try pen.append(.creditNote(credit), customer: id, happened: today) != nil)
      #expect(try pen.append(.creditNote(credit), customer: id, happened: today) == nil)
      #expect(try pen.reader.open(ofDocument: try #require(first)) == Money(cents: 100))
    }
    #expect(try store.read { try $0.verify() }.isSound)
    #expect(try store.read { try $0.newestEntry() } == EntryNumber(3))
  }

  @Test func aStatementIsTakenOnce() throws {
    let folder = try Folder()
    let store = try folder.book()
    let statement = Statement(
      account: "FR76", currency: .eur, first: today, last: nil, opening: Money(cents: 1),
      closing: nil)
    let other = Statement(
      account: "FR76", currency: .eur, first: today, last: today, opening: Money(cents: 1),
      closing: nil)
    let taken = try store.write(learned: today) { pen in
      try [statement, statement, other, other].map {
        try pen.append(.statement($0), happened: today) != nil
      }
    }
    #expect(taken == [true, false, true, false])
    #expect(try store.read { try $0.newestBankDay(.first) } == today)
  }

  /// What each import of the files took in: the lines that were new.
  private func imported(_ files: [[BankLine]]) throws -> [Int] {
    let folder = try Folder()
    let store = try folder.book()
    return try files.enumerated().map { place, lines in
      try store.write(learned: today) { pen in
        let number = try pen.beginImport(
          file: "f", bytes: 1, digest: "digest \(place)", format: "camt053")
        var new = 0
        for line in lines
        where try pen.append(.bankLine(line), happened: line.booked) != nil { new += 1 }
        try pen.endImport(try #require(number), accepted: new, known: 0, rejected: 0)
        return new
      }
    }
  }

  @Test func overlappingStatementsCountTwinsRight() throws {
    let twin = BankLine.credit(50_00, on: today, text: "VIR DUPONT")
    let other = BankLine.credit(60_00, on: today, text: "VIR DUPONT")
    // Two equal movements of one day are two; the same two in another file are known; a third is
    // new, whatever stands between them.
    #expect(try imported([[twin, twin]]) == [2])
    #expect(try imported([[twin, twin], [twin, other, twin]]) == [2, 1])
    #expect(try imported([[twin], [other, twin, twin], [twin, twin, twin]]) == [1, 2, 1])
    #expect(try imported([[twin, other], [other, twin]]) == [2, 0])
  }

  @Test func whatDiffersIsAnotherMovement() throws {
    let line = BankLine.credit(50_00, on: today, text: "VIR DUPONT", reference: "R1")
    // With the bank's reference, the words may be longer in another file.
    let longer = BankLine.credit(50_00, on: today, text: "VIR DUPONT FA-1", reference: "R1")
    #expect(try imported([[line], [longer]]) == [1, 0])
    let others = [
      BankLine.credit(50_00, on: today, text: "VIR DUPONT", reference: "R2"),
      BankLine.credit(50_01, on: today, text: "VIR DUPONT", reference: "R1"),
      BankLine.credit(50_00, on: today.nextDay, text: "VIR DUPONT", reference: "R1"),
      BankLine.credit(-50_00, on: today, text: "VIR DUPONT", reference: "R1"),
    ]
    #expect(try imported([[line], others]) == [1, 4])
    let parts = (1...3).map { part in
      BankLine(
        account: "FR76", currency: .eur, booked: today, amount: Money(cents: 10),
        reference: "LOT", part: part)
    }
    #expect(try imported([parts, parts]) == [3, 0])
  }

  @Test func aFileOfTheSameContentIsKnown() throws {
    let folder = try Folder()
    let store = try folder.book()
    func begin(_ name: String, _ digest: String) throws -> Int64? {
      try store.write(learned: today) {
        try $0.beginImport(file: name, bytes: 3, digest: digest, format: "csvInvoices")
      }
    }
    #expect(try begin("a.csv", "d1") == 1)
    #expect(try begin("renamed.csv", "d1") == nil)
    #expect(try begin("a.csv", "d2") == 2)
    #expect(try store.read { try $0.importNumber(digest: "d2") } != nil)
    try store.write(learned: today) { try $0.reopen(2, digest: "d2") }
    #expect(try store.read { try $0.importNumber(digest: "d2") } == nil)
    #expect(try store.read { try $0.imports(.first, limit: 9) }.map(\.file) == ["a.csv", "a.csv"])
  }

  @Test func aRejectionIsKeptWithItsWords() throws {
    let folder = try Folder()
    let store = try folder.book()
    let rejection = StoredRejection(
      place: "ligne 3", field: "Montant TTC", found: "12,3,4", wanted: "1 234,56",
      message: "…", raw: "FA-1;12,3,4")
    try store.write(learned: today) { pen in
      let number = try #require(
        try pen.beginImport(file: "f", bytes: 1, digest: "d", format: "csvInvoices"))
      try pen.add(rejection, at: 0, of: number)
      try pen.endImport(number, accepted: 0, known: 0, rejected: 1)
    }
    #expect(try store.read { try $0.rejections(of: 1) } == [rejection])
    #expect(try store.read { try $0.imports(.first, limit: 1) }.first?.rejected == 1)
  }
}
