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

  /// Finds the credit notes for the whole of an invoice that is wholly open.
  mutating func findPairs(_ documents: [OpenDocument]) {
    var found: [Int32] = []
    for document in documents where document.open.isNegative && !document.corrects.isEmpty {
      let entry = byID.first(UInt64(bitPattern: document.id.raw))
      guard entry >= 0 else { continue }
      let credit = byID.value(entry)
      found.removeAll(keepingCapacity: true)
      let corrected = DocumentNumber(document.corrects, scratch: &scratch)
      items(numbered: corrected.whole, into: &found)
      let invoice = found.first {
        items[Int($0)].customer == items[Int(credit)].customer
          && items[Int($0)].open == -document.open.cents
      }
      guard let invoice else { continue }
      pairs[credit] = invoice
      items[Int(invoice)].cancelled = items[Int(credit)].issue
    }
  }

  /// Closes the pairs of which neither document was paid in the meantime: no money will come.
  mutating func setOffPairs() {
    for (credit, invoice) in pairs.sorted(by: { $0.key < $1.key }) {
      let amount = items[Int(invoice)].total
      guard items[Int(invoice)].open == amount, items[Int(credit)].open == -amount else {
        continue
      }
      items[Int(invoice)].open = 0
      items[Int(credit)].open = 0
      setOffs.append(SetOff(invoice: items[Int(invoice)].id, creditNote: items[Int(credit)].id))
    }
    pairs.removeAll()
  }
}
