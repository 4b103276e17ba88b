import ArgumentParser
import Intake
import Ledger
import Office
import Printing
import Quantities
import Store

struct OutboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "Les messages : à confirmer, prêts, partis, peut-être partis, refusés.",
    discussion: """
      Exemples :
        encaisse outbox --book ma-societe.encaisse --state doubtful
        encaisse outbox --book ma-societe.encaisse --approve-all
        encaisse outbox --book ma-societe.encaisse --left 128
        encaisse outbox --book ma-societe.encaisse --again 128
      """)

  @OptionGroup var book: BookOption
  @Option(help: "N’en montrer qu’un état : waiting, ready, sent, doubtful, failed…")
  var state: String?
  @Flag(help: "Confirmer tous les messages qui attendent.") var approveAll = false
  @Option(help: "Confirmer ce message.") var approve: Int64?
  @Option(help: "Annuler ce message.") var cancel: Int64?
  @Option(help: "La raison d’une annulation.") var reason = "annulé en ligne de commande"
  @Option(help: "Ce message en doute est bien parti.") var left: Int64?
  @Option(help: "Renvoyer ce message.") var again: Int64?
  @Option(help: "Ce pli est remis à la poste.") var posted: Int64?
  @Option(help: "Son numéro de suivi.") var tracking = ""
  @Flag(help: "Rendre la liste en JSON.") var json = false

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      if approveAll {
        let waiting = try desk.store.read { try $0.messages([.waiting], limit: 100_000) }
        tell(try desk.approve(waiting.map(\.number)))
      }
      if let approve { tell(try desk.approve([EntryNumber(approve)])) }
      if let cancel { try desk.cancel(EntryNumber(cancel), because: reason) }
      if let left { try desk.confirmSent(EntryNumber(left)) }
      if let again { try desk.sendAgain(EntryNumber(again)) }
      if let posted { try desk.handOver(EntryNumber(posted), tracking: tracking) }
      try show(desk)
    }
  }

  private func tell(_ report: ApprovalReport) {
    Terminal.print("\(report.approved) messages confirmés.")
    if let words = report.rewriting.words { Terminal.print("  " + words.french + ".") }
  }

  private func show(_ desk: Desk) throws {
    var states = MessageState.allCases
    if let state {
      guard let one = MessageState(rawValue: state) else {
        throw Failure(
          "État « \(state) » inconnu. Attendu : "
            + MessageState.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      states = [one]
    }
    let messages = try desk.store.read { try $0.messages(states, limit: 100_000) }
    if json { return Terminal.print(JSON.list(messages.map(\.json)).string) }
    let counts = try desk.store.read { try $0.messageCounts() }
    for state in MessageState.allCases {
      if let count = counts[state] { Terminal.print("\(count) \(state.french)") }
    }
    for kept in messages.prefix(200) {
      Terminal.print(
        Terminal.rightColumn("\(kept.number.raw)", 7) + "  "
          + Terminal.column(kept.french, 18) + "  "
          + Terminal.column(kept.message.subject, 48) + "  "
          + (kept.message.recipient.split(separator: "\n").first.map(String.init) ?? ""))
    }
  }
}

extension OutboxMessage {
  var json: JSON {
    .object([
      ("number", .number(Int(number.raw))), ("customer", .number(Int(customer.raw))),
      ("state", .text(state.rawValue)), ("purpose", .text(message.purpose)),
      ("channel", .text(message.channel.rawValue)), ("recipient", .text(message.recipient)),
      ("subject", .text(message.subject)), ("queued", JSON(queued)), ("tries", .number(tries)),
      ("asking", JSON(message.asking)), ("key", .text(message.key)),
    ])
  }
}
