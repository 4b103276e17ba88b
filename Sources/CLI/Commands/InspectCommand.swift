import ArgumentParser
import Intake
import Office

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Dire ce qu’un fichier contient, sans rien reprendre.",
    discussion: """
      D’un relevé CSV, « columns » dit comment ses colonnes sont lues, dans les mots de
      encaisse import --columns ; --columns en essaie d’autres.

      Exemples :
        encaisse inspect facture.pdf
        encaisse inspect releve.csv --columns 'date=1,label=3,amount=4'
      """)

  @Argument(help: "Le fichier.") var file: String
  @Option(help: "Ce que contiennent les colonnes d’un relevé CSV.") var columns: String?
  @Flag(help: "Rendre un objet JSON (c’est le format par défaut).") var json = false

  func run() throws {
    let inspection: Inspection
    let order = try Failure.explained { try columns.map { try ColumnOrder(typed: $0) } }
    do {
      let known = KnownColumns(asked: order)
      inspection = inspect(try SourceFile(path: file, knowing: known), pdf: .ownWorker)
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

  func run() throws { servePDFExtraction(pages: PageWork.answer) }
}
