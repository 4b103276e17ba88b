import Ledger
import Quantities

/// The account of a group of elements: bank, branch and number.
struct OFXAccount {
  private var bank: [UInt8] = []
  private var branch: [UInt8] = []
  private(set) var number = ""

  init() {}

  mutating func take(_ element: OFXElement, _ value: Bytes) {
    switch element {
    case .bank: bank = Array(value.prefix(32))
    case .branch: branch = Array(value.prefix(32))
    default: number = Bytes(rebasing: value.prefix(64)).written
    }
  }

  /// The IBAN where the parts are those of a French account, else the number as it is written.
  var iban: String {
    var number = number
    return number.withUTF8 { written in
      french(written.filter { $0 > 32 }) ?? AccountNumber.normalised(written)
    }
  }

  private func french(_ account: [UInt8]) -> String? {
    guard bank.count == 5, (1...5).contains(branch.count), (1...13).contains(account.count),
      (bank + branch + account).allSatisfy({ $0 &- 48 <= 9 || $0 >= 65 && $0 <= 90 })
    else { return nil }
    // Thirteen characters have the key at their end.
    let bare = account.count == 13 ? Array(account.dropLast(2)) : account
    let found = OFXAccount.padded(bare, to: 11).withUnsafeBufferPointer { account in
      OFXAccount.padded(branch, to: 5).withUnsafeBufferPointer { branch in
        bank.withUnsafeBufferPointer { bank in
          AccountNumber.iban(bank: bank, branch: branch, account: account)
        }
      }
    }
    if account.count == 12 { return nil }
    guard account.count == 13 else { return found }
    return found?.utf8.suffix(2).elementsEqual(account.suffix(2)) == true ? found : nil
  }

  private static func padded(_ part: [UInt8], to length: Int) -> [UInt8] {
    Array(repeating: 48, count: max(0, length - part.count)) + part
  }
}

/// One `STMTTRN` while it is read.
struct OFXTransaction {
  var type = ""
  var posted: Day?
  var amount: Money?
  /// What stood where a day or an amount was wanted.
  var postedFound = ""
  var amountFound = ""
  var identifier = ""
  var corrected = ""
  var correction = ""
  var other: OFXAccount?
  var currency: Currency?

  init() {}

  /// Announced by the bank, not booked.
  var isPending: Bool { type == "HOLD" }

  /// The bank takes back a movement that it sent before.
  var isDeletion: Bool { !corrected.isEmpty && correction == "DELETE" }

  func line(
    on statement: OpenStatement, booked: Day, amount: Money, payer: String, words: Bytes
  ) -> BankLine {
    let kind = operation(words, amount)
    return BankLine(
      account: statement.account, currency: currency ?? statement.currency ?? .eur,
      booked: booked, amount: amount, payer: payer,
      payerIBAN: other?.iban ?? "", text: words.unescaped, reference: identifier,
      operation: isDeletion ? .returned : kind,
      returnReason: kind == .returned ? BankWords.returnReason(in: words) : "")
  }

  private func operation(_ words: Bytes, _ amount: Money) -> BankLine.Operation {
    if BankWords.saysReturned(words, isPaidOut: amount.isNegative) { return .returned }
    if let kind = OFXTransaction.kind(type) { return kind }
    let kind = BankWords.kind(in: words)
    return kind == .returned ? .transfer : kind
  }

  /// Nil where the type says only which way the money goes.
  private static func kind(_ type: String) -> BankLine.Operation? {
    switch type {
    case "XFER", "DIRECTDEP": .transfer
    case "DIRECTDEBIT", "REPEATPMT": .directDebit
    case "CHECK": .cheque
    case "POS", "ATM": .card
    case "FEE", "SRVCHG": .fee
    default: nil
    }
  }
}
