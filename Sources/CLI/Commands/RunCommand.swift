import ArgumentParser
import Intake
import Law
import Ledger
import Office

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "La journée : lire la boîte, décider, mettre en file d’envoi, envoyer.",
    discussion: """
      La boîte est lue d’abord, si elle est réglée : une réponse ou un message revenu compte dès \
      aujourd’hui. Une boîte qui ne répond pas n’arrête pas la journée.

      À lancer chaque jour ouvré, par exemple par cron. Lancer deux fois ne change rien : chaque \
      message n’existe qu’une fois.

      Exemple : encaisse run --book ma-societe.encaisse
      """)

  @OptionGroup var book: BookOption
  @Flag(help: "Préparer les messages sans rien envoyer.") var queueOnly = false

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      if !(try desk.mailSettings().incoming.host.isEmpty) { readMailbox(desk) }
      let queued = try desk.dunningRun()
      for line in queued.lines { Terminal.print(line) }
      if queueOnly { return }
      try SendCommand.send(from: desk)
    }
  }

  private func readMailbox(_ desk: Desk) {
    do {
      Terminal.print(Terminal.bold("Boîte") + " : " + (try desk.readMailbox()).words)
    } catch {
      // A mailbox that cannot be read keeps nobody from being asked.
      Terminal.print(Terminal.amber("! ") + (Failure.words(for: error) ?? "\(error)"))
    }
  }
}

extension DunningReport {
  var lines: [String] {
    var lines = [
      Terminal.bold("Préparés") + " : \(automatic) prêts à partir, \(toConfirm) à confirmer, "
        + "\(thanks) remerciements, \(known) déjà en file ; \(tasks) étapes à faire vous-même."
    ]
    if let words = rewriting.words {
      lines.append(Terminal.bold("Pas partis à leur jour") + " : " + words.french + ".")
    }
    for refusal in refusals { lines.append(Terminal.amber("! ") + refusal.french) }
    if refused > refusals.count { lines.append("  … et \(refused - refusals.count) autres.") }
    if let missingRate {
      let names = (withheldFrom + (withheld > withheldFrom.count ? ["…"] : []))
        .joined(separator: ", ")
      let steps = withheld > 1 ? "étapes retenues" : "étape retenue"
      lines.append(
        Terminal.amber("! ") + "\(withheld) \(steps) faute de taux (\(names)). "
          + missingRate.remedyFrench)
    }
    if toConfirm > 0 {
      lines.append(
        Terminal.faint("  Confirmez sur la page Messages, ou : encaisse outbox --approve-all"))
    }
    return lines
  }
}
