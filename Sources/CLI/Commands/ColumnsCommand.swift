import ArgumentParser
import Intake
import Office
import Quantities
import Store

struct ColumnsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "columns",
    abstract: "Lister ou oublier ce qui est retenu des colonnes des relevés CSV.",
    discussion: """
      Ce que vous avez dit des colonnes d’un relevé vaut pour les suivants de même en-tête, de même
      nombre de colonnes et de même séparateur. Oublié, le prochain vous est demandé à nouveau ;
      ce qui est importé ne change pas.

      Exemple : encaisse columns --book ma-societe.encaisse --forget 2
      """)

  @OptionGroup var book: BookOption
  @Option(help: "Oublier celui de ce numéro.") var forget: Int64?

  func run() throws {
    let desk = try book.desk()
    let text = try Failure.explained {
      guard let forget else {
        return try desk.rememberedColumns().map(\.line).joined(separator: "\n")
      }
      guard try desk.forgetColumns(forget) else {
        throw Failure("Rien n’est retenu sous le numéro \(forget). La liste : encaisse columns.")
      }
      return "Oublié\u{A0}: le prochain relevé de cette forme vous sera demandé."
    }
    Terminal.print(text.isEmpty ? "Rien n’est retenu." : text)
  }
}

extension RememberedColumns {
  /// `  2  20/11/2026  releve.csv : date=1,label=3,amount=4`, then the header.
  fileprivate var line: String {
    let line =
      Terminal.rightColumn(String(number), 5) + "  \(learned.french)  \(file)\u{A0}: \(columns)"
    let header = header.isEmpty ? "sans en-tête" : header
    return line + "\n" + String(repeating: " ", count: 7) + Terminal.faint(header)
  }
}

extension ColumnOrder {
  /// Reads what was typed after `--columns`.
  init(typed text: String) throws {
    do {
      try self.init(text)
    } catch {
      throw Failure("--columns\u{A0}: \(error.words.french)")
    }
  }
}
