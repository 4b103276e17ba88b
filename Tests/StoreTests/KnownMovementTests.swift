import Ledger
import Quantities
import Store
import Testing

/// The same movements told by files of several formats, under references that have nothing in
/// common.
@Suite struct KnownMovementTests {
  private static let iban = "FR7630004008120001023456796"

  /// Some lines of a file, with the format it is in.
  private struct File {
    let format: String
    let lines: [BankLine]
    init(_ format: String, _ lines: BankLine...) { (self.format, self.lines) = (format, lines) }
  }

  private func line(
    _ cents: Int64, _ reference: String = "", account: String = iban, payer: String = "",
    text: String = "VIR", on day: Day = today
  ) -> BankLine {
    BankLine(
      account: account, currency: .eur, booked: day, amount: Money(cents: cents), payerIBAN: payer,
      text: text, reference: reference, operation: .transfer)
  }

  private func part(_ number: Int, _ cents: Int64, of total: Int64) -> BankLine {
    BankLine(
      account: KnownMovementTests.iban, currency: .eur, booked: today, amount: Money(cents: cents),
      reference: "LOT", part: number, batchTotal: Money(cents: total))
  }

  /// How many lines of each file were new.
  private func imported(_ files: File...) throws -> [Int] {
    let folder = try Folder()
    let store = try folder.book()
    let new = try files.enumerated().map { place, file in
      try store.write(learned: today) { pen in
        let number = try #require(
          try pen.beginImport(file: "f", bytes: 1, digest: "d\(place)", format: file.format))
        var new = 0
        for line in file.lines
        where try pen.append(.bankLine(line), happened: line.booked) != nil { new += 1 }
        let accounts = Set(file.lines.map(\.account))
        for account in accounts.sorted() {
          let statement = Statement(
            account: account, currency: .eur, first: today, last: today, opening: nil, closing: nil)
          try pen.append(.statement(statement), happened: today)
        }
        try pen.endImport(number, accepted: new, known: 0, rejected: 0)
        return new
      }
    }
    #expect(try store.read { try $0.verify() }.isSound)
    return new
  }

  @Test func anotherFormatHasOtherReferences() throws {
    let camt = File("camt053", line(50_00, "A1"), line(60_00, "A2"))
    let others = ["mt940", "ofx", "cfonb120", "camt052", "qif"].map {
      File($0, line(60_00, "X2", text: "autre"), line(50_00, "X1"), line(70_00, "X3"))
    }
    for other in others { #expect(try imported(camt, other) == [2, 1], "\(other.format)") }
  }

  @Test func equalMovementsOfOneDayAreCounted() throws {
    let two = File("camt053", line(50_00, "A1"), line(50_00, "A2"))
    #expect(try imported(two, File("ofx", line(50_00, "X"), line(50_00, "Y"))) == [2, 0])
    #expect(
      try imported(two, File("ofx", line(50_00, "X"), line(50_00, "Y"), line(50_00, "Z")))
        == [2, 1])
    #expect(try imported(File("ofx", line(50_00, "X")), two, two) == [1, 1, 0])
    // The next day, or a cent more, is another movement.
    #expect(
      try imported(two, File("ofx", line(50_00, on: today.nextDay), line(50_01))) == [2, 2])
  }

  @Test func withinOneFormatTheReferenceDecides() throws {
    let first = File("camt054", line(50_00, "A1"))
    #expect(try imported(first, File("camt054", line(50_00, "A2"))) == [1, 1])
    // Without references only the count can tell.
    let table = File("csvStatement", line(50_00, text: "VIR DUPONT"))
    #expect(try imported(table, File("csvStatement", line(50_00, text: "DUPONT"))) == [1, 0])
  }

  @Test func twoPayersAreTwoPayments() throws {
    let first = File("camt053", line(50_00, "A1", payer: "FR1"))
    #expect(try imported(first, File("mt940", line(50_00, "X", payer: "FR2"))) == [1, 1])
    #expect(try imported(first, File("mt940", line(50_00, "X", payer: "FR1"))) == [1, 0])
    #expect(try imported(first, File("ofx", line(50_00, "X"))) == [1, 0])
  }

  @Test func aBatchAndItsDetailsAreOneMovement() throws {
    let details = File("camt053", part(1, 60_00, of: 100_00), part(2, 40_00, of: 100_00))
    let whole = File("mt940", line(100_00, "X"))
    #expect(try imported(details, whole) == [2, 0])
    #expect(try imported(whole, details) == [1, 0])
    #expect(try imported(details, details) == [2, 0])
    #expect(try imported(details, File("mt940", line(60_00, "X"))) == [2, 1])
    let twice = File(
      "camt053", part(1, 60_00, of: 100_00), part(2, 40_00, of: 100_00),
      part(1, 60_00, of: 100_00), part(2, 40_00, of: 100_00))
    #expect(try imported(whole, twice) == [1, 2])
  }

  @Test(arguments: [
    ("00010234567", 0), ("30004/00812/00010234567", 0), ("10234567", 0), ("", 0),
    ("MC5830004008120001023456796", 0), ("99999999", 1), ("96", 1),
    ("FR7630004008120001023456797", 1), ("DE7630004008120001023456796", 1),
  ]) func theSameAccountUnderAnotherName(_ row: (String, Int)) throws {
    let full = File("camt053", line(50_00, "A1"))
    let other = File("ofx", line(50_00, "X", account: row.0))
    #expect(try imported(full, other) == [1, row.1])
    #expect(try imported(other, full) == [1, row.1])
  }

  @Test func aFileWithoutAccountIsKnownOnlyWhereThereIsOne() throws {
    let one = File("camt053", line(50_00, "A1"))
    let two = File("camt053", line(1_00, "B1", account: "DE02120300000000202051"))
    let table = File("csvStatement", line(50_00, account: ""))
    #expect(try imported(one, table) == [1, 0])
    #expect(try imported(one, two, table) == [1, 1, 1])
  }
}
