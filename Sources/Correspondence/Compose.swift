public import Claims
public import Dunning
import Ledger
import Quantities

/// The letter for an occasion, from a claim. Nil when there is nothing to write about: a reminder
/// without an amount to ask for, a notice before the due date without an invoice to come.
///
/// What it asks for: the overdue invoices less credits or, when the occasion asks for accessories,
/// the whole claim with its interest and compensation (`claim.total`). The words are the house's
/// unless the firm's book has its own.
public func compose(
  _ occasion: Occasion, for claim: Claim, from sender: Sender,
  in words: LetterBook = LetterBook()
) -> Letter? {
  guard let facts = Facts(occasion, claim, sender) else { return nil }
  let texts = LetterKind(facts.message).map {
    words[$0, occasion.tone ?? $0.usualTone, facts.language]
  }
  switch facts.language {
  case .french: return Composer(facts: facts, wording: FrenchWording(), words: texts).letter
  case .english: return Composer(facts: facts, wording: EnglishWording(), words: texts).letter
  }
}

/// The letter for a contact that was decided, with what goes with it. It asks for
/// `contact.claiming`.
public func compose(
  _ contact: Contact, for claim: Claim, from sender: Sender, numbered number: String,
  with attached: Attached = Attached(), in words: LetterBook = LetterBook()
) -> Letter? {
  var occasion = Occasion(contact, number: number)
  occasion.attached = attached
  return compose(occasion, for: claim, from: sender, in: words)
}

/// Puts the words of a language and the figures of a claim together.
struct Composer<Words: Wording> {
  let facts: Facts
  let wording: Words
  /// Nil for a statement of account.
  let words: LetterWords?

  var labels: Labels { wording.labels }

  var letter: Letter {
    Letter(
      message: facts.message, language: facts.language, number: facts.occasion.number,
      sender: facts.sender, recipient: recipient, references: references, day: facts.day,
      dateline: wording.dateline(facts.sender.city, facts.day), subject: subject,
      blocks: blocks, enclosures: wording.enclosures(facts), enclosuresLabel: labels.enclosures,
      attachedLine: wording.attached(facts),
      copies: facts.copied.map { Letter.Copy(document: $0.document, number: $0.number) },
      subjectLabel: labels.subject, amount: facts.amount)
  }

  private var blocks: [Letter.Block] {
    var blocks: [Letter.Block] = []
    if let banner = wording.banner(facts) { blocks.append(.banner(banner)) }
    blocks.append(.paragraph(wording.greeting))
    blocks += opening.map { .paragraph($0) }
    blocks += figures
    blocks += request.map { .paragraph($0) }
    if let payment { blocks.append(.payment(payment)) }
    blocks += paragraphs(.ending).map { .paragraph($0) }
    blocks.append(.closing(wording.closing))
    return blocks
  }

  private var subject: String {
    guard let words else { return wording.statementSubject(facts) }
    let piece: LetterPiece =
      words.kind == .thanks
      ? .subject : facts.pick(.subjectOne, .subjectSeveral, .subjectAccessories)
    return paragraphs(piece).first?.text ?? ""
  }

  private var opening: [Prose] {
    guard let words else { return [wording.statementOpening(facts)] }
    if words.kind == .thanks { return paragraphs(.opening) }
    return paragraphs(facts.pick(.openingOne, .openingSeveral, .openingAccessories))
      + (words.kind.asks && facts.occasion.brokenPromise != nil ? paragraphs(.brokenPromise) : [])
  }

  private var request: [Prose] {
    guard let words else { return wording.statementRequest(facts) }
    return words.kind == .thanks ? [] : paragraphs(.request)
  }

  /// The paragraphs of a text, its fields filled in.
  private func paragraphs(_ piece: LetterPiece) -> [Prose] {
    guard let words, let template = try? words.template(piece) else { return [] }
    return template.filled(
      by: { facts.value(of: $0, in: wording) },
      missing: { _ -> Never in preconditionFailure("kept words leave no hole") }
    ).paragraphs
  }

  private var figures: [Letter.Block] {
    switch facts.message {
    case .thanks, .instalmentPlan: []
    case .preDue: [.table(itemsTable)]
    case .courtesy, .reminder, .firm, .formalNotice:
      (facts.items.isEmpty ? [] : [.table(itemsTable)])
        + (facts.occasion.asksAccessories ? accessoryBlocks : [])
    case .statement: statementBlocks
    }
  }

  private var recipient: [String] {
    let party = facts.party
    let town = [party.postcode, party.city.uppercased()].filter { !$0.isEmpty }
    let country = ["", "FR"].contains(party.country) ? "" : Country.french(party.country)
    return [party.name, party.street, town.joined(separator: " "), country]
      .filter { !$0.isEmpty }
  }

  private var references: [Letter.Reference] {
    var lines: [Letter.Reference] = []
    if facts.message == .formalNotice, facts.occasion.isRegistered {
      lines.append(Letter.Reference(label: "", value: labels.registered))
    }
    if !facts.party.code.isEmpty {
      lines.append(Letter.Reference(label: labels.customerNumber, value: facts.party.code))
    }
    if !facts.party.siren.isEmpty {
      lines.append(Letter.Reference(label: "SIREN", value: facts.party.siren.grouped(by: 3)))
    }
    lines.append(Letter.Reference(label: labels.ourReference, value: facts.occasion.number))
    return lines
  }

  /// Account, reference and code to scan; nil for a thank-you, which asks for nothing.
  private var payment: Letter.Payment? {
    let sender = facts.sender
    if case .thanks = facts.message { return nil }
    var lines: [Letter.Payment.Line] = []
    func add(_ label: String, _ value: String) {
      if !value.isEmpty { lines.append(Letter.Payment.Line(label: label, value: value)) }
    }
    if facts.amount.isPositive {
      add(labels.amountToPay, wording.amount(facts.amount, in: facts))
    }
    add(labels.payTo, sender.name)
    add("IBAN", sender.ibanByFours)
    add("BIC", sender.bic)
    add(labels.reference, facts.paymentReference)
    // A SEPA transfer is in euros: no code for another currency.
    let code =
      facts.claim.currency.isEuro
      ? PaymentCode(
        payee: sender.name, iban: sender.iban, bic: sender.bic, amount: facts.amount,
        reference: facts.paymentReference) : nil
    return Letter.Payment(lines: lines, code: code, caption: labels.scan)
  }
}
