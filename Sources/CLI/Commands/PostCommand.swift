import ArgumentParser
import Intake
import Office

struct PostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post",
    abstract: "Le courrier papier : un dossier numéroté, un PDF par pli, une table, un inventaire.",
    discussion: """
      Les plis confirmés entrent dans un dossier courrier-0001. Après le passage à la poste, notez \
      chaque pli : encaisse outbox --posted 128 --tracking 2C12345678901. Les SMS confirmés y sont \
      aussi, dans sms.csv, pour votre passerelle.

      Exemple : encaisse post --book ma-societe.encaisse --out courrier/
      """)

  @OptionGroup var book: BookOption
  @Option(help: "Le dossier où écrire.") var out: String
  @Option(help: "Écrire de nouveau un courrier déjà préparé.") var batch: Int?

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      if let batch { return Terminal.print(try desk.writeBatch(batch, into: out)) }
      let report = try desk.post(into: out)
      if let words = report.rewriting.words {
        Terminal.print(Terminal.bold("Pas partis à leur jour") + " : " + words.french + ".")
      }
      if let stopped = report.stopped { Terminal.print(Terminal.amber("! ") + stopped.french) }
      for lost in report.lost { Terminal.print(Terminal.red("✗ ") + lost.french) }
      defer { if report.lacking > 0 { Terminal.print("\(report.lacking) pli(s) laissé(s).") } }
      guard report.batch > 0 else { return Terminal.print("Aucun pli à préparer.") }
      Terminal.print(
        Terminal.green("✓ ") + "\(report.letters) pli(s)"
          + (report.texts > 0 ? ", \(report.texts) SMS" : "") + " dans \(report.folder) ; "
          + "\(report.cancelled) annulé(s), réglés entre-temps.")
    }
  }
}
