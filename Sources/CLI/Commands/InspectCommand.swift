import ArgumentParser
import Intake

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Dire ce qu’un fichier contient, sans rien reprendre.",
    discussion: "Exemple : encaisse inspect facture.pdf --json")

  @Argument(help: "Le fichier.") var file: String
  @Flag(help: "Rendre un objet JSON (c’est le format par défaut).") var json = false

  func run() throws {
    let inspection: Inspection
    do {
      inspection = inspect(try SourceFile(path: file), pdf: .ownWorker)
    } catch {
      inspection = Inspection(error)
    }
    Terminal.print(inspection.json)
    if inspection.isRefused { throw ExitCode(2) }
  }
}

struct ExtractPDFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "__extract-pdf", abstract: "Ouvrir des PDF à l’abri.", shouldDisplay: false)

  func run() throws { servePDFExtraction() }
}
