import ArgumentParser
import Foundation
import NIOCore
import Office
import Web

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Ouvrir les pages dans le navigateur.",
    discussion: "Exemple : encaisse serve --book ma-societe.encaisse --port 8080")

  @OptionGroup var book: BookOption
  @Option(help: "Port.") var port = 8080

  func validate() throws {
    guard (1...65_535).contains(port) else {
      throw ValidationError("Le port va de 1 à 65535 : --port 8080 par exemple.")
    }
  }

  func run() async throws {
    let desk = try book.desk(creates: true)
    Terminal.print("Encaisse est ouvert sur http://127.0.0.1:\(port) (Ctrl-C pour fermer).")
    // Only this machine: there is no access control yet.
    do {
      try await serve(desk: desk, host: "127.0.0.1", port: port)
    } catch let error as IOError where error.errnoCode == EADDRINUSE || error.errnoCode == EACCES {
      let next = port < 8080 ? 8080 : port + 1
      Terminal.complain(
        Terminal.red("✗ ") + "Le port \(port) est déjà pris ou interdit. "
          + "Choisissez-en un autre : --port \(next)")
      throw ExitCode(2)
    }
  }
}
