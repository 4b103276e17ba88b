import CashApplication
import Ledger
import Quantities
import Testing

/// What lines of the past say is read only where it matters: the answers are those of reading all.
@Suite("Lines of the past that are not read")
struct UnreadTests {
  static let seeds: [UInt64] = (1...120).map { $0 * 104_729 }

  /// Customers with few amounts among them, who pay for one another, and lines of two months.
  struct World {
    var desk = Desk()
    var dice: Dice
    private(set) var mark: Int64 = 0

    init(_ seed: UInt64) {
      dice = Dice(state: seed)
      desk.payers = (1...14).map { number in
        KnownPayer(
          customer: CustomerID(number), name: UnreadTests.names[Int(number) - 1],
          parent: number > 11 ? "Groupe Altis" : "",
          ibans: number % 3 == 0 ? ["FR76000\(number)"] : [])
      }
      for count in 0..<90 {
        let amounts = ["120.00", "250.10", "\(count * 17 + 3).1\(count % 10)"]
        let isCredit = Int.random(in: 0..<12, using: &dice) == 0
        desk.owes(
          "FA-2026-\(10_000 + count)", CustomerID(Int64.random(in: 1...14, using: &dice)),
          (isCredit ? "-" : "") + amounts.randomElement(using: &dice)!,
          issued: (1 + count % 3, 1 + count % 27), order: count % 9 == 0 ? "C4\(count)7" : "")
      }
      for _ in 0..<90 { receive(in: 2...3) }
      mark = 1_000 + Int64(desk.lines.count)
      for _ in 0..<Int.random(in: 1...6, using: &dice) { receive(in: 4...4) }
    }

    private mutating func receive(in months: ClosedRange<Int>) {
      let some = desk.documents.shuffled(using: &dice).prefix(Int.random(in: 1...2, using: &dice))
      var cents = some.map(\.open).sum().cents
      if Int.random(in: 0..<5, using: &dice) == 0 { cents -= 1_500 }
      let owner = Int(some[0].customer.raw)
      let payer = [
        UnreadTests.names[owner - 1], UnreadTests.names[owner - 1], "", "GROUPE ALTIS",
        "FACTO NORD", "INCONNU SARL",
      ].randomElement(using: &dice)!
      let other = UnreadTests.names.randomElement(using: &dice)!
      let words = [
        "VIREMENT", "VIREMENT", "FACT \(some[0].number.suffix(3))", "CDE C4\(owner)7",
        some.map(\.number).joined(separator: " "), "VIR POUR \(other)",
        "VIR POUR \(UnreadTests.names[owner - 1]) \(some[0].number)",
        "FA-2026-1\(Int.random(in: 0...89, using: &dice))",
      ]
      desk.receives(
        Money(cents: abs(cents)).decimal, from: payer,
        iban: payer.isEmpty || owner % 2 == 0 ? "" : "FR76000\(owner)",
        words.randomElement(using: &dice)!,
        on: (Int.random(in: months, using: &dice), Int.random(in: 1...28, using: &dice)),
        by: payer.isEmpty && owner % 4 == 0 ? .cheque : .transfer)
    }
  }

  static let names = [
    "Menuiserie Dupont SARL", "Tilleuls de l'Eveche SA", "Garage Rossi", "Boulangerie Kervella",
    "Mairie de Lucon", "Mairie de Lucon", "Transports Aubois", "Verrerie Dorval", "Cave Rousseau",
    "Scierie Lambert", "Imprimerie Petit", "Altis Nord SAS", "Altis Sud SAS", "Altis Ouest",
  ]

  /// What an earlier import left: the lines that paid something with their parts, what is proposed
  /// for the others, and the documents and payers as they then stand.
  struct Earlier {
    var paying: [(line: IncomingLine, parts: [AllocationProposal.Part], isDeduced: Bool)] = []
    var proposed: [AllocationProposal] = []
    var waiting: [IncomingLine] = []
    var documents: [OpenDocument]
    var payers: [KnownPayer]

    init(_ world: World, _ dice: inout Dice) {
      (documents, payers) = (world.desk.documents, world.desk.payers)
      let lines = world.desk.lines.filter { $0.id.raw < world.mark }
      var index = OpenItemIndex(documents: documents, payers: payers)
      for (line, answer) in zip(lines, allocate(lines, on: &index)) {
        guard answer.verdict == .apply, !answer.parts.isEmpty else {
          waiting.append(line)
          if answer.verdict == .propose { proposed.append(answer) }
          continue
        }
        let isDeduced = Int.random(in: 0..<5, using: &dice) > 0
        paying.append((line, answer.parts, isDeduced))
        // Now and then a person took back that the account pays for the customer.
        if Int.random(in: 0..<6, using: &dice) > 0 { learn(line, for: answer) }
      }
      documents = documents.map { $0.leaving(index.open(of: $0.id) ?? .zero) }
    }

    private mutating func learn(_ line: IncomingLine, for answer: AllocationProposal) {
      guard !line.line.payerIBAN.isEmpty, let customer = answer.customer,
        let place = payers.firstIndex(where: { $0.customer == customer })
      else { return }
      let was = payers[place]
      payers[place] = KnownPayer(
        customer: was.customer, name: was.name, parent: was.parent,
        ibans: was.ibans + [line.line.payerIBAN])
    }
  }

  /// The answers to all that waits, with the past read whole or as it is asked for; and how many
  /// lines of the past were read.
  static func answers(
    _ world: World, _ earlier: Earlier, readingAll: Bool
  ) -> (answers: [AllocationProposal], read: Int) {
    var run = CashRun(
      on: OpenItemIndex(documents: earlier.documents, payers: earlier.payers))
    run.keep(WeighedBefore(entry: EntryNumber(world.mark)))
    for (line, parts, isDeduced) in earlier.paying {
      let isRead = readingAll || line.line.payer.isEmpty && line.line.payerIBAN.isEmpty
      run.remember(
        isRead ? line : line.wordless, paying: parts, isDeduced: isDeduced, isRead: isRead)
    }
    for answer in earlier.proposed {
      for part in answer.parts { run.hold(part, for: answer.line, score: answer.score) }
    }
    let new = world.desk.lines.filter { $0.id.raw >= world.mark }
    for line in earlier.waiting + new { run.take(line) }
    var read = 0
    while case let wanted = run.linesToRead(), !wanted.isEmpty {
      read += wanted.count
      for (line, _, _) in earlier.paying where wanted.contains(line.id) { run.read(line) }
    }
    var answers: [AllocationProposal] = []
    while let some = run.answerNext(atLeast: 1) { answers += some.map(\.answer) }
    return (answers, read)
  }

  @Test("reading what is asked for answers as reading all", arguments: seeds)
  func same(seed: UInt64) {
    var world = World(seed)
    let earlier = Earlier(world, &world.dice)
    let all = UnreadTests.answers(world, earlier, readingAll: true)
    let asked = UnreadTests.answers(world, earlier, readingAll: false)
    #expect(all.answers == asked.answers, "seed \(seed)")
    #expect(all.read == 0 && !all.answers.isEmpty, "seed \(seed)")
  }

  @Test("that an earlier line named the invoice is read when its payer pays again")
  func secondPayment() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "2345.67")
    for day in [9, 20] {
      desk.receives(
        "2345.67", from: "MENUISERIE DUPONT FILS", "FA-2026-00123", on: (2, day))
    }
    let documents = [desk.documents[0].leaving(.zero)]
    var run = CashRun(on: OpenItemIndex(documents: documents, payers: desk.payers))
    run.keep(WeighedBefore(entry: EntryNumber(1_001)))
    run.remember(
      desk.lines[0].wordless,
      paying: [.init(document: EntryNumber(1), amount: Desk.money("2345.67"))], isDeduced: true,
      isRead: false)
    run.take(desk.lines[1])
    let asked = run.linesToRead()
    #expect(asked == [EntryNumber(1_000)])
    run.read(desk.lines[0])
    #expect(run.linesToRead().isEmpty)
    let answers = run.answerNext(atLeast: 1)?.map { desk.text($0.answer) }
    #expect(answers == ["apply on account 2345.67"])
  }

  @Test("of customers of whom nothing moved nothing is read")
  func nothingMoved() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "2345.67")
    desk.owes("FA-2026-00124", Desk.tilleul, "88.00")
    var run = CashRun(
      on: OpenItemIndex(
        documents: [desk.documents[0].leaving(.zero), desk.documents[1]], payers: desk.payers))
    run.keep(WeighedBefore(entry: EntryNumber(1_001)))
    desk.receives("2345.67", from: "MENUISERIE DUPONT FILS", "FA-2026-00123")
    desk.receives("88.00", from: "SOCIETE GENERALE DES TILLEULS DE L'EVECHE", "FA-2026-00124")
    run.remember(
      desk.lines[0].wordless,
      paying: [.init(document: EntryNumber(1), amount: Desk.money("2345.67"))], isDeduced: true,
      isRead: false)
    run.take(desk.lines[1])
    #expect(run.linesToRead().isEmpty)
    let answers = run.answerNext(atLeast: 1)?.map { desk.text($0.answer) }
    #expect(answers == ["apply FA-2026-00124 88.00"])
  }
}

extension IncomingLine {
  /// The line without its words.
  fileprivate var wordless: IncomingLine {
    IncomingLine(
      id: id,
      line: BankLine(
        account: line.account, currency: line.currency, booked: line.booked, amount: line.amount,
        payer: line.payer, payerIBAN: line.payerIBAN, operation: line.operation))
  }
}

extension OpenDocument {
  /// The document with so much left of it.
  fileprivate func leaving(_ open: Money) -> OpenDocument {
    OpenDocument(
      id: id, customer: customer, number: number, issue: issue, due: due, open: open, total: total,
      order: order, paymentReference: paymentReference, corrects: corrects)
  }
}
