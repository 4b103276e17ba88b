import Foundation
import Ledger
import Office
import Quantities
import Store

/// Small books as a French program exports them.
enum BooksPaper {
  private static let columns = """
    JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|\
    PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise
    """

  /// Rows of `journal number day account auxiliary piece debit credit letter`, `-` for none.
  static func fec(_ rows: String) -> String {
    let lines = rows.split(separator: "\n").map { row in
      let cells = row.split(separator: " ").map { $0 == "-" ? "" : String($0) }
      let name = cells[4].isEmpty ? "" : "Client \(cells[4])"
      let letter = cells.count > 8 ? cells[8] : ""
      let day = cells.count > 9 ? cells[9] : letter.isEmpty ? "" : "20260930"
      return [
        cells[0], "", cells[1], cells[2], cells[3], "Compte \(cells[3])", cells[4], name, cells[5],
        cells[2], "Libellé \(cells[5])", cells[6], cells[7], letter, day, cells[2], "", "",
      ].joined(separator: "|")
    }
    return ([columns] + lines).joined(separator: "\n") + "\n"
  }

  /// An invoice of 1 200 paid by transfer and lettered.
  static let paid = """
    VE 1 20260105 411000 A FA-1 1200,00 0,00 AB 20260203
    VE 1 20260105 706000 - FA-1 0,00 1000,00
    VE 1 20260105 445710 - FA-1 0,00 200,00
    BQ 2 20260203 512000 - R1 1200,00 0,00
    BQ 2 20260203 411000 A R1 0,00 1200,00 AB 20260203
    """
}

extension Bench {
  /// Takes books in.
  @discardableResult
  func books(_ rows: String, named name: String = "fec.txt") throws -> ImportReport {
    try take(name, BooksPaper.fec(rows))
  }

  /// Every open document, then every amount on an account: `FA-1 1200.00`, `A: -200.00`.
  func standing() throws -> [String] {
    let found = try desk.store.read { reader in
      try reader.customers(.first).flatMap { customer in
        try reader.accounts(of: customer.id).flatMap { account in
          account.items.filter { !$0.open.isZero }.map { "\($0.number) \($0.open.decimal)" }
            + account.unapplied.filter { $0.certainty == .onAccount }
            .map { "\(customer.party.reference): \((-$0.amount).decimal)" }
        }
      }
    }
    return found.sorted()
  }

  /// What stands on the lines of an account, in order: `FA-1 1200.00 …reasons`.
  func allocations() throws -> [String] {
    var found: [String] = []
    try desk.store.read { reader in
      for number in 1...(try reader.newestEntry().raw) {
        guard let (allocation, _) = try reader.allocation(EntryNumber(number)) else { continue }
        let document = try allocation.document.flatMap { try reader.number(of: $0) }
        found.append(
          "\(allocation.line == nil ? "avoir" : "ligne") \(document ?? "compte") "
            + "\(allocation.amount.decimal) \(allocation.mode.rawValue) \(allocation.score) "
            + ReasonText.french(allocation.reasons))
      }
    }
    return found
  }

  /// The lines of which something is left: account and amount.
  func openLines() throws -> [String] {
    var lines: [String] = []
    try desk.store.read { reader in
      try reader.forEachOpenLine(.first) { lines.append("\($1.account) \($2.decimal)") }
    }
    return lines
  }
}

extension String {
  /// No-break spaces made plain, so that a text can be typed.
  var plain: String {
    String(map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
  }
}
