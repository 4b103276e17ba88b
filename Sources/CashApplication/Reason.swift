public import Quantities

/// One ground for an allocation, or against it, in words a person can check.
public enum Reason: Hashable, Sendable {
  /// The text names this document.
  case reference(String)
  /// The text names it by its short number or its last digits.
  case shortReference(String)
  /// The text names it but for one sign.
  case misspelt(String)
  /// The text quotes the purchase order of this document.
  case order(String)
  case exactAmount
  /// So many documents sum to the line, to the cent.
  case sum(Int)
  /// So many credit notes were deducted.
  case creditNotes(Int)
  /// Part of the document; so much stays open.
  case partial(left: Money)
  /// Short by an amount that bank charges would explain.
  case charges(Money)
  /// Short by an amount that a cash discount would explain.
  case discount(Money)
  /// More than was owed; the rest stays on account.
  case excess(Money)
  /// Together with another line it pays this document to the cent.
  case instalment(of: String)
  case payerAccount
  case payerName(String)
  case payerGroup
  /// The text tells the customer's name.
  case toldName
  /// No other open document or set of documents gives this amount.
  case onlyCandidate
  /// Several explanations are as good.
  case ambiguous
  /// The document named was settled before.
  case alreadySettled(String)
  /// The document named was paid in full a short while before: a second payment, kept on account.
  case paidTwice(String)
  /// An earlier line of this amount is not explained: this may be a second payment.
  case earlierOfAmount
  /// The payer found is not the customer of the document named.
  case otherPayer
  /// A direct debit or cheque came back: the document is open again.
  case returned(String)
  case customerWithoutDocument
  case notFromCustomer
  case unknownPayer
}

extension Reason {
  /// In French, as an accountant would say it.
  public var french: String {
    switch self {
    case .reference(let number): "référence \(number)"
    case .shortReference(let number): "référence abrégée de \(number)"
    case .misspelt(let number): "référence \(number) à un signe près"
    case .order(let number): "commande de \(number)"
    case .exactAmount: "montant exact"
    case .sum(let count): "somme exacte de \(count) pièces"
    case .creditNotes(let count): count == 1 ? "1 avoir déduit" : "\(count) avoirs déduits"
    case .partial(let left): "paiement partiel, reste \(left.french) €"
    case .charges(let amount): "manque \(amount.french) € : frais bancaires ?"
    case .discount(let amount): "manque \(amount.french) € : escompte ?"
    case .excess(let amount): "trop-perçu \(amount.french) €, laissé en compte"
    case .instalment(let number): "avec un autre règlement, solde \(number) au centime"
    default: frenchWithoutFigures
    }
  }

  private var frenchWithoutFigures: String {
    switch self {
    case .payerAccount: "compte bancaire du client"
    case .payerName(let name): "nom du payeur : \(name)"
    case .payerGroup: "payé par le groupe"
    case .toldName: "le texte nomme ce client"
    case .onlyCandidate: "seule explication possible"
    case .ambiguous: "plusieurs explications possibles"
    case .alreadySettled(let number): "\(number) est déjà soldée : payée deux fois ?"
    case .paidTwice(let number): "second paiement de \(number), laissé en compte"
    case .earlierOfAmount:
      "un règlement antérieur du même montant n’est pas attribué : second paiement ?"
    case .otherPayer: "le payeur n’est pas le client de la pièce"
    case .returned(let number): "impayé : \(number) est de nouveau due"
    case .customerWithoutDocument: "client reconnu, aucune pièce ne correspond"
    case .notFromCustomer: "ce n’est pas un règlement de client"
    default: "payeur inconnu, aucune pièce ne correspond"
    }
  }

  /// In English, for the same reader.
  public var english: String {
    switch self {
    case .reference(let number): "reference \(number)"
    case .shortReference(let number): "short reference of \(number)"
    case .misspelt(let number): "reference \(number), one sign off"
    case .order(let number): "purchase order of \(number)"
    case .exactAmount: "exact amount"
    case .sum(let count): "exact sum of \(count) documents"
    case .creditNotes(let count):
      count == 1 ? "1 credit note netted" : "\(count) credit notes netted"
    case .partial(let left): "part payment, \(left.decimal) € left"
    case .charges(let amount): "short by \(amount.decimal) €: bank charges?"
    case .discount(let amount): "short by \(amount.decimal) €: cash discount?"
    case .excess(let amount): "overpaid by \(amount.decimal) €, kept on account"
    case .instalment(let number): "with another payment, settles \(number) to the cent"
    default: englishWithoutFigures
    }
  }

  private var englishWithoutFigures: String {
    switch self {
    case .payerAccount: "the customer's bank account"
    case .payerName(let name): "payer's name: \(name)"
    case .payerGroup: "paid by the group"
    case .toldName: "the text names this customer"
    case .onlyCandidate: "the only explanation"
    case .ambiguous: "several explanations"
    case .alreadySettled(let number): "\(number) is settled already: paid twice?"
    case .paidTwice(let number): "second payment of \(number), kept on account"
    case .earlierOfAmount:
      "an earlier payment of this amount is not allocated: a second payment?"
    case .otherPayer: "the payer is not the customer of the document"
    case .returned(let number): "returned unpaid: \(number) is due again"
    case .customerWithoutDocument: "customer known, no document fits"
    case .notFromCustomer: "not a customer's payment"
    default: "payer unknown, no document fits"
    }
  }
}
