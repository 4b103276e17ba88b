import ArgumentParser
import Office
import Web

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Ouvrir les pages dans le navigateur.",
    discussion: "Exemple : encaisse serve --book ma-societe.encaisse --port 8080")

  @OptionGroup var book: BookOption
  @Option(help: "Port.") var port = 8080

  func run() async throws {
    let desk = try book.desk(creates: true)
    Terminal.print("Encaisse est ouvert sur http://127.0.0.1:\(port) (Ctrl-C pour fermer).")
    // Only this machine: there is no access control yet.
    try await serve(desk: desk, host: "127.0.0.1", port: port)
  }
}
