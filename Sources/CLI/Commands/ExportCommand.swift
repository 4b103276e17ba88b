import ArgumentParser
import Office
import Quantities

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Sortir les affectations du livre en CSV.",
    discussion: "Exemple : encaisse export allocations --book ma-societe.encaisse > lettrage.csv")

  enum Subject: String, ExpressibleByArgument, CaseIterable { case allocations }

  @Argument(help: "Quoi : allocations.") var subject: Subject
  @OptionGroup var book: BookOption

  func run() throws {
    try Failure.explained {
      Terminal.print("bank_reference,invoice,allocated_cents,mode")
      var page: [String] = []
      try book.desk().forEachAllocation { row in
        page.append(
          "\(row.bankReference.csvCell),\(row.document.csvCell),\(row.amount.cents),\(row.mode)")
        if page.count == 5_000 {
          Terminal.print(page.joined(separator: "\n"))
          page.removeAll(keepingCapacity: true)
        }
      }
      if !page.isEmpty { Terminal.print(page.joined(separator: "\n")) }
    }
  }
}

extension String {
  /// The text as a CSV cell, quoted where it must be.
  var csvCell: String {
    guard contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return self }
    return "\"" + replacing("\"", with: "\"\"") + "\""
  }
}
