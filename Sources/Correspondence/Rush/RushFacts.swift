public import CreditPolicy
public import Ledger
public import Quantities

/// What the words of a rush order speak of: the offer, who asks, who answers, in which currency.
public struct RushFacts: Hashable, Sendable {
  public let offer: CounterOffer
  /// Nil for somebody who is not in the book.
  public let customer: Customer?
  public let sender: Sender
  public let currency: Currency
  /// What is put to the customer.
  public let proposal: RushProposal

  public init(
    _ offer: CounterOffer, for customer: Customer?, from sender: Sender,
    in currency: Currency = .eur
  ) {
    self.offer = offer
    self.customer = customer
    self.sender = sender
    self.currency = currency
    proposal = RushProposal(offer, to: customer)
  }

  /// What a field stands for in this offer; nil when it has no value here.
  public func value(of field: RushField, in language: Customer.Language) -> String? {
    let phrases = RushPhrases(language: language, currency: currency)
    return named(field, language) ?? figure(field, phrases) ?? asked(field, phrases)
      ?? chosen(field, phrases)
  }

  /// Names, as people wrote them.
  private func named(_ field: RushField, _ language: Customer.Language) -> String? {
    switch field {
    case .client: customer?.name.inOneLine
    case .societe: sender.name.inOneLine
    case .telephone: sender.phone.inOneLine
    case .signature: signature ?? (language == .french ? "Le service commercial" : "Sales")
    default: nil
    }
  }

  /// Nil for a firm that has not said who it is: its sales people sign, then.
  private var signature: String? {
    let lines = [sender.signatory, sender.signatoryTitle, sender.name, sender.phone]
      .compactMap(\.inOneLine)
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// What the order itself says.
  private func figure(_ field: RushField, _ phrases: RushPhrases) -> String? {
    let order = offer.order
    return switch field {
    case .amount: phrases.amount(order.amount)
    case .askedLead: phrases.days(order.askedLeadInDays)
    case .usualLead: phrases.days(order.usualLeadInDays)
    case .usualDays: String(order.usualLeadInDays)
    case .ordered: phrases.date(order.ordered)
    case .delivery: phrases.date(order.invoiced)
    case .usualTerm: phrases.adverb(order.usualTerm)
    case .usualTermInContract: order.usualTerm.words(in: phrases.language)
    case .usualDue:
      order.usualTerm.isOnOrder ? nil : phrases.date(offer.counterpart.usualDue)
    default: nil
    }
  }

  /// What is asked in return and besides.
  private func asked(_ field: RushField, _ phrases: RushPhrases) -> String? {
    switch field {
    case .term: return proposal.term.map(phrases.adverb)
    case .insteadOf:
      return proposal.term.map { phrases.instead(of: offer.order.usualTerm, by: $0) }
    case .termInContract: return proposal.term.map { $0.words(in: phrases.language) }
    case .counterpart: return phrases.counterpart(of: proposal)
    case .due:
      guard case .term = proposal.ask else { return nil }
      return phrases.date(offer.counterpart.due)
    case .surcharge:
      if case .surcharge(let amount) = proposal.ask { return phrases.amount(amount) }
      return phrases.positive(proposal.surcharge)
    case .overdue: return phrases.overdue(proposal)
    case .depositAsked: return phrases.positive(proposal.deposit)
    default: return nil
    }
  }

  /// What the customer may choose instead.
  private func chosen(_ field: RushField, _ phrases: RushPhrases) -> String? {
    let deposit = proposal.alternatives.first { $0.kind == .deposit }
    let surcharge = proposal.alternatives.first { $0.kind == .surcharge }
    return switch field {
    case .deposit: deposit.map { phrases.amount($0.amount) }
    case .rest: deposit.map { phrases.amount(offer.order.amount - $0.amount) }
    case .complement: deposit.flatMap { phrases.positive($0.complement) }
    case .surchargeToChoose: surcharge.map { phrases.amount($0.amount) }
    default: nil
    }
  }
}

extension String {
  /// The words on one line, single spaces, no braces and nothing that does not print; nil when
  /// none are left.
  var inOneLine: String? {
    var line = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "{": line += "("
      case "}": line += ")"
      case _ where scalar.isUnprintable || scalar.properties.isWhitespace && scalar != "\u{A0}":
        if !line.isEmpty, line.unicodeScalars.last != " " { line += " " }
      default: line.unicodeScalars.append(scalar)
      }
    }
    while line.unicodeScalars.last == " " { line.unicodeScalars.removeLast() }
    return line.isEmpty ? nil : line
  }
}

extension Unicode.Scalar {
  /// Control and formatting characters, which hide in a text or turn its direction.
  var isUnprintable: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    // The joiner holds emoji of several parts together.
    case .format: value != 0x200D
    default: false
    }
  }
}
