import ArgumentParser
import Claims
import Ledger
import Office
import Printing
import Quantities

struct FollowUpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-up",
    abstract: "Promesses, échéanciers et litiges, comparés à la banque.",
    discussion: """
      Exemples :
        encaisse follow-up --book ma-societe.encaisse --json
        encaisse follow-up --dispute FA-2026-0012 --owner 'Mme Roy'
      """)

  @OptionGroup var book: BookOption
  @Option(name: .long, help: "Le jour ; aujourd’hui par défaut.") var on: DayArgument?
  @Flag(help: "Rendre la liste en JSON.") var json = false
  @Option(help: "Le litige à confier : le numéro de sa facture.") var dispute: String?
  @Option(help: "À qui le confier ; vide pour personne.") var owner: String?

  func run() throws {
    if let dispute, let owner {
      try Failure.explained { try assign(dispute, to: owner) }
      return
    }
    let accounts = try Failure.explained { try book.desk().followUp(on: on?.day) }
    if json { return Terminal.print(JSON.list(accounts.map(\.json)).string) }
    for account in accounts { for line in account.lines { Terminal.print(line) } }
  }

  private func assign(_ number: String, to owner: String) throws {
    let desk = try book.desk()
    let open = try desk.followUp().flatMap(\.disputes).filter {
      $0.number == number && $0.standing == .open
    }
    guard let dispute = open.last else {
      throw Failure("Aucun litige ouvert sur \(number).")
    }
    try desk.assign(dispute.dispute.number, to: owner)
    Terminal.print("Litige sur \(number) : suivi par \(owner.isEmpty ? "personne" : owner).")
  }
}

extension AccountFollowUp {
  fileprivate var lines: [String] {
    var lines = [Terminal.bold(customer.name)]
    lines += promises.map {
      "  " + $0.promise.fact.wording(in: .french, currency) + " · " + $0.state.french
    }
    lines += saidPaid.map {
      "  " + $0.paid.fact.wording(in: .french, currency) + " · " + $0.state.french
    }
    lines += plans.map {
      "  échéancier de \($0.plan.fact.total.french(in: currency)) · \($0.wording(in: .french))"
    }
    lines += disputes.map {
      "  litige sur \($0.number), \($0.amount.french(in: currency)) · "
        + "\($0.dispute.fact.cause.french) · \($0.state.french)"
        + ($0.owner.isEmpty ? "" : " · suivi par \($0.owner)")
    }
    return lines
  }

  fileprivate var json: JSON {
    .object([
      ("customer", .text(customer.name)), ("currency", .text(currency.code)),
      (
        "promises",
        .list(
          promises.map {
            .object([
              ("on", JSON($0.promise.fact.on)),
              ("amount", JSON($0.promise.fact.amount)),
              ("received", JSON($0.received)), ("state", .text($0.state.name)),
            ])
          })
      ),
      (
        "saidPaid",
        .list(
          saidPaid.map {
            .object([
              ("on", JSON($0.paid.fact.on)), ("amount", JSON($0.paid.fact.amount)),
              ("state", .text($0.state.name)),
            ])
          })
      ),
      (
        "plans",
        .list(
          plans.map {
            .object([
              ("total", JSON($0.plan.fact.total)),
              ("received", JSON($0.received)),
              ("missing", JSON($0.missing)),
              ("state", .text($0.wording(in: .english))),
            ])
          })
      ),
      (
        "disputes",
        .list(
          disputes.map {
            .object([
              ("document", .text($0.number)), ("amount", JSON($0.amount)),
              ("cause", .text($0.dispute.fact.cause.rawValue)),
              ("owner", .text($0.owner)), ("state", .text($0.state.name)),
            ])
          })
      ),
    ])
  }
}

extension PromiseFollowed {
  fileprivate var state: (name: String, french: String) {
    if isReplaced { return ("replaced", "remplacée") }
    return switch standing {
    case .open: ("open", "à venir")
    case .kept: ("kept", "tenue")
    case .late: ("late", "tenue en retard")
    case .broken: ("broken", "non tenue")
    }
  }
}

extension SaidPaidFollowed {
  fileprivate var state: (name: String, french: String) {
    switch standing {
    case .searched(let day): ("searched", "à vérifier à la banque jusqu’au \(day.french)")
    case .found(let day): ("found", "reçu le \(day.french)")
    case .notFound: ("notFound", "introuvable à la banque")
    }
  }
}

extension DisputeFollowed {
  fileprivate var state: (name: String, french: String) {
    switch standing {
    case .open: ("open", "ouvert")
    case .awaitingCredit: ("awaitingCredit", "avoir à venir")
    case .closed(let outcome, _): (outcome.rawValue, outcome.french)
    case .settled(let day): ("settled", "réglée le \(day.french)")
    }
  }
}
