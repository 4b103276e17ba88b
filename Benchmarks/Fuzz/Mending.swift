import Intake
import Ledger
import Quantities

/// What was refused, given out as the table in which a person mends it and read again: whatever it
/// holds, it is a table of the columns that it says.
struct Mending {
  private var table: TableReadAs?
  private var rows: [String] = []

  mutating func take(_ reading: Reading) {
    table = table ?? reading.mending
    for rejection in reading.rejections where !rejection.raw.isEmpty { rows.append(rejection.raw) }
  }

  func close() {
    guard let table else { return }
    for row in rows {
      precondition(row.utf8.count <= 20_000)
      precondition(Intake.cells(of: row, delimiter: table.delimiter).count == table.names.count)
    }
    // As `encaisse` gives it out: with the reason and which record it is.
    let given = rows.enumerated().map { "\($1);[1-\($0)] ligne 1" }
    let header = (table.names + ["motif"]).joined(separator: table.delimiter)
    let text = ([header] + given).joined(separator: "\r\n")
    Array(text.utf8).withUnsafeBufferPointer { again in
      guard let file = try? SourceFile(name: "corriger.csv", bytes: again) else {
        preconditionFailure("a table was wanted")
      }
      var taken = 0
      do {
        try Intake.read(file, batch: 7, pdf: .inProcess) { reading in
          taken += reading.drafts.count { if case .bankLine = $0 { true } else { false } }
          taken += reading.rejections.count + reading.notes.count
        }
      } catch {
        preconditionFailure("a table was wanted: \(error)")
      }
      // Each row is taken or refused again; one may be told of twice.
      precondition(taken >= rows.count)
    }
  }
}

/// Reads the input as the label of one movement in a bank's table, received and paid: the amount
/// and the day stay what they are, and what is read of the label is a part of it.
func readLabel(_ input: UnsafeBufferPointer<UInt8>) -> CInt {
  guard input.count <= 600 else { return -1 }
  let label = input.map { $0 == 34 || $0 < 32 ? 32 : $0 }
  let head = Array("Date;Libellé;Montant\n".utf8)
  for (amount, cents) in [("1234,56", 123_456 as Int64), ("-350,00", -35_000)] {
    let bytes = head + Array("03/03/2026;\"".utf8) + label + Array("\";\(amount)\n".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      guard let file = try? SourceFile(name: "banque.csv", bytes: bytes) else { return }
      do {
        try Intake.read(file, batch: 7, pdf: .inProcess) { reading in
          for case .bankLine(let line) in reading.drafts {
            precondition(line.amount.cents == cents)
            precondition(line.payer.utf8.count <= 4 * label.count)
            precondition(line.payerIBAN.utf8.count <= 34)
          }
        }
      } catch is Refusal {
      } catch {
        preconditionFailure("a refusal was wanted: \(error)")
      }
    }
  }
  return 0
}
