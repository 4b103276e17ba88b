import ArgumentParser
import Office

struct MailboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mailbox",
    abstract: "Lire la boîte : classer réponses, absences et messages revenus chez les clients.",
    discussion: """
      Un message revenu pour de bon rend l’adresse fautive : plus rien n’y part tant qu’elle n’est \
      pas corrigée.

      Exemple : encaisse mailbox --book ma-societe.encaisse
      """)

  @OptionGroup var book: BookOption

  func run() throws {
    try Failure.explained {
      Terminal.print(try book.desk().readMailbox().words)
    }
  }
}

extension MailboxReport {
  var words: String {
    "\(replies) réponses, \(automatic) réponses automatiques, \(bounced) messages revenus, "
      + "\(delayed) retardés ; \(others) sans rapport, laissés dans la boîte."
  }
}
