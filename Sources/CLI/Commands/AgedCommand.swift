import ArgumentParser
import Claims
import Ledger
import Office
import Printing
import Quantities
import Reports

struct AgedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aged",
    abstract: "La balance âgée, à n’importe quel jour.",
    discussion: "Exemple : encaisse aged --book ma-societe.encaisse --on 2026-06-30")

  @OptionGroup var book: BookOption
  @Option(name: .long, help: "Le jour ; aujourd’hui par défaut.") var on: DayArgument?
  @Option(help: "Nombre de clients montrés.") var limit = 40
  @Flag(help: "Rendre la balance en JSON.") var json = false
  @Flag(help: "Le total seulement, sans les clients.") var totals = false

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      let aged = try desk.agedBalance(on: on?.day)
      let balances = aged.currencies.compactMap { aged[$0] }
      if json {
        return Terminal.print(JSON.list(try balances.map { try json($0, desk) }).string)
      }
      if balances.isEmpty { Terminal.print("Rien n’est dû au \(aged.day.french).") }
      for balance in balances { try show(balance, desk) }
    }
  }

  private func show(_ balance: AgedBalance, _ desk: Desk) throws {
    Terminal.print(
      Terminal.bold("Balance âgée au \(balance.day.french) (\(balance.currency.code))"))
    let titles = ["non échu", "1–30 j", "31–60 j", "61–90 j", "> 90 j", "non affecté", "total"]
    Terminal.print(
      Terminal.column("", 32) + titles.map { Terminal.rightColumn($0, 15) }.joined())
    if !totals {
      let rows = balance.rows.prefix(limit)
      let names = try desk.names(of: rows.map(\.customer))
      for row in rows { Terminal.print(line(names[row.customer] ?? "", row.amounts)) }
      if balance.customerCount > rows.count {
        Terminal.print("… et \(balance.customerCount - rows.count) autres clients")
      }
    }
    Terminal.print(Terminal.bold(line("Total", balance.totals)))
  }

  private func line(_ name: String, _ amounts: AgedAmounts) -> String {
    Terminal.column(name, 32)
      + amounts.columns.map { Terminal.rightColumn($0.french, 15) }.joined()
  }

  private func json(_ balance: AgedBalance, _ desk: Desk) throws -> JSON {
    let rows = totals ? [] : balance.rows
    let names = try desk.names(of: rows.map(\.customer))
    return .object([
      ("day", JSON(balance.day)), ("currency", .text(balance.currency.code)),
      ("totals", balance.totals.json),
      (
        "customers",
        .list(
          rows.map { row in
            .object([
              ("customer", .number(Int(row.customer.raw))),
              ("name", .text(names[row.customer] ?? "")), ("amounts", row.amounts.json),
            ])
          })
      ),
    ])
  }
}

extension AgedAmounts {
  fileprivate var columns: [Money] {
    [notDue, days1to30, days31to60, days61to90, over90, unallocated, total]
  }

  fileprivate var json: JSON {
    .object(
      zip(
        ["notDue", "days1to30", "days31to60", "days61to90", "over90", "unallocated", "total"],
        columns
      ).map { ($0, JSON($1)) })
  }
}
