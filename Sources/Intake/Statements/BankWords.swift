import Ledger

/// What the words of banks say of a movement.
enum BankWords {
  /// What kind of movement the first dozen words name; `other` when they say nothing.
  static func kind(in text: Bytes) -> BankLine.Operation {
    var words = FoldedWords(text)
    var said: UInt8 = 0
    var count = 0
    while count < 12, let word = words.next() {
      said |= marks[word]
      count += 1
    }
    if said & Mark.returned != 0 { return .returned }
    if said & Mark.directDebit != 0 || said & Mark.halves == Mark.halves { return .directDebit }
    if said & Mark.cheque != 0 { return .cheque }
    if said & Mark.card != 0 { return .card }
    if said & Mark.fee != 0 { return .fee }
    return said & Mark.transfer != 0 ? .transfer : .other
  }

  /// The words say that the payment came back: anywhere where money goes out, at the beginning
  /// where it comes in, as customers write of returned goods too.
  static func saysReturned(_ text: Bytes, isPaidOut: Bool) -> Bool {
    var words = FoldedWords(text)
    while let word = words.next() {
      if marks[word] & Mark.returned != 0 { return true }
      if !isPaidOut { return false }
    }
    return false
  }

  /// The first word says so, in the banks' English too.
  static func beginsReturned(_ text: Bytes) -> Bool {
    var words = FoldedWords(text)
    guard let word = words.next() else { return false }
    return word == returning || marks[word] & Mark.returned != 0
  }

  private static let returning = FoldedWords.key("RETURN")

  /// The ISO 20022 code that the text holds; `AM04` where it says in words that funds lack.
  static func returnReason(in text: Bytes) -> String {
    var place = 0
    while place < text.count {
      let start = place
      while place < text.count, text[place] &- 48 <= 9 || text[place] >= 65 { place += 1 }
      if place - start == 4 {
        let code = Bytes(rebasing: text[start..<place]).text
        if codes.contains(code) { return code }
      }
      place += 1
    }
    var words = FoldedWords(text)
    while let word = words.next() { if lacksFunds.contains(word) { return "AM04" } }
    return ""
  }

  private enum Mark {
    static let returned: UInt8 = 1
    static let directDebit: UInt8 = 2
    static let cheque: UInt8 = 4
    static let card: UInt8 = 8
    static let fee: UInt8 = 16
    static let transfer: UInt8 = 32
    /// `direct debit`, in two words.
    static let halves: UInt8 = 64 | 128
  }

  private static let marks: KeyTable = {
    let groups: [(String, UInt8)] = [
      ("REJET REJETE IMPAYE IMPAYEE RETOUR RETURNED", Mark.returned),
      ("PRLV PRELEVEMENT LASTSCHRIFT SDD", Mark.directDebit), ("DIRECT", 64), ("DEBIT", 128),
      ("CHQ CHEQUE CHEQUES", Mark.cheque), ("CB CARTE CARD", Mark.card),
      ("FRAIS COMMISSION COMMISSIONS COTISATION FEE FEES AGIOS", Mark.fee),
      ("VIR VIREMENT VIRT VRT TRANSFER SCT", Mark.transfer),
    ]
    return KeyTable(
      groups.flatMap { words, mark in
        words.split(separator: " ").map { (FoldedWords.key($0), mark) }
      })
  }()

  private static let lacksFunds = Set(
    ["PROVISION", "INSUFFISANTE", "INSUFFICIENT"].map { FoldedWords.key($0) })

  /// The codes that the SEPA schemes use for returns.
  private static let codes: Set<String> = [
    "AC01", "AC04", "AC06", "AC13", "AG01", "AG02", "AM04", "AM05", "BE01", "BE04", "BE05",
    "CNOR", "DNOR", "FF01", "FF05", "FOCR", "MD01", "MD02", "MD06", "MD07", "MS02", "MS03",
    "RC01", "RR01", "RR02", "RR03", "RR04", "SL01", "TM01",
  ]
}
