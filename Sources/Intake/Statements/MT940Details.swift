import Ledger
import Quantities

/// What the details (`:86:`) of a movement say, in whichever of the banks' ways.
struct MT940Details {
  /// The party that paid, the one that was paid, and one whose role nobody states.
  var debtor = ""
  var creditor = ""
  var party = ""
  var account = ""
  var endToEnd = ""
  var returnReason = ""
  var isReturned = false
  /// What the bank's own code says the movement is; `other` when it says nothing.
  var operation = BankLine.Operation.other

  /// The words meant for us go into `words`.
  init(_ text: Bytes, firstLine: Bytes, into words: TextBuffer) {
    let text = text.trimmed
    if let mark = MT940Details.mark(of: text) {
      takeNumbered(text, mark, into: words)
    } else if MT940Keys.isKeyed(text) {
      takeKeyed(text, into: words)
    } else if SEPATags.areIn(text) {
      takeTagged(text, into: words)
    } else {
      words.appendWord(text)
      takeLabel(text, firstLine: firstLine)
    }
  }

  /// The other party: who paid when money comes in. A direct debit that comes back takes money
  /// out, and is the debtor's still.
  func payer(isPaying: Bool) -> String {
    for name in isPaying ? [creditor, party, debtor] : [debtor, party, creditor]
    where !name.isEmpty { return name }
    return ""
  }

  /// The sign between the sub-fields of two digits that German and Polish banks use:
  /// `166?00GUTSCHRIFT?20EREF+…`. Nil for another way.
  private static func mark(of text: Bytes) -> UInt8? {
    guard text.count >= 6, text[..<3].allSatisfy({ $0 &- 48 <= 9 }),
      text[4] &- 48 <= 9, text[5] &- 48 <= 9
    else { return nil }
    return "?>^|~<!+*@".utf8.contains(text[3]) ? text[3] : nil
  }

  private mutating func takeNumbered(_ text: Bytes, _ mark: UInt8, into words: TextBuffer) {
    operation = SwiftOperation.kind(germanCode: Bytes(rebasing: text[..<3]))
    isReturned = operation == .returned
    let remittance = TextBuffer()
    let name = TextBuffer()
    var posting = Bytes(rebasing: text[..<0])
    MT940Details.forEachField(of: text, mark) { code, value in
      switch code {
      case 0: posting = value
      case 20...29, 60...63: remittance.appendPart(value)
      case 31: if account.isEmpty { account = MT940Details.number(value) }
      case 32, 33: name.appendPart(value)
      case 34: if isReturned { returnReason = value.trimmed.written }
      case 38: account = MT940Details.number(value)
      default: break
      }
    }
    party = name.bytes.written
    if SEPATags.areIn(remittance.bytes) {
      takeTagged(remittance.bytes, into: words)
    } else {
      words.appendWord(remittance.bytes.trimmed)
    }
    words.appendWord(posting.trimmed)
  }

  /// Goes through the sub-fields: two digits after each mark, then their text.
  private static func forEachField(of text: Bytes, _ mark: UInt8, _ body: (Int, Bytes) -> Void) {
    var place = 3
    while place + 2 < text.count {
      let code = Int(text[place + 1]) * 10 + Int(text[place + 2]) - 528
      var end = place + 3
      while end < text.count, !isField(text, end, mark) { end += 1 }
      body(code, Bytes(rebasing: text[(place + 3)..<end]))
      place = end
    }
  }

  private static func isField(_ text: Bytes, _ place: Int, _ mark: UInt8) -> Bool {
    text[place] == mark && place + 2 < text.count && text[place + 1] &- 48 <= 9
      && text[place + 2] &- 48 <= 9
  }

  /// An IBAN where it is one, else the number as it stands.
  static func number(_ value: Bytes) -> String {
    let number = AccountNumber.normalised(value)
    return number.utf8.count <= 34 ? number : ""
  }

  private mutating func takeTagged(_ text: Bytes, into words: TextBuffer) {
    SEPATags.forEach(in: text) { tag, value in
      switch tag {
      case .endToEnd: takeReference(value)
      case .remittance, .none:
        let value = value.trimmed
        // `SVWZ+RETURN MD06`: what comes back is said in the payer's words.
        if BankWords.beginsReturned(value) { isReturned = true }
        words.appendWord(value)
      case .account: if account.isEmpty { account = MT940Details.number(value) }
      case .reason:
        returnReason = value.trimmed.written
        isReturned = true
      case .ultimate, .aside: break
      }
    }
  }

  /// A French bank's label, on one line or on several.
  private mutating func takeLabel(_ text: Bytes, firstLine: Bytes) {
    let whole = BankLabel(text)
    debtor = whole.debtor.written
    creditor = whole.creditor.written
    endToEnd = whole.endToEnd.written
    account = AccountNumber.leadingIBAN(whole.account)
    // A line of its own names the payer; in one line with the rest nobody could tell.
    guard debtor.isEmpty, creditor.isEmpty, firstLine.count < text.count else { return }
    party = BankLabel(firstLine.trimmed).party.written
  }

  private mutating func takeReference(_ value: Bytes) {
    let value = value.trimmed
    if !value.equals("NOTPROVIDED") { endToEnd = value.written }
  }

  // MARK: - Words between slashes

  private enum Role { case debtor, creditor, none, another }

  private mutating func takeKeyed(_ text: Bytes, into words: TextBuffer) {
    var role = Role.none
    MT940Keys.forEach(in: text) { key, value in
      switch key {
      case .text: words.appendWord(MT940Keys.unwrapped(value))
      case .endToEnd: takeReference(value)
      case .debtor, .creditor:
        role = key == .debtor ? .debtor : .creditor
        if !value.isEmpty { name(value, role) }
      case .ultimate: role = .another
      case .name: name(value, role)
      case .account: if role != .another { account = MT940Details.leadingNumber(value) }
      case .counterparty: takeCounterparty(value)
      case .reason:
        isReturned = true
        returnReason = Bytes(rebasing: value.prefix { $0 > 32 && $0 != 47 }).written
      case .aside: break
      }
    }
  }

  private mutating func name(_ value: Bytes, _ role: Role) {
    switch role {
    case .debtor: debtor = value.written
    case .creditor: creditor = value.written
    case .none: party = value.written
    case .another: break
    }
  }

  /// `ACCW` puts the bank's code after a comma.
  private static func leadingNumber(_ value: Bytes) -> String {
    number(Bytes(rebasing: value.prefix { $0 != 44 && $0 != 47 }))
  }

  /// Account, bank, name and town, with slashes between.
  private mutating func takeCounterparty(_ value: Bytes) {
    let parts = value.split(separator: 47, maxSplits: 3, omittingEmptySubsequences: false)
    account = MT940Details.number(Bytes(rebasing: parts[0]))
    if parts.count > 2 { party = Bytes(rebasing: parts[2]).written }
  }
}
