/// The name of a column without what changes from one export to the next: case, accents,
/// punctuation, articles and the unit.
struct ColumnName: Hashable {
  let key: String
  /// The header says that amounts are in cents.
  let isInCents: Bool

  /// Longer text is a sentence, not a name.
  static let longest = 80

  init(_ text: String) {
    guard text.utf8.count <= ColumnName.longest else {
      key = ""
      isInCents = false
      return
    }
    var tokens: [String] = []
    var token = ""
    var wasLowercase = false
    for scalar in text.unicodeScalars {
      let isLowercase = scalar.properties.isLowercase
      if let letters = ColumnName.folded(scalar) {
        // A word of `InvoiceNumber` ends where a capital follows a small letter.
        if wasLowercase, scalar.properties.isUppercase {
          tokens.append(token)
          token = ""
        }
        token += letters
      } else if !(0x300...0x36F).contains(scalar.value) {
        tokens.append(token)
        token = ""
        if scalar == "%" { tokens.append("pct") }
      }
      wasLowercase = isLowercase
    }
    tokens.append(token)
    isInCents = tokens.contains { ColumnName.cents.contains($0) }
    key = tokens.map { ColumnName.numbers.contains($0) ? "n" : $0 }
      .filter { !ColumnName.idle.contains($0) }.joined()
  }

  private static let cents: Set = ["cents", "cent", "centimes", "centime", "cts"]
  private static let numbers: Set = ["numero", "num", "no", "nr", "number", "nbr"]
  private static let idle = cents.union([
    "", "de", "du", "des", "d", "la", "le", "les", "l", "en", "a", "au", "the", "of", "in", "eur",
    "euro", "euros",
  ])

  /// Lower-case ASCII letters or digits; nil for what separates words.
  static func folded(_ scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII {
      let isWord = scalar.properties.isAlphabetic || (48...57).contains(scalar.value)
      return isWord ? scalar.properties.lowercaseMapping : nil
    }
    switch scalar.properties.lowercaseMapping {
    case "à", "â", "ä", "á", "ã", "å": return "a"
    case "ç": return "c"
    case "é", "è", "ê", "ë": return "e"
    case "î", "ï", "í", "ì": return "i"
    case "ô", "ö", "ó", "ò", "õ": return "o"
    case "ù", "û", "ü", "ú": return "u"
    case "ÿ": return "y"
    case "ñ": return "n"
    case "œ": return "oe"
    case "æ": return "ae"
    case "ß": return "ss"
    default: return nil
    }
  }
}
