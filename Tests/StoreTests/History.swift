import Law
import Ledger
import Quantities
import Store

/// A book grown at random, with its own plain account of every balance on every day.
struct History {
  struct Document {
    let number: EntryNumber
    let customer: CustomerID
    let currency: Currency
    let total: Money
    let happened: Day
    let learned: Day
  }
  struct Line {
    let number: EntryNumber
    let currency: Currency
    let amount: Money
  }
  /// Something taken off a document, a line, or both.
  struct Taking {
    let number: EntryNumber
    let customer: CustomerID?
    let currency: Currency
    let document: EntryNumber?
    let line: EntryNumber?
    let amount: Money
    let happened: Day
    let learned: Day
    var reversed: (happened: Day, learned: Day)?
    /// The other half of a set-off.
    var sibling: EntryNumber?
    var isOnAccount: Bool { document == nil && customer != nil }

    func stands(at moment: Moment) -> Bool {
      guard moment.holds(happened, learned) else { return false }
      return reversed.map { !moment.holds($0.happened, $0.learned) } ?? true
    }
  }

  let firstDay = Day(2026, 1, 1)
  private(set) var customers: [CustomerID] = []
  private(set) var documents: [Document] = []
  private(set) var lines: [Line] = []
  private(set) var takings: [Taking] = []
  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed) }

  func open(_ document: Document, at moment: Moment = .now) -> Money {
    guard moment.holds(document.happened, document.learned) else { return .zero }
    let taken = takings.filter { $0.document == document.number && $0.stands(at: moment) }
    return document.total - taken.map(\.amount).sum()
  }

  func open(_ line: Line) -> Money {
    line.amount
      - takings.filter { $0.line == line.number && $0.stands(at: .now) }
      .map(\.amount).sum()
  }

  private mutating func day() -> Day { firstDay.adding(days: .random(in: 0...300, using: &random)) }
  private mutating func currency() -> Currency {
    Int.random(in: 0..<5, using: &random) == 0 ? Currency("USD")! : .eur
  }
  private mutating func amount(upTo most: Int64) -> Money {
    Money(cents: .random(in: 1...most, using: &random))
  }

  /// Appends some facts of any kind.
  mutating func grow(by count: Int, with pen: BookWriter) throws {
    while customers.count < 4 { customers.append(try pen.open("Client \(customers.count)")) }
    for _ in 0..<count {
      switch Int.random(in: 0..<20, using: &random) {
      case 0...3: try addInvoice(pen)
      case 4: try addCreditNote(pen)
      case 5...7: try addLine(pen)
      case 8...12: try allocate(pen)
      case 13: try setOff(pen)
      case 14: try writeOff(pen)
      case 15: try setAside(pen)
      case 16, 17: try reverse(pen)
      default: try addIncident(pen)
      }
    }
  }

  private mutating func addInvoice(_ pen: BookWriter) throws {
    let (issue, currency) = (day(), currency())
    let customer = customers.randomElement(using: &random)!
    let parts = (0..<Int.random(in: 1...3, using: &random)).map {
      Instalment(due: issue.adding(days: 30 * ($0 + 1)), amount: amount(upTo: 500_00))
    }
    let total = parts.map(\.amount).sum()
    let invoice = Invoice(
      number: "F\(pen.nextNumber.raw)", issue: issue, instalments: parts, net: total, tax: .zero,
      gross: total, payable: total)
    let number = try pen.append(
      .invoice(invoice), customer: customer, currency: currency, happened: issue)
    documents.append(
      Document(
        number: number!, customer: customer, currency: currency, total: total, happened: issue,
        learned: pen.learned))
  }

  private mutating func addCreditNote(_ pen: BookWriter) throws {
    let (issue, currency) = (day(), currency())
    let customer = customers.randomElement(using: &random)!
    let total = amount(upTo: 300_00)
    let credit = CreditNote(
      number: "A\(pen.nextNumber.raw)", issue: issue, gross: total, net: total, tax: .zero)
    let number = try pen.append(
      .creditNote(credit), customer: customer, currency: currency, happened: issue)
    documents.append(
      Document(
        number: number!, customer: customer, currency: currency, total: -total, happened: issue,
        learned: pen.learned))
  }

  private mutating func addLine(_ pen: BookWriter) throws {
    let returned = Int.random(in: 0..<6, using: &random) == 0
    let amount = returned ? -amount(upTo: 200_00) : amount(upTo: 900_00)
    let (day, currency) = (day(), currency())
    let line = BankLine(
      account: "FR76", currency: currency, booked: day, amount: amount,
      text: "ligne \(pen.nextNumber.raw)", operation: returned ? .returned : .transfer)
    let number = try pen.append(.bankLine(line), currency: currency, happened: day)
    lines.append(Line(number: number!, currency: currency, amount: amount))
  }

  private mutating func note(_ taking: Taking) { takings.append(taking) }

  private mutating func allocate(_ pen: BookWriter) throws {
    guard let line = lines.randomElement(using: &random) else { return }
    let left = open(line)
    if left.isZero { return }
    let part = Bool.random(using: &random) ? left.magnitude : amount(upTo: left.magnitude.cents)
    let signed = left.isNegative ? -part : part
    let document = documents.filter { $0.currency == line.currency }
      .randomElement(using: &random)
    let onAccount = Int.random(in: 0..<5, using: &random) == 0
    let customer =
      onAccount || document == nil
      ? customers.randomElement(using: &random)! : document!.customer
    let target = onAccount ? nil : document?.number
    let day = day()
    let number = try pen.append(
      .allocation(
        Allocation(
          line: line.number, document: target, amount: signed, mode: .applied, score: 900,
          reasons: "essai")), customer: customer, currency: line.currency, happened: day)
    note(
      Taking(
        number: number!, customer: customer, currency: line.currency, document: target,
        line: line.number, amount: signed, happened: day, learned: pen.learned))
  }

  private mutating func setOff(_ pen: BookWriter) throws {
    guard let credit = documents.filter({ $0.total.isNegative }).randomElement(using: &random),
      let invoice = documents.filter({
        $0.total.isPositive && $0.customer == credit.customer && $0.currency == credit.currency
      }).randomElement(using: &random)
    else { return }
    let (part, day, first) = (amount(upTo: 100_00), day(), pen.nextNumber)
    for (document, amount) in [(invoice, part), (credit, -part)] {
      let number = try pen.append(
        .allocation(
          Allocation(
            line: nil, document: document.number, amount: amount, mode: .setOff, score: 1000,
            reasons: "avoir", creditReason: .error)),
        customer: credit.customer, currency: credit.currency, happened: day)
      note(
        Taking(
          number: number!, customer: credit.customer, currency: credit.currency,
          document: document.number, line: nil, amount: amount, happened: day,
          learned: pen.learned,
          sibling: EntryNumber(number! == first ? first.raw + 1 : first.raw)))
    }
  }

  private mutating func writeOff(_ pen: BookWriter) throws {
    guard let document = documents.randomElement(using: &random) else { return }
    let (part, day) = (amount(upTo: 50_00), day())
    let number = try pen.append(
      .writeOff(WriteOff(document: document.number, amount: part, reason: "écart")),
      customer: document.customer, currency: document.currency, happened: day)
    note(
      Taking(
        number: number!, customer: document.customer, currency: document.currency,
        document: document.number, line: nil, amount: part, happened: day, learned: pen.learned))
  }

  private mutating func setAside(_ pen: BookWriter) throws {
    guard let line = lines.randomElement(using: &random), !open(line).isZero else { return }
    let (left, day) = (open(line), day())
    let number = try pen.append(
      .setAside(SetAside(line: line.number, reason: "TVA")), currency: line.currency,
      happened: day)
    note(
      Taking(
        number: number!, customer: nil, currency: line.currency, document: nil,
        line: line.number, amount: left, happened: day, learned: pen.learned))
  }

  private mutating func reverse(_ pen: BookWriter) throws {
    guard let target = takings.filter({ $0.reversed == nil }).randomElement(using: &random)
    else { return }
    let day = day()
    for number in [target.number] + (target.sibling.map { [$0] } ?? []) {
      try pen.append(
        .reversal(Reversal(of: number, reason: "erreur")), customer: target.customer,
        happened: day)
      let place = takings.firstIndex { $0.number == number }!
      takings[place].reversed = (day, pen.learned)
    }
  }

  private mutating func addIncident(_ pen: BookWriter) throws {
    let customer = customers.randomElement(using: &random)!
    let facts: [Fact] = [
      .promise(PromiseToPay(on: day(), amount: amount(upTo: 10_00), words: "")),
      .snooze(Snooze(until: day(), reason: "")),
      .reminder(Reminder(level: "firm", channel: .call, documents: [], note: "")),
      .insolvency(Insolvency(kind: .safeguard, opened: day(), source: "")),
    ]
    try pen.append(facts.randomElement(using: &random)!, customer: customer, happened: day())
  }
}

extension Moment {
  /// Whether a fact of these days belongs to what is read.
  func holds(_ happened: Day, _ learned: Day) -> Bool {
    (asOf.map { happened <= $0 } ?? true) && (knownOn.map { learned <= $0 } ?? true)
  }
}
