/// The words of banks' labels that tell a name from what stands around it.
enum LabelWords {
  enum Kind: UInt8 {
    case other
    /// Begins the label of a transfer or a direct debit.
    case leader
    /// The same in English, where `FROM` or `TO` stands before the name.
    case english
    /// `FROM`, `TO`.
    case sender
    /// Between the leader and the name.
    case follower
    /// The last of them: the name follows, and may begin with any word.
    case opener
    /// Begins what nobody paid: fees, cards; or a deposit of cheques.
    case bank
    /// Behind a leader instead of a name: our own accounts, wages.
    case nobody
    /// Ends the name before it.
    case motive
    /// Ends it where a number or a motive follows.
    case hint
    /// Ends it, and begins what nobody paid.
    case demand
  }

  static func kind(_ word: UInt64) -> Kind { Kind(rawValue: kinds[word]) ?? .other }

  /// The first word says what was paid.
  static func isMotive(_ text: Bytes) -> Bool {
    var words = FoldedWords(text)
    guard let word = words.next() else { return false }
    let kind = kind(word)
    return kind == .motive || kind == .hint || kind == .demand
  }

  enum Mark: UInt8 {
    case debtor = 1
    case creditor, account, endToEnd, aside
  }

  static func mark(_ word: UInt64) -> Mark? { Mark(rawValue: marks[word]) }

  /// Where the value begins when a word stands as a mark: `/WORD ` or `WORD:`. Nil for a word.
  static func end(ofMark word: Range<Int>, in label: Bytes) -> Int? {
    var end = word.upperBound
    let before = word.lowerBound
    let hasSlash =
      before > 0 && label[before - 1] == 47
      && (before < 2 || label[before - 2] <= 32 || label[before - 2] == 47)
    if hasSlash, end == label.count || label[end] <= 32 || label[end] == 47 || label[end] == 58 {
      return min(end + 1, label.count)
    }
    // `RE 512345678901 DE: …`: a word that only ends with these letters is no mark.
    guard before == 0 || label[before - 1] <= 57 else { return nil }
    if end < label.count, label[end] == 32 { end += 1 }
    return end < label.count && label[end] == 58 ? end + 1 : nil
  }

  /// `M DUPONT`: what may stand before the name even where the bank says that one follows.
  static func isTitle(_ word: UInt64) -> Bool { titles.contains(word) }

  private static let titles = ["M", "MME", "MR", "MONSIEUR", "MADAME"].map { FoldedWords.key($0) }

  /// A word that stands for nothing.
  static func isNothing(_ value: Bytes) -> Bool {
    value.isEmpty || value.equals("NOTPROVIDED") || value.equals("NON FOURNI")
      || value.equals("NONREF") || value.equals("INCONNU")
  }

  private static func table(_ groups: [(String, UInt8)]) -> KeyTable {
    KeyTable(
      groups.flatMap { words, kind in
        words.split { $0 == " " || $0 == "\n" }.map { (FoldedWords.key($0), kind) }
      })
  }

  private static let kinds = table([
    ("VIR VIREMENT VIRT VRT PRLV PRELEVEMENT REJET IMPAYE SCT SDD", Kind.leader.rawValue),
    ("MONEY PAYMENT TRANSFER TOPUP", Kind.english.rawValue), ("FROM TO", Kind.sender.rawValue),
    (
      """
      SEPA INST INSTANTANE INSTANT RECU RECUS RE DU EMIS EUROPEEN EN VOTRE FAVEUR TIERS B CORE M
      MME MR MONSIEUR MADAME PERMANENT IMMEDIAT WEB ADDED ETRANGER REJETE RETOUR RETOURNE
      """, Kind.follower.rawValue
    ), ("DE POUR PAR EMETTEUR", Kind.opener.rawValue),
    ("FACTURE PAIEMENT", Kind.demand.rawValue),
    (
      """
      REMISE REM FRAIS COMMISSION COMMISSIONS COTISATION CHQ CHEQUE CARTE CB RETRAIT VERSEMENT
      INTERETS AGIOS ABONNEMENT ABON F
      """, Kind.bank.rawValue
    ),
    (
      """
      INTERNE EUR CPTE COMPTE SALAIRE SALAIRES PAIE EPARGNE LIVRET TRESORERIE ANNULE GROUPE MULTIPLE
      """, Kind.nobody.rawValue
    ),
    (
      """
      FACT FACTURES FACTS FACTU FCT INV INVOICE INVOICES REGLEMENT REGLT REGL RGT RGLT REGLEMENTS
      ACOMPTE ACPTE AVOIR NOTPROVIDED MOTIF REF REFERENCE REFERENCES CDE COMMANDE ECHEANCE
      MERCI LOYER AVIS PIECE PIECES SELON DEVIS ACOMPTES PROVISION
      """, Kind.motive.rawValue
    ),
    (
      """
      FAC FA FAT NO NUM NR N NOS NOTRE VOS CLIENT SOLDE ECH BC AV CONTRAT DOSSIER RELEVE
      """, Kind.hint.rawValue
    ),
  ])

  private static let marks = table([
    ("DE FRM EMETTEUR DO ORDRE NPY DBTR", Mark.debtor.rawValue),
    ("BEN BENEFICIAIRE POUR NBE", Mark.creditor.rawValue), ("IBAN CPT", Mark.account.rawValue),
    ("EID EREF REFDO", Mark.endToEnd.rawValue),
    (
      """
      MOTIF MOT REF RNF LIB LIBELLE REFERENCE DATE CHEZ ID MANDAT RUM ICS PROVENANCE REFBEN PAYS
      BIC PREF LCC REMI INFO COMM NUM N BQ BANQUE ADR NOM TEL CRE MDT HEURE LE
      """, Mark.aside.rawValue
    ),
  ])
}
