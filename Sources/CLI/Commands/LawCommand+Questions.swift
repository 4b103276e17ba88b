import ArgumentParser
import Law
import Printing
import Quantities

extension LawCommand {
  struct Interest: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "interest", abstract: "Les pénalités d’un retard, semestre par semestre.",
      discussion:
        "Exemple : encaisse law interest --principal 10000 --due 2026-06-20 --paid 2026-07-10")

    @Option(help: "Montant TTC dû : 10000, 1234.56 ou 1 234,56.") var principal: AmountArgument
    @Option(help: "Échéance.") var due: DayArgument
    @Option(help: "Jour du paiement (ou du décompte).") var paid: DayArgument
    @Option(help: "Taux contractuel en pour cent ; par défaut BCE + 10 points.") var rate: String?
    @Flag(help: "Acheteur public : un seul taux, BCE + 8 points.") var publicBuyer = false
    @Flag(help: "Rendre un objet JSON.") var json = false

    func run() throws {
      let days = DayRange(first: due.day.nextDay, last: paid.day)
      let lines = try Failure.explained { try segments(over: days) }
      let total = lines.total
      if json { return Terminal.print(object(lines, total).string) }
      if lines.isEmpty { Terminal.print("Aucun jour de retard : 0,00\u{A0}€") }
      for line in lines {
        Terminal.print(
          Terminal.rightColumn(line.amount.french, 14) + "\u{A0}€   " + line.derivation)
      }
      if !lines.isEmpty {
        Terminal.print(
          Terminal.rightColumn(total.french, 14)
            + "\u{A0}€   pénalités de retard, \(days.count) jours")
        Terminal.print(
          Terminal.rightColumn("40,00", 14)
            + "\u{A0}€   indemnité forfaitaire, D441-5 du Code de commerce (par facture)")
      }
    }

    private func segments(over days: DayRange) throws -> [Segment] {
      let amount = principal.amount
      if let rate {
        guard let fixed = Rate(percent: rate.replacing(",", with: ".")) else {
          throw Failure("Taux « \(rate) » : attendu un pour-cent comme 12,15.")
        }
        return Law.segments(on: amount, over: days, at: fixed)
      }
      if publicBuyer {
        let rule = PublicBuyerRate(.published)
        guard !days.isEmpty else { return [] }
        let fixed = try rule.rate(for: HalfYear(of: days.first))
        return Law.segments(
          on: amount, over: days, at: fixed, citation: PublicBuyerRate.citation)
      }
      return try HalfYearRates.latePayment().segments(on: amount, over: days)
    }

    private func object(_ lines: [Segment], _ total: Money) -> JSON {
      .object([
        ("segments", .list(lines.map(\.json))), ("interest", JSON(total)),
        ("compensation", lines.isEmpty ? "0.00" : "40.00"),
      ])
    }
  }

  struct DueDateQuestion: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "due-date", abstract: "L’échéance que donne un délai, et son plafond légal.",
      discussion:
        "Exemple : encaisse law due-date --issue 2025-03-10 --term 45-fin-de-mois")

    @Option(help: "Date d’émission de la facture.") var issue: DayArgument
    @Option(help: "Délai : 30-jours, 45-fin-de-mois, fin-de-mois-45, 60-jours-fin-de-mois-le-10…")
    var term: String
    @Option(help: "Date de livraison.") var delivery: DayArgument?
    @Option(help: "Date de réception.") var receipt: DayArgument?
    @Flag(help: "Rendre un objet JSON.") var json = false

    func run() throws {
      try Failure.explained {
        guard let wording = TermWording(term) else {
          throw Failure(
            "Délai « \(term) » non reconnu. Attendu par exemple : 30 jours, 60 jours nets, "
              + "45 jours fin de mois, fin de mois + 45, 30 jours fin de mois le 10, à réception.")
        }
        let dates = TermDates(
          issue: issue.day, delivery: delivery?.day ?? receipt?.day,
          receipt: receipt?.day ?? delivery?.day)
        var answers: [(TermFormula, TermCeiling)] = []
        for formula in wording.readings {
          do {
            // Who types "fin de mois" says that the contract has it (R1.3).
            let ceiling = SectorCeiling(allowsEndOfMonth: formula.countsToEndOfMonth)
            answers.append((formula, try TermCeiling(formula, from: dates, in: ceiling)))
          } catch {
            throw Failure("Ce délai compte de la livraison : ajoutez --delivery 2025-03-10.")
          }
        }
        show(answers, isOpen: wording.readings.count > 1)
      }
    }

    private func show(_ answers: [(TermFormula, TermCeiling)], isOpen: Bool) {
      if json {
        return Terminal.print(
          JSON.object([
            (
              "readings",
              .list(
                answers.map { formula, ceiling in
                  .object([
                    ("term", .text(formula.notation)), ("due", JSON(ceiling.contractual)),
                    ("ceiling", JSON(ceiling.ceiling)),
                    ("isLawful", .flag(ceiling.warning == nil)),
                  ])
                })
            )
          ]).string)
      }
      for (formula, ceiling) in answers {
        Terminal.print(
          "\(Terminal.bold(ceiling.contractual.french))   \(formula.french(from: issue.day))")
        Terminal.print(
          "             plafond \(ceiling.ceiling.french), \(ceiling.source.text), "
            + "art. \(ceiling.source.article)")
        if let warning = ceiling.warning { Terminal.print(Terminal.red("! ") + warning.french) }
      }
      if isOpen {
        Terminal.print(
          "Le contrat doit dire laquelle des deux lectures vaut (toutes deux admises, R1.4). "
            + "À défaut, les pénalités ne sont comptées qu’à partir de la plus tardive.")
      }
    }
  }
}

extension TermFormula {
  /// Whether the term is one of the readings of "fin de mois".
  var countsToEndOfMonth: Bool {
    switch self {
    case .daysThenEndOfMonth, .endOfMonthThenDays, .daysThenEndOfMonthThe: true
    default: false
    }
  }

  /// The steps of the count, in words.
  func french(from issue: Day) -> String {
    switch self {
    case .none: "30 jours après la réception ou l’exécution (rien de convenu)"
    case .onReceipt: "à réception"
    case .net(let days): "\(issue.french) + \(days) jours"
    case .daysThenEndOfMonth(let days):
      "\(issue.french) + \(days) jours = \(issue.adding(days: days).french), puis fin de mois"
    case .endOfMonthThenDays(let days):
      "fin de mois \(issue.endOfMonth.french) + \(days) jours"
    case .daysThenEndOfMonthThe(let days, let day):
      "\(issue.french) + \(days) jours, fin de mois, puis le \(day)"
    case .decade(let days): "fin de la décade de livraison + \(days) jours"
    case .afterDeliveryMonth(let days): "fin du mois de livraison + \(days) jours"
    case .publicBuyer(let days): "réception par l’acheteur public + \(days) jours"
    }
  }
}

extension Segment {
  /// `10 000,00 € × 12,15 % × 10/365, du 21/06/2026 au 30/06/2026 (L441-10 II)`.
  var derivation: String {
    "\(balance.french(in: .eur)) × \(rate.french) × \(days.count)/\(base), du "
      + "\(days.first.french) au \(days.last.french) (\(citation.text), art. \(citation.article))"
  }

  var json: JSON {
    .object([
      ("balance", JSON(balance)), ("from", JSON(days.first)), ("to", JSON(days.last)),
      ("days", .number(days.count)), ("ratePercent", .text(rate.percent)),
      ("amount", JSON(amount)), ("article", .text(citation.article)),
    ])
  }
}

/// An amount on the command line, in French or machine form.
struct AmountArgument: ExpressibleByArgument {
  let amount: Money

  init?(argument: String) {
    guard let amount = Money(decimal: argument) ?? Money(french: argument) else { return nil }
    self.amount = amount
  }
}
