/// Countries as the French post wants them on the last line of an address: in French, in capitals.
enum Country {
  /// The name for an ISO 3166 two-letter code; the code itself when we do not know it.
  static func french(_ code: String) -> String { names[code.uppercased()] ?? code }

  private static let names = [
    "AT": "AUTRICHE", "BE": "BELGIQUE", "BG": "BULGARIE", "CA": "CANADA",
    "CH": "SUISSE", "CY": "CHYPRE", "CZ": "TCHÉQUIE", "DE": "ALLEMAGNE",
    "DK": "DANEMARK", "DZ": "ALGÉRIE", "EE": "ESTONIE", "ES": "ESPAGNE",
    "FI": "FINLANDE", "GB": "ROYAUME-UNI", "GR": "GRÈCE", "HR": "CROATIE",
    "HU": "HONGRIE", "IE": "IRLANDE", "IT": "ITALIE", "LI": "LIECHTENSTEIN",
    "LT": "LITUANIE", "LU": "LUXEMBOURG", "LV": "LETTONIE", "MA": "MAROC",
    "MC": "MONACO", "MT": "MALTE", "NL": "PAYS-BAS", "NO": "NORVÈGE",
    "PL": "POLOGNE", "PT": "PORTUGAL", "RO": "ROUMANIE", "SE": "SUÈDE",
    "SI": "SLOVÉNIE", "SK": "SLOVAQUIE", "TN": "TUNISIE", "US": "ÉTATS-UNIS",
  ]
}
