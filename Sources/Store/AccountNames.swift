/// One account under two names: an IBAN, and the bank's own number that is a part of it.
enum AccountNames {
  /// Whether both surely name one account.
  static func areOfOne(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (long, short) = one.utf8.count >= other.utf8.count ? (one, other) : (other, one)
    guard isIBAN(long) else { return false }
    let body = Array(long.utf8.dropFirst(4))
    if isIBAN(short) {
      // Monaco's accounts have French numbers, and some formats cannot tell the country.
      return ["FR", "MC"].contains(long.prefix(2)) && ["FR", "MC"].contains(short.prefix(2))
        && body.elementsEqual(short.utf8.dropFirst(4))
    }
    let digits = Array(
      short.utf8.filter { $0 &- 48 <= 9 || $0 >= 65 && $0 <= 90 }.drop { $0 == 48 })
    guard digits.count >= 6 else { return false }
    // A French number has two key digits behind it.
    return body.suffix(digits.count) == digits[...]
      || (long.hasPrefix("FR") && body.dropLast(2).suffix(digits.count) == digits[...])
  }

  private static func isIBAN(_ name: String) -> Bool {
    let bytes = Array(name.utf8.prefix(4))
    return name.utf8.count >= 15 && bytes[0] >= 65 && bytes[0] <= 90 && bytes[1] >= 65
      && bytes[1] <= 90 && bytes[2] &- 48 <= 9 && bytes[3] &- 48 <= 9
  }
}
