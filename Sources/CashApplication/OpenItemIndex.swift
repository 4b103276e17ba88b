import Ledger
import Quantities

/// The documents of one currency that money may settle, found by number, by amount and by customer.
///
/// Made once for an import. A customer's documents lie side by side in order of issue, so that what
/// one payer owes is read in one go; settling a document changes it in place.
public struct OpenItemIndex: Sendable {
  /// What money moves of a document; small, as it is read again and again.
  struct Item {
    let customer: Int32
    let issue: Int32
    let due: Int32
    /// The day from which what is open may be paid: the issue, or the day it was re-opened.
    var openSince: Int32
    var open: Int64
    /// What the document asked for.
    let total: Int64
    /// Whether a line that names it settled it.
    var isProven = false
    /// The day a credit note for the whole of it was issued, while neither was touched.
    var cancelled = Int32.max
    /// The day by which a line that may pay any of several equal documents presumably paid this
    /// one.
    var presumed = Int32.max
    /// The invoice that it corrects; -1 when none is known.
    var corrected: Int32 = -1
    /// When it was last settled by a line; `Int32.min` before.
    var paid = Int32.min

    /// Whether money of that day may settle it.
    @inline(__always) func isOpen(on day: Int32) -> Bool {
      open != 0 && openSince <= day && day < cancelled
    }
  }

  /// By what a text may mention a document.
  struct Mark {
    let id: EntryNumber
    let digits: Digits
    /// The last run of digits.
    let tail: UInt64
    let order: UInt64
    let tailCount: UInt8

    /// The digits before the last run.
    var headCount: Int { digits.count - Int(tailCount) }
    var head: UInt64 {
      digits.count <= mostDigits ? digits.value / powersOfTen[Int(tailCount)] : 0
    }
  }

  var items: [Item] = []
  private(set) var glances: [Glance] = []
  private(set) var marks: [Mark] = []
  private(set) var numbers: [String] = []
  private(set) var customers: [CustomerID] = []
  /// By what each customer pays as a rule, by its place; shorter where the rest is unknown.
  private var means: [PaymentMeans?] = []
  private var places = KeyTable()
  /// Where each customer's documents begin; one more than there are customers.
  private(set) var starts: [Int32] = [0]
  /// For each document itself while it is open, else where to look for the next one.
  var nextOpen: [Int32] = []
  private(set) var byNumber = KeyTable()
  var byAmount = KeyTable()
  private(set) var byAccount = KeyTable()
  /// The orders that documents bear.
  private var orders = KeyTable()
  /// The words that numbers and orders begin with.
  private var prefixes = KeyTable()
  /// What our documents' numbers look like: the word they begin with, or the digits, and how long.
  private var shapes = KeyTable()
  private(set) var names = PayerNames()
  private(set) var groups = PayerNames()
  var scratch = RemittanceText()
  /// What was added and has no place in the order yet.
  private var added: [Addition] = []
  private var aliases: [Quoted] = []
  private var corrections: [Quoted] = []
  private var isSealed = false
  /// A row of more digits than this mentions no document: it is longer by two than any number.
  private(set) var mostDigitsQuoted = 0
  /// Credit notes for the whole of an invoice, with that invoice.
  var pairs: [(credit: Int32, invoice: Int32)] = []
  /// What `allocate` closed because a credit note cancelled the whole invoice and no money came:
  /// the caller books these as set-offs.
  public internal(set) var setOffs: [SetOff] = []

  /// What a document's number is known by, until all documents are in order.
  private struct Addition {
    let whole: UInt64
    /// The digits alone; 0 when they name nothing by themselves.
    let figures: UInt64
  }

  /// Another number by which a document may be quoted, or that it quotes.
  private struct Quoted {
    let place: Int32
    let key: UInt64
  }

  public init(documents: [OpenDocument], payers: [KnownPayer]) {
    self.init(payers: payers, documentCount: documents.count)
    for document in documents { add(document) }
    seal()
  }

  /// An index without documents yet: they are added one by one, about so many.
  public init(payers: [KnownPayer], documentCount: Int = 0) {
    items.reserveCapacity(documentCount)
    marks.reserveCapacity(documentCount)
    numbers.reserveCapacity(documentCount)
    added.reserveCapacity(documentCount)
    for payer in payers { add(payer) }
    names.finish()
    groups.finish()
  }

  /// Adds a document, before the first line is read. One of more than a thousand billion is left
  /// out.
  public mutating func add(_ document: OpenDocument) {
    precondition(!isSealed, "documents come before lines")
    let largest = UInt64(largestAmountInCents)
    guard document.open.cents.magnitude <= largest, document.total.cents.magnitude <= largest
    else { return }
    let number = DocumentNumber(document.number, scratch: &scratch)
    note(number.key)
    for quoted in [document.paymentReference, document.settledBy] where !quoted.isEmpty {
      aliases.append(Quoted(place: Int32(items.count), key: key(of: quoted)))
    }
    if !document.corrects.isEmpty {
      corrections.append(Quoted(place: Int32(items.count), key: key(of: document.corrects)))
    }
    var order: UInt64 = 0
    if !document.order.isEmpty {
      let quoted = DocumentNumber(document.order, scratch: &scratch)
      order = quoted.key.whole
      if orders.first(order) < 0 { orders.insert(0, for: order) }
      note(prefix: quoted.prefix)
    }
    note(prefix: number.prefix)
    note(number)
    mostDigitsQuoted = max(mostDigitsQuoted, number.key.digitCount + 1)
    items.append(
      Item(
        customer: place(of: document.customer), issue: document.issue.number,
        due: document.due.number, openSince: document.issue.number, open: document.open.cents,
        total: document.total.cents))
    marks.append(
      Mark(
        id: document.id, digits: Digits(value: number.key.digits, count: number.key.digitCount),
        tail: number.tail, order: order, tailCount: UInt8(min(number.tailCount, 255))))
    numbers.append(document.number)
  }

  private mutating func note(_ key: NumberKey) {
    let isTelling = key.hasLetters && key.digitCount >= fewestDigits
    added.append(Addition(whole: key.whole, figures: isTelling ? key.figures : 0))
  }

  private mutating func key(of number: String) -> UInt64 {
    let quoted = DocumentNumber(number, scratch: &scratch)
    note(prefix: quoted.prefix)
    return quoted.key.whole
  }

  private mutating func note(prefix: UInt64) {
    if prefixes.first(prefix) < 0 { prefixes.insert(0, for: prefix) }
  }

  private mutating func note(_ number: DocumentNumber) {
    guard number.key.digitCount >= fewestDigits else { return }
    let shape = OpenItemIndex.shape(number.prefix, number.key)
    if shapes.first(shape) < 0 { shapes.insert(0, for: shape) }
  }

  /// Numbers that begin with the same word, or without a word with the same two digits, and are as
  /// long look alike.
  private static func shape(_ prefix: UInt64, _ key: NumberKey) -> UInt64 {
    let count = key.digitCount
    let isShort = count <= mostDigits && count >= 2
    let first = prefix == 0 && isShort ? key.digits / powersOfTen[count - 2] : 0
    return mixed(prefix ^ UInt64(count) << 8 ^ first << 32)
  }

  /// Whether a number that begins with this word, or with digits, looks like ours.
  func isLikeOurs(_ prefix: UInt64, _ key: NumberKey) -> Bool {
    shapes.first(OpenItemIndex.shape(prefix, key)) >= 0
  }

  /// Whether a number or an order of ours begins with this word.
  func isPrefix(_ word: UInt64) -> Bool { prefixes.first(word) >= 0 }

  /// Whether a document bears this order.
  func isOrder(_ key: UInt64) -> Bool { orders.first(key) >= 0 }

  private mutating func add(_ payer: KnownPayer) {
    let customer = place(of: payer.customer)
    if let known = payer.means {
      while means.count <= customer { means.append(nil) }
      means[Int(customer)] = known
    }
    names.add(PayerName(payer.name, scratch: &scratch), of: customer)
    if !payer.parent.isEmpty {
      groups.add(PayerName(payer.parent, scratch: &scratch), of: customer)
    }
    for iban in payer.ibans {
      if let key = payerKey(iban, seed: 11) { byAccount.insert(customer, for: key) }
    }
  }

  /// By what a customer pays as a rule, as its file says; nil when it does not.
  func means(of customer: Int32) -> PaymentMeans? {
    Int(customer) < means.count ? means[Int(customer)] : nil
  }

  private mutating func place(of customer: CustomerID) -> Int32 {
    let key = UInt64(bitPattern: customer.raw)
    if let place = places.newest(key) { return place }
    let place = Int32(customers.count)
    places.insert(place, for: key)
    customers.append(customer)
    return place
  }

  func knownPlace(of customer: CustomerID) -> Int32? {
    places.newest(UInt64(bitPattern: customer.raw))
  }

  // MARK: - Order

  /// Puts what was added in order: customer by customer, each in order of issue. No document comes
  /// after that.
  public mutating func seal() {
    guard !isSealed else { return }
    isSealed = true
    let order = placesInOrder()
    var moved = [Int32](repeating: 0, count: items.count)
    for (place, old) in order.enumerated() { moved[Int(old)] = Int32(place) }
    items = order.map { items[Int($0)] }
    marks = order.map { marks[Int($0)] }
    numbers = order.map { numbers[Int($0)] }
    glances = marks.map { Glance($0) }
    nextOpen = items.indices.map { Int32($0) }
    byNumber = KeyTable(capacity: items.count * 2)
    byAmount = KeyTable(capacity: items.count)
    for place in items.indices { noteAmount(Int32(place)) }
    noteNumbers(moved)
    for one in corrections { pair(moved[Int(one.place)], with: one.key) }
    pairs.sort { $0.credit < $1.credit }
    (added, aliases, corrections) = ([], [], [])
  }

  /// A counting sort by customer keeps the order given within each, which mostly is that of issue.
  private mutating func placesInOrder() -> [Int32] {
    starts = Array(repeating: 0, count: customers.count + 1)
    for item in items { starts[Int(item.customer) + 1] += 1 }
    for customer in customers.indices { starts[customer + 1] += starts[customer] }
    var free = starts
    var order = [Int32](repeating: 0, count: items.count)
    for (place, item) in items.enumerated() {
      order[Int(free[Int(item.customer)])] = Int32(place)
      free[Int(item.customer)] += 1
    }
    for customer in customers.indices {
      let range = Int(starts[customer])..<Int(starts[customer + 1])
      let isSorted = range.dropFirst().allSatisfy {
        items[Int(order[$0 - 1])].issue <= items[Int(order[$0])].issue
      }
      if !isSorted {
        order[range].sort { (items[Int($0)].issue, $0) < (items[Int($1)].issue, $1) }
      }
    }
    return order
  }

  private mutating func noteNumbers(_ moved: [Int32]) {
    for (place, addition) in added.enumerated() {
      byNumber.insert(moved[place], for: addition.whole)
      if addition.figures != 0 { byNumber.insert(moved[place], for: addition.figures) }
    }
    for alias in aliases where alias.key != added[Int(alias.place)].whole {
      byNumber.insert(moved[Int(alias.place)], for: alias.key)
    }
  }

  private mutating func noteAmount(_ place: Int32) {
    let item = items[Int(place)]
    byAmount.insert(place, for: OpenItemIndex.ownKey(item.customer, item.total))
    if item.open != item.total, item.open != 0 {
      byAmount.insert(place, for: OpenItemIndex.ownKey(item.customer, item.open))
    }
  }

  static func ownKey(_ customer: Int32, _ cents: Int64) -> UInt64 {
    mixed(UInt64(bitPattern: cents)) ^ UInt64(bitPattern: Int64(customer)) &* 0x9e37_79b9_7f4a_7c15
  }
}
