import Quantities

/// An invoice or a credit note of the demo firm, in as few bytes as a million of them ask for.
struct DemoDocument {
  enum Kind: UInt8 { case invoice, creditForError, creditAsAllowance }
  /// The file it is written to: a row of a table, or a file of its own.
  enum Form: UInt8 { case table, cii, ubl, facturX }

  let kind: Kind
  var form: Form
  /// It stays unpaid, so that the day's list shows one of its steps.
  var isScene = false
  /// 0, or one more than the place of the reason for which the customer contests it.
  var dispute: UInt8 = 0
  let customer: Int32
  /// Its number within its series and year.
  let sequence: Int32
  let issue: Day
  var due: Day
  /// The invoice that a credit note corrects; -1 on an invoice.
  var corrects: Int32 = -1
  /// Both positive on a credit note too.
  let netCents: Int64
  let taxCents: Int64
  /// What is left to pay, negative on a credit note.
  var openCents: Int64

  init(
    _ kind: Kind, number sequence: Int, customer: Int, issue: Day, due: Day, net: Int64, tax: Int64
  ) {
    self.kind = kind
    form = .table
    self.sequence = Int32(sequence)
    self.customer = Int32(customer)
    self.issue = issue
    self.due = due
    netCents = net
    taxCents = tax
    openCents = kind == .invoice ? net + tax : -(net + tax)
  }

  var isCredit: Bool { kind != .invoice }
  var grossCents: Int64 { netCents + taxCents }
  /// The day the goods left, a little before the invoice.
  var delivery: Day { issue.adding(days: -Int(sequence % 3)) }
  /// The day the customer ordered: each has a lead time of its own, give or take a day, and one
  /// order in twelve or so is a rush for which nothing was asked in return.
  var ordered: Day {
    let usual = 10 + Int(customer) % 3 * 5
    let isRush = (Int(sequence) * 7 + Int(customer)) % 12 == 0
    return delivery.adding(days: -(isRush ? usual / 4 : usual + Int(sequence) % 3 - 1))
  }
  /// The day the customer contested it.
  var disputed: Day { due.adding(days: -3) }
  /// The customer's order, which stands on the invoice.
  var order: Int { 4_500_000 + Int(customer) * 37 + Int(sequence) }

  /// Three due dates of a third each: 20, 40 and 60 days after issue.
  var instalments: [(due: Day, cents: Int64)] {
    let third = grossCents / 3
    return [
      (issue.adding(days: 20), third), (issue.adding(days: 40), third),
      (issue.adding(days: 60), grossCents - 2 * third),
    ]
  }
}

extension ByteText {
  /// `FA-2026-00012` or `AV-2026-00003`.
  mutating func put(numberOf document: DemoDocument, width: Int) {
    put(document.isCredit ? "AV-" : "FA-")
    put(number: document.issue.year, width: 4)
    put("-")
    put(number: Int(document.sequence), width: width)
  }
}

/// One line of an invoice.
struct InvoiceLine {
  let name: String
  let unit: String
  let quantity: Int
  let unitCents: Int
  var netCents: Int64 { Int64(quantity * unitCents) }

  /// The lines of the invoice at `place`: the same ones each time they are asked for.
  static func lines(of place: Int, seed: UInt64) -> [InvoiceLine] {
    var random = SplitMix64(seed, .lines, place)
    return (0..<count(&random)).map { _ in
      let (good, quantity) = drawn(&random)
      return InvoiceLine(
        name: good.name, unit: good.unit, quantity: quantity, unitCents: good.cents)
    }
  }

  /// The sum of those lines without making them.
  static func net(of place: Int, seed: UInt64) -> Int64 {
    var random = SplitMix64(seed, .lines, place)
    var net = 0
    for _ in 0..<count(&random) {
      let (good, quantity) = drawn(&random)
      net += good.cents * quantity
    }
    return Int64(net)
  }

  private static func count(_ random: inout SplitMix64) -> Int { random.within(1...3) }

  private static func drawn(
    _ random: inout SplitMix64
  ) -> (good: (name: String, cents: Int, unit: String), quantity: Int) {
    let good = Vocabulary.goods[random.below(Vocabulary.goods.count)]
    // Most lines come to some hundred euros, one in ten to some thousand.
    let target =
      random.chance(100)
      ? random.within(2_000_00...7_000_00)
      : random.within(120_00...1_400_00)
    return (good, max(1, target / good.cents))
  }
}
