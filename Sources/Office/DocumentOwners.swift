import Ledger
import Quantities

/// Whose each document is: two long columns, as documents come in order of their entries.
struct DocumentOwners {
  private var documents: [Int64] = []
  private var customers: [Int64] = []
  /// Those that came out of order.
  private var others: [Int64: Int64] = [:]

  var isEmpty: Bool { documents.isEmpty }

  mutating func add(_ document: EntryNumber, _ customer: CustomerID) {
    if let last = documents.last, last >= document.raw {
      others[document.raw] = customer.raw
      return
    }
    documents.append(document.raw)
    customers.append(customer.raw)
  }

  subscript(document: EntryNumber) -> CustomerID? {
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = (low + high) / 2
      if documents[middle] < document.raw { low = middle + 1 } else { high = middle }
    }
    if low < documents.count, documents[low] == document.raw { return CustomerID(customers[low]) }
    return others[document.raw].map { CustomerID($0) }
  }
}
