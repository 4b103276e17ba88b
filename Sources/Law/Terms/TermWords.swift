/// The words and numbers of a term, in order, without the ones that carry no meaning.
struct TermWords {
  enum Word { case number, endOfMonth, decade, receipt, cash, the, then, net, delivery }

  let words: [Word]
  /// The numbers, in the order of their words.
  let numbers: [Int]

  /// What the words mean, or nil.
  var wording: TermWording? {
    let first = numbers.first ?? 0
    let last = numbers.last ?? 0
    // "30 jours nets fin de mois" says no more than "30 jours fin de mois".
    switch words.filter({ $0 != .net }) {
    case [.receipt], [.cash], [.cash, .receipt]: return TermWording(.onReceipt)
    case [.number]: return first > 0 || words.contains(.net) ? TermWording(.net(first)) : nil
    case [.endOfMonth]: return TermWording(.daysThenEndOfMonth(0))
    case [.number, .endOfMonth]:
      return TermWording(.daysThenEndOfMonth(first), isReadingStated: first == 0)
    case [.number, .then, .endOfMonth]: return TermWording(.daysThenEndOfMonth(first))
    case [.endOfMonth, .number], [.endOfMonth, .then, .number]:
      return TermWording(.endOfMonthThenDays(first))
    case [.number, .endOfMonth, .the, .number], [.number, .endOfMonth, .number]:
      return fixedDay(last, after: first)
    case [.endOfMonth, .the, .number]: return fixedDay(last, after: 0)
    case [.number, .endOfMonth, .delivery]: return TermWording(.afterDeliveryMonth(first))
    case [.number, .decade], [.decade, .number], [.number, .decade, .delivery]:
      return TermWording(.decade(first))
    default: return nil
    }
  }

  private func fixedDay(_ day: Int, after days: Int) -> TermWording? {
    (1...31).contains(day) ? TermWording(.daysThenEndOfMonthThe(days, day: day)) : nil
  }

  init(_ text: String) {
    var words: [Word] = []
    var numbers: [Int] = []
    var pending = TermWords.folded(text)[...]
    while !pending.isEmpty {
      if let (phrase, word) = TermWords.phrases.first(where: { pending.starts(with: $0.0) }) {
        if let word { words.append(word) }
        pending = pending.dropFirst(phrase.count)
      } else if let number = Int(pending.removeFirst()), (0...400).contains(number) {
        words.append(.number)
        numbers.append(number)
      } else {
        words = []
        break
      }
    }
    self.words = words
    self.numbers = numbers
  }

  /// Longest phrases first. A nil word is one that adds nothing.
  private static let phrases: [([String], Word?)] = [
    (["a", "compter", "de", "la", "date", "de", "facture"], nil),
    (["a", "compter", "de", "la", "date", "de", "la", "facture"], nil),
    (["a", "compter", "de", "la", "date", "d", "emission"], nil),
    (["a", "compter", "de", "la", "facture"], nil),
    (["a", "reception", "de", "la", "facture"], .receipt),
    (["a", "reception", "de", "facture"], .receipt),
    (["date", "de", "la", "facture"], nil), (["date", "de", "facture"], nil),
    (["date", "d", "emission"], nil), (["date", "facture"], nil),
    (["d", "emission", "de", "facture"], nil), (["apres", "facture"], nil),
    (["fin", "de", "mois"], .endOfMonth), (["fin", "du", "mois"], .endOfMonth),
    (["fin", "mois"], .endOfMonth), (["fdm"], .endOfMonth), (["eom"], .endOfMonth),
    (["end", "of", "month"], .endOfMonth), (["f", "d", "m"], .endOfMonth),
    (["fin", "de", "decade"], .decade), (["fin", "decade"], .decade), (["decade"], .decade),
    (["a", "reception"], .receipt), (["des", "reception"], .receipt), (["reception"], .receipt),
    (["rec"], .receipt), (["due", "on", "receipt"], .receipt), (["on", "receipt"], .receipt),
    (["upon", "receipt"], .receipt), (["au", "comptant"], .cash), (["comptant"], .cash),
    (["cash"], .cash), (["paiement", "immediat"], .cash), (["immediat"], .cash),
    (["livraison"], .delivery), (["de", "livraison"], .delivery),
    (["le"], .the), (["the"], .the), (["puis"], .then), (["then"], .then), (["plus"], .then),
    (["nets"], .net), (["net"], .net), (["n"], .net), (["jours"], nil), (["jour"], nil),
    (["days"], nil), (["day"], nil), (["j"], nil), (["jrs"], nil), (["d"], nil), (["a"], nil),
  ]

  /// Small letters without accents, cut into runs of letters and runs of digits; `+` becomes a
  /// word. Empty, so unknown, when a number bears a minus sign.
  private static func folded(_ text: String) -> [String] {
    var tokens: [String] = []
    var run = ""
    var isDigits = false
    var wasInWord = false
    var isSigned = false
    for scalar in text.lowercased().unicodeScalars {
      // An accent written after its letter.
      if (0x300...0x36F).contains(scalar.value) { continue }
      let letter = plain(scalar)
      let digit = ("0"..."9").contains(letter)
      let isInWord = digit || ("a"..."z").contains(letter)
      if !run.isEmpty, !isInWord || digit != isDigits {
        tokens.append(run)
        run = ""
      }
      if digit, isSigned { return [] }
      // A hyphen joins words; with nothing before it, it is a minus.
      isSigned = letter == "-" && !wasInWord
      if letter == "+" { tokens.append("plus") }
      if isInWord { run.unicodeScalars.append(letter) }
      isDigits = digit
      wasInWord = isInWord
    }
    if !run.isEmpty { tokens.append(run) }
    return tokens
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "à", "â", "ä": "a"
    case "é", "è", "ê", "ë": "e"
    case "î", "ï": "i"
    case "ô", "ö": "o"
    case "ù", "û", "ü": "u"
    case "ç": "c"
    default: scalar
    }
  }
}
