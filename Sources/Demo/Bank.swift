import Quantities

/// The demo firm's bank: turns receipts into the movements of its statements, day by day.
struct Bank {
  private(set) var euros: StatementBook
  private(set) var dollars: StatementBook?
  private let plan: WorldPlan
  private let payments: Payments
  private let customers: [DemoCustomer]
  private let words: RemittanceWords
  private let truth: TruthFiles
  private let noise: Noise
  private var reference = 0

  init(
    _ world: (plan: WorldPlan, firm: DemoFirm, customers: [DemoCustomer], numberWidth: Int),
    payments: Payments, truth: TruthFiles, folder: String
  ) {
    plan = world.plan
    customers = world.customers
    self.payments = payments
    self.truth = truth
    words = RemittanceWords(
      documents: payments.documents, shares: payments.shares, numberWidth: world.numberWidth)
    noise = Noise(seed: plan.seed)
    euros = StatementBook(
      world.firm, currency: .eur, opening: Money(cents: 48_217_36), from: plan.firstDay, in: folder)
    if let dollar = Currency("USD"), customers.contains(where: { $0.isInDollars }) {
      dollars = StatementBook(
        world.firm, currency: dollar, opening: Money(cents: 3_150_00), from: plan.firstDay,
        in: folder)
    }
  }

  /// Writes every statement up to the last day, telling `progress` how many receipts are done.
  mutating func write(progress: (Int) -> Void) throws(DemoError) {
    let order = Bank.byDay(payments.receipts, from: plan.firstDay)
    var next = 0
    var day = plan.firstDay
    while day <= plan.lastDay {
      var end = next
      while end < order.count, payments.receipts[Int(order[end])].day == day { end += 1 }
      try receive(order[next..<end], on: day)
      try addNoise(on: day)
      try euros.closeDay(day, isLast: day == plan.lastDay)
      try dollars?.closeDay(day, isLast: day == plan.lastDay)
      next = end
      progress(next)
      day = day.nextDay
    }
    for setOff in payments.setOffs { try add(setOff) }
  }

  /// The places of the receipts in order of day, then as they were made.
  private static func byDay(_ receipts: [Receipt], from first: Day) -> [Int32] {
    let days = (receipts.map { $0.day.number }.max() ?? first.number) - first.number + 2
    var starts = Array(repeating: 0, count: Int(days) + 1)
    for receipt in receipts { starts[Int(receipt.day.number - first.number) + 1] += 1 }
    for day in 0..<Int(days) { starts[day + 1] += starts[day] }
    var order = Array(repeating: Int32(0), count: receipts.count)
    for (place, receipt) in receipts.enumerated() {
      let day = Int(receipt.day.number - first.number)
      order[starts[day]] = Int32(place)
      starts[day] += 1
    }
    return order
  }

  private mutating func receive(_ places: ArraySlice<Int32>, on day: Day) throws(DemoError) {
    var collected: [Int] = []
    var cheques: [Int] = []
    for place in places {
      switch payments.receipts[Int(place)].kind {
      case .transfer, .returned: try single(Int(place))
      case .directDebit: collected.append(Int(place))
      case .cheque: cheques.append(Int(place))
      }
    }
    try batch(collected, .directDebit, "REMISE PRLV SEPA", showsDetails: true, on: day)
    // Every other bag of cheques comes back from the bank without its list.
    let isListed = day.number / 7 % 2 == 0
    try batch(cheques, .cheques, "REMISE CHEQUES", showsDetails: isListed, on: day)
  }

  // MARK: movements

  private mutating func single(_ place: Int) throws(DemoError) {
    let receipt = payments.receipts[place]
    let customer = customers[Int(receipt.customer)]
    var random = SplitMix64(plan.seed, .line, place)
    let (detail, text) = detail(receipt, customer, &random)
    reference += 1
    let isReturn = receipt.kind == .returned
    let entry = BankEntry(
      number: reference, day: receipt.day, cents: receipt.cents,
      currency: customer.isInDollars ? Currency("USD") ?? .eur : .eur,
      operation: isReturn ? .returned : .transferIn,
      label: isReturn ? "REJET PRLV SEPA" : "VIR SEPA RECU",
      details: [detail])
    if customer.isInDollars { dollars?.add(entry) } else { euros.add(entry) }
    try tell(
      [place],
      TruthFiles.Movement(
        reference: reference, day: receipt.day, cents: receipt.cents,
        amount: receipt.amount.rawValue, text: text.rawValue, payer: payer(receipt, customer)))
  }

  private func payer(_ receipt: Receipt, _ customer: DemoCustomer) -> String {
    if receipt.isAnonymous { return "stranger" }
    return customer.group.isEmpty ? "customer" : "parent"
  }

  private func detail(
    _ receipt: Receipt, _ customer: DemoCustomer, _ random: inout SplitMix64
  ) -> (BankEntry.Detail, RemittanceWords.Text) {
    var text = ByteText(capacity: 160)
    let way = words.put(receipt, by: customer, into: &text, &random)
    var detail = BankEntry.Detail(cents: receipt.cents)
    detail.text = text.bytes
    if receipt.isAnonymous {
      detail.name = Array(("M " + random.pick(Vocabulary.surnames).bankCapitals).utf8)
    } else {
      detail.name = customer.bankName
      if customer.isIBANShown { detail.iban = customer.bankIBAN }
      if random.chance(450) { detail.endToEnd = "VIR" + random.digits(8) }
    }
    if receipt.kind == .returned {
      detail.endToEnd = mandateReference(receipt)
      detail.returnReason = random.chance(700) ? "AM04" : "MD01"
    }
    if receipt.kind == .directDebit { detail.endToEnd = mandateReference(receipt) }
    return (detail, way)
  }

  /// The reference that we gave our own collection: the invoice's number.
  private func mandateReference(_ receipt: Receipt) -> String {
    let share = payments.shares[Int(receipt.firstShare)]
    var text = ByteText(capacity: 24)
    text.put(numberOf: payments.documents[Int(share.document)], width: words.numberWidth)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private mutating func batch(
    _ places: [Int], _ operation: BankEntry.Operation, _ label: String, showsDetails: Bool,
    on day: Day
  ) throws(DemoError) {
    guard !places.isEmpty else { return }
    var details: [BankEntry.Detail] = []
    var total: Int64 = 0
    for place in places {
      let receipt = payments.receipts[place]
      total += receipt.cents
      guard showsDetails else { continue }
      var random = SplitMix64(plan.seed, .line, place)
      details.append(detail(receipt, customers[Int(receipt.customer)], &random).0)
    }
    reference += 1
    euros.add(
      BankEntry(
        number: reference, day: day, cents: total, currency: .eur, operation: operation,
        label: "\(label) \(places.count) N\(reference)", details: details,
        batchCount: places.count))
    try tell(
      places,
      TruthFiles.Movement(
        reference: reference, day: day, cents: total,
        amount: places.count > 1 ? "batch" : "exact", text: showsDetails ? "exact" : "none",
        payer: showsDetails ? "customer" : "nobody"))
  }

  private mutating func addNoise(on day: Day) throws(DemoError) {
    for line in noise.lines(on: day, balance: euros.balance) {
      reference += 1
      var name = ByteText()
      name.put(xml: line.name)
      var text = ByteText()
      text.put(xml: line.label)
      let detail = BankEntry.Detail(
        cents: line.cents, name: name.bytes, text: line.operation == .fee ? [] : text.bytes)
      euros.add(
        BankEntry(
          number: reference, day: day, cents: line.cents, currency: .eur,
          operation: line.operation, label: line.label, details: [detail]))
      try truth.add(
        TruthFiles.Movement(
          reference: reference, day: day, cents: line.cents, amount: "noise", text: "none",
          payer: "nobody"), customer: nil, document: nil, cents: 0)
    }
  }

  // MARK: truth

  private func tell(_ places: [Int], _ movement: TruthFiles.Movement) throws(DemoError) {
    for place in places {
      let receipt = payments.receipts[place]
      let customer = customers[Int(receipt.customer)]
      let first = Int(receipt.firstShare)
      for share in payments.shares[first..<first + Int(receipt.shareCount)] {
        try truth.add(
          movement, customer: customer,
          document: share.document < 0 ? nil : payments.documents[Int(share.document)],
          cents: share.cents)
      }
    }
  }

  private func add(_ setOff: SetOff) throws(DemoError) {
    let movement = TruthFiles.Movement(
      reference: 0, day: setOff.day, cents: 0, amount: "contra", text: "", payer: "")
    let invoice = payments.documents[Int(setOff.invoice)]
    let customer = customers[Int(invoice.customer)]
    try truth.add(movement, customer: customer, document: invoice, cents: setOff.cents)
    try truth.add(
      movement, customer: customer, document: payments.documents[Int(setOff.credit)],
      cents: -setOff.cents)
  }
}
