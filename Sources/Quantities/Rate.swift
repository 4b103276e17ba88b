/// A yearly rate, exact to a ten-thousandth of a percentage point.
public struct Rate: Hashable, Comparable, Sendable {
  /// Parts per million a year: 12,15 % is 121 500.
  public let partsPerMillion: Int64

  public init(partsPerMillion: Int64) { self.partsPerMillion = partsPerMillion }

  public static let zero = Rate(partsPerMillion: 0)

  /// `percent(12, 15)` is 12,15 %.
  public static func percent(_ whole: Int64, _ hundredths: Int64 = 0) -> Rate {
    Rate(partsPerMillion: whole * 10_000 + (whole < 0 ? -hundredths : hundredths) * 100)
  }

  /// Reads a percentage with a decimal point, at most four decimals: `12.15`, `8`, `0.0625`.
  public init?(percent text: some StringProtocol) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let units = Int64(whole), units.magnitude < 100_000 else {
      return nil
    }
    var decimals = parts.count == 2 ? String(parts[1]) : ""
    while decimals.count > 4, decimals.last == "0" { decimals.removeLast() }
    guard decimals.count <= 4, decimals.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
      return nil
    }
    decimals += String(repeating: "0", count: 4 - decimals.count)
    guard let fraction = Int64(decimals) else { return nil }
    let sign: Int64 = whole.hasPrefix("-") ? -1 : 1
    self.init(partsPerMillion: units * 10_000 + sign * fraction)
  }

  public static func < (left: Rate, right: Rate) -> Bool {
    left.partsPerMillion < right.partsPerMillion
  }
  public static func + (left: Rate, right: Rate) -> Rate {
    Rate(partsPerMillion: left.partsPerMillion + right.partsPerMillion)
  }
  public static func * (rate: Rate, times: Int64) -> Rate {
    Rate(partsPerMillion: rate.partsPerMillion * times)
  }

  /// The percentage with a decimal point and at least two decimals: `12.15`.
  public var percent: String { digits(point: ".") }

  /// The percentage as France writes it: `12,15 %`, with a no-break space.
  public var french: String { digits(point: ",") + "\u{A0}%" }

  private func digits(point: String) -> String {
    let magnitude = partsPerMillion.magnitude
    var decimals = String(magnitude % 10_000)
    decimals = String(repeating: "0", count: 4 - decimals.count) + decimals
    while decimals.count > 2, decimals.last == "0" { decimals.removeLast() }
    return (partsPerMillion < 0 ? "-" : "") + String(magnitude / 10_000) + point + decimals
  }
}
