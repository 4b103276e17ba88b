public import Law
public import Ledger

/// The mentions of an invoice that the law sheet lists in its section 4, by their numbers there.
public enum Lint: String, Hashable, Sendable, CaseIterable {
  case numbering = "INV-01"
  case seller = "INV-02"
  case buyer = "INV-03"
  case delivery = "INV-04"
  case lines = "INV-05"
  case totals = "INV-06"
  case dueDate = "INV-07"
  case discount = "INV-08"
  case penaltyRate = "INV-09"
  case compensation = "INV-10"
  case order = "INV-11"
  case ceiling = "INV-12"
  case exemption = "INV-13"
  case reform = "INV-14"
  case retention = "INV-15"
  case bankDetails = "INV-16"
  case proof = "INV-17"
  case periodic = "INV-18"
  case corrected = "INV-19"

  /// The text that asks for the mention. What only makes recovery easier cites the law sheet.
  public var citation: Citation {
    switch self {
    case .seller: cite("Code de commerce", "L441-9, R123-237, R123-238")
    case .buyer, .lines, .dueDate, .discount, .penaltyRate, .order:
      cite("Code de commerce", "L441-9")
    case .compensation: cite("Code de commerce", "L441-9, D441-5")
    case .ceiling, .periodic: cite("Code de commerce", "L441-10 I")
    case .numbering, .delivery, .totals, .exemption, .reform, .corrected:
      cite("Code général des impôts, annexe II", "242 nonies A")
    case .retention: cite("Code civil", "2367")
    case .bankDetails, .proof: cite("Feuille de droit d’Encaisse", "section 4")
    }
  }

  private func cite(_ text: String, _ article: String) -> Citation {
    Citation(text, article, sheet: rawValue)
  }

  /// What the check looks at, in two or three words.
  public func title(in language: Customer.Language) -> String {
    language == .french ? french : english
  }

  private var french: String {
    switch self {
    case .numbering: "numérotation"
    case .seller: "identité du vendeur"
    case .buyer: "identité du client"
    case .delivery: "date de livraison"
    case .lines: "lignes"
    case .totals: "totaux par taux"
    case .dueDate: "date d’échéance"
    case .discount: "escompte"
    case .penaltyRate: "taux des pénalités"
    case .compensation: "indemnité de 40\u{A0}€"
    case .order: "numéro de commande"
    case .ceiling: "délai légal"
    case .exemption: "mention de TVA"
    case .reform: "nouvelles mentions"
    case .retention: "réserve de propriété"
    case .bankDetails: "coordonnées de paiement"
    case .proof: "preuves"
    case .periodic: "facture périodique"
    case .corrected: "facture d’origine"
    }
  }

  private var english: String {
    switch self {
    case .numbering: "numbering"
    case .seller: "the seller's identity"
    case .buyer: "the buyer's identity"
    case .delivery: "day of delivery"
    case .lines: "lines"
    case .totals: "totals by rate"
    case .dueDate: "due date"
    case .discount: "early-payment discount"
    case .penaltyRate: "penalty rate"
    case .compensation: "the 40 €"
    case .order: "purchase order number"
    case .ceiling: "lawful term"
    case .exemption: "VAT wording"
    case .reform: "new mentions"
    case .retention: "retention of title"
    case .bankDetails: "bank details"
    case .proof: "proof"
    case .periodic: "periodic invoice"
    case .corrected: "the original invoice"
    }
  }
}
