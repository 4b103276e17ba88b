import Law
import Ledger
import Quantities

/// An invoice with every mention, to take one away from.
enum Samples {
  static let invoice: DocumentDraft = {
    var draft = DocumentDraft()
    draft.number = "FA-2026-0042"
    draft.issue = Day(2026, 11, 2)
    draft.delivery = Day(2026, 10, 30)
    draft.dues = [(day: Day(2026, 12, 2), amount: nil)]
    draft.term = PaymentTerm(.net(30))
    draft.net = Money(cents: 1_000_00)
    draft.tax = Money(cents: 200_00)
    draft.gross = Money(cents: 1_200_00)
    draft.payable = Money(cents: 1_200_00)
    draft.seller = Party(
      name: "Verdelin Emballages SAS", siren: "732829320", vatNumber: "FR44732829320",
      iban: "FR7630006000011234567890189", street: "14 rue des Tonneliers", postcode: "49100",
      city: "Angers", country: "FR")
    draft.buyer = Party(
      name: "Menuiserie Lefèvre", siren: "443061841", vatNumber: "FR40443061841",
      street: "1 rue A", postcode: "69001", city: "Lyon", country: "FR")
    draft.order = "CDE7"
    draft.paymentReference = "FA-2026-0042"
    draft.mentions = mentions
    return draft
  }()

  private static let mentions: Mentions = {
    var mentions = Mentions()
    mentions.process = "B1"
    mentions.notes = [
      InvoiceNote(subject: "PMD", text: "Pénalités de retard : BCE + 10 points."),
      InvoiceNote(subject: "PMT", text: "Indemnité forfaitaire de recouvrement : 40 €."),
      InvoiceNote(subject: "AAB", text: "Escompte pour paiement anticipé : néant."),
      InvoiceNote(subject: "", text: "Clause de réserve de propriété : voir nos conditions."),
    ]
    mentions.sellerLegal = "SAS au capital de 10 000 €, RCS Angers 732 829 320"
    var share = TaxShare()
    share.category = "S"
    share.rate = .percent(20)
    share.base = Money(cents: 1_000_00)
    share.tax = Money(cents: 200_00)
    mentions.taxes = [share]
    mentions.lines = [[.description, .quantity, .unitPrice, .tax]]
    mentions.paymentMeans = ["30"]
    return mentions
  }()
}
