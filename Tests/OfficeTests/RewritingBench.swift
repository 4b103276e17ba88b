import Delivery
import Dunning
import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// A firm with a plan of three e-mails and a mail server, that lives some days.
struct RewritingBench {
  let server: TestServer
  let bench: Bench

  /// Steps 3, 10 and 20 days after the due date, a week between contacts at least.
  /// `asked` is a day on which each customer was asked once by hand; `more` are further steps.
  init(
    _ invoices: [(customer: String, due: Day)], asked: Day? = nil, more: [DunningLevel] = []
  ) throws {
    server = try TestServer()
    bench = try Bench()
    let people = invoices.enumerated().map { "D\($0);\($1.customer);\($1.customer)@client.example" }
    try bench.take("gens.csv", (["Code;Nom;Email"] + people).joined(separator: "\n") + "\n")
    let rows = invoices.enumerated().map { place, invoice in
      let issued = invoice.due.adding(days: -30).french
      return "FA-\(place);D\(place);\(invoice.customer);\(issued);\(invoice.due.french);"
        + "500,00;100,00;600,00;EUR"
    }
    try bench.take("pieces.csv", ([Papers.header] + rows).joined(separator: "\n") + "\n")
    var firm = Firm()
    firm.name = "Firme SARL"
    try bench.desk.save(firm)
    try use(port: server.port)
    var plan = DunningPlan(
      key: "essai",
      levels: [
        DunningLevel(.courtesy, delayInDays: 3, tone: .courteous, asksAccessories: false)
      ] + more + [
        DunningLevel(.reminder, delayInDays: 10, tone: .factual),
        DunningLevel(.firm, delayInDays: 20, tone: .firm),
      ])
    plan.audience.customers = Set(try invoices.map { try bench.customer($0.customer) })
    let version = try bench.desk.save(plan, note: "")
    try bench.desk.activate("essai", version: version, note: "")
    let today = bench.today
    if let asked {
      bench.setToday(asked)
      for (place, invoice) in invoices.enumerated() {
        try bench.desk.recordContact(
          try bench.customer(invoice.customer),
          Reminder(
            level: "courtesy", channel: .email, documents: [try bench.document("FA-\(place)")],
            note: ""))
      }
    }
    try begin(today)
  }

  func use(port: Int, rehearsal: Bool = false, mostAnHour: Int = 1_000) throws {
    var settings = MailSettings()
    settings.outgoing.host = "127.0.0.1"
    settings.outgoing.port = "\(port)"
    settings.outgoing.security = .none
    settings.sender = "compta@firme.example"
    settings.isRehearsal = rehearsal
    settings.rehearsalAddress = "moi@firme.example"
    settings.mostAnHour = mostAnHour
    settings.token = "t0ken"
    try bench.desk.save(settings)
  }

  /// A new day, with the bank's lines of the day before.
  func begin(_ day: Day) throws {
    bench.setToday(day)
    let last = BankCalendar.france.onOrBefore(day.adding(days: -1))
    try bench.take("banque-\(day.iso).csv", Papers.bank((last.french, "FRAIS \(day.iso)", "-1,00")))
  }

  @discardableResult
  func send(minute: Int = 600) throws -> SendingReport {
    let moment = Instant(parisDay: bench.today, minute: minute)
    return try SendingRun(bench.desk, now: { moment }).send()
  }

  func messages(_ states: [MessageState] = MessageState.allCases) throws -> [OutboxMessage] {
    try bench.desk.store.read { try $0.messages(states, limit: 10_000) }
  }

  func waiting() throws -> [EntryNumber] { try messages([.waiting]).map(\.number) }

  func reminders(of name: String) throws -> [Day] {
    let customer = try bench.customer(name)
    return try bench.desk.store.read { try $0.accounts(of: customer) }.flatMap(\.reminders)
      .map(\.happened)
  }

  /// The day a message left; nil when it has not.
  func left(_ message: EntryNumber) throws -> Day? {
    try bench.desk.store.read { try $0.events(of: message) }
      .last { [.sent, .doubtful].contains($0.kind) }?.at.parisDay
  }

  func setServer(down: Bool) throws {
    let mark = server.folder + "/down"
    if down {
      try Data().write(to: URL(filePath: mark))
    } else {
      try? FileManager.default.removeItem(atPath: mark)
    }
  }
}

extension QueuedMessage {
  /// Its text with ordinary spaces, so that a test can be typed.
  var typed: String { text.replacing("\u{A0}", with: " ") }
}

extension Day {
  /// As letters write it, with ordinary spaces.
  var typed: String { frenchLong.replacing("\u{A0}", with: " ") }
}
