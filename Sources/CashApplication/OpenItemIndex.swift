public import Ledger
public import Quantities

/// The open documents of one currency, found by number, by amount and by customer.
///
/// Made once for an import; settling a document changes it in place. Documents of one customer
/// hang together in order of issue, settled ones drop out as they are met.
public struct OpenItemIndex: Sendable {
  struct Item {
    let id: EntryNumber
    let customer: Int32
    let issue: Int32
    let due: Int32
    var open: Int64
    let total: Int64
    let tail: UInt64
    let order: UInt64
    /// The day from which what is open may be paid: the issue, or the day it was re-opened.
    var openSince: Int32
    var isLinked: Bool
    /// The day a credit note for the whole of it was issued, while neither was touched.
    var cancelled = Int32.max
  }

  var items: [Item] = []
  private(set) var numbers: [String] = []
  private(set) var customers: [CustomerID] = []
  private var places: [CustomerID: Int32] = [:]
  /// Each customer's open documents in order of issue, with settled ones until they are met.
  private var chains: [[Int32]] = []
  private var byNumber: KeyTable
  private var byAmount: KeyTable
  private var byOwnAmount: KeyTable
  var byID: KeyTable
  private var byAccount = KeyTable()
  private(set) var names = PayerNames()
  private(set) var groups = PayerNames()
  private(set) var payers: [Int32: KnownPayer] = [:]
  var scratch = RemittanceText()

  public init(documents: [OpenDocument], payers: [KnownPayer]) {
    byNumber = KeyTable(capacity: documents.count * 2)
    byAmount = KeyTable(capacity: documents.count)
    byOwnAmount = KeyTable(capacity: documents.count)
    byID = KeyTable(capacity: documents.count)
    items.reserveCapacity(documents.count)
    numbers.reserveCapacity(documents.count)
    for payer in payers { add(payer) }
    names.finish()
    groups.finish()
    let isSorted = zip(documents, documents.dropFirst()).allSatisfy { $0.issue <= $1.issue }
    for document in isSorted ? documents : documents.sorted(by: { $0.issue < $1.issue }) {
      add(document)
    }
    findPairs(documents)
  }

  /// Adds a document issued since. One of more than a thousand billion is left out.
  public mutating func add(_ document: OpenDocument) {
    guard document.open.cents.magnitude <= UInt64(largestAmountInCents) else { return }
    let number = DocumentNumber(document.number, scratch: &scratch)
    let place = Int32(items.count)
    let customer = self.place(of: document.customer)
    var order: UInt64 = 0
    if !document.order.isEmpty {
      order = DocumentNumber(document.order, scratch: &scratch).whole
    }
    items.append(
      Item(
        id: document.id, customer: customer, issue: document.issue.number,
        due: document.due.number, open: document.open.cents,
        total: document.open.cents, tail: number.tail, order: order,
        openSince: document.issue.number, isLinked: false))
    numbers.append(document.number)
    byID.insert(place, for: UInt64(bitPattern: document.id.raw))
    byNumber.insert(place, for: number.whole)
    if number.digits != number.whole, number.digitCount >= fewestDigits {
      byNumber.insert(place, for: number.digits)
    }
    if !document.paymentReference.isEmpty {
      let quoted = DocumentNumber(document.paymentReference, scratch: &scratch)
      if quoted.whole != number.whole { byNumber.insert(place, for: quoted.whole) }
    }
    byAmount.insert(place, for: UInt64(bitPattern: document.open.cents))
    byOwnAmount.insert(place, for: OpenItemIndex.ownKey(customer, document.open.cents))
    link(place)
  }

  /// Takes an amount off what a document leaves open; a negative amount re-opens an invoice.
  public mutating func settle(_ document: EntryNumber, by amount: Money, on day: Day) {
    let entry = byID.first(UInt64(bitPattern: document.raw))
    guard entry >= 0 else { return }
    settle(byID.value(entry), by: amount.cents, on: day.number)
  }

  /// What is left of a document; nil when the index does not hold it.
  public func open(of document: EntryNumber) -> Money? {
    let entry = byID.first(UInt64(bitPattern: document.raw))
    return entry < 0 ? nil : Money(cents: items[Int(byID.value(entry))].open)
  }

  mutating func settle(_ place: Int32, by cents: Int64, on day: Int32) {
    items[Int(place)].open -= cents
    items[Int(place)].cancelled = .max
    if let invoice = pairs[place] { items[Int(invoice)].cancelled = .max }
    let open = items[Int(place)].open
    guard open != 0 else { return }
    if cents < 0, open > 0 { items[Int(place)].openSince = day }
    byAmount.insert(place, for: UInt64(bitPattern: open))
    if !items[Int(place)].isLinked { link(place) }
  }

  private mutating func add(_ payer: KnownPayer) {
    let customer = place(of: payer.customer)
    payers[customer] = payer
    names.add(PayerName(payer.name, scratch: &scratch), of: customer)
    if !payer.parent.isEmpty {
      groups.add(PayerName(payer.parent, scratch: &scratch), of: customer)
    }
    for iban in payer.ibans {
      if let key = payerKey(iban, seed: 11) { byAccount.insert(customer, for: key) }
    }
  }

  mutating func place(of customer: CustomerID) -> Int32 {
    if let place = places[customer] { return place }
    let place = Int32(customers.count)
    places[customer] = place
    customers.append(customer)
    chains.append([])
    return place
  }

  func knownPlace(of customer: CustomerID) -> Int32? { places[customer] }

  /// Puts a document in its customer's chain, in order of issue.
  private mutating func link(_ place: Int32) {
    items[Int(place)].isLinked = true
    let customer = Int(items[Int(place)].customer)
    let issue = items[Int(place)].issue
    var position = chains[customer].count
    while position > 0, items[Int(chains[customer][position - 1])].issue > issue { position -= 1 }
    chains[customer].insert(place, at: position)
  }

  /// The customer's documents with something open that stood on the books on that day.
  mutating func openItems(of customer: Int32, on day: Int32, into found: inout [Int32]) {
    var settled = 0
    for place in chains[Int(customer)] {
      let item = items[Int(place)]
      if item.issue > day { break }
      if item.open == 0 {
        settled += 1
      } else if item.openSince <= day, day < item.cancelled {
        found.append(place)
      }
    }
    guard settled > 8, settled * 4 > chains[Int(customer)].count else { return }
    for place in chains[Int(customer)] where items[Int(place)].open == 0 {
      items[Int(place)].isLinked = false
    }
    chains[Int(customer)].removeAll { items[Int($0)].open == 0 }
  }

  /// Documents whose open balance is exactly this, on the books on that day. False when there
  /// were too many to look at all.
  func items(ofAmount cents: Int64, on day: Int32, into found: inout [Int32]) -> Bool {
    var entry = byAmount.first(UInt64(bitPattern: cents))
    var steps = 0
    while entry >= 0 {
      let place = byAmount.value(entry)
      let item = items[Int(place)]
      if item.open == cents, item.openSince <= day, day < item.cancelled, !found.contains(place) {
        found.append(place)
      }
      steps += 1
      if steps > 2_048 || found.count > 64 { return false }
      entry = byAmount.next(entry)
    }
    return true
  }

  /// The customer's documents that asked for exactly this and are settled, issued by that day.
  func settledItems(
    of customer: Int32, asking cents: Int64, on day: Int32, into found: inout [Int32]
  ) {
    var entry = byOwnAmount.first(OpenItemIndex.ownKey(customer, cents))
    while entry >= 0, found.count < 256 {
      let place = byOwnAmount.value(entry)
      let item = items[Int(place)]
      if item.open == 0, item.total == cents, item.issue <= day { found.append(place) }
      entry = byOwnAmount.next(entry)
    }
  }

  private static func ownKey(_ customer: Int32, _ cents: Int64) -> UInt64 {
    mixed(UInt64(bitPattern: cents)) ^ UInt64(bitPattern: Int64(customer)) &* 0x9e37_79b9_7f4a_7c15
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
  func customers(ofAccount iban: String, into found: inout [Int32]) {
    guard let key = payerKey(iban, seed: 11) else { return }
    var entry = byAccount.first(key)
    while entry >= 0 {
      if !found.contains(byAccount.value(entry)) { found.append(byAccount.value(entry)) }
      entry = byAccount.next(entry)
    }
  }

  /// Credit notes that cancel an invoice whole, with that invoice.
  var pairs: [Int32: Int32] = [:]
  /// What `allocate` closed because a credit note cancelled the whole invoice and no money came:
  /// the caller books these as set-offs.
  public internal(set) var setOffs: [SetOff] = []
}
