import ArgumentParser

/// The command line of the program: each command parses, calls Office and prints.
@main
struct Tool: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encaisse",
    abstract: "Suivre et encaisser ce que vos clients vous doivent.",
    discussion: """
      Premiers pas :
        encaisse import --book ma-societe.encaisse MES-FICHIERS/
        encaisse today --book ma-societe.encaisse
        encaisse serve --book ma-societe.encaisse

      Codes de sortie : 0 tout va bien · 1 une partie n’a pas pu être faite (dite en clair) · \
      2 rien n’a pu être fait · 64 commande mal écrite.
      """,
    version: "encaisse 0.1.0",
    subcommands: [
      ImportCommand.self, RejectionsCommand.self, UndoImportCommand.self, ColumnsCommand.self,
      WatchCommand.self,
      CheckCommand.self,
      InspectCommand.self, TodayCommand.self, FollowUpCommand.self, ExplainCommand.self,
      SimulateCommand.self,
      ClaimCommand.self,
      ProfileCommand.self, ForecastCommand.self,
      AgedCommand.self, LetterCommand.self, RushCommand.self, RushAnswerCommand.self,
      RunCommand.self, SendCommand.self, OutboxCommand.self, PostCommand.self, MailboxCommand.self,
      LawCommand.self, VerifyCommand.self, ServeCommand.self, DemoCommand.self,
      BackupCommand.self, ExportCommand.self, ExtractPDFCommand.self,
    ])

  /// Runs the command that the arguments name; a mistake in them is told in French.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      let words = fullMessage(for: error)
      guard exitCode(for: error) == .validationFailure, !words.isEmpty else {
        exit(withError: error)
      }
      Terminal.complain(Mistake.french(words))
      exit(withError: ExitCode.validationFailure)
    }
  }
}
