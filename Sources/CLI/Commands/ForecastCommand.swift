import ArgumentParser
import Behaviour
import Claims
import Dunning
import Ledger
import Office
import Printing
import Quantities

struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Quand chaque facture ouverte d’un client sera payée, sans relance.",
    discussion: """
      Exemple : encaisse forecast --book ma-societe.encaisse C000012 --json

      « likely » : une chance sur deux d’ici là ; « earliest », « latest » : huit fois sur dix \
      entre les deux ; « late » : la chance, en millionièmes, d’un paiement après l’échéance.
      """)

  @OptionGroup var book: BookOption
  @Argument(help: "Code, nom ou SIREN du client.") var customer: CustomerArgument
  @Option(name: .long, help: "Le jour ; aujourd’hui par défaut.") var on: DayArgument?
  @Flag(help: "Rendre les dates en JSON.") var json = false

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      let found = try customer.customer(in: desk)
      guard let payer = try desk.payerFile(of: found.id, on: on?.day),
        let file = try desk.customerFile(found.id, on: on?.day)
      else { return }
      let expected = file.claims.flatMap(\.items).compactMap { item in
        payer.forecasts[item.document].map { Expected(item: item, forecast: $0) }
      }.sorted { $0.item.due < $1.item.due }
      if json {
        Terminal.print(JSON.list(expected.map(\.json)).string)
      } else {
        Terminal.print(Terminal.bold("\(found.name), le \(payer.day.french)"))
        for one in expected { Terminal.print(one.line) }
        if expected.isEmpty { Terminal.print("  rien d’ouvert") }
      }
    }
  }
}

private struct Expected {
  let item: OpenItem
  let forecast: PaymentForecast

  var line: String {
    let likely =
      forecast.likely.map { "vers le \($0.french)" }
      ?? "\((forecast.chanceEver.partsPerMillion + 5_000) / 10_000) % de chances d’ici au "
      + forecast.horizon.french
    let spread = [forecast.earliest, forecast.latest].compactMap { $0?.french }
    return "  " + Terminal.column(item.number, 20) + " échéance \(item.due.french)   " + likely
      + (spread.count == 2 ? ", entre le \(spread[0]) et le \(spread[1])" : "")
  }

  var json: JSON {
    .object([
      ("invoice", .text(item.number)), ("due", JSON(item.due)),
      ("likely", JSON(forecast.likely)), ("earliest", JSON(forecast.earliest)),
      ("latest", JSON(forecast.latest)),
      (
        "late",
        .number(1_000_000 - Int(forecast.chancePaid(by: item.due).partsPerMillion))
      ),
    ])
  }
}
