import ArgumentParser
import Dunning
import Foundation
import Ledger
import Office
import Quantities

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Ce que les scénarios feraient les jours à venir, jour par jour.",
    discussion: """
      Si personne ne payait ni ne répondait, et sur une banque à jour. Rien n’est écrit, rien ne \
      part. Avec --plan, un scénario dans un fichier est essayé à la place de celui en vigueur, \
      et la différence est dite.

      Exemple : encaisse simulate --days 30 --plan grands-comptes.plan
      """)

  @OptionGroup var book: BookOption
  @Option(help: "Le nombre de jours, 366 au plus.") var days = 30
  @Option(help: "Un scénario à essayer, dans un fichier.") var plan: String?

  func validate() throws {
    guard (1...366).contains(days) else {
      throw ValidationError("De 1 à 366 jours : « \(days) » ne va pas.")
    }
  }

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      let shelf = try desk.planShelf()
      let present = try desk.simulate(shelf.book, days: days)
      guard let path = plan else { return show(present) }
      let candidate = try read(path)
      for fault in candidate.faults() {
        Terminal.print(Terminal.red("! ") + fault.wording(in: .french))
      }
      let tried = try desk.simulate(shelf.book(with: candidate), days: days)
      show(tried)
      let difference = tried.difference(from: present)
      Terminal.print(
        Terminal.bold("Scénarios en vigueur : ") + present.total.wording(in: .french))
      Terminal.print(
        "clients contactés en plus : \(difference.added.count), en moins : "
          + "\(difference.dropped.count), autrement : \(difference.changed.count)")
    }
  }

  private func read(_ path: String) throws -> DunningPlan {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Failure("Impossible de lire \(path).")
    }
    do {
      return try DunningPlan(text: text)
    } catch {
      throw Failure("\(path), \(error.french).")
    }
  }

  private func show(_ simulation: Simulation) {
    var day = simulation.days.first
    while day <= simulation.days.last {
      let tally = simulation.tally(on: day)
      if !tally.isEmpty { Terminal.print(day.french + "  " + tally.wording(in: .french)) }
      day = day.nextDay
    }
    Terminal.print(
      Terminal.bold("En \(simulation.days.count) jours : ")
        + simulation.total.wording(in: .french)
        + " (\(simulation.accountCount) comptes)")
  }
}
