public import Ledger
import Quantities

extension OpenItemIndex {
  /// An invoice and the credit note that cancelled the whole of it.
  public struct SetOff: Hashable, Sendable {
    public let invoice: EntryNumber
    public let creditNote: EntryNumber

    public init(invoice: EntryNumber, creditNote: EntryNumber) {
      self.invoice = invoice
      self.creditNote = creditNote
    }
  }

  /// Notes a credit note for the whole of an invoice that is wholly open.
  mutating func pair(_ credit: Int32, with corrected: UInt64) {
    guard items[Int(credit)].open < 0 else { return }
    var found: [Int32] = []
    items(numbered: corrected, into: &found)
    items[Int(credit)].corrected =
      found.first { items[Int($0)].customer == items[Int(credit)].customer } ?? -1
    let invoice = found.first {
      items[Int($0)].customer == items[Int(credit)].customer
        && items[Int($0)].open == -items[Int(credit)].open
    }
    guard let invoice else { return }
    pairs.append((credit, invoice))
    items[Int(invoice)].cancelled = items[Int(credit)].issue
  }

  /// The first of the pairs, which stand in order of their credit notes, from a place on.
  func firstPair(from place: Int32) -> Int {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].credit < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Closes the customer's pairs of which neither document was paid in the meantime: no
  /// money will come.
  mutating func setOffPairs(of customer: Int32) {
    let range = documents(of: customer)
    for (credit, invoice) in pairs[firstPair(from: Int32(range.lowerBound))...] {
      if credit >= range.upperBound { break }
      let amount = items[Int(invoice)].total
      guard items[Int(invoice)].open == amount, items[Int(credit)].open == -amount else {
        continue
      }
      settle(invoice, by: amount, on: items[Int(credit)].issue)
      settle(credit, by: -amount, on: items[Int(credit)].issue)
      setOffs.append(SetOff(invoice: marks[Int(invoice)].id, creditNote: marks[Int(credit)].id))
    }
  }
}
