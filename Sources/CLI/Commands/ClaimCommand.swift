import ArgumentParser
import Claims
import Law
import Ledger
import Office
import Printing
import Quantities

struct ClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Le décompte d’un client, au centime, ligne par ligne.",
    discussion: "Exemple : encaisse claim --book ma-societe.encaisse --customer C000012")

  @OptionGroup var book: BookOption
  @Option(help: "Code, nom ou SIREN du client.") var customer: CustomerArgument
  @Option(name: .long, help: "Le jour ; aujourd’hui par défaut.") var on: DayArgument?
  @Flag(help: "Rendre le décompte en JSON.") var json = false

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      let id = try customer.customer(in: desk).id
      guard let file = try desk.customerFile(id, on: on?.day) else { return }
      if json {
        Terminal.print(JSON.list(file.claims.map(\.json)).string)
      } else {
        if let missing = file.missingRate {
          Terminal.print(Terminal.red("! ") + missing.remedyFrench)
        }
        for line in file.claims.flatMap(\.textLines) { Terminal.print(line) }
        for late in file.settledLate where late.total.isPositive {
          Terminal.print(
            "Sur des factures réglées en retard, non réclamés : "
              + late.total.french(in: late.currency))
        }
      }
    }
  }
}

extension Claim {
  var textLines: [String] {
    var text = [
      Terminal.bold("\(customer.name), décompte au \(day.french) (\(currency.code))"),
      "encours \(balance.french(in: currency)), échu \(overdue.french(in: currency)), "
        + "non échu \(notYetDue.french(in: currency))",
    ]
    var document: EntryNumber?
    for line in lines {
      if line.document != document {
        document = line.document
        if let item = item(line.document) {
          text.append(
            Terminal.bold("  \(item.number)") + " du \(item.issue.french), "
              + "échéance \(item.due.french)")
        }
      }
      text.append(
        Terminal.rightColumn(line.amount.french(in: currency), 18) + "   "
          + line.derivation(in: .french, currency))
    }
    text.append(
      Terminal.rightColumn(total.french(in: currency), 18) + "   " + Terminal.bold("à réclamer"))
    for hold in holds { text.append("  ! " + hold.explanation(in: .french, currency)) }
    return text
  }

  var json: JSON {
    .object([
      ("customer", .text(customer.name)), ("code", .text(customer.party.reference)),
      ("currency", .text(currency.code)), ("day", JSON(day)), ("balance", JSON(balance)),
      ("overdue", JSON(overdue)), ("notYetDue", JSON(notYetDue)), ("principal", JSON(principal)),
      ("interest", JSON(interest)), ("compensation", JSON(compensation)),
      ("credits", JSON(credits)), ("unapplied", JSON(unapplied)), ("total", JSON(total)),
      (
        "lines",
        .list(
          lines.map { line in
            .object([
              ("document", .text(item(line.document)?.number ?? "")),
              ("amount", JSON(line.amount)),
              ("derivation", .text(line.derivation(in: .french, currency))),
              ("text", .text(line.citation.text)), ("article", .text(line.citation.article)),
              ("rule", .text(line.citation.sheet)),
            ])
          })
      ),
      ("holds", .list(holds.map { .text($0.explanation(in: .french, currency)) })),
    ])
  }
}
