import Foundation
import Intake
import Ledger
import Quantities
import Testing

/// A generated world of a thousand invoices, against its own control totals.
@Suite struct CSVWorldTests {
  @Test func everyLineOfTheWorldIsRead() throws {
    guard let folder = try World.made(formats: "camt") else { return }
    defer { try? FileManager.default.removeItem(at: folder) }
    let (format, reading) = try readTable(bytes(folder, "invoices.csv"))
    #expect(format == .csvInvoices)
    #expect(reading.rejections.isEmpty)
    let written = String(decoding: try bytes(folder, "invoices.csv"), as: UTF8.self)
      .split(separator: "\n").dropFirst().map { cells($0) }
    #expect(reading.drafts.count == written.count)
    for (draft, cells) in zip(reading.drafts, written) {
      guard case .document(let document) = draft else { continue }
      check(document, cells)
    }
    let (_, customers) = try readTable(bytes(folder, "customers.csv"))
    #expect(customers.rejections.isEmpty)
    #expect(customers.drafts.count > 20)
    #expect(customers.drafts.allSatisfy { line($0).hasPrefix("customer C") })
  }

  private func check(_ document: DocumentDraft, _ cells: [String]) {
    let sign: Int64 = cells[1] == "AV" ? -1 : 1
    #expect(document.number == cells[0])
    #expect(document.type == (cells[1] == "AV" ? "381" : "380"))
    #expect(document.isCredit == (cells[1] == "AV"))
    #expect(document.buyer?.code == cells[2] && document.buyer?.name == cells[3])
    #expect(document.buyer?.siren == cells[4] && document.buyer?.iban == cells[7])
    #expect(document.issue?.iso == cells[8] && document.dues.first?.day.iso == cells[9])
    #expect(document.net?.cents == Int64(cells[11]).map { $0 * sign })
    #expect(document.tax?.cents == Int64(cells[13]).map { $0 * sign })
    #expect(document.gross?.cents == Int64(cells[14]).map { $0 * sign })
    #expect(document.order == cells[16])
    #expect(document.dispute?.on.iso == (cells[17] == "1" ? cells[19] : nil))
    #expect(document.preceding == (cells[20].isEmpty ? [] : [cells[20]]))
    #expect(document.term != nil)
  }

  /// The generator quotes only names, and never doubles quotes in them.
  private func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private func bytes(_ folder: URL, _ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }
}
