public import Ledger
public import Quantities

/// An instalment plan as a paper for both to sign: the debt acknowledged, its parts, what interest
/// does meanwhile, and what a missed part brings about (R2.21, R6.3, R7.20).
public struct PlanPaper: Hashable, Sendable {
  /// One document that the plan covers.
  public struct Document: Hashable, Sendable {
    public let number: String
    public let due: Day
    public let balance: Money

    public init(number: String, due: Day, balance: Money) {
      self.number = number
      self.due = due
      self.balance = balance
    }
  }

  public let plan: InstalmentPlan
  public let documents: [Document]
  public let customer: Customer
  public let currency: Currency
  /// The number under which it is kept, and its day.
  public let number: String
  public let day: Day

  public init(
    _ plan: InstalmentPlan, numbered number: String, on day: Day, for customer: Customer,
    of documents: [Document], currency: Currency
  ) {
    self.plan = plan
    self.documents = documents
    self.customer = customer
    self.currency = currency
    self.number = number
    self.day = day
  }
}

/// The paper of an instalment plan, in the customer's language unless one is given.
public func composePlan(
  _ paper: PlanPaper, from sender: Sender, in language: Customer.Language? = nil
) -> Letter {
  PlanComposer(paper: paper, sender: sender, language: language ?? paper.customer.language).letter
}

/// Puts the words and the figures of the paper together.
private struct PlanComposer {
  let paper: PlanPaper
  let sender: Sender
  let language: Customer.Language

  func say(_ french: String, _ english: String) -> String {
    language == .french ? french : english
  }
  func money(_ amount: Money) -> String {
    language == .french ? amount.french(in: paper.currency) : amount.english(in: paper.currency)
  }
  func date(_ day: Day) -> String { language == .french ? day.frenchLong : day.englishLong }
  var total: Money { paper.plan.total }

  var letter: Letter {
    let party = paper.customer.party
    let town = [party.postcode, party.city.uppercased()].filter { !$0.isEmpty }
      .joined(separator: " ")
    return Letter(
      message: .instalmentPlan, language: language, number: paper.number, sender: sender,
      recipient: [party.name, party.street, town].filter { !$0.isEmpty },
      references: [
        Letter.Reference(label: say("Notre référence", "Our reference"), value: paper.number)
      ], day: paper.day, dateline: dateline,
      subject: say(
        "échéancier pour le règlement de \(money(total))",
        "instalment plan for the payment of \(money(total))"),
      blocks: blocks, enclosures: [], enclosuresLabel: "", attachedLine: nil, copies: [],
      subjectLabel: say("Objet", "Subject"), amount: total)
  }

  private var dateline: String {
    let day = date(paper.day)
    let place = sender.city.isEmpty ? "" : sender.city + ", "
    return say(place.isEmpty ? "Le \(day)" : "\(place)le \(day)", place + day)
  }

  private var blocks: [Letter.Block] {
    var blocks: [Letter.Block] = [
      .banner(say("ÉCHÉANCIER DE RÈGLEMENT", "INSTALMENT PLAN")),
      .paragraph(
        Prose(
          say(
            "Entre \(sender.name), créancier, et \(paper.customer.name), débiteur, il est convenu "
              + "ce qui suit.",
            "Between \(sender.name), creditor, and \(paper.customer.name), debtor, the following "
              + "is agreed."))),
      .heading(say("Reconnaissance de dette", "Acknowledgement of the debt")),
      .paragraph(acknowledgement), .table(documentTable),
      .heading(say("Échéances", "Parts")), .table(partTable),
      .heading(say("Pénalités de retard", "Late-payment interest")), .paragraph(Prose(interest)),
      .heading(say("Si une échéance n’est pas payée", "If a part is not paid")),
      .paragraph(Prose(acceleration)),
    ]
    if let payment { blocks.append(.payment(payment)) }
    blocks += [
      .heading(say("Accord du débiteur", "The debtor’s agreement")),
      .paragraph(
        Prose(
          say(
            "Nom, qualité, date et signature, précédés de la mention «\u{A0}Bon pour "
              + "reconnaissance de dette et accord sur l’échéancier\u{A0}»\u{A0}:",
            "Name, position, date and signature, after the words “Debt acknowledged and plan "
              + "agreed”:"))),
      .paragraph("\u{A0}"), .paragraph("\u{A0}"),
      .closing(
        say("Fait en deux exemplaires. Le créancier\u{A0}:", "In two copies. The creditor:")),
    ]
    return blocks
  }

  private var acknowledgement: Prose {
    Prose(
      say(
        "Le débiteur reconnaît devoir au créancier, au \(date(paper.day)), la somme de ",
        "The debtor acknowledges that it owes the creditor, on \(date(paper.day)), the sum of "))
      + .strong(money(total))
      + Prose(
        say(
          ", au titre des factures ci-dessous, pénalités de retard et indemnité forfaitaire "
            + "comprises, déduction faite des avoirs (articles L441-10 et D441-5 du code de "
            + "commerce). Cette reconnaissance interrompt la prescription (article 2240 du code "
            + "civil).",
          ", for the invoices below, late-payment interest and fixed compensation included, less "
            + "credit notes (articles L441-10 and D441-5 of the French commercial code). This "
            + "acknowledgement restarts the limitation period (article 2240 of the French civil "
            + "code)."))
  }

  private var documentTable: Letter.Table {
    Letter.Table(
      columns: [
        .init(title: say("Facture", "Invoice"), kind: .code),
        .init(title: say("Échéance", "Due"), kind: .code),
        .init(title: say("Reste dû", "Balance"), kind: .figure),
      ],
      rows: paper.documents.map { [$0.number, date($0.due), money($0.balance)] }, totals: [])
  }

  private var partTable: Letter.Table {
    Letter.Table(
      columns: [
        .init(title: say("N°", "No."), kind: .code),
        .init(title: say("Au plus tard le", "At the latest on"), kind: .code),
        .init(title: say("Montant", "Amount"), kind: .figure),
      ],
      rows: paper.plan.parts.enumerated().map {
        [String($0.offset + 1), date($0.element.on), money($0.element.amount)]
      }, totals: [[say("Total", "Total"), "", money(total)]])
  }

  private var interest: String {
    paper.plan.suspendsInterest
      ? say(
        "Tant que l’échéancier est respecté, les pénalités de retard cessent de courir à compter "
          + "de la signature.",
        "While the plan is kept, late-payment interest stands still from the day of signature.")
      : say(
        "Les pénalités de retard continuent de courir sur les sommes restant dues\u{A0}; elles "
          + "seront décomptées à la dernière échéance.",
        "Late-payment interest goes on running on what is left to pay; it will be counted with the "
          + "last part.")
  }

  private var acceleration: String {
    paper.plan.hasAcceleration
      ? say(
        "Si une seule échéance n’est pas payée à sa date, le solde devient exigible en totalité, "
          + "et les pénalités sont décomptées comme si l’échéancier n’avait pas été convenu. En "
          + "cas de difficulté, le débiteur prévient le créancier avant la date.",
        "If any one part is not paid on its day, the whole balance falls due, and interest is "
          + "counted as if the plan had not been agreed. If a difficulty arises, the debtor tells "
          + "the creditor before the day.")
      : say(
        "Une échéance qui n’est pas payée à sa date est exigible seule\u{A0}; les autres gardent "
          + "leur date. En cas de difficulté, le débiteur prévient le créancier avant la date.",
        "A part that is not paid on its day is due by itself; the others keep their days. If a "
          + "difficulty arises, the debtor tells the creditor before the day.")
  }

  /// How to pay the first part, with its code to scan.
  private var payment: Letter.Payment? {
    guard let first = paper.plan.parts.first, !sender.iban.isEmpty else { return nil }
    var lines: [Letter.Payment.Line] = [
      .init(label: say("Bénéficiaire", "Payee"), value: sender.name),
      .init(label: "IBAN", value: sender.ibanByFours),
    ]
    if !sender.bic.isEmpty { lines.append(.init(label: "BIC", value: sender.bic)) }
    lines.append(.init(label: say("Référence", "Reference"), value: paper.number))
    let code =
      paper.currency.isEuro
      ? PaymentCode(
        payee: sender.name, iban: sender.iban, bic: sender.bic, amount: first.amount,
        reference: paper.number) : nil
    return Letter.Payment(
      lines: lines, code: code, caption: say("Première échéance", "First part"))
  }
}
