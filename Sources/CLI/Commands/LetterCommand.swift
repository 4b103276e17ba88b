import ArgumentParser
import Correspondence
import Foundation
import Ledger
import Office
import Printing

struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "Écrire le courriel, la lettre, la mise en demeure ou le relevé d’un client.",
    discussion: """
      Niveaux : preDue, courtesy, reminder, firm, formalNotice, statement.

      Exemple : encaisse letter --book ma-societe.encaisse --customer C000012 \
      --level firm --pdf lettre.pdf
      """)

  @OptionGroup var book: BookOption
  @Option(help: "Code, nom ou SIREN du client.") var customer: CustomerArgument
  @Option(help: "Niveau ; relevé de compte par défaut.") var level = "statement"
  @Option(name: .long, help: "Le jour ; aujourd’hui par défaut.") var on: DayArgument?
  @Option(help: "Langue : fr ou en ; celle du client par défaut.") var lang: String?
  @Option(help: "Écrire le PDF dans ce fichier ; sinon le texte du courriel s’affiche.")
  var pdf: String?

  func run() throws {
    try Failure.explained {
      guard let message = Message(named: level) else {
        throw Failure(
          "Niveau « \(level) » inconnu. Attendu : preDue, courtesy, reminder, firm, "
            + "formalNotice ou statement.")
      }
      let desk = try book.desk()
      let letters = try desk.letters(
        message, to: try customer.customer(in: desk).id,
        in: lang.flatMap(Customer.Language.init(rawValue:)), on: on?.day)
      guard !letters.isEmpty else {
        throw Failure("Rien à écrire à ce client à ce niveau : rien n’est dû.")
      }
      guard let pdf else {
        for letter in letters {
          Terminal.print(Terminal.bold(letter.mail.subject) + "\n\n" + letter.mail.text)
        }
        return
      }
      let bytes = render(letters)
      guard FileManager.default.createFile(atPath: pdf, contents: Data(bytes)) else {
        throw Failure("« \(pdf) » ne peut pas être écrit : vérifiez le dossier et les droits.")
      }
      Terminal.print(Terminal.green("✓ ") + "\(pdf) (\(bytes.count / 1024) Ko)")
    }
  }
}
