public import Ledger
public import Quantities
public import Reports
import Store
import Synchronization

/// The aged balances that were asked for last, kept until the book changes.
struct KeptBalances: Sendable {
  var newest: EntryNumber
  var books: [Day: AgedBook]
}

extension Desk {
  /// The aged balance at the end of a day, one for each currency; today when nil.
  ///
  /// Today's comes from the open balances, a past day's from every document and every movement up
  /// to that day. The same day asked for twice is not counted twice.
  public func agedBalance(on day: Day? = nil) throws -> AgedBook {
    let day = day ?? today
    return try store.read { reader in
      let newest = try reader.newestEntry()
      if let known = balances.withLock({ $0?.newest == newest ? $0?.books[day] : nil }) {
        return known
      }
      let book = try count(on: day, reader)
      balances.withLock { kept in
        if kept?.newest != newest || (kept?.books.count ?? 0) >= 8 {
          kept = KeptBalances(newest: newest, books: [:])
        }
        kept?.books[day] = book
      }
      return book
    }
  }

  private func count(on day: Day, _ reader: BookReader) throws -> AgedBook {
    var book = AgedBook(on: day)
    let schedules = try reader.instalmentSchedules()
    let add = { (amount: OpenAmount) in
      guard let schedule = schedules[amount.document] else {
        return book.add(
          customer: amount.customer, due: amount.due, open: amount.open, in: amount.currency)
      }
      for part in schedule.unpaid(amount.open) {
        book.add(
          customer: amount.customer, due: part.due, open: part.amount, in: amount.currency)
      }
    }
    if day >= today {
      try reader.forEachOpenAmount(.first, add)
    } else {
      try reader.forEachOpenAmount(.first, asOf: day, add)
    }
    try reader.forEachOnAccountAmount(.first, asOf: day) { customer, currency, amount in
      book.addUnallocated(customer: customer, amount, in: currency)
    }
    return book
  }

  /// The names of customers, for the lines of a table.
  public func names(of customers: some Sequence<CustomerID>) throws -> [CustomerID: String] {
    try store.read { reader in
      var names: [CustomerID: String] = [:]
      for id in customers { names[id] = try reader.customer(id)?.name }
      return names
    }
  }
}

extension [Instalment] {
  /// What is left of each instalment: payments fill the oldest first. An amount beyond the
  /// schedule, or in the customer's favour, stays on the last one.
  fileprivate func unpaid(_ open: Money) -> [Instalment] {
    guard open.isPositive, let last else {
      return self.last.map { [Instalment(due: $0.due, amount: open)] } ?? []
    }
    var left = open
    var parts: [Instalment] = []
    for part in reversed() where left.isPositive {
      let share = Swift.min(left, part.amount)
      parts.append(Instalment(due: part.due, amount: share))
      left -= share
    }
    if left.isPositive { parts.append(Instalment(due: last.due, amount: left)) }
    return parts.reversed()
  }
}
