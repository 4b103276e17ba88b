import Behaviour
import Claims
import Correspondence
import Dunning
public import Ledger
import Quantities

extension InvoiceStory {
  /// A part of the story: its title and its sentences.
  public struct Chapter: Sendable {
    public let title: String
    public let lines: [String]
  }

  /// The whole story, part after part, in a reader's language.
  public func chapters(in language: Customer.Language) -> [Chapter] {
    let words = Teller(story: self, isFrench: language == .french, language: language)
    let chapters = [
      Chapter(title: words.say("La facture", "The invoice"), lines: words.invoice),
      Chapter(title: words.say("Le scénario", "The plan"), lines: words.plan),
      Chapter(title: words.say("Ce qui a été fait", "What was done"), lines: words.done),
      Chapter(
        title: words.say("Ce qui retient", "What stands in the way"), lines: words.holds),
      Chapter(title: words.say("La décision", "The decision"), lines: words.decision),
      Chapter(title: words.say("La suite", "What comes next"), lines: words.next),
    ]
    guard isPast else { return chapters }
    return chapters + [
      Chapter(
        title: words.say("Ce que le livre ne sait plus", "What the book knows no more"),
        lines: words.forgotten)
    ]
  }
}

/// Tells a story in one language.
private struct Teller {
  let story: InvoiceStory
  let isFrench: Bool
  let language: Customer.Language

  func say(_ french: String, _ english: String) -> String { isFrench ? french : english }
  private func day(_ day: Day) -> String { isFrench ? day.french : day.englishLong }
  private func money(_ amount: Money) -> String {
    isFrench
      ? amount.french(in: story.currency) : amount.english(in: story.currency)
  }

  var invoice: [String] {
    var lines = [
      say(
        "\(story.customer.name), \(story.item.number) du \(day(story.item.issue)), "
          + "\(money(story.item.total))",
        "\(story.customer.name), \(story.item.number) of \(day(story.item.issue)), "
          + "\(money(story.item.total))")
    ]
    guard let open = story.claim.item(story.item.id) else {
      return lines + [say("soldée ce jour-là", "settled on that day")]
    }
    lines.append(
      say(
        "reste dû \(money(open.balance)), échéance le \(day(open.due))",
        "balance \(money(open.balance)), due on \(day(open.due))")
        + (open.daysOverdue > 0
          ? say(", \(open.daysOverdue) jours de retard", ", \(open.daysOverdue) days late") : ""))
    for line in story.claim.lines(of: story.item.id) {
      lines.append(
        "\(money(line.amount))  " + line.derivation(in: language, story.currency))
    }
    return lines
  }

  /// What stood on a past day and is not kept as facts.
  var forgotten: [String] {
    [
      say(
        "les pénalités sont comptées avec le taux contractuel réglé aujourd’hui\u{A0}: "
          + "les réglages d’alors ne sont pas gardés",
        "interest is reckoned with the contract rate set today: the settings of then are not kept"),
      say(
        "parmi les règlements que le programme croyait de ce client, seuls ceux qui attendent "
          + "encore une décision sont vus",
        "of the payments that the program took for this customer's, only those that still wait for "
          + "a decision are seen"),
    ]
  }

  var plan: [String] {
    let plan = story.plan
    let title = plan.name(in: language)
    let version =
      plan.version == 0
      ? say("tel que livré", "as delivered") : say("version ", "version ") + String(plan.version)
    let lines = [
      "\(title), \(version)" + say("\u{A0}: ", ": ") + plan.audience.wording(in: language)
    ]
    guard let kind = story.profile.flatMap(PayerProfile.Kind.init(rawValue:)) else { return lines }
    return lines + [
      say("profil de payeur ce jour-là\u{A0}: ", "payer profile on that day: ")
        + kind.words(in: language)
    ]
  }

  var done: [String] {
    if story.reminders.isEmpty {
      return [say("aucune relance sur cette facture", "no reminder about this invoice")]
    }
    return story.reminders.map { reminder in
      let level = DunningLevel.Name(rawValue: reminder.fact.level)
      let name = level.map { isFrench ? $0.french : $0.english } ?? reminder.fact.level
      let channel = isFrench ? reminder.fact.channel.french : reminder.fact.channel.english
      let step = reminder.fact.step.map {
        say(
          " (étape \($0.key) du scénario \($0.plan), version \($0.version))",
          " (step \($0.key) of the plan \($0.plan), version \($0.version))")
      }
      let fate = story.fates[reminder.number].map { ", " + $0.wording(in: language) }
      return "\(day(reminder.happened)) · \(name), \(channel)\(step ?? "")\(fate ?? "")"
    }
  }

  var holds: [String] {
    var lines: [String] = []
    for hold in story.ownHolds { lines.append(told(hold)) }
    if case .wait(let reasons) = story.decision {
      for reason in reasons {
        guard case .held(let hold) = reason else {
          lines.append(reason.explanation(in: language, story.currency))
          continue
        }
        if !story.ownHolds.contains(hold) { lines.append(told(hold)) }
      }
    }
    return lines.isEmpty ? [say("rien", "nothing")] : lines
  }

  private func told(_ hold: Hold) -> String {
    hold.explanation(in: language, story.currency) + say("\u{A0}; ", "; ")
      + hold.ending(in: language)
  }

  var decision: [String] {
    if story.made.isEmpty { return decided }
    let made = story.made.map { opening($0) + $0.wording(in: language) }
    guard case .send(let contact) = story.decision, story.isAskedFor else { return made }
    let why = contact.explanation(in: language, story.currency)
    return made + [why.customer, why.now, why.step]
  }

  /// Asked for is only what the customer had; the rest was written, and says where it stood.
  private func opening(_ contact: MadeContact) -> String {
    if contact.hasReached { return say("relancée ce jour-là\u{A0}: ", "asked for that day: ") }
    if contact.day == story.day {
      return say("relance préparée ce jour-là\u{A0}: ", "a reminder was written that day: ")
    }
    return say(
      "relance préparée le \(day(contact.day))\u{A0}: ",
      "a reminder was written on \(day(contact.day)): ")
  }

  private var decided: [String] {
    if story.claim.item(story.item.id) == nil {
      return [say("rien à demander, elle est soldée", "nothing to ask for, it is settled")]
    }
    if story.isHeld, let hold = story.ownHolds.first {
      let own =
        say("pas de relance pour cette facture\u{A0}: ", "not asked for this invoice: ")
        + hold.explanation(in: language, story.currency)
      guard case .send = story.decision else { return [own] }
      return [own, askedForOthers]
    }
    switch story.decision {
    case .send(let contact): return story.isAskedFor ? asking(contact) : [askedForOthers]
    case .nothingDue:
      return [say("rien à demander ce jour-là", "nothing to ask for that day")]
    default:
      return [
        say("pas de relance ce jour-là\u{A0}: ", "not asked for that day: ")
          + (story.decision.whyNot(in: language, story.currency) ?? "")
      ]
    }
  }

  private var askedForOthers: String {
    say(
      "le client est relancé ce jour-là, mais pas pour cette facture",
      "the customer is asked that day, but not for this invoice")
  }

  private func asking(_ contact: Contact) -> [String] {
    let why = contact.explanation(in: language, story.currency)
    let channel = isFrench ? contact.level.channel.french : contact.level.channel.english
    let name = isFrench ? contact.level.name.french : contact.level.name.english
    var lines = [
      say("à relancer ce jour-là\u{A0}: ", "to be asked for that day: ")
        + "\(name), \(channel), \(money(contact.claiming))",
      why.customer, why.now, why.step,
    ]
    if let recipient = contact.recipient {
      let person = recipient.person.map { "\($0.name), " } ?? ""
      lines.append(say("à ", "to ") + person + recipient.address)
    } else if contact.level.channel.reachesCustomer {
      lines.append(say("aucune adresse connue", "no address known"))
    }
    return lines
  }

  var next: [String] {
    guard let others = story.nextOfOthers else { return [nextOfInvoice] }
    if let own = story.next, own.day <= others.day { return [nextOfInvoice] }
    return [
      nextOfInvoice,
      say("les autres factures du client\u{A0}: ", "the customer’s other invoices: ")
        + foreseen(others),
    ]
  }

  private var nextOfInvoice: String {
    if let next = story.next { return foreseen(next) }
    if story.claim.item(story.item.id) == nil {
      return say("rien\u{A0}: elle est soldée", "nothing: it is settled")
    }
    if story.isHeld {
      return say(
        "rien pour cette facture tant que cela la retient",
        "nothing for this invoice as long as that holds it")
    }
    return say(
      "aucune étape prévue dans les 120 jours si rien ne change",
      "no step foreseen within 120 days if nothing changes")
  }

  private func foreseen(_ next: ForeseenContact) -> String {
    say(
      "le \(day(next.day)) si rien ne change\u{A0}: \(next.name.french), \(next.channel.french)",
      "on \(day(next.day)) if nothing changes: \(next.name.english), \(next.channel.english)")
  }
}
