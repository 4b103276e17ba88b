import Law
import Ledger

extension PaymentTerm {
  /// Reads a payment term as files write it: `30N`, `45EOM`, `60 jours fin de mois`, `comptant`.
  ///
  /// "45 jours fin de mois" counts the days first and then goes to the end of the month; "fin de
  /// mois 45 jours" does it the other way round (both readings stand in R1.4).
  init?(written text: String) {
    let words = PaymentTerm.words(text)
    let numbers = words.compactMap { Int($0) }
    guard numbers.allSatisfy({ (0...400).contains($0) }), numbers.count <= 2 else { return nil }
    let letters = words.filter { Int($0) == nil }.joined(separator: " ")
    guard let formula = PaymentTerm.formula(letters, numbers, startsWithNumber: words.first) else {
      return nil
    }
    self.init(formula)
  }

  private static let atOnce: Set = [
    "rec", "comptant", "reception", "a reception", "a reception de facture",
    "a reception de la facture", "reception de facture", "due on receipt", "on receipt",
    "immediate", "immediat", "a la commande", "paiement comptant", "cash", "paiement a reception",
  ]

  private static let plain: Set = [
    "", "n", "j", "jours", "jour", "jours net", "jours nets", "j net", "j nets", "net", "nets",
    "net days", "days", "days net", "a jours", "jours date de facture", "jours date facture",
    "jours calendaires", "d", "days from invoice date", "jours date d emission", "jours facture",
  ]

  private static func formula(
    _ letters: String, _ numbers: [Int], startsWithNumber first: String?
  ) -> TermFormula? {
    if numbers.isEmpty {
      if atOnce.contains(letters) { return .onReceipt }
      return isEndOfMonth(letters) ? .daysThenEndOfMonth(0) : nil
    }
    let days = numbers[0]
    if isEndOfMonth(letters) {
      if numbers.count == 2, letters.hasSuffix("le"), (1...31).contains(numbers[1]) {
        return .daysThenEndOfMonthThe(days, day: numbers[1])
      }
      guard numbers.count == 1 else { return nil }
      return Int(first ?? "") == nil && !letters.hasPrefix("net") && !letters.hasPrefix("a ")
        ? .endOfMonthThenDays(days) : .daysThenEndOfMonth(days)
    }
    guard numbers.count == 1 else { return nil }
    if plain.contains(letters) { return days == 0 ? .onReceipt : .net(days) }
    return letters.hasSuffix("decade") ? .decade(days) : nil
  }

  private static func isEndOfMonth(_ letters: String) -> Bool {
    let padded = " \(letters) "
    return ["fin de mois", "fin mois", "fdm", "fm", "eom", "end of month"].contains {
      padded.contains(" \($0) ")
    }
  }

  /// Numbers and lower-case words without accents; `45EOM` gives two.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.prefix(80).lowercased().unicodeScalars {
      let letter: Unicode.Scalar? =
        switch scalar {
        case "é", "è", "ê": "e"
        case "à", "â": "a"
        case "a"..."z", "0"..."9": scalar
        default: nil
        }
      let isDigit = letter.map { ("0"..."9").contains($0) } ?? false
      if letter == nil || (word.isEmpty == false && isDigit != (Int(word) != nil)) {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if let letter { word.unicodeScalars.append(letter) }
    }
    return word.isEmpty ? words : words + [word]
  }
}
