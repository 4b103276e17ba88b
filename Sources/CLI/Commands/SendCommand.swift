import ArgumentParser
import Intake
import Office

struct SendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Envoyer les e-mails prêts à partir, chacun une seule fois.",
    discussion: """
      Juste avant de partir, chaque message est revu : s’il est réglé entre-temps, il est annulé. \
      Le mot de passe du serveur vient d’un fichier (file:/chemin, droits 600) ou d’une variable \
      d’environnement (env:NOM), jamais du livre.

      Exemple : encaisse send --book ma-societe.encaisse
      """)

  @OptionGroup var book: BookOption

  func run() throws {
    try Failure.explained { try SendCommand.send(from: try book.desk()) }
  }

  static func send(from desk: Desk) throws {
    let settings = try desk.mailSettings()
    let report = try SendingRun(desk).send()
    if settings.isRehearsal, report.sent > 0 {
      Terminal.print(
        Terminal.amber("! MODE ESSAI : ")
          + "tout est parti à \(settings.rehearsalAddress), rien aux clients.")
    }
    if let words = report.rewriting.words {
      Terminal.print(Terminal.bold("Pas partis à leur jour") + " : " + words.french + ".")
    }
    Terminal.print(
      Terminal.bold("Envoyés") + " : \(report.sent) ; annulés : \(report.cancelled) ; "
        + "différés : \(report.deferred) ; refusés : \(report.refused) ; "
        + "à vérifier : \(report.doubtful).")
    for lost in report.lost { Terminal.print(Terminal.red("✗ ") + lost.french) }
    if report.lacking > report.lost.count {
      Terminal.print("  … et \(report.lacking - report.lost.count) autres.")
    }
    if let stopped = report.stopped { Terminal.print(Terminal.amber("! ") + stopped.french) }
    if report.doubtful > 0 {
      Terminal.print(
        Terminal.amber("! ") + "Un message est peut-être parti : encaisse outbox --book …")
      throw ExitCode(1)
    }
    if report.lacking > 0 { throw ExitCode(1) }
  }
}
