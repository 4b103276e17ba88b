/// What a table writes for an invoice and for a credit note, as BT-3 codes.
struct DocumentTypes {
  typealias Meaning = (code: String, isCredit: Bool)

  private var known: [String: Meaning] = [:]

  /// The type a cell gives; an invoice when it is empty.
  @inline(__always)
  mutating func type(
    _ cell: Cell, _ place: Int, of encoding: TableEncoding
  ) throws(BadCell) -> Meaning {
    switch cell.count {
    case 0: return ("380", false)
    case 2 where cell.start[0] == 0x46 && cell.start[1] == 0x41: return ("380", false)  // FA
    case 2 where cell.start[0] == 0x41 && cell.start[1] == 0x56: return ("381", true)  // AV
    default: break
    }
    let written = encoding.text(cell)
    if let meaning = known[written] { return meaning }
    guard let meaning = DocumentTypes.meaning(ColumnName(written).key) else {
      throw BadCell(
        place: place,
        wanted: Phrase(
          french: "FA ou facture, AV ou avoir, 380, 381", english: "invoice, credit note, 380, 381")
      )
    }
    known[written] = meaning
    return meaning
  }

  private static let invoices: Set = [
    "fa", "f", "fac", "fact", "fc", "facture", "factures", "invoice", "inv", "factureclient",
    "salesinvoice", "commercialinvoice", "vte", "vente", "outinvoice", "customerinvoice",
    "facturecomptabilisee",
  ]
  private static let credits: Set = [
    "av", "a", "avoir", "avoirs", "creditnote", "credit", "cn", "nc", "notecredit",
    "factureavoir", "avoirclient", "creditmemo", "refund", "avc", "outrefund", "customercreditnote",
    "factureretour",
  ]
  /// UNTDID 1001 codes that cancel; the others ask.
  private static let creditCodes: Set = [
    "381", "261", "262", "296", "308", "396", "420", "458", "532",
  ]

  private static func meaning(_ key: String) -> Meaning? {
    if key.utf8.count == 3, key.utf8.allSatisfy({ $0 &- 48 <= 9 }) {
      return (key, creditCodes.contains(key))
    }
    if invoices.contains(key) { return ("380", false) }
    if credits.contains(key) { return ("381", true) }
    switch key {
    case "factureacompte", "acompte", "fap", "prepayment", "prepaymentinvoice", "depositinvoice":
      return ("386", false)
    case "facturerectificative", "rectificative", "correctedinvoice", "correctiveinvoice":
      return ("384", false)
    default: return nil
    }
  }
}
