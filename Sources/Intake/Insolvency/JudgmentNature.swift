import Ledger
import Quantities

/// What a judgment does, found in the words by which the BODACC names it.
enum JudgmentNature {
  /// `family` is the kind of notice (`Jugement d'ouverture`, `Avis de dépôt`); `details` may name
  /// the proceedings where the nature does not (`Autre jugement d'ouverture`).
  static func judgment(family: String, nature: String, details: String) -> Judgment {
    let words = nature.plainWords
    let family = family.plainWords
    // A list of claims born after the opening judgment opens nothing.
    if family.contains("depot") || words.hasPrefix("liste") || words.contains("cour d appel") {
      return .other
    }
    if words.contains("resolution") { return resolution(words) }
    if endings.contains(where: words.contains) { return .closing }
    if words.contains("conversion") {
      return .conversion(kind(after: "conversion", in: words) ?? .liquidation)
    }
    if words.contains("ouverture") || words.contains("extension") || family.contains("ouverture") {
      return .opening(kind(in: words) ?? kind(in: details.plainWords) ?? .receivership)
    }
    if words.contains("plan") { return .plan }
    // Proceedings taken up again, or a liquidation pronounced while others were open.
    let isPronounced = ["reprise de la procedure", "prononcant la", "prononcant le"]
      .contains(where: words.contains)
    if isPronounced, let kind = kind(in: words) { return .conversion(kind) }
    return .other
  }

  private static let endings = [
    "cloture", "mettant fin", "reprise des poursuites", "retractation", "annul",
  ]

  /// A plan that failed: the judgment that says so may open new proceedings.
  private static func resolution(_ words: String) -> Judgment {
    if words.contains("et la liquidation") { return .opening(.liquidation) }
    if words.contains("et le redressement") { return .opening(.receivership) }
    return .plan
  }

  private static func kind(after word: String, in words: String) -> Insolvency.Kind? {
    guard let place = words.firstRange(of: word) else { return nil }
    // What it is turned into stands before what it was: the first one named counts.
    let rest = words[place.upperBound...]
    let found = names.compactMap { name, kind in
      rest.firstRange(of: name).map { ($0.lowerBound, kind) }
    }
    return found.min { $0.0 < $1.0 }?.1
  }

  private static func kind(in words: String) -> Insolvency.Kind? {
    names.first { words.contains($0.0) }?.1
  }

  private static let names: [(String, Insolvency.Kind)] = [
    ("liquidation", .liquidation), ("redressement", .receivership),
    ("sortie de crise", .receivership), ("sauvegarde", .safeguard),
  ]
}

extension String {
  /// Its words in small letters without accents, apart by one space.
  var plainWords: String {
    var words: [String] = []
    var word = ""
    for scalar in unicodeScalars.prefix(2_000) {
      if let letters = ColumnName.folded(scalar) {
        word += letters
      } else if !(0x300...0x36F).contains(scalar.value), !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.joined(separator: " ")
  }
}

extension Day {
  /// A day as the BODACC writes it: `2025-04-16`, `16/04/2025`, `2025/04/16`, `16 avril 2025`,
  /// `1er mars 2024`.
  init?(bodacc text: String) {
    if let day = Day(iso: text) ?? Day(french: text) {
      self = day
      return
    }
    let parts = text.plainWords.split(separator: " ").drop { $0 == "le" }
    guard parts.count >= 3 else { return nil }
    let (first, middle, last) = (
      parts[parts.startIndex], parts[parts.startIndex + 1],
      parts[parts.startIndex + 2]
    )
    if first.utf8.count == 4, let year = Int(first), let month = Int(middle), let day = Int(last) {
      self.init(year: year, month: month, day: day)
      return
    }
    guard let day = Int(first.replacing("er", with: "")), let year = Int(last),
      last.utf8.count == 4, let month = Day.monthNames.firstIndex(of: String(middle))
    else { return nil }
    self.init(year: year, month: month + 1, day: day)
  }

  private static let monthNames = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
    "octobre", "novembre", "decembre",
  ]
}
