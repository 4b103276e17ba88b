/// The words of bank lines that tell something, and what they tell.
struct Vocabulary {
  /// What one word tells.
  struct Meaning: OptionSet {
    let rawValue: Int32
    /// Fees, salaries, taxes, our own transfers, refunds: no customer's payment.
    static let noise = Meaning(rawValue: 1)
    /// A direct debit or a cheque that comes back.
    static let returned = Meaning(rawValue: 2)
    /// Counts documents or cheques, with the number before it: `REGLT 3 FACTURES`.
    static let counted = Meaning(rawValue: 4)
    /// A document's number follows: `FACTURE N° 123`.
    static let announcing = Meaning(rawValue: 8)
    /// Banks and payers write it whoever pays: it is nobody's name.
    static let neutral = Meaning(rawValue: 16)
    /// For whom somebody pays follows: `POUR ALTIS NORD`.
    static let behalf = Meaning(rawValue: 32)
    /// A cash discount was taken.
    static let discount = Meaning(rawValue: 64)

    /// The months the word may name, January first; `JUI` is June or July.
    var months: UInt16 { UInt16(truncatingIfNeeded: rawValue >> 8) }
    static func month(_ number: Int) -> Meaning { Meaning(rawValue: 1 << Int32(number + 7)) }
  }

  private static let words: [(Meaning, String)] = [
    (
      .noise,
      """
      REMBOURSEMENT REMBT PERCU INTERNE INTERETS SINISTRE INDEMNITE TPE CB DGFIP IMPOTS URSSAF
      SALAIRE SALAIRES COMMISSION COTISATION AGIOS LOYER EPARGNE SUBVENTION CPAM EMPRUNT TRESORERIE
      """
    ),
    (.returned, "IMPAYE IMPAYES REJET REJETE RETOUR RETOURNE"),
    (.counted, "CHQ CHQS CHEQUES FACTURES FACT FACTS PIECES INVOICES"),
    (.announcing, "FACTURE FACT FAC FCT N NO NR NUM NUMERO REF INV INVOICE"),
    (.behalf, "POUR"),
    (.discount, "ESCOMPTE ESC SKONTO"),
    (
      .neutral,
      """
      VIR VIRT VIREMENT VIREMENTS SEPA SCT RECU RECUS RECEPTION INST INSTANTANE INSTANT DE DU DES LE
      LA LES EN ET AU AUX PAR SUR DEPUIS VOTRE VOS NOTRE NOS FAVEUR ORDRE REGLEMENT REGLEMENTS REGLT
      RGLT REGL PAIEMENT PAIEMENTS PMT PAYMENT TRANSFER TRANSFERT CREDIT REMISE REM CHEQUE CHEQUES
      CHQ CHQS BORD BORDEREAU BORDX SOLDE MERCI FACTURE FACTURES PIECE NOTPROVIDED EREF EUR EUROS
      DATE VALEUR ECHEANCE MOIS PRLV PRELEVEMENT PRELEVEMENTS LCR TIP
      """
    ),
  ]

  private static let months = """
    JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE
    """

  /// The fewest letters of a month's name that banks leave of it.
  private static let shortestMonth = 3

  private var table = KeyTable(capacity: 256)

  init() {
    var meanings: [UInt64: Meaning] = [:]
    var text = RemittanceText()
    for (meaning, words) in Vocabulary.words {
      text.clear()
      text.add(words)
      for run in text.runs { meanings[run.value, default: []].insert(meaning) }
    }
    text.clear()
    text.add(Vocabulary.months)
    for (month, run) in text.runs.enumerated() {
      let name = text.bytes(of: run)
      for length in Vocabulary.shortestMonth...name.count {
        meanings[wordKey(name.prefix(length)), default: []].insert(.month(month + 1))
      }
    }
    for (word, meaning) in meanings { table.insert(meaning.rawValue, for: word) }
  }

  /// What a word tells: mostly nothing.
  @inline(__always) func meaning(of word: UInt64) -> Meaning {
    Meaning(rawValue: table.newest(word) ?? 0)
  }
}
