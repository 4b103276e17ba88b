import Ledger

extension PaymentMeans {
  /// What a cell about the means of payment says.
  enum Told: Equatable {
    case means(PaymentMeans)
    /// « Aucun », « à définir »: as good as an empty cell.
    case nothing
    /// Words that name no means, or several: « virement ou chèque ».
    case unclear
  }

  /// Reads it as accounting programs write it: « Virement SEPA », `PRLV`, `LCR 30 FDM`, or a code
  /// of UNTDID 4461.
  static func told(_ text: String) -> Told {
    let words = PaymentMeans.words(text)
    if words.isEmpty { return .nothing }
    if words.count == 1, let code = Int(words[0]) { return told(code: code) }
    let phrase = " " + words.joined(separator: " ") + " "
    let found = PaymentMeans.phrases.filter { _, phrases in
      phrases.contains { phrase.contains(" \($0) ") }
    }
    if found.count == 1 { return .means(found[0].means) }
    return found.isEmpty && PaymentMeans.silence.contains(words.joined(separator: " "))
      ? .nothing : .unclear
  }

  /// The payment term that stands behind the means: « Virement 30 jours fin de mois », `LCR60`.
  static func term(beside text: String) -> PaymentTerm? {
    let told = words(text)
    guard told.count > 1 else { return nil }
    let names = Set(phrases.flatMap(\.words).flatMap { $0.split(separator: " ").map(String.init) })
    let left = told.filter { !names.contains($0) && !adjectives.contains($0) }
    return PaymentTerm(written: left.joined(separator: " "))
  }

  private static let adjectives: Set = [
    "bancaire", "bancaires", "sepa", "bank", "automatique", "acceptee", "accepte", "magnetique",
    "bleue", "credit",
  ]

  private static func told(code: Int) -> Told {
    if code == 1 { return .nothing }
    let means = PaymentMeans.codes.first { $0.value.contains(code) }?.key
    return means.map { .means($0) } ?? .unclear
  }

  /// UNTDID 4461, where the code alone says which it is.
  private static let codes: [PaymentMeans: Set<Int>] = [
    // 30 credit transfer, 42 to a bank account, 45 from home, 58 SEPA.
    .transfer: [30, 42, 45, 58],
    .directDebit: [49, 59],
    // 20 cheque, 21 to 23 drafts and cheques of a bank, 25 certified, 26 local, 91 and 92 not
    // transferable.
    .cheque: [20, 21, 22, 23, 25, 26, 91, 92],
    // 48 bank card, 54 credit, 55 debit.
    .card: [48, 54, 55],
    // 24 and 44 bills of exchange, 60 to 67 promissory notes, 70 to 78 bills by their drawer.
    .bill: Set([24, 44, 70]).union(60...67).union(74...78),
    .cash: [10],
  ]

  private static let phrases: [(means: PaymentMeans, words: [String])] = [
    (
      .transfer,
      [
        "virement", "virements", "vir", "virt", "vrt", "vrmt", "virmt", "vmt", "transfer",
        "transfers", "transfert", "banktransfer", "wire", "sct", "mandat administratif",
      ]
    ),
    (
      .directDebit,
      [
        "prelevement", "prelevements", "prelev", "prel", "pre", "prlv", "prlvt", "prv", "prvt",
        "plv", "plvt", "sdd", "direct debit", "direct debits", "directdebit", "debit direct", "tip",
        "mandat sepa",
      ]
    ),
    (.cheque, ["cheque", "cheques", "check", "checks", "chq", "chqs", "chk", "che", "ch"]),
    (
      .card,
      ["carte", "cartes", "cb", "card", "cards", "visa", "mastercard", "amex", "tpe"]
    ),
    (
      .bill,
      [
        "lcr", "lcrs", "bor", "traite", "traites", "tra", "effet", "effets", "lettre change",
        "billet ordre", "bill", "bills", "promissory note",
      ]
    ),
    (.cash, ["especes", "espece", "esp", "liquide", "liq", "numeraire", "cash"]),
  ]

  private static let silence: Set = [
    "aucun", "aucune", "none", "neant", "n", "na", "non defini", "non renseigne", "indefini",
    "definir", "inconnu", "unknown", "autre", "autres", "other", "divers", "zzz",
  ]

  /// Lower-case words without accents and articles; `LCR60` gives two.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasDigit = false
    func end() {
      if !word.isEmpty, !idle.contains(word) { words.append(word) }
      word = ""
    }
    for scalar in text.unicodeScalars.prefix(80) {
      guard let letters = ColumnName.folded(scalar) else {
        // A combining accent stands behind its letter.
        if !(0x300...0x36F).contains(scalar.value) { end() }
        continue
      }
      let isDigit = (48...57).contains(scalar.value)
      if isDigit != wasDigit { end() }
      wasDigit = isDigit
      word += letters
    }
    end()
    return words
  }

  private static let idle: Set = ["a", "de", "d", "du", "la", "le", "par", "by", "of"]
}
