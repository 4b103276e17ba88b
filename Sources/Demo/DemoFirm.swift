/// The firm whose receivables the demo shows. It does not exist, and neither does its bank.
public struct DemoFirm: Sendable {
  public let name = "Verdelin Emballages SAS"
  public let siren: String
  public let siret: String
  public let vatNumber: String
  public let street = "14 rue des Tonneliers"
  public let postcode = "49100"
  public let city = "Angers"
  public let email = "compta@verdelin.example"
  public let phone = "02 61 91 00 14"
  /// The account in euros, at an invented branch of an invented bank.
  public let iban: String
  /// The account in dollars, at the same branch.
  public let dollarIBAN: String
  public let bic = "DEMOFR2AXXX"

  public init() {
    siren = FrenchNumbers.siren(0)
    siret = FrenchNumbers.siret(siren, establishment: 1)
    vatNumber = FrenchNumbers.vatNumber(siren)
    iban = FrenchNumbers.iban(bank: "19999", branch: "00042", account: "00012345678")
    dollarIBAN = FrenchNumbers.iban(bank: "19999", branch: "00042", account: "00012345899")
  }

  /// What the law asks an invoice to say about late payment (L441-9, D441-5).
  static let legalMentions =
    "En cas de retard de paiement : pénalités au taux de refinancement de la BCE majoré de dix "
    + "points, exigibles sans rappel, et indemnité forfaitaire pour frais de recouvrement de 40 €. "
    + "Pas d'escompte pour paiement anticipé."
}
