import ArgumentParser
import Intake
import Office
import Quantities
import Store

struct UndoImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo-import",
    abstract: "Annuler tout un import, ou lister les imports.",
    discussion: """
      Rien n’est effacé : une écriture répond à tout ce que l’import avait apporté. Ce qu’un autre
      import avait imputé sur ses factures redevient ouvert. Le même fichier peut revenir ensuite.
      Refusé si vos clients ont déjà été relancés pour ses factures.

      Exemple : encaisse undo-import --book ma-societe.encaisse 12
      """)

  @OptionGroup var book: BookOption
  @Option(help: "La raison, gardée avec l’écriture.") var reason = ""
  @Argument(help: "Le numéro de l’import ; sans numéro, la liste.") var number: Int64?

  func run() throws {
    let desk = try book.desk()
    let text = try Failure.explained {
      guard let number else {
        return try desk.imports().map(\.line).joined(separator: "\n")
      }
      return try desk.undoImport(number, reason: reason).words.french
    }
    Terminal.print(text.isEmpty ? "Aucun import." : text)
  }
}

extension ImportRecord {
  /// `  12  20/11/2026  factures.csv : 40 repris`, for the list.
  fileprivate var line: String {
    let known = self.known > 0 ? ", \(self.known) déjà connus" : ""
    let rejected = self.rejected > 0 ? ", \(self.rejected) à corriger" : ""
    let end = undone.map { " — annulé le \($0.french)" } ?? ""
    return Terminal.rightColumn(String(number), 5)
      + "  \(learned.french)  \(file)\u{A0}: \(accepted) repris\(known)\(rejected)\(end)"
  }
}
