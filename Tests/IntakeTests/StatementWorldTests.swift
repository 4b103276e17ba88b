import Foundation
import Intake
import Ledger
import Quantities
import Testing

/// One bank account written in four formats: every reader must find the same movements.
@Suite struct StatementWorldTests {
  /// What every format gives of a movement, as the bank booked it.
  private struct Movement: Hashable {
    let account: String
    let booked: Day
    let cents: Int64
    let reference: String
  }

  @Test func theFormatsSayTheSame() throws {
    guard let folder = try World.made(formats: "camt,mt940,ofx,cfonb") else { return }
    defer { try? FileManager.default.removeItem(at: folder) }
    let camt = try read(folder, "camt053.xml")
    #expect(camt.lines.count > 700)
    let booked = movements(camt.lines)
    for (name, format) in [
      ("statement.mt940", FileFormat.mt940), ("statement.ofx", .ofx),
      ("statement.cfonb", .cfonb120),
    ] {
      let other = try read(folder, name)
      #expect(other.format == format)
      #expect(other.reading.rejections.isEmpty && other.reading.notes.isEmpty)
      #expect(movements(other.lines) == booked, "\(name)")
      #expect(total(other) == total(camt), "\(name)")
      #expect(other.reading.figures.last?.statement.closing == closing(camt))
      // Names and references of the payers, where this format has room for them.
      let payers = Dictionary(grouping: camt.lines, by: \.reference)
      for line in other.lines where !line.endToEnd.isEmpty {
        #expect(payers[line.reference]?.contains { $0.endToEnd == line.endToEnd } == true)
      }
    }
  }

  private func read(_ folder: URL, _ name: String) throws -> XMLFixtures.Outcome {
    try XMLFixtures.read([UInt8](Data(contentsOf: folder.appending(path: name))))
  }

  /// The details of a batch brought together again.
  private func movements(_ lines: [BankLine]) -> [Movement: Int] {
    var found: [Movement: Int] = [:]
    for line in lines where line.part <= 1 {
      let amount = line.batchTotal ?? line.amount
      let movement = Movement(
        account: line.account, booked: line.booked, cents: amount.cents, reference: line.reference)
      found[movement, default: 0] += 1
    }
    return found
  }

  private func total(_ outcome: XMLFixtures.Outcome) -> [Int64] {
    let figures = outcome.reading.figures
    return [
      Int64(figures.reduce(0) { $0 + $1.entries }),
      figures.reduce(0) { $0 + $1.credits.cents }, figures.reduce(0) { $0 + $1.debits.cents },
    ]
  }

  private func closing(_ outcome: XMLFixtures.Outcome) -> Money? {
    outcome.reading.figures.last?.statement.closing
  }
}
