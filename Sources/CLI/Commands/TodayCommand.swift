import ArgumentParser
import Claims
import Dunning
import Law
import Ledger
import Office
import Printing
import Quantities
import Reports
import Store

struct TodayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today",
    abstract: "Qui relancer aujourd’hui, pour combien, pourquoi, et pourquoi pas les autres.",
    discussion: "Exemple : encaisse today --book ma-societe.encaisse --on 2026-11-23")

  @OptionGroup var book: BookOption
  @Option(name: .long, help: "Le jour ; aujourd’hui par défaut.") var on: DayArgument?
  @Flag(help: "Rendre la liste en JSON.") var json = false
  @Flag(help: "La ligne de synthèse seulement.") var summary = false

  func run() throws {
    let list = try Failure.explained { try book.desk().dayList(on: on?.day) }
    if json { return Terminal.print(list.json.string) }
    if !summary { for line in list.lines { Terminal.print(line) } }
    Terminal.print(list.headline)
  }
}

extension DayList {
  /// The day in one line: `412 factures, 318 lignes de banque, 11 clients à contacter …`
  var headline: String {
    var line = Headline()
    line.invoiceCount = counts.invoices
    line.creditNoteCount = counts.creditNotes
    line.bankLineCount = counts.bankLines
    line.contactCount = worklist.entries.count
    line.claimable = worklist.totals[.eur]?.claimable ?? .zero
    return line.text(in: .french)
  }

  var lines: [String] {
    var lines: [String] = [Terminal.bold("À relancer le \(day.french)")]
    if let staleHold {
      lines.append(Terminal.red("! ") + staleHold.explanation(in: .french, .eur))
    }
    if let missingRate { lines.append(Terminal.red("! ") + missingRate.remedyFrench) }
    for (place, entry) in worklist.entries.enumerated() {
      let why = entry.contact.explanation(in: .french, entry.currency)
      let amount = entry.contact.claiming.french(in: entry.currency)
      lines.append(
        Terminal.rightColumn("\(place + 1)", 4) + "  "
          + Terminal.bold(Terminal.column(entry.customer.name, 36))
          + Terminal.rightColumn(amount, 16) + "  " + entry.contact.level.name.french)
      lines.append(Terminal.faint("      \(why.customer)"))
      lines.append(Terminal.faint("      \(why.now)"))
      lines.append(Terminal.faint("      \(why.step)"))
      if !entry.contact.isBeforeDue {
        let rank = entry.stake.explanation(in: .french, entry.currency)
        lines.append(Terminal.faint("      rang\u{A0}: \(rank)"))
      }
    }
    if worklist.entries.isEmpty { lines.append("      Personne aujourd’hui.") }
    guard !worklist.held.isEmpty else { return lines }
    lines.append(Terminal.bold("Pas aujourd’hui"))
    for held in worklist.held.prefix(50) {
      let reasons = held.reasons.map { $0.explanation(in: .french, held.currency) }
      lines.append(
        "      " + Terminal.column(held.customer.name, 36)
          + Terminal.rightColumn(held.overdue.french(in: held.currency), 16) + "  "
          + reasons.joined(separator: " ; "))
    }
    if worklist.held.count > 50 { lines.append("      … et \(worklist.held.count - 50) autres") }
    return lines
  }

  var json: JSON {
    .object([
      ("day", JSON(day)), ("bankDataThrough", JSON(newestBankDay)),
      ("isBankDataStale", .flag(staleHold != nil)),
      ("missingRate", missingRate.map { .text($0.half.description) } ?? .null),
      ("contacts", .list(worklist.entries.map(\.json))),
      ("held", .list(worklist.held.map(\.json))),
      ("invoices", .number(counts.invoices)), ("bankLines", .number(counts.bankLines)),
      ("linesToDecide", .number(linesToDecide)), ("later", .number(worklist.laterCount)),
      (
        "totals",
        .object(
          worklist.totals.sorted { $0.key < $1.key }.map { currency, totals in
            (
              currency.code,
              .object([
                ("balance", JSON(totals.balance)), ("overdue", JSON(totals.overdue)),
                ("claimable", JSON(totals.claimable)), ("held", JSON(totals.held)),
              ])
            )
          })
      ),
    ])
  }
}

extension Worklist.Entry {
  var json: JSON {
    let why = contact.explanation(in: .french, currency)
    return .object([
      ("customer", .number(Int(customer.id.raw))), ("code", .text(customer.party.reference)),
      ("name", .text(customer.name)), ("currency", .text(currency.code)),
      ("level", .text(contact.level.name.rawValue)),
      ("channel", .text(contact.level.channel.rawValue)),
      ("call", .flag(contact.level.isWithCall)), ("claiming", JSON(contact.claiming)),
      ("claimable", JSON(claimable)), ("overdue", JSON(overdue)),
      ("daysOverdue", .number(daysOverdue)), ("leadInvoice", .text(contact.lead.number)),
      ("why", .text(why.customer)), ("whyNow", .text(why.now)), ("whyThisStep", .text(why.step)),
      ("worth", JSON(stake.worth)),
      ("whyThisRank", .text(stake.explanation(in: .french, currency))),
    ])
  }
}

extension Worklist.Held {
  var json: JSON {
    .object([
      ("customer", .number(Int(customer.id.raw))), ("code", .text(customer.party.reference)),
      ("name", .text(customer.name)), ("currency", .text(currency.code)),
      ("overdue", JSON(overdue)),
      ("reasons", .list(reasons.map { .text($0.explanation(in: .french, currency)) })),
    ])
  }
}
