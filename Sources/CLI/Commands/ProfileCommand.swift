import ArgumentParser
import Behaviour
import Ledger
import Office
import Printing
import Quantities

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Quel payeur est un client, sur quels faits, et comment le lui demander.",
    discussion: "Exemple : encaisse profile --book ma-societe.encaisse C000012 --json")

  @OptionGroup var book: BookOption
  @Argument(help: "Code, nom ou SIREN du client.") var customer: CustomerArgument
  @Option(name: .long, help: "Le jour ; aujourd’hui par défaut.") var on: DayArgument?
  @Flag(help: "Rendre le profil en JSON.") var json = false

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      let found = try customer.customer(in: desk)
      guard let file = try desk.payerFile(of: found.id, on: on?.day) else { return }
      if json {
        Terminal.print(file.profile.json(of: found, on: file.day).string)
      } else {
        for line in file.profile.lines(of: found, on: file.day) { Terminal.print(line) }
      }
    }
  }
}

extension PayerProfile {
  fileprivate func lines(of customer: Customer, on day: Day) -> [String] {
    var lines = [
      Terminal.bold("\(customer.name), le \(day.french) : \(kind.words(in: .french))")
    ]
    if let overrule {
      lines.append(
        "  corrigé le \(overrule.happened.french) : « \(overrule.fact.reason) » ; "
          + "les faits disent : \(told.words(in: .french))")
    }
    for evidence in evidence {
      let points = evidence.points.map { "\($0.kind.words(in: .french)) +\($0.points)" }
      lines.append("  • \(evidence.words(in: .french))")
      lines.append(
        Terminal.faint("    " + (points.isEmpty ? "pour mémoire" : points.joined(separator: ", "))))
    }
    if evidence.isEmpty { lines.append("  trop peu d’éléments") }
    return lines + [kind.tone(in: .french), kind.terms(in: .french)]
  }

  fileprivate func json(of customer: Customer, on day: Day) -> JSON {
    .object([
      ("customer", .number(Int(customer.id.raw))), ("code", .text(customer.party.reference)),
      ("name", .text(customer.name)), ("day", JSON(day)), ("kind", .text(kind.rawValue)),
      ("told", .text(told.rawValue)),
      ("overruledBecause", overrule.map { .text($0.fact.reason) } ?? .null),
      (
        "points",
        .object(
          Kind.allCases.filter { points(for: $0) > 0 }.map {
            ($0.rawValue, .number(points(for: $0)))
          })
      ),
      ("evidence", .list(evidence.map(\.json))), ("tone", .text(kind.tone(in: .french))),
      ("terms", .text(kind.terms(in: .french))),
    ])
  }
}

extension Evidence {
  fileprivate var json: JSON {
    .object([
      ("text", .text(words(in: .french))), ("english", .text(words(in: .english))),
      ("points", .object(points.map { ($0.kind.rawValue, .number($0.points)) })),
    ])
  }
}
