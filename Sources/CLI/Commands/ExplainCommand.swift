import ArgumentParser
import Ledger
import Office
import Quantities

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Pourquoi une facture a été relancée un jour, ou ne l’a pas été.",
    discussion: """
      Dit, avec ce que l’on savait ce jour-là : le décompte, le scénario en vigueur, ce qui avait \
      été fait, ce qui retenait, la décision et l’étape suivante.

      Exemple : encaisse explain FA-2026-0012 --on 2026-10-15
      """)

  @OptionGroup var book: BookOption
  @Argument(help: "Le numéro de la facture.") var invoice: String
  @Option(name: .long, help: "Le jour ; aujourd’hui par défaut.") var on: DayArgument?

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      guard let document = try desk.document(numbered: invoice) else {
        throw Failure("Facture inconnue : \(invoice).")
      }
      guard let story = try desk.story(of: document, on: on?.day) else { return }
      for line in story.textLines { Terminal.print(line) }
    }
  }
}

extension InvoiceStory {
  var textLines: [String] {
    [Terminal.bold("\(item.number), le \(day.french)")]
      + chapters(in: .french).flatMap { chapter in
        [Terminal.bold(chapter.title)] + chapter.lines.map { "  " + $0 }
      }
  }
}
