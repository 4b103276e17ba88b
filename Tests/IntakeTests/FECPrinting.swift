import Foundation
import Intake
import Ledger
import Quantities

/// Files of accounts as programs write them.
enum FECText {
  static let columns = [
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib",
    "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit",
    "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
  ]

  /// Rows of `journal,number,day,account,auxiliary,piece,debit,credit,letter`.
  static func rows(_ rows: [String]) -> [[String]] {
    rows.map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let name = cells[4].isEmpty ? "" : "Client " + cells[4]
      return [
        cells[0], "Journal " + cells[0], cells[1], cells[2], cells[3], "Compte " + cells[3],
        cells[4], name, cells[5], cells[2], "Libellé " + cells[5], amount(cells[6]),
        amount(cells[7]), cells[8], cells[8].isEmpty ? "" : "20260630", cells[2], "", "",
      ]
    }
  }

  /// `1200.5` as `1200,50`.
  private static func amount(_ text: String) -> String {
    guard let value = Double(text.isEmpty ? "0" : text) else { return text }
    return String(format: "%.2f", value).replacing(".", with: ",")
  }

  static func text(_ rows: String..., delimiter: String = "\t", end: String = "\r\n") -> String {
    ([columns] + self.rows(rows)).map { $0.joined(separator: delimiter) + end }.joined()
  }
}

/// Reads bytes through the door, whatever they are.
func readAny(_ bytes: [UInt8], batch: Int = 100) throws -> (format: FileFormat, Reading) {
  var whole = Reading()
  let file = try SourceFile(name: "fec.txt", bytes: bytes)
  let format = try read(file, batch: batch, pdf: .inProcess) { part in
    whole.drafts += part.drafts
    whole.rejections += part.rejections
    whole.notes += part.notes
    whole.figures += part.figures
    if let journal = part.journal { whole.journal = journal }
  }
  return (format, whole)
}

/// A FEC as lines of text: entries, then rejections and notes.
func printedFEC(_ bytes: [UInt8]) throws -> String {
  let (format, reading) = try readAny(bytes)
  return ([format.rawValue] + lines(reading)).joined(separator: "\n")
}

func printedFEC(_ text: String) throws -> String { try printedFEC(Array(text.utf8)) }

func words(_ entry: JournalEntry) -> String {
  var lines = [
    "\(entry.nature) \(entry.journal) \(entry.number) \(entry.day.iso) line \(entry.line)"
  ]
  if entry.nature == .sale {
    lines[0] += " net \(entry.net.decimal) tax \(entry.tax.decimal)"
    if !entry.deposit.isZero { lines[0] += " deposit \(entry.deposit.decimal)" }
  }
  for posting in entry.postings {
    var line =
      "  \(posting.customer.ledgerAccount)/\(posting.customer.name) \(posting.amount.decimal)"
    if !posting.piece.isEmpty { line += " " + posting.piece }
    if let day = posting.pieceDay, day != entry.day { line += " of " + day.iso }
    if !posting.letter.isEmpty {
      line += " [\(posting.letter) \(posting.lettered?.iso ?? "-")]"
    }
    lines.append(line)
  }
  for counterpart in entry.counterparts {
    lines.append(
      "  \(counterpart.kind) \(counterpart.account) \(counterpart.amount.decimal)"
        + " after \(counterpart.place)")
  }
  return lines.joined(separator: "\n")
}
