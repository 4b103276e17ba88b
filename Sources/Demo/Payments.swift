import Quantities

/// Every payment of a world up to its last day, customer by customer.
struct Payments {
  /// In no order of days.
  private(set) var receipts: [Receipt] = []
  private(set) var shares: [Share] = []
  private(set) var setOffs: [SetOff] = []
  private(set) var documents: [DemoDocument]
  private let plan: WorldPlan

  init(_ plan: WorldPlan, sales: Sales, customers: [DemoCustomer]) {
    self.plan = plan
    documents = sales.documents
    receipts.reserveCapacity(documents.count)
    shares.reserveCapacity(documents.count + documents.count / 8)
    let sheets = CustomerSheets(documents, customers: customers.count)
    for customer in customers { pay(sheets[customer.index], by: customer) }
  }

  /// A part of an invoice that the customer will pay on a day.
  private typealias Instalment = (day: Day, document: Int32, cents: Int64)

  private mutating func pay(_ sheet: ArraySlice<Int32>, by customer: DemoCustomer) {
    var random = SplitMix64(plan.seed, .payment, customer.index)
    let timing = Timing(customer, plan: plan, &random)
    var due: [Instalment] = []
    // Credit notes not yet set against anything, oldest first.
    var credits: [Int32] = []
    for place in sheet where documents[Int(place)].isCredit { credits.append(place) }
    setOff(&credits, before: timing)
    for place in sheet where !documents[Int(place)].isCredit {
      for (day, cents) in timing.plan(documents[Int(place)], &random) {
        due.append((day, place, cents))
      }
    }
    due.sort { ($0.day, $0.document) < ($1.day, $1.document) }
    var start = 0
    while start < due.count, due[start].day <= plan.lastDay {
      var end = start + 1
      while end < due.count, due[end].day == due[start].day, timing.joins { end += 1 }
      receive(due[start..<end], from: customer, credits: &credits, &random)
      start = end
    }
  }

  /// A credit note that comes before its invoice is paid shrinks that invoice; the others wait.
  private mutating func setOff(_ credits: inout [Int32], before timing: Timing) {
    var waiting: [Int32] = []
    for credit in credits {
      let note = documents[Int(credit)]
      let invoice = Int(note.corrects)
      let cents = min(-note.openCents, documents[invoice].openCents)
      guard note.issue <= timing.earliest(documents[invoice]), cents > 0 else {
        waiting.append(credit)
        continue
      }
      documents[invoice].openCents -= cents
      documents[Int(credit)].openCents += cents
      setOffs.append(
        SetOff(invoice: Int32(invoice), credit: credit, day: note.issue, cents: cents))
    }
    credits = waiting
  }

  private mutating func receive(
    _ parts: ArraySlice<Instalment>, from customer: DemoCustomer, credits: inout [Int32],
    _ random: inout SplitMix64
  ) {
    let first = shares.count
    for part in parts {
      let cents = min(part.cents, documents[Int(part.document)].openCents)
      if cents > 0 { shares.append(Share(document: part.document, cents: cents)) }
    }
    guard shares.count > first, let day = parts.first?.day else { return }
    var total = shares[first...].reduce(0) { $0 + $1.cents }
    var amount = Receipt.Amount.exact
    if shares.count - first > 1 { amount = .several }
    if total < documents[Int(shares[first].document)].openCents { amount = .partial }
    if customer.habit != .directDebit {
      let taken = takeOff(&credits, from: total, on: day)
      if taken > 0 { amount = .netOfCredit }
      total -= taken
    }
    if customer.habit == .charges, amount != .netOfCredit {
      let kept = chargesKept(total, customer, &random)
      if kept > 0 { amount = .short }
      shares[shares.count - 1].cents -= kept
      total -= kept
    }
    if customer.habit == .overpays, random.chance(300) {
      let rounded = (total / 10_000 + 1) * 10_000
      shares.append(Share(document: -1, cents: rounded - total))
      total = rounded
      amount = .over
    }
    book(kind(customer), amount, customer, on: day, cents: total, from: first, &random)
    follow(customer, on: day, from: first, &random)
  }

  private func kind(_ customer: DemoCustomer) -> Receipt.Kind {
    switch customer.habit {
    case .directDebit: .directDebit
    case .cheque: .cheque
    default: .transfer
    }
  }

  /// Credit notes already received are taken off the payment while it stays positive.
  private mutating func takeOff(
    _ credits: inout [Int32], from total: Int64, on day: Day
  ) -> Int64 {
    var taken: Int64 = 0
    credits.removeAll { credit in
      let open = -documents[Int(credit)].openCents
      guard documents[Int(credit)].issue <= day, taken + open < total else { return false }
      shares.append(Share(document: credit, cents: -open))
      taken += open
      return true
    }
    return taken
  }

  private func chargesKept(
    _ total: Int64, _ customer: DemoCustomer, _ random: inout SplitMix64
  ) -> Int64 {
    if random.chance(500) { return 0 }
    // The cents are left out, or the bank keeps its fee.
    let kept = random.chance(500) ? total % 100 : 1_500
    return min(kept, total / 2)
  }

  private mutating func book(
    _ kind: Receipt.Kind, _ amount: Receipt.Amount, _ customer: DemoCustomer, on day: Day,
    cents: Int64, from first: Int, _ random: inout SplitMix64
  ) {
    for share in shares[first...] where share.document >= 0 {
      documents[Int(share.document)].openCents -= share.cents
    }
    var receipt = Receipt(
      kind: kind, amount: amount, customer: Int32(customer.index), day: day, cents: cents,
      firstShare: Int32(first), shareCount: Int32(shares.count - first))
    receipt.isAnonymous = kind == .transfer && random.chance(customer.habit == .careless ? 90 : 6)
    receipts.append(receipt)
  }

  /// The same invoice paid a second time, or a direct debit that comes back.
  private mutating func follow(
    _ customer: DemoCustomer, on day: Day, from first: Int, _ random: inout SplitMix64
  ) {
    let end = shares.count
    if customer.habit == .doubles, random.chance(140) {
      let again = plan.workdays.onOrAfter(day.adding(days: random.within(3...9)))
      guard again <= plan.lastDay else { return }
      let cents = shares[first..<end].reduce(0) { $0 + $1.cents }
      shares.append(Share(document: -1, cents: cents))
      book(.transfer, .twice, customer, on: again, cents: cents, from: end, &random)
    }
    guard customer.habit == .directDebit, random.chance(90) else { return }
    let back = plan.workdays.onOrAfter(day.adding(days: random.within(2...6)))
    guard back <= plan.lastDay else { return }
    let cents = shares[first..<end].reduce(0) { $0 + $1.cents }
    for place in first..<end {
      shares.append(Share(document: shares[place].document, cents: -shares[place].cents))
    }
    book(.returned, .returned, customer, on: back, cents: -cents, from: end, &random)
    let later = plan.workdays.onOrAfter(back.adding(days: random.within(12...30)))
    guard later <= plan.lastDay else { return }
    let again = shares.count
    for place in first..<end { shares.append(shares[place]) }
    book(.transfer, .exact, customer, on: later, cents: cents, from: again, &random)
  }
}

/// The places of each customer's documents, in order of issue, invoices before credit notes.
struct CustomerSheets {
  private var starts: [Int]
  private var places: [Int32]

  init(_ documents: [DemoDocument], customers: Int) {
    starts = Array(repeating: 0, count: customers + 1)
    for document in documents { starts[Int(document.customer) + 1] += 1 }
    for index in 0..<customers { starts[index + 1] += starts[index] }
    var next = starts
    places = Array(repeating: 0, count: documents.count)
    for (place, document) in documents.enumerated() {
      places[next[Int(document.customer)]] = Int32(place)
      next[Int(document.customer)] += 1
    }
  }

  subscript(customer: Int) -> ArraySlice<Int32> { places[starts[customer]..<starts[customer + 1]] }
}
