import Law
import Ledger
import Quantities

/// What a document allows to be checked, and how gravely an absence counts.
extension InvoiceCheck {
  /// Why a lint cannot be checked on this document; nil when it can.
  func obstacle(to lint: Lint) -> Remark? {
    if isSellerForeign { return .foreignSeller(draft.seller?.country ?? "") }
    if draft.mentions == nil, ![.numbering, .ceiling].contains(lint) { return .table }
    if draft.isCredit, ofPayment.contains(lint) { return .creditNote }
    if lint == .corrected, !draft.isCredit { return nil }
    switch mentions.scope {
    case .full: return nil
    case .withoutLines: return lint == .lines ? .profile("BASIC WL") : nil
    case .minimum: return inMinimum.contains(lint) ? nil : .profile("MINIMUM")
    }
  }

  /// Lints of what is asked for; a credit note asks for nothing.
  private var ofPayment: Set<Lint> {
    [
      .delivery, .dueDate, .discount, .penaltyRate, .compensation, .order, .ceiling, .retention,
      .bankDetails, .proof, .periodic,
    ]
  }

  /// What the profile MINIMUM carries.
  private var inMinimum: Set<Lint> { [.numbering, .seller, .order, .ceiling] }

  /// The buyer is a professional, of France or not known to be of elsewhere.
  var isFrenchBuyer: Bool { draft.buyer?.isFrench ?? true }

  /// How gravely the absence of a sentence counts: it may stand on the page that people read.
  var absence: Finding.Level { mentions.hasPage ? .warning : .error }

  /// L441-9 rules sales between professionals in France; abroad its mentions are prudence.
  var absenceBetweenFirms: Finding.Level { isFrenchBuyer ? absence : .warning }

  /// What was found where a sentence was looked for in vain.
  func nothing(_ french: String, _ english: String) -> Remark {
    mentions.hasPage
      ? Remark(
        french: "\(french) dans les données du fichier (la page du PDF n’est pas lue)",
        english: "\(english) in the file's data (the PDF's page is not read)")
      : Remark(french: french, english: english)
  }

  /// Net up to 150 €, or a document that corrects another: R4.2 lets it omit the VAT number and
  /// the exemption.
  var mayOmitTaxDetails: Bool {
    let isSmall = (draft.net ?? draft.gross).map { $0.magnitude <= Money(cents: 150_00) } ?? false
    return isSmall || draft.type == "384" || draft.isCredit
  }
}

extension Party {
  /// In France, its overseas departments and collectivities included; unknown is read as France.
  var isFrench: Bool {
    [
      "", "FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC", "TF",
    ].contains(country)
  }
}

extension Remark {
  static let table = Remark(
    french: "un tableau ne porte pas cette mention", english: "a table does not carry this mention")
  static let creditNote = Remark(
    french: "sans objet pour un avoir", english: "a credit note has no need of it")

  static func profile(_ name: String) -> Remark {
    Remark(
      french: "le profil \(name) ne porte pas cette mention",
      english: "the profile \(name) does not carry this mention")
  }

  static func foreignSeller(_ country: String) -> Remark {
    Remark(
      french:
        "vendeur établi hors de France (\(country))\u{A0}: ses mentions suivent un autre droit",
      english: "the seller is not in France (\(country)): another law rules its mentions")
  }

  static let notBetweenFirms = Remark(
    french: "l’acheteur n’est pas une entreprise\u{A0}: L441-9 ne s’applique pas",
    english: "the buyer is not a firm: L441-9 does not apply")
}
