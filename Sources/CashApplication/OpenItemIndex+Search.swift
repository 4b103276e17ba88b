public import Ledger
public import Quantities

extension OpenItemIndex {
  /// What is left of a document; nil when the index does not hold it.
  public func open(of document: EntryNumber) -> Money? {
    marks.firstIndex { $0.id == document }.map { Money(cents: items[$0].open) }
  }

  /// Takes an amount off what a document leaves open; a negative amount re-opens an invoice.
  mutating func settle(_ place: Int32, by cents: Int64, on day: Int32) {
    let (here, was) = (Int(place), items[Int(place)].open)
    items[here].open -= cents
    touch(place)
    let open = items[here].open
    if open != 0, open != items[here].total {
      byAmount.insert(place, for: OpenItemIndex.ownKey(items[here].customer, open))
    }
    if cents < 0, open > 0 { items[here].openSince = day }
    if open == 0 { nextOpen[here] = place + 1 } else if was == 0 { reopen(place) }
  }

  /// A document that was paid or used is no longer one half of a pair that cancels itself.
  private mutating func touch(_ place: Int32) {
    items[Int(place)].cancelled = .max
    guard items[Int(place)].total < 0 else { return }
    let pair = firstPair(from: place)
    guard pair < pairs.count, pairs[pair].credit == place else { return }
    items[Int(pairs[pair].invoice)].cancelled = .max
  }

  /// A document found open again must be met by those who were told to pass over it.
  private mutating func reopen(_ place: Int32) {
    for other in documents(of: items[Int(place)].customer) {
      nextOpen[other] = Int32(other) + (items[other].open == 0 ? 1 : 0)
    }
  }

  /// Where a customer's documents lie.
  func documents(of customer: Int32) -> Range<Int> {
    Int(starts[Int(customer)])..<Int(starts[Int(customer) + 1])
  }

  /// The customer's documents that money of that day may settle, in order of issue, but for those
  /// that other money presumably settled by then.
  mutating func openItems(of customer: Int32, on day: Int32, into found: inout [Int32]) {
    let range = documents(of: customer)
    items.withUnsafeBufferPointer { items in
      nextOpen.withUnsafeMutableBufferPointer { nextOpen in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: range.count) { open in
          var count = 0
          var place = OpenItemIndex.open(from: range.lowerBound, before: range.upperBound, nextOpen)
          while place < range.upperBound, items[place].issue <= day {
            if items[place].isOpen(on: day), items[place].presumed > day {
              open[count] = Int32(truncatingIfNeeded: place)
              count += 1
            }
            place = OpenItemIndex.open(from: place + 1, before: range.upperBound, nextOpen)
          }
          found.append(contentsOf: open[..<count])
        }
      }
    }
  }

  /// The next open document from a place on. Those passed over are skipped at once next time.
  @inline(__always) private static func open(
    from place: Int, before end: Int, _ nextOpen: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    guard place < end, Int(nextOpen[place]) != place else { return place }
    var last = Int(nextOpen[place])
    while last < end, Int(nextOpen[last]) != last { last = Int(nextOpen[last]) }
    var step = place
    while step < last, Int(nextOpen[step]) != step {
      (step, nextOpen[step]) = (Int(nextOpen[step]), Int32(truncatingIfNeeded: last))
    }
    return last
  }

  /// The customer's documents with exactly this open that money of that day may settle.
  func openItems(
    of customer: Int32, leaving cents: Int64, on day: Int32, into found: inout [Int32]
  ) {
    var entry = byAmount.first(OpenItemIndex.ownKey(customer, cents))
    while entry >= 0 {
      let place = byAmount.value(entry)
      let item = items[Int(place)]
      // What was paid in part stands in the list of an amount again each time it comes to that.
      if item.open == cents, item.customer == customer, item.isOpen(on: day),
        item.open == item.total || !found.contains(place)
      {
        found.append(place)
      }
      entry = byAmount.next(entry)
    }
  }

  /// The customer's documents that asked for exactly this, issued by that day.
  func items(
    of customer: Int32, asking cents: Int64, by day: Int32, into found: inout [Int32]
  ) {
    var entry = byAmount.first(OpenItemIndex.ownKey(customer, cents))
    while entry >= 0 {
      let place = byAmount.value(entry)
      let item = items[Int(place)]
      if item.total == cents, item.customer == customer, item.issue <= day { found.append(place) }
      entry = byAmount.next(entry)
    }
  }

  /// Those of them that are settled.
  func settledItems(
    of customer: Int32, asking cents: Int64, on day: Int32, into found: inout [Int32]
  ) {
    items(of: customer, asking: cents, by: day, into: &found)
    found.removeAll { items[Int($0)].open != 0 }
  }

  /// Documents that bear this number key.
  func items(numbered key: UInt64, into found: inout [Int32]) {
    var entry = byNumber.first(key)
    while entry >= 0, found.count < 64 {
      found.append(byNumber.value(entry))
      entry = byNumber.next(entry)
    }
  }

  /// Customers whose file names this bank account.
  func customers(ofAccount key: UInt64, into found: inout [Int32]) {
    var entry = byAccount.first(key)
    while entry >= 0 {
      if !found.contains(byAccount.value(entry)) { found.append(byAccount.value(entry)) }
      entry = byAccount.next(entry)
    }
  }
}
