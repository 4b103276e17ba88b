/// SIREN, SIRET, VAT numbers and IBANs with right keys, for firms and banks that do not exist.
enum FrenchNumbers {
  /// The digit that makes `body` followed by it valid by Luhn's rule.
  static func luhnDigit(_ body: String) -> Int {
    var sum = 0
    for (place, digit) in body.utf8.reversed().enumerated() {
      let value = Int(digit - 48) * (place % 2 == 0 ? 2 : 1)
      sum += value > 9 ? value - 9 : value
    }
    return (10 - sum % 10) % 10
  }

  /// The invented SIREN numbered `index`: a number for each index, always 999 in front.
  static func siren(_ index: Int) -> String {
    // Multiplying by a number prime to 100 000 spreads neighbours without ever meeting twice.
    let spread = (index % 100_000) * 61_803 % 100_000
    let body = String(99_900_000 - index / 100_000 * 100_000 + spread)
    return body + String(luhnDigit(body))
  }

  /// The head office's SIRET: the SIREN, establishment 00001 or so, and the key.
  static func siret(_ siren: String, establishment: Int) -> String {
    let body = siren + padded(establishment, to: 4)
    return body + String(luhnDigit(body))
  }

  static func vatNumber(_ siren: String) -> String {
    let key = (12 + 3 * (Int(siren)! % 97)) % 97
    return "FR" + padded(key, to: 2) + siren
  }

  /// A French IBAN whose RIB key and IBAN key are both right.
  static func iban(bank: String, branch: String, account: String) -> String {
    let key = 97 - (89 * Int(bank)! + 15 * Int(branch)! + 3 * Int(account)!) % 97
    return iban(country: "FR", bank + branch + account + padded(key, to: 2))
  }

  /// An IBAN of any country from its national part.
  static func iban(country: String, _ national: String) -> String {
    country + padded(98 - remainder(national + country + "00"), to: 2) + national
  }

  /// What ISO 7064 calls mod 97-10, letters counting as 10 to 35.
  static func remainder(_ text: String) -> Int {
    text.utf8.reduce(0) { rest, byte in
      byte < 58 ? (rest * 10 + Int(byte) - 48) % 97 : (rest * 100 + Int(byte) - 55) % 97
    }
  }

  static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
