import ArgumentParser
import CreditPolicy
import Intake
import Ledger
import Office
import Printing
import Quantities

struct RushCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rush",
    abstract: "Commande urgente : quelle contrepartie demander, pourquoi, et avec quels mots.",
    discussion: """
      Le client veut plus vite : il paie plus tôt. Sans livre, la maison répond avec ses usages ; \
      avec un livre et un client, ce qui n’est pas donné vient de son compte.

      Exemples :
        encaisse rush --amount 8000 --usual-days 15 --asked-days 7 --usual-term 60
        encaisse rush --book ma-societe.encaisse --customer C000012 --amount "8 000,00" \
      --asked-days 3 --offer
        encaisse rush --book ma-societe.encaisse --history
        encaisse rush --book ma-societe.encaisse --occasions
      """)

  @Option(
    parsing: .unconditional, help: "Montant de la commande, TTC : 8000, 8000.50 ou \"8 000,50\".")
  var amount: String?
  @Option(help: "Devise.") var currency: String?
  @Option(parsing: .unconditional, help: "Délai de livraison habituel, en jours.")
  var usualDays: String?
  @Option(parsing: .unconditional, help: "Délai de livraison demandé, en jours.")
  var askedDays: String?
  @Option(
    parsing: .unconditional,
    help: "Délai de paiement habituel : 60, \"45 jours fin de mois\", commande…")
  var usualTerm: String?
  @Option(help: "ladder (échelle de la maison) ou proportional.") var policy: String?
  @Option(help: "Code, nom ou SIREN du client ; demande --book.") var customer: String?
  @Option(help: "Le livre : un fichier .encaisse.") var book: String?
  @Option(name: .long, help: "Le jour de la commande ; aujourd’hui par défaut.")
  var on: DayArgument?
  @Option(help: "Ton : courteous, factual ou firm.") var tone: String?
  @Option(help: "Langue : fr ou en.") var language: String?
  @Flag(help: "Rendre un objet JSON.") var json = false
  @Flag(help: "Noter la proposition dans le livre ; son numéro s’affiche.") var offer = false
  @Option(help: "Le numéro de commande du client, noté avec la proposition.") var order: String?
  @Flag(help: "Les propositions faites, et ce qu’elles sont devenues.") var history = false
  @Flag(help: "Les livraisons rapides sans contrepartie depuis le début du trimestre.")
  var occasions = false

  func validate() throws {
    if history, occasions { throw ValidationError("Choisissez --history ou --occasions.") }
    if history || occasions || offer || customer != nil, book == nil {
      throw ValidationError("Il faut un livre : ajoutez --book ma-societe.encaisse.")
    }
    if offer, customer == nil {
      throw ValidationError("Une proposition se note au nom d’un client : ajoutez --customer.")
    }
    if offer, on != nil {
      throw ValidationError("Une proposition se note le jour même : retirez --on.")
    }
  }

  func run() throws {
    try Failure.explained {
      let desk = try book.map { try Desk.opened($0, on: on?.day) }
      if history, let desk { return try showHistory(desk) }
      if occasions, let desk { return try showOccasions(desk) }
      var reading = RushReading(fields, .typed)
      try complain(of: reading.faults)
      if let customer, let desk { reading.customer = try desk.customer(named: customer) }
      let (file, speech) = try answer(&reading, desk)
      let number = offer ? try desk?.record(file, order: reading.order) : nil
      let language = reading.language ?? .french
      if json {
        return Terminal.print(file.json(in: language, saying: speech, offer: number).string)
      }
      let sheet = RushSheet(file: file, speech: speech, language: language)
      for line in sheet.lines { Terminal.print(line) }
      if let number {
        Terminal.print(
          Terminal.green("✓ ") + "Proposition n° \(number.raw) notée. La réponse du client : "
            + "encaisse rush-answer --book \(book ?? "") --offer \(number.raw) --outcome accepted "
            + "--counterpart shorterTerm")
      }
    }
  }

  /// What was typed, under the names of the fields.
  private var fields: [(String, JSON)] {
    let typed = [
      ("amount", amount), ("currency", currency), ("usualDays", usualDays),
      ("askedDays", askedDays), ("usualTerm", usualTerm), ("policy", policy),
      ("customer", customer), ("tone", tone), ("language", language), ("order", order),
    ]
    return typed.compactMap { name, value in value.map { (name, .text($0)) } }
  }

  private func answer(
    _ reading: inout RushReading, _ desk: Desk?
  ) throws -> (RushFile, RushSpeech) {
    do {
      guard let question = reading.question else { throw ExitCode.validationFailure }
      guard let desk else {
        let file = try RushFile(question, on: on?.day ?? Today.day())
        return (file, try RushSpeech(file, tone: reading.tone, language: reading.language))
      }
      let file = try desk.rushFile(for: question)
      return (
        file, try desk.rushSpeech(for: file, tone: reading.tone, language: reading.language)
      )
    } catch let fault as RushFault {
      reading.note(fault)
      try complain(of: reading.faults)
      throw fault
    }
  }

  private func complain(of faults: [FieldFault]) throws {
    try FieldFault.complain(
      of: faults,
      example: "encaisse rush --amount 8000 --usual-days 15 --asked-days 3 --usual-term 60")
  }

  private func showHistory(_ desk: Desk) throws {
    let owner = try customer.map { try desk.customer(named: $0).id }
    let history = try desk.rushHistory(of: owner)
    if json { return Terminal.print(history.json(limit: history.chapters.count).string) }
    for line in history.lines { Terminal.print(line) }
  }

  private func showOccasions(_ desk: Desk) throws {
    let missed = try desk.occasions()
    if json { return Terminal.print(missed.json.string) }
    for line in missed.lines { Terminal.print(line) }
  }
}

extension FieldFault {
  /// Names each wrong option and ends the command as one that is mistyped; nothing without faults.
  static func complain(of faults: [FieldFault], example: String) throws {
    guard !faults.isEmpty else { return }
    for fault in faults {
      Terminal.complain(Terminal.red("✗ ") + fault.option + " : " + fault.words.french)
    }
    Terminal.complain("Exemple : \(example)")
    throw ExitCode.validationFailure
  }

  /// The field as an option: `usualDays` is `--usual-days`.
  private var option: String {
    "--" + field.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }
}
