/// A currency by its three-letter ISO 4217 code. Amounts of two currencies are never added.
public struct Currency: Hashable, Sendable, Comparable {
  /// The three-letter code in capitals, such as `EUR`.
  public let code: String

  /// Nil unless the text is three ASCII letters.
  public init?(_ text: some StringProtocol) {
    let code = String(text).uppercased()
    guard code.utf8.count == 3, code.utf8.allSatisfy({ $0 >= 65 && $0 <= 90 }) else { return nil }
    self.code = code
  }

  private init(known code: String) { self.code = code }

  public static let eur = Currency(known: "EUR")

  public var isEuro: Bool { code == "EUR" }

  /// The sign people read: `€` for the euro, the code for the others.
  public var sign: String { isEuro ? "€" : code }

  public static func < (left: Currency, right: Currency) -> Bool { left.code < right.code }
}

extension Money {
  /// The amount with its currency as France writes it: `1 234,56 €`, no-break throughout.
  public func french(in currency: Currency) -> String { french + "\u{A0}" + currency.sign }

  /// The amount with its currency for English readers: `€1,234.56` or `USD 1,234.56`.
  public func english(in currency: Currency) -> String {
    let sign = currency.isEuro ? "€" : currency.code + "\u{A0}"
    return isNegative ? "-" + sign + magnitude.english : sign + english
  }
}
