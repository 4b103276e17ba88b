import Quantities

/// The measures of a world: its size, its days, and how its invoices are shared among formats.
struct WorldPlan {
  let customers: Int
  let invoices: Int
  let seed: UInt64
  let today: Day
  /// The first of the month, eighteen months ago.
  let firstDay: Day
  /// The working day before `today`: the last day of the bank statements too.
  let lastDay: Day
  let workdays: Workdays

  init(customers: Int, invoices: Int, seed: UInt64, today: Day) {
    self.customers = customers
    self.invoices = invoices
    self.seed = seed
    self.today = today
    let (year, month, _) = today.parts
    firstDay = Day(year, month, 1).adding(months: -18)
    lastDay = BankCalendar.france.onOrBefore(today.previousDay)
    workdays = Workdays(
      from: firstDay.adding(days: -31), through: today.adding(days: 400))
  }

  /// At most this many XML and PDF files, however many invoices.
  static let mostCII = 150
  static let mostUBL = 100
  static let mostFacturX = 100

  /// 15 % CII, 10 % UBL and 10 % PDF of a small world; a fixed few hundred of a large one.
  func form(of place: Int, for customer: DemoCustomer) -> DemoDocument.Form {
    var random = SplitMix64(seed, .file, place)
    let draw = random.below(1_000_000)
    let cii = share(150_000, most: WorldPlan.mostCII)
    let ubl = share(100_000, most: WorldPlan.mostUBL)
    let facturX = share(100_000, most: WorldPlan.mostFacturX)
    // Only a file of its own can carry several due dates.
    if customer.habit == .instalments, invoices <= 5000 { return .cii }
    if draw < cii { return .cii }
    if draw < cii + ubl { return .ubl }
    if draw < cii + ubl + facturX { return .facturX }
    return .table
  }

  /// A credit note goes out as its invoice did, save that a PDF is answered by XML.
  func creditForm(of place: Int, for invoice: DemoDocument) -> DemoDocument.Form {
    invoice.form == .facturX ? .cii : invoice.form
  }

  private func share(_ perMillion: Int, most: Int) -> Int {
    min(perMillion, most * 1_000_000 / max(1, invoices))
  }
}
