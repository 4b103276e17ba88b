import Ledger
import Quantities
import Synchronization

/// Due dates and payment terms of an invoice.
extension DocumentReading {
  /// A due date as the document gives it.
  struct Due {
    let day: Day
    let amount: Money?
    /// The last day for a cash discount, not the day the money is due.
    let isDiscount: Bool
  }

  mutating func takeTerm(_ text: String) {
    if draft.term == nil { draft.term = TermPhrase.term(in: text) }
  }

  /// Each day once, in the order of the file. Beside a real due date, the day of a cash discount
  /// is kept with an amount of zero: nothing falls due on it.
  mutating func closeDues() {
    let hasReal = dues.contains { !$0.isDiscount }
    for due in dues where !draft.dues.contains(where: { $0.day == due.day }) {
      draft.dues.append((due.day, due.isDiscount && hasReal ? .zero : due.amount))
    }
  }

  mutating func requireName(_ identity: PartyIdentity, _ node: XMLNode?, _ field: Field) {
    places[field] = node
    if !identity.name.isEmpty { return }
    let name = (node?.name ?? (field == .seller ? "Seller" : "Buyer")) + "/Name"
    reject(node, field: name, wanted: Wanted.partyName)
  }
}

/// Payment terms written as a sentence (BT-20).
enum TermPhrase {
  /// The term in the first clause that speaks of one, and not of discounts or penalties.
  static func term(in text: String) -> PaymentTerm? { meaning(of: text).term }

  /// The sentence speaks of a discount.
  static func isDiscount(_ text: String) -> Bool { meaning(of: text).isDiscount }

  private struct Meaning {
    var term: PaymentTerm?
    var isDiscount = false
  }

  private static func meaning(of text: String) -> Meaning {
    if text.isEmpty { return Meaning() }
    let isShort = text.utf8.count < 2000
    let bytes = isShort ? Array(text.utf8) : []
    // A firm prints the same sentence on all its invoices.
    if isShort, let known = known.withLock({ $0[bytes] }) { return known }
    let small = text.lowercased()
    let meaning = Meaning(
      term: isShort ? understood(small) : nil, isDiscount: mentions(discounts, small.utf8[...]))
    guard isShort else { return meaning }
    known.withLock {
      if $0.count >= mostKnown { $0.removeAll() }
      $0[bytes] = meaning
    }
    return meaning
  }

  /// What sentences read before mean. By their bytes: letters with accents are slow to hash.
  private static let known = Mutex<[[UInt8]: Meaning]>([:])
  private static let mostKnown = 100

  /// The term that a sentence in small letters speaks of.
  private static func understood(_ text: String) -> PaymentTerm? {
    for clause in text.utf8.split(whereSeparator: { ends.contains($0) }) {
      guard !mentions(discounts, clause), !mentions(penalties, clause) else { continue }
      let words = Substring(clause).split { $0.isWhitespace }
      let meaning = words.drop { lead.contains($0) }.joined(separator: " ")
      if let term = PaymentTerm(written: meaning) { return term }
    }
    return nil
  }

  private static let ends = Array(".;,:\n".utf8)

  /// Words that come before the term itself.
  private static let lead: Set<Substring> = [
    "paiement", "payable", "règlement", "reglement", "à", "a", "sous", "par", "virement", "net",
    "échéance", "conditions", "de", "délai", "within", "payment", "due", "terms", "in", "dans",
    "les", "un",
  ]

  private static let discounts: [StaticString] = ["escompte", "discount", "skonto"]
  private static let penalties: [StaticString] = [
    "pénalit", "penalit", "penalt", "retard", "late", "indemnité", "intérêt", "interest",
  ]

  /// A search of bytes in small letters: the general search of text in text costs more than
  /// reading the invoice.
  private static func mentions(_ words: [StaticString], _ text: Substring.UTF8View) -> Bool {
    var text = Substring(text)
    return text.withUTF8 { bytes in words.contains { bytes.contains($0) } }
  }
}

extension Wanted {
  static let partyName = Phrase(french: "le nom de l’entreprise", english: "the firm’s name")
}
