/// The elements of OFX that are read.
enum OFXElement: UInt8, CaseIterable {
  case unknown
  case document
  case statement, cardStatement
  case currency, ownAccount, ownCard, bank, branch, account
  case start, end
  case transaction, type, posted, amount, identifier, corrected, correction
  case cheque, reference, name, payee, memo
  case otherAccount, otherCard, foreign, original, symbol
  case ledger, available, balance, asOf

  /// Names in the order of the cases from `document` on.
  fileprivate static let names = [
    "OFX",
    "STMTRS", "CCSTMTRS",
    "CURDEF", "BANKACCTFROM", "CCACCTFROM", "BANKID", "BRANCHID", "ACCTID",
    "DTSTART", "DTEND",
    "STMTTRN", "TRNTYPE", "DTPOSTED", "TRNAMT", "FITID", "CORRECTFITID", "CORRECTACTION",
    "CHECKNUM", "REFNUM", "NAME", "PAYEE", "MEMO",
    "BANKACCTTO", "CCACCTTO", "CURRENCY", "ORIGCURRENCY", "CURSYM",
    "LEDGERBAL", "AVAILBAL", "BALAMT", "DTASOF",
  ]
}

/// Finds an element by its name: its first eight letters and its length tell them all apart.
struct OFXNames {
  private let table = KeyTable(
    OFXElement.names.enumerated().map { place, name in
      var name = name
      return (name.withUTF8 { OFXNames.key($0) }, UInt8(place + 1))
    })

  init() {}

  func element(_ name: Bytes) -> OFXElement {
    guard name.count > 2, name.count <= 14 else { return .unknown }
    return OFXElement(rawValue: table[OFXNames.key(name)]) ?? .unknown
  }

  /// Lower case counts as upper case.
  private static func key(_ name: Bytes) -> UInt64 {
    var key: UInt64 = 0
    for byte in name.prefix(8) { key = key << 7 | UInt64(byte >= 97 ? byte - 32 : byte) & 127 }
    return key << 8 | UInt64(name.count)
  }
}
