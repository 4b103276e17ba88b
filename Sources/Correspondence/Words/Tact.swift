import Ledger

/// What people take amiss in a request for payment, by language (R10.3 forbids more; this is
/// manners).
struct Tact {
  private let language: Customer.Language

  init(_ language: Customer.Language) { self.language = language }

  /// What may offend in a text, each thing once.
  static func remarks(on text: String, _ language: Customer.Language) -> [LetterRemark.Matter] {
    let words = FoldedText(text)
    let tact = Tact(language)
    var found: [LetterRemark.Matter] = []
    for fault in WordingCheck.faults(inText: text, language) {
      if case .familiar(let word) = fault { found.append(.familiar(word)) }
    }
    found += tact.pressing.compactMap(words.written).map { .pressing($0) }
    found += tact.reproaches.compactMap(words.written).map { .reproach($0) }
    found += shouted(in: text).map { .shouting($0) }
    if text.contains("!") { found.append(.exclamation) }
    if let longest = sentences(of: text).max(), longest > 60 {
      found.append(.longSentence(words: longest))
    }
    return found
  }

  func supposesAnOversight(_ text: String) -> Bool {
    holdsOne(
      of: language == .french
        ? ["sauf erreur", "oubli", "peut etre", "sans doute", "il semble"]
        : ["unless", "oversight", "perhaps", "may have", "seems"], text)
  }

  func allowsForCrossing(_ text: String) -> Bool {
    holdsOne(
      of: language == .french
        ? ["entre temps", "deja", "croise"] : ["meantime", "meanwhile", "already", "crossed"], text)
  }

  func leavesAWayOut(_ text: String) -> Bool {
    holdsOne(
      of: language == .french
        ? ["question", "difficulte", "contest", "dites", "appelez", "ecrivez", "indiquer"]
        : ["question", "difficult", "contest", "tell us", "call us", "write to us"], text)
  }

  private func holdsOne(of phrases: [String], _ text: String) -> Bool {
    let words = FoldedText(text)
    return phrases.contains(where: words.contains)
  }

  private var pressing: [String] {
    language == .french
      ? [
        "immediatement", "sans delai", "sous peine de", "de toute urgence", "imperativement",
        "nous exigeons", "vous devez ", "nous vous ordonnons", "nous vous sommons", "sans faute",
        "pas le choix",
      ]
      : [
        "immediately", "without delay", "at once pay", "we demand", "you must", "or else",
        "urgently", "without fail", "no choice",
      ]
  }

  private var reproaches: [String] {
    language == .french
      ? [
        "daigne", "encore une fois", "une fois de plus", "nous sommes surpris", "nous sommes decus",
        "nous nous etonnons", "a plusieurs reprises", "negligen", "votre silence", "vous auriez du",
        "vous refusez", "vous persistez", "multiples relances", "manquement", "pas serieu",
        "nous regrettons de constater", "vous n avez toujours pas", "votre attitude",
      ]
      : [
        "once again", "we are surprised", "we are disappointed", "negligen", "your silence",
        "you should have", "you refuse", "you persist", "numerous reminders", "not serious",
        "you still have not", "your attitude", "regret to note",
      ]
  }

  /// Words of four letters and more in capitals; numbers of documents hold digits.
  private static func shouted(in text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.filter { word in
      word.count >= 4 && word.allSatisfy { $0.isLetter && $0.isUppercase }
        && !["IBAN", "SIREN", "SIRET"].contains(word)
    }.map(String.init)
  }

  /// The number of words of each sentence.
  private static func sentences(of text: String) -> [Int] {
    text.split { ".!?\n:;".contains($0) }.map { $0.split { " \u{A0}".contains($0) }.count }
  }
}
