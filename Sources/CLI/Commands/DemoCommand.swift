import ArgumentParser
import Demo
import Office

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Écrire les fichiers d’une société imaginaire, pour essayer.",
    discussion: """
      Exemple : encaisse demo --customers 60 --invoices 600 --seed 1 --out demo
      puis :    encaisse import --book demo/demo.encaisse demo/fichiers
      """)

  @Option(help: "Nombre de clients.") var customers = 60
  @Option(help: "Nombre de factures.") var invoices = 600
  @Option(help: "Graine : la même donne les mêmes fichiers.") var seed: UInt64 = 1
  @Option(help: "Dossier à écrire.") var out: String
  @Option(name: .long, help: "Dernier jour du monde ; aujourd’hui par défaut.")
  var on: DayArgument?

  func validate() throws {
    guard customers >= 1, invoices >= 1, customers <= 1_000_000, invoices <= 20_000_000 else {
      throw ValidationError("Il faut de 1 à 1 000 000 clients et de 1 à 20 000 000 factures.")
    }
  }

  func run() throws {
    let world = DemoWorld(
      customers: customers, invoices: invoices, seed: seed, today: on?.day ?? Today.day())
    do {
      let summary = try world.write(to: out) { done, total in
        let share = Double(done) / Double(max(1, total))
        Terminal.progress("\(Terminal.bar(share)) société de démonstration")
      }
      Terminal.progress("")
      Terminal.print(
        "\(summary.customers) clients, \(summary.invoices) factures, "
          + "\(summary.creditNotes) avoirs, \(summary.bankLines) lignes de banque "
          + "dans \(summary.folder)")
    } catch {
      Terminal.progress("")
      Terminal.complain(Terminal.red("✗ ") + words(for: error))
      throw ExitCode(2)
    }
  }

  private func words(for error: DemoError) -> String {
    switch error {
    case .notEmpty(let folder):
      "Le dossier « \(folder) » contient autre chose : rien n’y a été touché. "
        + "Choisissez un dossier vide."
    case .cannotWrite(let path, let reason):
      "« \(path) » ne peut pas être écrit (\(reason))."
    }
  }
}
