import Ledger
import Quantities

/// Whose each document is: long columns, as documents come in order of their entries, the open ones
/// first and then those that are settled.
struct DocumentOwners {
  private var open = Columns()
  private var settled = Columns()
  /// Those that came out of order.
  private var others: [Int64: Int64] = [:]

  var isEmpty: Bool { open.documents.isEmpty }

  mutating func add(_ document: EntryNumber, _ customer: CustomerID) {
    if settled.documents.isEmpty, open.add(document.raw, customer.raw) { return }
    if settled.add(document.raw, customer.raw) { return }
    others[document.raw] = customer.raw
  }

  subscript(document: EntryNumber) -> CustomerID? {
    let found = open[document.raw] ?? settled[document.raw] ?? others[document.raw]
    return found.map { CustomerID($0) }
  }

  /// Documents in the order of their numbers, with their customers.
  private struct Columns {
    private(set) var documents: [Int64] = []
    private var customers: [Int64] = []

    /// Whether the document comes after all that were added.
    mutating func add(_ document: Int64, _ customer: Int64) -> Bool {
      if let last = documents.last, last >= document { return false }
      documents.append(document)
      customers.append(customer)
      return true
    }

    subscript(document: Int64) -> Int64? {
      var (low, high) = (0, documents.count)
      while low < high {
        let middle = (low + high) / 2
        if documents[middle] < document { low = middle + 1 } else { high = middle }
      }
      return low < documents.count && documents[low] == document ? customers[low] : nil
    }
  }
}
