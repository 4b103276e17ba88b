import ArgumentParser
import Intake
import Ledger
import Office
import Printing
import Quantities
import Store

struct MailboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mailbox",
    abstract: "Lire la boîte, classer ce qui en vient, traiter les réponses.",
    discussion: """
      Un message revenu pour de bon rend l’adresse fautive : plus rien n’y part tant qu’elle n’est \
      pas corrigée. Une réponse qui attend retient la relance suivante de son client, jusqu’à ce \
      que vous l’ayez traitée.

      Exemples :
        encaisse mailbox --book ma-societe.encaisse
        encaisse mailbox --book ma-societe.encaisse --waiting
        encaisse mailbox --book ma-societe.encaisse --done 812 --words "pris note"
        encaisse mailbox --book ma-societe.encaisse --done 812 --promise "500,00" --on 2026-12-01
        encaisse mailbox --book ma-societe.encaisse --file 812 --customer 41
        encaisse mailbox --book ma-societe.encaisse --reopen 812 --words "mauvaise réponse"
      """)

  @OptionGroup var book: BookOption
  @Flag(help: "Montrer les réponses à traiter et les non classées, sans lire la boîte.")
  var waiting = false
  @Option(help: "Cette réponse est traitée.") var done: Int64?
  @Option(help: "Le montant que le client y promet.") var promise: String?
  @Option(help: "Le jour de la promesse : 2026-12-01.") var on: String?
  @Option(help: "Vos mots, ou la raison d’une reprise.") var words = ""
  @Option(help: "Classer cette réponse chez un autre client.") var file: Int64?
  @Option(help: "Ce client, par son numéro.") var customer: Int64?
  @Option(help: "Reprendre une réponse traitée à tort.") var reopen: Int64?
  @Flag(help: "Rendre la liste en JSON.") var json = false

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      if let done { try deal(with: EntryNumber(done), desk) }
      if let file {
        guard let customer else { throw Failure("Il manque --customer, le numéro du client.") }
        try desk.file(EntryNumber(file), with: CustomerID(customer))
      }
      if let reopen { try desk.reopen(EntryNumber(reopen), because: words) }
      if !waiting, done == nil, file == nil, reopen == nil {
        let report = try desk.readMailbox()
        if !json { Terminal.print(report.words) }
      }
      try show(desk)
    }
  }

  private func deal(with reply: EntryNumber, _ desk: Desk) throws {
    guard let promise else { return try desk.settle(reply, words: words) }
    guard let amount = Money(french: promise) ?? Money(decimal: promise) else {
      throw Failure("« \(promise) » n’est pas un montant. Écrivez par exemple 500,00.")
    }
    guard let day = on.flatMap({ Day(iso: $0) }) else {
      throw Failure("Il manque --on, le jour promis, comme 2026-12-01.")
    }
    try desk.answer(reply, CallOutcome(.promise(amount, on: day), words: words))
  }

  private func show(_ desk: Desk) throws {
    let (waiting, unfiled) = try desk.store.read {
      (try $0.replies(.waiting, limit: 10_000), try $0.replies(.unfiled, limit: 10_000))
    }
    if json { return Terminal.print(JSON.list((waiting + unfiled).map(\.json)).string) }
    Terminal.print("\(waiting.count) réponses à traiter, \(unfiled.count) non classées.")
    for reply in (waiting + unfiled).prefix(200) {
      Terminal.print(
        Terminal.rightColumn("\(reply.number.raw)", 7) + "  " + reply.filed.french + "  "
          + Terminal.column(reply.customer == nil ? "?" : reply.name, 28) + "  "
          + Terminal.column(reply.message.sender, 30) + "  " + reply.message.subject)
    }
  }
}

extension FiledReply {
  var json: JSON {
    .object([
      ("number", .number(Int(number.raw))),
      ("customer", customer.map { .number(Int($0.raw)) } ?? .null), ("filed", JSON(filed)),
      ("sender", .text(message.sender)), ("subject", .text(message.subject)),
      ("text", .text(message.text)),
    ])
  }
}

extension MailboxReport {
  var words: String {
    "\(replies) réponses, \(automatic) réponses automatiques, \(bounced) messages revenus, "
      + "\(delayed) retardés, \(unfiled) à classer ; \(others) sans rapport, laissés dans la boîte."
  }
}
