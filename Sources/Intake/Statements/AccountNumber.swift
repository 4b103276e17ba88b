/// Account numbers as the statement formats write them, brought to an IBAN where that is certain.
enum AccountNumber {
  /// The IBAN of a French account from its three parts: bank 5, branch 5, account 11 characters.
  /// The keys are computed. Nil when a part has another length or holds something else.
  static func iban(bank: Bytes, branch: Bytes, account: Bytes) -> String? {
    guard bank.count == 5, branch.count == 5, account.count == 11 else { return nil }
    guard let first = ribRemainder(bank), let second = ribRemainder(branch),
      let third = ribRemainder(account)
    else { return nil }
    let key = 97 - (89 * first + 15 * second + 3 * third) % 97
    var bban = Array(bank) + Array(branch) + Array(account)
    bban += [UInt8(48 + key / 10), UInt8(48 + key % 10)]
    var remainder: UInt64 = 0
    for byte in bban + Array("FR00".utf8) { remainder = added(byte, to: remainder) ?? 0 }
    let check = 98 - remainder % 97
    let start = "FR" + (check < 10 ? "0" : "") + String(check)
    return start + String(decoding: bban, as: UTF8.self)
  }

  /// An account number without what banks put around it: spaces, a currency after an IBAN, the
  /// keys of a French number. What is no French number and no IBAN stays as it is written.
  static func normalised(_ written: Bytes) -> String {
    if isIBAN(written) { return written.text }
    var compact: [UInt8] = []
    for byte in written.prefix(64) where !separators.contains(byte) {
      compact.append(byte >= 97 && byte <= 122 ? byte - 32 : byte)
    }
    // `NL34RABO0142623393 EUR`: Dutch banks add the currency.
    return compact.withUnsafeBufferPointer { compact in
      let bare = Bytes(rebasing: compact.dropLast(3))
      if isIBAN(bare), compact.suffix(3).allSatisfy(isLetter) { return bare.text }
      if isIBAN(compact) { return compact.text }
      return frenchNumber(compact)
    } ?? written.trimmed.written
  }

  /// A RIB of 23 characters whose key is right.
  private static func frenchNumber(_ compact: Bytes) -> String? {
    guard compact.count == 23 else { return nil }
    let found = iban(
      bank: Bytes(rebasing: compact[0..<5]), branch: Bytes(rebasing: compact[5..<10]),
      account: Bytes(rebasing: compact[10..<21]))
    guard let found, found.utf8.suffix(2).elementsEqual(compact.suffix(2)) else { return nil }
    return found
  }

  /// Length, letters and check digits are those of an IBAN.
  static func isIBAN(_ bytes: Bytes) -> Bool {
    guard bytes.count >= 15, bytes.count <= 34, isLetter(bytes[0]), isLetter(bytes[1]),
      bytes[2] &- 48 <= 9, bytes[3] &- 48 <= 9
    else { return false }
    // The first four characters count as if they stood at the end.
    var remainder: UInt64 = 0
    for place in 4..<(bytes.count + 4) {
      let byte = bytes[place < bytes.count ? place : place - bytes.count]
      guard let next = added(byte, to: remainder) else { return false }
      remainder = next
    }
    return remainder % 97 == 1
  }

  /// The IBAN that some bytes begin with, of at most 34 characters; empty when they do not.
  static func leadingIBAN(_ bytes: Bytes) -> String {
    guard bytes.count >= 15 else { return "" }
    let token = Bytes(rebasing: bytes.trimmed.prefix { $0 &- 48 <= 9 || isLetter($0) })
    return isIBAN(token) ? token.text : ""
  }

  /// The IBAN that some words begin with, its groups of four apart or not; empty when none does.
  static func iban(in bytes: Bytes) -> String {
    let compact = bytes.prefix(64).filter { $0 > 32 }
    let country = String(decoding: compact.prefix(2), as: UTF8.self)
    let number = compact.prefix(lengths[country] ?? 0)
    return number.withContiguousStorageIfAvailable { isIBAN($0) ? $0.text : "" } ?? ""
  }

  /// How long an IBAN is where our customers bank.
  private static let lengths = [
    "FR": 27, "MC": 27, "DE": 22, "BE": 16, "ES": 24, "IT": 27, "LU": 20, "NL": 18, "PT": 25,
    "CH": 21, "GB": 22, "AT": 20, "IE": 22, "PL": 28,
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

  private static let separators = Array(" /-.".utf8)

  /// A digit or letter appended to a number of which only the remainder by 97 counts.
  private static func added(_ byte: UInt8, to remainder: UInt64) -> UInt64? {
    let small = remainder > 1 << 50 ? remainder % 97 : remainder
    switch byte {
    case 48...57: return small * 10 + UInt64(byte - 48)
    case 65...90: return small * 100 + UInt64(byte - 55)
    default: return nil
    }
  }

  /// The part modulo 97, with the letters of a RIB as digits: A and J are 1, B, K and S are 2…
  private static func ribRemainder(_ part: Bytes) -> Int? {
    var remainder = 0
    for byte in part {
      let digit: Int
      switch byte {
      case 48...57: digit = Int(byte) - 48
      case 65...73: digit = Int(byte) - 64
      case 74...82: digit = Int(byte) - 73
      case 83...90: digit = Int(byte) - 81
      default: return nil
      }
      remainder = (remainder * 10 + digit) % 97
    }
    return remainder
  }
}
