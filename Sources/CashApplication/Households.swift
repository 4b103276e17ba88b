import Ledger

/// Customers whom the payers of the lines tie together, each with the lines that are theirs: a
/// firm, or a group whose head office pays for all.
///
/// No line of one household pays for another one, but for the few that are left for the end. So
/// each is settled by itself, and a book of a million documents is many small ones.
struct Households {
  /// Lines of all households in order of day, household after household.
  private var lines: [Int32] = []
  private var firstLine: [Int32] = []
  private var customers: [Int32] = []
  private var firstCustomer: [Int32] = []
  /// The household of each customer.
  private(set) var homes: [Int32] = []
  /// Lines that are nobody's.
  private(set) var strays: [Int32] = []

  var count: Int { max(0, firstLine.count - 1) }
  func lines(of household: Int) -> ArraySlice<Int32> {
    lines[Int(firstLine[household])..<Int(firstLine[household + 1])]
  }
  func customers(of household: Int) -> ArraySlice<Int32> {
    customers[Int(firstCustomer[household])..<Int(firstCustomer[household + 1])]
  }

  init() {}

  init(of waiting: WaitingLines, in index: OpenItemIndex) {
    var ties = Ties(count: index.customers.count)
    for payer in waiting.payers.payers.indices {
      let bearers = waiting.payers.customers(of: Int32(payer))
      for other in bearers.dropFirst() { ties.tie(bearers.first!, other) }
    }
    let number = numberHouseholds(&ties, index.customers.count)
    let order = Households.inOrderOfDay(waiting)
    homes = index.customers.indices.map { number[Int(ties.head(of: Int32($0)))] }
    let lineHomes = waiting.lines.map { home(of: $0, among: waiting, in: index) }
    (lines, firstLine) = sortedByHousehold(order, count: count) { lineHomes[Int($0)] }
    (customers, firstCustomer) = sortedByHousehold(
      index.customers.indices.map { Int32($0) }, count: count
    ) { homes[Int($0)] }
    strays = order.filter { lineHomes[Int($0)] < 0 }
  }

  /// Numbers the households in order of their first customers.
  private mutating func numberHouseholds(_ ties: inout Ties, _ customers: Int) -> [Int32] {
    var number = [Int32](repeating: -1, count: customers)
    var count: Int32 = 0
    for customer in 0..<Int32(customers) {
      let head = Int(ties.head(of: customer))
      if number[head] < 0 { (number[head], count) = (count, count + 1) }
    }
    firstLine = Array(repeating: 0, count: Int(count) + 1)
    return number
  }

  /// The household of a customer who may be the payer, or else of those whose documents the line
  /// names; -1 when there is none.
  private func home(
    of line: WaitingLine, among waiting: WaitingLines, in index: OpenItemIndex
  ) -> Int32 {
    if let payer = waiting.customers(of: line).first { return homes[Int(payer)] }
    var home: Int32 = -1
    for document in waiting.named[line.named.range] {
      let owner = homes[Int(index.items[Int(document)].customer)]
      guard home < 0 || home == owner else { return -1 }
      home = owner
    }
    return home
  }

  /// Lines of one day are read in the order of the book, however they were given.
  private static func inOrderOfDay(_ waiting: WaitingLines) -> [Int32] {
    let lines = waiting.lines
    let order = lines.indices.map { Int32($0) }
    let isSorted = zip(lines, lines.dropFirst()).allSatisfy { ($0.day, $0.id) < ($1.day, $1.id) }
    if isSorted { return order }
    return order.sorted {
      (lines[Int($0)].day, lines[Int($0)].id) < (lines[Int($1)].day, lines[Int($1)].id)
    }
  }
}

/// Puts things in order of their household, those of one in the order given; with where each
/// begins.
private func sortedByHousehold(
  _ all: [Int32], count: Int, _ household: (Int32) -> Int32
) -> (sorted: [Int32], firsts: [Int32]) {
  var firsts = [Int32](repeating: 0, count: count + 1)
  for one in all where household(one) >= 0 { firsts[Int(household(one)) + 1] += 1 }
  for place in 0..<count { firsts[place + 1] += firsts[place] }
  var free = firsts
  var sorted = [Int32](repeating: 0, count: Int(firsts[count]))
  for one in all {
    let home = Int(household(one))
    guard home >= 0 else { continue }
    sorted[Int(free[home])] = one
    free[home] += 1
  }
  return (sorted, firsts)
}

/// Which customers belong together.
private struct Ties {
  private var above: [Int32]

  init(count: Int) { above = (0..<Int32(count)).map { $0 } }

  mutating func head(of customer: Int32) -> Int32 {
    var customer = customer
    while above[Int(customer)] != customer {
      above[Int(customer)] = above[Int(above[Int(customer)])]
      customer = above[Int(customer)]
    }
    return customer
  }

  /// The customer who comes first is head of both.
  mutating func tie(_ left: Int32, _ right: Int32) {
    let (left, right) = (head(of: left), head(of: right))
    above[Int(max(left, right))] = min(left, right)
  }
}
