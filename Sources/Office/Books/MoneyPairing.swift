/// Money as one source tells of it, with what tells it from other money of the same amount.
struct MoneySide {
  let day: Int32
  let cents: Int64
  /// Keys of the bank's reference, of the payer's name and of the customer; zero where not known.
  var reference: UInt64 = 0
  var payer: UInt64 = 0
  var customer: UInt64 = 0
  /// May be taken for other money on nothing but its amount and day.
  var isFree = true
  /// How many days may lie between it and the same money elsewhere.
  var slack = MoneyPairing.window
}

/// Finds the same money in two sources: first by its reference, then by whose it is, then by its
/// day, and each movement once.
struct MoneyPairing {
  private let claims: [MoneySide]
  private let movements: [MoneySide]
  /// The movement of each claim; nil for none.
  private(set) var pairs: [Int?]
  private var isTaken: [Bool]

  /// Books and bank differ by a weekend or a holiday.
  static let window: Int32 = 5

  init(_ claims: [MoneySide], with movements: [MoneySide]) {
    self.claims = claims
    self.movements = movements
    pairs = Array(repeating: nil, count: claims.count)
    isTaken = Array(repeating: false, count: movements.count)
    guard !claims.isEmpty, !movements.isEmpty else { return }
    let window = MoneyPairing.window
    pass(within: window) { $0.reference }
    pass(within: window) { $0.customer }
    pass(within: window) { $0.payer }
    pass(within: 0) { $0.isFree ? 1 : 0 }
    pass(within: window) { $0.isFree ? 1 : 0 }
  }

  /// Pairs what has the same amount and the same key, the nearest days first.
  private mutating func pass(within window: Int32, _ key: (MoneySide) -> UInt64) {
    var places: [UInt64: [Int32]] = [:]
    for (place, side) in movements.enumerated() where !isTaken[place] && key(side) != 0 {
      places[MoneyPairing.mixed(key(side), side.cents), default: []].append(Int32(place))
    }
    guard !places.isEmpty else { return }
    let waiting = claims.indices.filter { pairs[$0] == nil && key(claims[$0]) != 0 }
      .sorted { (claims[$0].day, $0) < (claims[$1].day, $1) }
    for claim in waiting {
      let side = claims[claim]
      var best: (distance: Int32, place: Int)?
      for candidate in places[MoneyPairing.mixed(key(side), side.cents)] ?? [] {
        let place = Int(candidate)
        let distance = abs(movements[place].day - side.day)
        guard !isTaken[place], movements[place].cents == side.cents,
          distance <= min(window, movements[place].slack),
          distance < best?.distance ?? .max
        else { continue }
        best = (distance, place)
        if distance == 0 { break }
      }
      guard let best else { continue }
      pairs[claim] = best.place
      isTaken[best.place] = true
    }
  }

  private static func mixed(_ key: UInt64, _ cents: Int64) -> UInt64 {
    let product = (key ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: UInt64(bitPattern: cents) ^ 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}

extension MoneySide {
  /// A key of a text that does not depend on the run; zero for the empty text.
  static func key(_ text: some StringProtocol) -> UInt64 {
    if text.isEmpty { return 0 }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return max(1, hash)
  }
}
