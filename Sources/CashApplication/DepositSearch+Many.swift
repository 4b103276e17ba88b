/// Deposits of five cheques and more, where few invoices wait for cheques.
extension DepositSearch {
  /// Of all sets of so many of some documents that sum to the target, the likeliest and its share;
  /// nil where too many documents wait, or too many sets come to the target, to tell them apart.
  static func likeliest(
    _ count: Int, of cheques: [Cheque], summing target: Int64
  ) -> (documents: [Int32], share: Double)? {
    if count < mostSearched.count {
      var search = DepositSearch(cheques, choosing: count)
      return search.likeliest(count, summing: target)
    }
    let limit = mostOfMany(count)
    guard cheques.count >= count, cheques.count <= 2 * limit else { return nil }
    let some = cheques.count > limit ? likeliest(limit, of: cheques) : cheques
    // Large and small ones in both halves.
    let halves = (
      first: some.indices.filter { $0 % 2 == 0 }.map { some[$0] },
      second: some.indices.filter { $0 % 2 == 1 }.map { some[$0] }
    )
    let first = Sets(of: halves.first, upTo: count, summing: target)
    let second = Sets(of: halves.second, upTo: count, summing: target)
    let table = first.table()
    var (best, bestWeight, all) = ((0, 0), 0.0, 0.0)
    var found = 0
    for (place, set) in second.sets.enumerated() where found < mostSets {
      var entry = table.first(Sets.key(target - set.cents, count - set.count))
      while entry >= 0 {
        let other = Int(table.value(entry))
        let weight = first.sets[other].weight * set.weight
        all += weight
        found += 1
        if weight > bestWeight { (best, bestWeight) = ((other, place), weight) }
        entry = table.next(entry)
      }
    }
    guard bestWeight > 0, found < mostSets else { return nil }
    let chance = weightOfAllSets(of: count, among: some) * 5 / Double(target)
    let documents =
      first.documents(of: best.0, among: halves.first)
      + second.documents(of: best.1, among: halves.second)
    return (documents.sorted(), bestWeight / (all + chance))
  }

  /// Of more sets than this that come to the target none is more than a guess.
  private static let mostSets = 50_000

  /// Among how many documents so many are looked for: either half makes some twenty thousand sets.
  private static func mostOfMany(_ count: Int) -> Int {
    switch count {
    case ...5: 40
    case 6: 34
    case 7: 30
    default: 28
    }
  }

  /// All sets of up to so many of some documents that do not come to more than the target.
  private struct Sets {
    struct One {
      let cents: Int64
      let mask: UInt32
      let weight: Double
      var count: Int { mask.nonzeroBitCount }
    }

    private(set) var sets = [One(cents: 0, mask: 0, weight: 1)]

    init(of cheques: [Cheque], upTo most: Int, summing target: Int64) {
      for (bit, cheque) in cheques.enumerated() {
        for place in sets.indices {
          let set = sets[place]
          let cents = set.cents + cheque.cents
          guard set.count < most, cents <= target else { continue }
          sets.append(
            One(cents: cents, mask: set.mask | 1 << UInt32(bit), weight: set.weight * cheque.weight)
          )
        }
      }
    }

    /// What sets come to and how many they are, as one key.
    static func key(_ cents: Int64, _ count: Int) -> UInt64 {
      UInt64(bitPattern: cents) << 5 | UInt64(count)
    }

    func table() -> KeyTable {
      var table = KeyTable(capacity: sets.count)
      for (place, set) in sets.enumerated() {
        table.insert(Int32(place), for: Sets.key(set.cents, set.count))
      }
      return table
    }

    func documents(of place: Int, among cheques: [Cheque]) -> [Int32] {
      cheques.indices.filter { sets[place].mask >> UInt32($0) & 1 == 1 }.map {
        cheques[$0].document
      }
    }
  }
}
