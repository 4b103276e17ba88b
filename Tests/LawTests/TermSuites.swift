import Law
import Quantities
import Testing

@Suite("L441-10 I: due dates (R1.1 to R1.12)")
struct DueDateSuite {
  private func due(_ term: String, _ issue: Day) throws -> Day {
    let formula = try #require(TermFormula(notation: term))
    return try DueDate.day(formula, from: TermDates(issue: issue))
  }

  @Test("45 days end of month around February, leap and common years")
  func february() throws {
    #expect(try due("daysThenEOM(45)", Day(2024, 1, 15)) == Day(2024, 2, 29))
    #expect(try due("daysThenEOM(45)", Day(2024, 1, 16)) == Day(2024, 3, 31))
    #expect(try due("daysThenEOM(45)", Day(2025, 1, 14)) == Day(2025, 2, 28))
    #expect(try due("daysThenEOM(45)", Day(2025, 1, 15)) == Day(2025, 3, 31))
    #expect(try due("eomThenDays(45)", Day(2024, 1, 1)) == Day(2024, 3, 16))
    #expect(try due("eomThenDays(45)", Day(2025, 1, 31)) == Day(2025, 3, 17))
  }

  @Test("issue days 28 to 31", arguments: [28, 29, 30, 31])
  func endOfMonth(day: Int) throws {
    #expect(try due("net(30)", Day(2026, 1, day)) == Day(2026, 1, day).adding(days: 30))
    #expect(try due("eomThenDays(30)", Day(2026, 1, day)) == Day(2026, 3, 2))
    let reached = Day(2026, 1, day).adding(days: 30)
    #expect(try due("daysThenEOM(30)", Day(2026, 1, day)) == reached.endOfMonth)
    #expect(try due("daysThenEOM(30)", Day(2026, 1, day)).month == (day == 28 || day == 29 ? 2 : 3))
  }

  @Test("end of month the 10th, the 31st and the day after the end")
  func fixedDay() throws {
    #expect(try due("daysThenEOMThe(30,10)", Day(2008, 4, 15)) == Day(2008, 6, 10))
    #expect(try due("daysThenEOMThe(0,31)", Day(2026, 1, 15)) == Day(2026, 2, 28))
    #expect(try due("daysThenEOMThe(0,30)", Day(2026, 1, 15)) == Day(2026, 2, 28))
    #expect(try due("daysThenEOMThe(0,1)", Day(2026, 12, 15)) == Day(2027, 1, 1))
  }

  @Test("the due date is not moved by a weekend (R1.8)")
  func weekend() throws {
    #expect(try due("net(30)", Day(2026, 5, 2)) == Day(2026, 6, 1))
    #expect(try due("net(30)", Day(2026, 5, 1)) == Day(2026, 5, 31))
  }

  @Test("decade: the days around the 10th, the 20th and the end (R1.12)")
  func decade() throws {
    let starts = [
      (10, Day(2026, 2, 10)), (11, Day(2026, 2, 20)), (20, Day(2026, 2, 20)),
      (21, Day(2026, 2, 28)), (28, Day(2026, 2, 28)),
    ]
    for (day, start) in starts {
      let dates = TermDates(delivery: Day(2026, 2, day))
      #expect(try DueDate.countStart(.decade(30), from: dates) == start)
      #expect(try DueDate.day(.decade(30), from: dates) == start.adding(days: 30))
    }
  }

  @Test("no agreed term: 30 days from receipt, never from issue (R1.1)")
  func none() throws {
    let dates = TermDates(issue: Day(2026, 1, 1), receipt: Day(2026, 1, 12))
    #expect(try DueDate.day(.none, from: dates) == Day(2026, 2, 11))
    #expect(throws: MissingDay.receiptOrPerformance) {
      try DueDate.day(.none, from: TermDates(issue: Day(2026, 1, 1)))
    }
    #expect(throws: MissingDay.delivery) {
      try DueDate.day(.decade(30), from: TermDates(issue: Day(2026, 1, 1)))
    }
    #expect(throws: MissingDay.issue) { try DueDate.day(.net(30), from: TermDates()) }
    #expect(try DueDate.day(.onReceipt, from: TermDates(issue: Day(2026, 1, 1))) == Day(2026, 1, 1))
  }

  @Test("both readings: the later to claim from, the earlier to pay by (R1.4)")
  func readings() {
    let leap = EndOfMonthDates(days: 45, issue: Day(2024, 1, 15))
    #expect(leap.dueForCreditor == Day(2024, 3, 16) && leap.dueForBuyer == Day(2024, 2, 29))
    let common = EndOfMonthDates(days: 45, issue: Day(2026, 1, 16))
    #expect(common.dueForCreditor == Day(2026, 3, 31) && common.dueForBuyer == Day(2026, 3, 17))
    #expect(common.due(under: .endOfMonthThenDays) == Day(2026, 3, 17))
  }
}

@Suite("Terms as people write them (R1.4, R1.7)")
struct TermWordingSuite {
  static let stated: [(String, TermFormula)] = [
    ("30 jours nets", .net(30)), ("60 jours", .net(60)), ("30N", .net(30)), ("net 30", .net(30)),
    ("Net 45 days", .net(45)), ("30 jours date de facture", .net(30)), ("60N", .net(60)),
    ("30 jours à compter de la date d'émission", .net(30)), ("30J", .net(30)),
    ("30 jours à compter de la date d’émission", .net(30)), ("30", .net(30)), ("30d", .net(30)),
    ("fin de mois + 45", .endOfMonthThenDays(45)),
    ("fin de mois + 45 jours", .endOfMonthThenDays(45)),
    ("fin de mois puis 45 jours", .endOfMonthThenDays(45)),
    ("45 jours puis fin de mois", .daysThenEndOfMonth(45)),
    ("30 jours fin de mois le 10", .daysThenEndOfMonthThe(30, day: 10)),
    ("30 JOURS FIN DE MOIS LE 10", .daysThenEndOfMonthThe(30, day: 10)),
    ("30FDM10", .daysThenEndOfMonthThe(30, day: 10)), ("fin de mois", .daysThenEndOfMonth(0)),
    ("à réception", .onReceipt), ("A RECEPTION DE FACTURE", .onReceipt), ("comptant", .onReceipt),
    ("re\u{301}ception", .onReceipt), ("REC", .onReceipt), ("decade(30)", .decade(30)),
    ("30 jours fin de décade", .decade(30)), ("eomThenDays(45)", .endOfMonthThenDays(45)),
    ("daysThenEOM(45)", .daysThenEndOfMonth(45)), ("net(30)", .net(30)), ("none", .none),
    ("30 jours fin de mois de livraison", .afterDeliveryMonth(30)),
  ]

  @Test("words that settle the count", arguments: stated)
  func settled(text: String, formula: TermFormula) throws {
    let wording = try #require(TermWording(text), "\(text)")
    #expect(wording.formula == formula && wording.isReadingStated)
    #expect(wording.readings == [formula])
  }

  static let silent = [
    "45 jours fin de mois", "45-fin-de-mois", "45EOM", "45 FDM", "45j fin de mois",
    "45 jours nets fin de mois", "45 jours fin du mois",
  ]

  @Test("words that leave both readings open", arguments: silent)
  func open(text: String) throws {
    let wording = try #require(TermWording(text), "\(text)")
    #expect(!wording.isReadingStated)
    #expect(wording.readings == [.daysThenEndOfMonth(45), .endOfMonthThenDays(45)])
  }

  static let unknown = [
    "", " ", "selon contrat", "45 jours fin de trimestre", "-30 jours", "net(-3)", "999999999999 j",
    "1 mois", "30 jours réception", "le 10", "30 40", "fin de mois le 32", "0", "net(401)", "+",
    "30 jours fin de mois le 0",
  ]

  @Test("words it does not know are not guessed", arguments: unknown)
  func refused(text: String) { #expect(TermWording(text) == nil, "\(text)") }

  @Test("each notation reads back")
  func notation() {
    for (_, formula) in Self.stated {
      #expect(TermFormula(notation: formula.notation) == formula)
    }
    for text in ["net", "net()", "net(30", "net30)x", "daysThenEOMThe(30,0)", "net(-1)"] {
      if let formula = TermFormula(notation: text) { #expect(formula == .net(30), "\(text)") }
    }
  }

  @Test("random bytes never stop the reader", arguments: 1...40 as ClosedRange<UInt64>)
  func noise(seed: UInt64) {
    var random = Seeded(state: seed)
    let alphabet = Array("0123456789 -+fdmindeojursétlcà()\u{0}€🙂")
    for _ in 0..<50 {
      let length = Int.random(in: 0...24, using: &random)
      let text = String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? " " })
      guard let wording = TermWording(text) else { continue }
      let days = TermDates(
        issue: Day(2026, 1, 31), delivery: Day(2026, 1, 31), receipt: Day(2026, 1, 31))
      let due = try? DueDate.day(wording.formula, from: days)
      #expect(due.map { $0 >= Day(2026, 1, 31) } == true, "seed \(seed): \(text)")
    }
  }
}

@Suite("Ceilings (R1.2 to R1.15, sheet 1.2)")
struct TermCeilingSuite {
  let dates = TermDates(issue: Day(2026, 1, 16), delivery: Day(2026, 1, 12))

  private func latest(_ sector: Sector, isPeriodic: Bool = false) throws -> Day {
    try SectorCeiling(sector, isPeriodic: isPeriodic).latestDay(from: dates)
  }

  @Test("60 days are lawful, 61 are cut to 60 with a warning")
  func border() throws {
    let lawful = try TermCeiling(.net(60), from: dates)
    #expect(lawful.warning == nil && lawful.due == Day(2026, 3, 17))
    let beyond = try TermCeiling(.net(61), from: dates)
    #expect(beyond.due == Day(2026, 3, 17))
    #expect(beyond.warning?.daysBeyond == 1)
    #expect(beyond.warning?.source.sheet == "R1.2")
    #expect(beyond.warning?.french.contains("art. L441-10 I") == true)
  }

  @Test("45 days end of month needs the contract's clause (R1.3)")
  func clause() throws {
    let term = TermFormula.daysThenEndOfMonth(45)
    #expect(try TermCeiling(term, from: dates).due == Day(2026, 3, 17))
    let sector = SectorCeiling(allowsEndOfMonth: true)
    let agreed = try TermCeiling(term, from: dates, in: sector)
    #expect(agreed.due == Day(2026, 3, 31) && agreed.warning == nil)
  }

  @Test("a periodic invoice has 45 days (R1.5)")
  func periodic() throws {
    #expect(try latest(.general, isPeriodic: true) == Day(2026, 3, 2))
  }

  @Test("30 days end of month always fit 60 days (R1.7)")
  func thirtyDays() throws {
    for offset in 0..<1500 {
      let dates = TermDates(issue: Day(2023, 1, 1).adding(days: offset))
      #expect(try TermCeiling(.daysThenEndOfMonth(30), from: dates).warning == nil)
    }
  }

  @Test("each trade's own ceiling")
  func trades() throws {
    #expect(try latest(.perishable) == Day(2026, 2, 11))
    #expect(try latest(.perishable, isPeriodic: true) == Day(2026, 2, 19))
    #expect(try latest(.livestock) == Day(2026, 2, 1))
    #expect(try latest(.spirits) == Day(2026, 3, 2))
    #expect(try latest(.fruitAndVegetables) == Day(2026, 3, 2))
    #expect(try latest(.wine) == Day(2026, 3, 31))
    #expect(try latest(.dryFood) == Day(2026, 3, 17))
    #expect(try latest(.transport) == Day(2026, 2, 15))
    #expect(try latest(.greenSpaceEquipment) == Day(2026, 3, 31))
    #expect(try latest(.farmMachinery) == Day(2026, 5, 31))
    #expect(try latest(.snowSports) == Day(2026, 4, 16))
    #expect(try latest(.leather) == Day(2026, 3, 31))
    #expect(try latest(.watchesAndJewellery) == Day(2026, 3, 31))
    #expect(try latest(.toys) == Day(2026, 4, 21))
    #expect(try latest(.export) == Day(2026, 4, 16))
    let october = TermDates(issue: Day(2026, 10, 1))
    #expect(try SectorCeiling(.toys).latestDay(from: october) == Day(2026, 12, 15))
  }

  @Test("every trade has an article and refuses without its starting day")
  func complete() {
    for sector in Sector.allCases {
      #expect(!SectorCeiling(sector).citation.article.isEmpty)
      #expect(throws: MissingDay.self) { try SectorCeiling(sector).latestDay(from: TermDates()) }
    }
  }
}

@Suite("R2192-10 and following: public buyers (R1.20 to R1.23)")
struct PublicBuyerTermSuite {
  @Test("30, 50 and 60 days from reception")
  func terms() {
    let start = Day(2026, 5, 15)
    #expect(PublicBuyerTerm(.authority).due(start: start) == Day(2026, 6, 14))
    #expect(PublicBuyerTerm(.hospital).due(start: start) == Day(2026, 7, 4))
    #expect(PublicBuyerTerm(.undertaking).due(start: start) == Day(2026, 7, 14))
  }

  @Test("the day that counts: reception, later performance, or request and two days")
  func start() {
    let may = Day(2026, 5, 15)
    let june = Day(2026, 6, 1)
    #expect(PublicBuyerTerm.start(received: may, performed: nil, requested: nil) == may)
    #expect(PublicBuyerTerm.start(received: may, performed: june, requested: nil) == june)
    #expect(PublicBuyerTerm.start(received: june, performed: may, requested: may) == june)
    #expect(
      PublicBuyerTerm.start(received: nil, performed: nil, requested: may) == Day(2026, 5, 17))
    #expect(PublicBuyerTerm.start(received: nil, performed: nil, requested: nil) == nil)
  }

  @Test("a suspension keeps the days that were left, at most 30")
  func suspension() {
    let term = PublicBuyerTerm(.authority)
    let stop = PublicBuyerTerm.Suspension(from: Day(2026, 5, 25), until: Day(2026, 6, 10))
    #expect(term.due(start: Day(2026, 5, 15), suspension: stop) == Day(2026, 6, 30))
    let early = PublicBuyerTerm.Suspension(from: Day(2026, 5, 16), until: Day(2026, 6, 10))
    #expect(
      PublicBuyerTerm(.undertaking).due(start: Day(2026, 5, 15), suspension: early)
        == Day(2026, 7, 10))
    let late = PublicBuyerTerm.Suspension(from: Day(2026, 6, 15), until: Day(2026, 6, 20))
    #expect(term.due(start: Day(2026, 5, 15), suspension: late) == Day(2026, 6, 14))
  }
}
