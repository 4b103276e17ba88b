public import Intake

/// What a person may do after an import.
public enum ImportAdvice: Hashable, Sendable {
  /// Import the same files again: those taken in are known, the others follow.
  case goOn(left: Int)
  /// Import anything: the money is applied then.
  case applyMoney
  /// Mend the records that were not taken.
  case mend(import: Int64, file: String, count: Int)
  /// Look at records that only their own program can mend.
  case mendOutside(import: Int64, file: String, count: Int)
  /// Files that were refused: each says why.
  case lookAtRefused(count: Int)
  /// Say what the columns of a table mean.
  case nameColumns(file: String)
  case confirm(count: Int)
  /// There are invoices and no bank line: nobody should be chased before.
  case bringStatement
  /// There is money and no invoice that it could pay.
  case bringInvoices
  case chase

  public var words: Phrase {
    switch self {
    case .goOn(let left):
      Phrase(
        french: "Importez à nouveau les mêmes fichiers\u{A0}: ceux qui sont repris sont reconnus, "
          + "les \(left.grouped) autres suivent.",
        english: "Import the same files again: those taken are known, the other "
          + "\(left.english) follow.")
    case .applyMoney:
      Phrase(
        french: "Les règlements ne sont pas rapprochés\u{A0}: ils le seront au prochain import. "
          + "Ne relancez personne avant.",
        english: "Payments are not matched yet: the next import does it. Chase nobody before.")
    case .mend(_, let file, let count):
      Phrase(
        french: "Corrigez " + counted(count, "enregistrement", "enregistrements")
          + " de \(file), dans la page ou dans un tableur.",
        english: "Mend \(count.english) " + (count == 1 ? "record" : "records")
          + " of \(file), on the page or in a spreadsheet.")
    case .mendOutside(_, let file, let count):
      Phrase(
        french: "Regardez ce qui n’est pas repris de \(file) ("
          + counted(count, "enregistrement", "enregistrements") + ")\u{A0}: corrigez-le là où il a "
          + "été écrit et importez à nouveau le fichier, rien n’est compté deux fois.",
        english: "Look at what was not taken of \(file) (\(count.english) "
          + (count == 1 ? "record" : "records") + "): mend it where it was written and import the "
          + "file again, nothing counts twice.")
    case .lookAtRefused(let count):
      Phrase(
        french: "Regardez "
          + (count > 1 ? "les \(count.grouped) fichiers refusés" : "le fichier refusé")
          + "\u{A0}: rien n’en a été repris, et la raison est dite.",
        english: "Look at the " + (count == 1 ? "refused file" : "\(count.english) refused files")
          + ": nothing of it was taken, and the reason is given.")
    case .nameColumns(let file):
      Phrase(
        french: "Dites ce que contiennent les colonnes de \(file)\u{A0}: une fois suffit.",
        english: "Say what the columns of \(file) hold: once is enough.")
    case .confirm(let count):
      Phrase(
        french: "Confirmez " + counted(count, "règlement", "règlements")
          + " que le programme n’impute pas sans vous.",
        english: "Confirm \(count.english) " + (count == 1 ? "payment" : "payments")
          + " that the program does not allocate without you.")
    case .bringStatement:
      Phrase(
        french: "Importez un relevé de banque\u{A0}: sans lui, on relancerait qui a déjà payé.",
        english: "Import a bank statement: without one, people who paid would be chased.")
    case .bringInvoices:
      Phrase(
        french: "Importez vos factures\u{A0}: les règlements n’ont rien à payer.",
        english: "Import your invoices: the payments have nothing to pay.")
    case .chase:
      Phrase(french: "Voyez qui relancer aujourd’hui.", english: "See whom to chase today.")
    }
  }
}

/// `1 règlement`, `12 règlements`.
private func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count.grouped)\u{A0}" + (count > 1 ? many : one)
}

extension ImportReport {
  /// What the import did, in five sentences at most: read, known, taken back, not taken, stopped.
  public var summary: [(title: Phrase, text: Phrase)] {
    [
      (Phrase(french: "Repris", english: "Taken in"), takenWords),
      (Phrase(french: "Déjà connu", english: "Known already"), knownWords),
      (Phrase(french: "Affectations reprises", english: "Taken back"), displacedWords),
      (Phrase(french: "Pas repris", english: "Not taken"), notTakenWords),
      (Phrase(french: "Arrêté", english: "Stopped"), stoppedWords),
    ].compactMap { title, text in text.map { (title, $0) } }
  }

  private var displacedWords: Phrase? {
    if displaced == 0 { return nil }
    let isOne = displaced == 1
    return Phrase(
      french: counted(displaced, "règlement", "règlements")
        + (isOne ? " n’avait" : " n’avaient") + " que le montant pour soi, et un autre nomme la "
        + "facture\u{A0}: " + (isOne ? "il est" : "ils sont") + " de nouveau à vérifier.",
      english: "\(displaced.english) " + (isOne ? "payment" : "payments")
        + " had only the amount to say for " + (isOne ? "itself" : "themselves")
        + ", and another one names the invoice: " + (isOne ? "it waits" : "they wait")
        + " for you again.")
  }

  private var takenWords: Phrase? {
    let parts: [(Int, String, String, String, String)] = [
      (invoices, "facture", "factures", "invoice", "invoices"),
      (creditNotes, "avoir", "avoirs", "credit note", "credit notes"),
      (customers, "client", "clients", "customer", "customers"),
      (bankLines, "ligne de banque", "lignes de banque", "bank line", "bank lines"),
      (statuses, "statut de facture", "statuts de factures", "status", "statuses"),
      (notices, "annonce du BODACC", "annonces du BODACC", "BODACC notice", "BODACC notices"),
      (
        copies, "copie de facture", "copies de factures", "copy of an invoice",
        "copies of invoices"
      ),
    ].filter { $0.0 > 0 }
    if parts.isEmpty { return nil }
    return Phrase(
      french: parts.map { counted($0.0, $0.1, $0.2) }.joined(separator: ", ") + ".",
      english: parts.map { "\($0.0.english) " + ($0.0 == 1 ? $0.3 : $0.4) }
        .joined(separator: ", ") + ".")
  }

  private var knownWords: Phrase? {
    let before = files.count { if case .takenBefore = $0.outcome { true } else { false } }
    let known = files.reduce(0) { sum, file in
      if case .taken(_, _, let known, _) = file.outcome { sum + known } else { sum }
    }
    var french: [String] = []
    var english: [String] = []
    if before > 0 {
      french.append(counted(before, "fichier déjà importé", "fichiers déjà importés"))
      english.append("\(before.english) " + (before == 1 ? "file" : "files") + " imported before")
    }
    if known > 0 {
      french.append(counted(known, "enregistrement déjà au livre", "enregistrements déjà au livre"))
      english.append(
        "\(known.english) " + (known == 1 ? "record" : "records") + " in the book already")
    }
    if french.isEmpty { return nil }
    return Phrase(
      french: french.joined(separator: ", ") + "\u{A0}: rien n’a changé pour "
        + (before + known > 1 ? "eux." : "lui."),
      english: english.joined(separator: ", ") + ": nothing has changed there.")
  }

  private var notTakenWords: Phrase? {
    var french: [String] = []
    var english: [String] = []
    if refused > 0 {
      french.append(counted(refused, "fichier refusé", "fichiers refusés"))
      english.append("\(refused.english) " + (refused == 1 ? "file" : "files") + " refused")
    }
    if rejected > 0 {
      french.append(
        counted(rejected, "enregistrement à corriger", "enregistrements à corriger"))
      english.append("\(rejected.english) " + (rejected == 1 ? "record" : "records") + " to mend")
    }
    if french.isEmpty { return nil }
    return Phrase(
      french: french.joined(separator: ", ") + ". Le reste n’en souffre pas.",
      english: english.joined(separator: ", ") + ". The rest does not suffer from it.")
  }

  private var stoppedWords: Phrase? {
    if !left.isEmpty {
      return Phrase(
        french: "À votre demande. Ce qui était repris est gardé\u{A0}; "
          + counted(left.count, "fichier n’est pas repris", "fichiers ne sont pas repris")
          + ", à partir de \(left[0]).",
        english: "As you asked. What was taken is kept; \(left.count.english) "
          + (left.count == 1 ? "file was" : "files were") + " not taken, from \(left[0]) on.")
    }
    guard isMatchingLeft else { return nil }
    return Phrase(
      french:
        "À votre demande, avant que les règlements soient rapprochés. Les fichiers sont repris.",
      english: "As you asked, before payments were matched. The files are taken in.")
  }

  /// What to do next, the most pressing first.
  public var advice: [ImportAdvice] {
    var advice: [ImportAdvice] = []
    if !left.isEmpty { advice.append(.goOn(left: left.count)) }
    if isMatchingLeft { advice.append(.applyMoney) }
    for file in files {
      guard case .taken(let number, _, _, let rejected) = file.outcome, rejected > 0 else {
        continue
      }
      advice.append(
        file.mendable > 0
          ? .mend(import: number, file: file.name, count: rejected)
          : .mendOutside(import: number, file: file.name, count: rejected))
      if advice.count >= 8 { break }
    }
    let unnamed = files.filter(\.lacksColumns)
    advice += unnamed.prefix(5).map { .nameColumns(file: $0.name) }
    if refused > unnamed.count {
      advice.append(.lookAtRefused(count: refused - unnamed.count))
    }
    if proposed > 0 { advice.append(.confirm(count: proposed)) }
    if lacksStatements { advice.append(.bringStatement) }
    if lacksInvoices { advice.append(.bringInvoices) }
    if advice.isEmpty, accepted > 0 { advice.append(.chase) }
    return advice
  }
}
