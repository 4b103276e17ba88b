extension Day {
  /// Reads `2026-11-23`, also when a time follows (`2026-11-23T10:00:00Z`, `2026-11-23+01:00`).
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
    if bytes.count > 10, !Array("TZ+- ".utf8).contains(bytes[10]) { return nil }
    self.init(year: bytes[0..<4], month: bytes[5..<7], day: bytes[8..<10])
  }

  /// Reads `20261123`.
  public init?(compact text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8 else { return nil }
    self.init(year: bytes[0..<4], month: bytes[4..<6], day: bytes[6..<8])
  }

  /// Reads `23/11/2026`, `23-11-2026`, `23.11.2026`, `3/1/2026`, and two-digit years as 20xx.
  public init?(french text: some StringProtocol) {
    let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.count == 3, (1...2).contains(parts[0].utf8.count),
      (1...2).contains(parts[1].utf8.count), [2, 4].contains(parts[2].utf8.count),
      let day = Day.digits(parts[0].utf8), let month = Day.digits(parts[1].utf8),
      let year = Day.digits(parts[2].utf8)
    else { return nil }
    self.init(year: parts[2].utf8.count == 2 ? 2000 + year : year, month: month, day: day)
  }

  private init?(year: ArraySlice<UInt8>, month: ArraySlice<UInt8>, day: ArraySlice<UInt8>) {
    guard let year = Day.digits(year), let month = Day.digits(month), let day = Day.digits(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func digits(_ bytes: some Collection<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return bytes.isEmpty ? nil : value
  }

  /// `2026-11-23`.
  public var iso: String {
    let (year, month, day) = parts
    return Day.padded(year, to: 4) + "-" + Day.padded(month, to: 2) + "-" + Day.padded(day, to: 2)
  }

  /// `23/11/2026`.
  public var french: String {
    let (year, month, day) = parts
    return Day.padded(day, to: 2) + "/" + Day.padded(month, to: 2) + "/" + Day.padded(year, to: 4)
  }

  /// `23 novembre 2026`, `1er janvier 2027`.
  public var frenchLong: String {
    let (year, month, day) = parts
    return (day == 1 ? "1er" : "\(day)") + "\u{A0}" + Day.frenchMonths[month - 1] + " \(year)"
  }

  /// `23 November 2026`.
  public var englishLong: String {
    let (year, month, day) = parts
    return "\(day)\u{A0}\(Day.englishMonths[month - 1]) \(year)"
  }

  static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
