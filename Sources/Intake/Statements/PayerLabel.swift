/// The payer as a bank's label names it: `VIR SEPA RECU DE DUPONT SARL` is Dupont SARL's.
enum PayerLabel {
  /// The words after those that say how the money came; empty when the label says no name.
  static func name(in label: String) -> String {
    var rest = Substring(label)
    guard let first = word(rest), leaders.contains(first) else { return "" }
    while let next = word(rest), leaders.contains(next) || followers.contains(next) {
      rest = rest.dropFirst(next.count).drop { $0 == " " || $0 == ":" || $0 == "/" }
    }
    // A number or a date is no name.
    let letters = rest.utf8.lazy.filter { $0 | 0x20 >= 97 && $0 | 0x20 <= 122 || $0 >= 0x80 }
    return letters.count >= 3 && rest.utf8.first.map { $0 &- 48 > 9 } == true ? String(rest) : ""
  }

  private static func word(_ text: Substring) -> String? {
    let word = text.prefix { $0 != " " && $0 != ":" && $0 != "/" }
    return word.isEmpty || word.utf8.count > 12 ? nil : String(word)
  }

  private static let leaders: Set<String> = [
    "VIR", "VIREMENT", "VIRT", "VRT", "PRLV", "PRELEVEMENT",
  ]
  private static let followers: Set<String> = [
    "SEPA", "INST", "INSTANTANE", "RECU", "REÇU", "DE", "DU", "EMIS", "EUROPEEN", "FAVEUR",
    "TIERS", "B2B", "CORE", "M", "MME", "MR",
  ]
}
