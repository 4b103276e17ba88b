/// What was settled for whom since each line was looked at: what has not moved need not be weighed
/// again.
struct Movements {
  private(set) var clock: Int32 = 0
  private var moved: [Int32]
  private var looked: [Int32]

  init(customers: Int, lines: Int) {
    moved = Array(repeating: 0, count: customers)
    looked = Array(repeating: -1, count: lines)
  }

  /// Something was settled for a customer, or is presumed to be.
  mutating func note(_ customer: Int32) {
    clock += 1
    moved[Int(customer)] = clock
  }

  /// A line was looked at with all that stands now.
  mutating func look(at line: Int32) { looked[Int(line)] = clock }

  /// When something last moved for one of these customers.
  func latest(of customers: ArraySlice<Int32>) -> Int32 {
    customers.reduce(0) { max($0, moved[Int($1)]) }
  }

  /// Whether nothing moved for these customers since the line was looked at.
  func isUnchanged(_ line: Int32, for customers: [Int32]) -> Bool {
    let seen = looked[Int(line)]
    return seen >= 0 && customers.allSatisfy { moved[Int($0)] <= seen }
  }
}
