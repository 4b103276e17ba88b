import Law
import Quantities

/// Every invoice and credit note of a world, in order of issue.
struct Sales {
  private(set) var documents: [DemoDocument] = []
  /// How many of `documents`, from the front, are invoices.
  let invoiceCount: Int
  /// Digits of the number within the year.
  let numberWidth: Int

  private let plan: WorldPlan
  private var sequences: [Int: Int] = [:]

  init(_ plan: WorldPlan, customers: [DemoCustomer]) {
    self.plan = plan
    invoiceCount = plan.invoices
    numberWidth = plan.invoices > 60_000 ? 7 : 5
    documents.reserveCapacity(plan.invoices + plan.invoices / 20)
    invoice(customers)
    playScenes(customers)
    credit(customers)
  }

  // MARK: invoices

  private mutating func invoice(_ customers: [DemoCustomer]) {
    let weights = dayWeights()
    let total = weights.reduce(0) { $0 + $1.weight }
    let chooser = CustomerChooser(customers.count, seed: plan.seed)
    var soFar = 0
    for (day, weight) in weights {
      soFar += weight
      let upTo = plan.invoices * soFar / total
      while documents.count < upTo {
        let place = documents.count
        documents.append(invoice(place, on: day, to: customers[chooser.customer(of: place)]))
      }
    }
  }

  /// More goes out at the end of a month, less in August.
  private func dayWeights() -> [(day: Day, weight: Int)] {
    var weights: [(Day, Int)] = []
    var day = plan.firstDay
    while day <= plan.lastDay {
      if plan.workdays.isWorked(day) {
        let season = day.month == 8 ? 5 : 10
        weights.append((day, day.endOfMonth.days(to: day) >= -4 ? 2 * season : season))
      }
      day = day.nextDay
    }
    return weights
  }

  private mutating func invoice(
    _ place: Int, on day: Day, to customer: DemoCustomer
  ) -> DemoDocument {
    let net = InvoiceLine.net(of: place, seed: plan.seed)
    let tax = Money(cents: net).scaled(by: customer.taxPercent, over: 100).cents
    sequences[day.year, default: 0] += 1
    var document = DemoDocument(
      .invoice, number: sequences[day.year]!, customer: customer.index, issue: day,
      due: Sales.due(customer.term, issue: day), net: net, tax: tax)
    document.form = plan.form(of: place, for: customer)
    if customer.habit == .instalments, document.form == .cii {
      document.due = document.instalments[0].due
    }
    if customer.habit == .disputes, document.form == .table {
      var random = SplitMix64(plan.seed, .sale, place)
      if random.chance(150) {
        document.dispute = UInt8(1 + random.below(Vocabulary.disputes.count))
      }
    }
    return document
  }

  static func due(_ term: TermFormula, issue: Day) -> Day {
    // A payment request is taken as received on the day it was sent: all went out electronically.
    let dates = TermDates(issue: issue, delivery: issue, receipt: issue)
    guard let due = try? DueDate.day(term, from: dates) else {
      preconditionFailure("every day a term may count from is given")
    }
    return due
  }

  /// Gives the first free invoice of each scene's day to the scene's customer, and leaves it open.
  private mutating func playScenes(_ customers: [DemoCustomer]) {
    guard plan.invoices >= 10 * Cast.openScenes.count else { return }
    for scene in Cast.openScenes where scene.part < customers.count {
      let day = plan.today.adding(days: -scene.daysAgo)
      guard
        let place = documents.firstIndex(where: {
          $0.issue >= day && !$0.isScene && $0.form == .table
        })
      else { continue }
      let customer = customers[scene.part]
      let old = documents[place]
      let tax = Money(cents: old.netCents).scaled(by: customer.taxPercent, over: 100).cents
      var document = DemoDocument(
        .invoice, number: Int(old.sequence), customer: customer.index, issue: old.issue,
        due: Sales.due(customer.term, issue: old.issue), net: old.netCents, tax: tax)
      document.isScene = true
      if customer.habit == .disputes { document.dispute = 1 }
      documents[place] = document
    }
  }

  // MARK: credit notes

  private mutating func credit(_ customers: [DemoCustomer]) {
    var planned: [(day: Day, invoice: Int)] = []
    for place in documents.indices where !documents[place].isScene {
      var random = SplitMix64(plan.seed, .credit, place)
      guard random.chance(35) else { continue }
      let day = plan.workdays.onOrAfter(
        documents[place].issue.adding(days: random.within(4...40)))
      if day <= plan.lastDay { planned.append((day, place)) }
    }
    planned.sort { ($0.day, $0.invoice) < ($1.day, $1.invoice) }
    sequences = [:]
    for (day, place) in planned {
      documents.append(credit(place, on: day, customers[Int(documents[place].customer)]))
    }
  }

  private mutating func credit(
    _ place: Int, on day: Day, _ customer: DemoCustomer
  ) -> DemoDocument {
    var random = SplitMix64(plan.seed, .credit, place)
    random = SplitMix64(random.next())
    let invoice = documents[place]
    let isError = random.chance(550)
    // An error may cancel the whole invoice; an allowance is a part of it.
    let isWhole = isError && random.chance(250)
    let percent = Int64(random.within(5...30))
    let net =
      isWhole
      ? invoice.netCents
      : max(1, Money(cents: invoice.netCents).scaled(by: percent, over: 100).cents)
    let tax =
      isWhole
      ? invoice.taxCents : Money(cents: net).scaled(by: customer.taxPercent, over: 100).cents
    sequences[day.year, default: 0] += 1
    var document = DemoDocument(
      isError ? .creditForError : .creditAsAllowance, number: sequences[day.year]!,
      customer: customer.index, issue: day, due: day, net: net, tax: tax)
    document.corrects = Int32(place)
    document.form = plan.creditForm(of: place, for: invoice)
    return document
  }
}

/// Which customer an invoice is for: half go round all customers, half to the larger ones.
struct CustomerChooser {
  private let cumulated: [Int]
  private let seed: UInt64

  init(_ count: Int, seed: UInt64) {
    self.seed = seed
    var sum = 0
    cumulated = (0..<count).map { index in
      var random = SplitMix64(seed, .sale, -1 - index)
      let draw = 1 + random.below(100)
      sum += 10 + 1000 / draw
      return sum
    }
  }

  func customer(of place: Int) -> Int {
    let count = cumulated.count
    // A stride prime to the count visits everybody before anybody twice.
    if place % 2 == 0 { return place / 2 % count * stride(count) % count }
    var random = SplitMix64(seed, .sale, place)
    let target = random.below(cumulated[count - 1])
    var low = 0
    var high = count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] <= target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func stride(_ count: Int) -> Int {
    [7919, 104_729, 1].first { $0 % count != 0 && CustomerChooser.isPrime($0, to: count) } ?? 1
  }

  private static func isPrime(_ left: Int, to right: Int) -> Bool {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left == 1
  }
}
