/// A firm that owes us or may owe us, as the book knows it.
public struct Customer: Hashable, Sendable {
  /// The language the customer is written to.
  public enum Language: String, Sendable, CaseIterable {
    case french = "fr"
    case english = "en"

    /// The language that firms of a country are written to as a rule: French where it is an
    /// official language, English elsewhere. A country that nobody told is read as France.
    public static func usual(in country: String) -> Language {
      country.isEmpty || francophone.contains(country) ? .french : .english
    }

    private static let francophone: Set<String> = [
      "FR", "MC", "BE", "LU", "CH", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "NC", "PF",
      "WF", "TF", "BF", "BI", "BJ", "CD", "CF", "CG", "CI", "CM", "DJ", "DZ", "GA", "GN", "HT",
      "KM", "MA", "MG", "ML", "MR", "NE", "RW", "SC", "SN", "TD", "TG", "TN",
    ]
  }
  /// Who the customer is in the eyes of the law, which decides what may be claimed.
  public enum Kind: String, Sendable {
    /// A firm or a professional: L441-10 applies.
    case business
    /// A public buyer: Code de la commande publique (R1.20 to R1.26).
    case publicBuyer
    /// Not a professional: neither L441-10 nor the 40 € (R2.19).
    case consumer
  }

  public let id: CustomerID
  public var party: Party
  public var kind: Kind
  public var language: Language

  public init(
    id: CustomerID, party: Party, kind: Kind = .business, language: Language = .french
  ) {
    self.id = id
    self.party = party
    self.kind = kind
    self.language = language
  }

  public var name: String { party.name }
}
