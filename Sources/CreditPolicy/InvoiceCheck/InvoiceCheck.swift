public import Law
public import Ledger
import Quantities

/// The firm that issues the invoice, with what the check must know of it.
public struct Issuer: Hashable, Sendable {
  public var name = ""
  public var legalForm = ""
  public var capital = ""
  public var siren = ""
  public var registry = ""
  public var iban = ""
  /// The trade whose ceilings apply (R1.14: chosen by a person).
  public var sector = Sector.general
  /// Its size in the e-invoicing reform; nil when nobody has said.
  public var size: EInvoicingCalendar.Size?

  public init() {}
}

/// Every lint of the law sheet that the document allows, before it is sent or as it is taken in.
public func check(
  _ draft: DocumentDraft, from issuer: Issuer = Issuer(), to buyer: Customer.Kind = .business,
  by rates: LegalRates = .published
) -> [Finding] {
  // A table of a million invoices is compared with the ceiling and with nothing else, and sixty
  // days are lawful for whoever has no ceiling of its own.
  if draft.mentions == nil, issuer.sector == .general, draft.isDueWithin(days: 60) { return [] }
  let check = InvoiceCheck(draft: draft, issuer: issuer, buyer: buyer, rates: rates)
  var findings: [Finding] = []
  for lint in draft.mentions == nil ? [.ceiling] : Lint.allCases {
    if case .faulty(let found) = check.verdict(on: lint) { findings += found }
  }
  return findings
}

/// The same, with the checks that the document does not allow. `known` are the sentences of the
/// document before, which need not be understood again.
public func review(
  _ draft: DocumentDraft, from issuer: Issuer = Issuer(), to buyer: Customer.Kind = .business,
  by rates: LegalRates = .published, knowing known: KnownSentences = KnownSentences()
) -> InvoiceReview {
  let check = InvoiceCheck(
    draft: draft, issuer: issuer, buyer: buyer, rates: rates, known: known)
  var review = InvoiceReview()
  for lint in Lint.allCases {
    switch check.verdict(on: lint) {
    case .sound: break
    case .faulty(let findings): review.findings += findings
    case .unknown(let reason): review.unchecked.append(Unchecked(lint, reason))
    }
  }
  return review
}

extension DocumentDraft {
  /// Every due date lies at most so many days after the issue.
  fileprivate func isDueWithin(days: Int) -> Bool {
    guard let issue else { return false }
    let last = issue.adding(days: days)
    return dues.allSatisfy { $0.day <= last }
  }
}

/// One document under check.
struct InvoiceCheck {
  enum Verdict {
    case sound
    case faulty([Finding])
    /// The document does not allow the check.
    case unknown(Remark)
  }

  let draft: DocumentDraft
  let issuer: Issuer
  let buyer: Customer.Kind
  let rates: LegalRates
  /// Empty for a table.
  let mentions: Mentions
  let texts: [MentionText]
  let penalties: PenaltyMention
  /// French law rules the invoices of a seller in France.
  let isSellerForeign: Bool

  init(
    draft: DocumentDraft, issuer: Issuer, buyer: Customer.Kind, rates: LegalRates,
    known: KnownSentences = KnownSentences()
  ) {
    self.draft = draft
    self.issuer = issuer
    self.buyer = buyer
    self.rates = rates
    mentions = draft.mentions ?? Mentions()
    isSellerForeign = draft.seller.map { !$0.isFrench } ?? false
    let others = mentions.terms + mentions.taxes.map(\.exemption) + [mentions.sellerLegal]
    (texts, penalties) = known.read(
      mentions.notes.map { ($0.text, $0.subject) }
        + others.filter { !$0.isEmpty }.map { ($0, "") })
  }

  func verdict(on lint: Lint) -> Verdict {
    if let reason = obstacle(to: lint) { return .unknown(reason) }
    switch lint {
    case .numbering: return .sound
    case .seller: return sellerIdentity()
    case .buyer: return buyerIdentity()
    case .delivery: return dayOfDelivery()
    case .lines: return everyLine()
    case .totals: return totalsByRate()
    case .dueDate: return dateToPay()
    case .discount: return earlyPayment()
    case .penaltyRate: return latePenalties()
    case .compensation: return fixedCompensation()
    case .order: return purchaseOrder()
    case .ceiling: return lawfulTerm()
    case .exemption: return taxWording()
    case .reform: return newMentions()
    case .retention: return retentionOfTitle()
    case .bankDetails: return whereToPay()
    case .proof: return proofNamed()
    case .periodic: return periodicTerm()
    case .corrected: return originalInvoice()
    }
  }

  func says(any words: [StaticString]) -> Bool { texts.contains { $0.says(any: words) } }
}
