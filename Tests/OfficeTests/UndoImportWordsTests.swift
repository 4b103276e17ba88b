import Dispatch
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// What customers said, and what others read, of an import that is taken back.
@Suite struct UndoImportWordsTests {
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take("factures.csv", Papers.three)
    return bench
  }

  private func plan(_ bench: Bench, _ document: String) throws -> EntryNumber {
    let plan = InstalmentPlan(
      parts: [InstalmentPlan.Part(on: Day(2026, 12, 15), amount: Money(cents: 60_000))],
      documents: [try bench.document(document)], hasAcceleration: false, suspendsInterest: false)
    return try #require(try bench.desk.record(plan, for: try bench.customer("Aubois")))
  }

  @Test func aPromiseAboutItsDocumentsStandsInTheWay() throws {
    let bench = try bench()
    let document = try bench.document("FA-2026-0001")
    let owner = try bench.customer("Aubois")
    let promise = try bench.desk.store.write(learned: bench.today) { pen in
      try pen.append(
        .promise(
          PromiseToPay(
            on: Day(2026, 12, 1), amount: Money(cents: 100), words: "", documents: [document])),
        customer: owner, happened: bench.today)
    }
    let refusal = DeskRefusal.importAgreed(1, documents: ["FA-2026-0001"])
    #expect(throws: refusal) { try bench.desk.undoImport(1) }
    #expect(refusal.words.french.contains("FA-2026-0001"))
    #expect(try bench.desk.counts().invoices == 3)
    try bench.desk.undo(try #require(promise), reason: "erreur")
    #expect(try bench.desk.undoImport(1).invoices == 3)
    #expect(try bench.desk.verify().differences == [])
  }

  @Test func aPlanThatNobodySignedGoesWithItsDocuments() throws {
    let bench = try bench()
    let plan = try plan(bench, "FA-2026-0001")
    #expect(try bench.desk.undoImport(1).takenBack == 1)
    #expect(try bench.desk.store.read { try $0.planOwner(plan) } == nil)
    #expect(try bench.desk.verify().differences == [])
  }

  @Test func aSignedPlanStandsInTheWay() throws {
    let bench = try bench()
    let plan = try plan(bench, "FA-2026-0001")
    try bench.desk.sign(plan, on: bench.today, acknowledgesDebt: false, words: "")
    #expect(throws: DeskRefusal.importAgreed(1, documents: ["FA-2026-0001"])) {
      try bench.desk.undoImport(1)
    }
    #expect(try bench.desk.counts().invoices == 3)
  }

  @Test func aDecidedDisputeGoesWholeWithItsDocument() throws {
    let bench = try bench()
    let document = try bench.document("FA-2026-0001")
    try bench.desk.dispute(document, amount: nil, reason: "colis abîmé")
    let owner = try bench.customer("Aubois")
    let dispute = try bench.desk.store.read { reader in
      try reader.timeline(of: owner).last { if case .dispute = $0.fact { true } else { false } }
    }
    let number = try #require(dispute).number
    try bench.desk.resolve(number, as: .rejected, recognised: nil, words: "livré entier")
    #expect(try bench.desk.undoImport(1).takenBack == 2)
    #expect(try bench.desk.verify().differences == [])
  }

  @Test func aCustomerWhoWroteStays() throws {
    let bench = try bench()
    let owner = try bench.customer("Aubois")
    try bench.desk.store.write(learned: bench.today) { pen in
      try pen.append(
        .received(
          ReceivedMessage(
            .reply, from: "c@aubois.example", subject: "Bonjour", text: "Bonjour", answers: nil,
            status: "", failedRecipient: "", fingerprint: "f1", at: Instant(seconds: 1))),
        customer: owner, happened: bench.today)
    }
    _ = try bench.desk.undoImport(1)
    #expect(try bench.desk.customers(matching: "Aubois").map(\.id) == [owner])
    #expect(try bench.desk.customers(matching: "Brunel").isEmpty)
    let timeline = try bench.desk.store.read { try $0.timeline(of: owner) }
    let shown = timeline.contains { if case .invoice = $0.fact { true } else { false } }
    #expect(!shown && !timeline.isEmpty)
    #expect(try bench.desk.verify().differences == [])
  }

  @Test func aNoticeMayBeToldAgain() throws {
    let bench = try bench()
    try bench.take("clients.csv", "Code client;Nom;SIREN\nC1;Aubois SARL;552100554\n")
    try bench.take("banque.csv", Papers.bank(("20/11/2026", "PRLV EDF", "-50,00")))
    let notices = NoticePaper.answer([NoticePaper()])
    #expect(try bench.take("bodacc.json", notices).results == ["taken 1 0 0"])
    #expect(try bench.held() == ["Aubois SARL"])
    _ = try bench.desk.undoImport(4)
    #expect(try bench.held() == [])
    #expect(try bench.take("bodacc.json", notices).results == ["taken 1 0 0"])
    #expect(try bench.held() == ["Aubois SARL"])
  }

  /// A thing of the past cannot be decided about any more.
  @Test func aDocumentThatIsGoneIsUnknown() throws {
    let bench = try bench()
    let document = try bench.document("FA-2026-0001")
    _ = try bench.desk.undoImport(1)
    #expect(throws: DeskRefusal.unknownDocument(document)) {
      try bench.desk.dispute(document, amount: nil, reason: "colis abîmé")
    }
  }

  /// Two programs take the same invoices in at once, and each file names some twice.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func aNumberIsBookedOnce(seed: UInt64) throws {
    let bench = try Bench()
    try bench.take("avant.csv", Papers.three)
    _ = try bench.desk.undoImport(1)
    var random = Seeded(seed)
    let rows = (1...30).map {
      "FA-\($0);C\($0 % 4);Client \($0 % 4) SARL;05/06/2026;20/07/2026;10,00;0,00;10,00;EUR"
    }
    let paths = try (0..<2).map { file in
      let shuffled = rows.shuffled(using: &random) + rows.shuffled(using: &random).prefix(8)
      return try bench.write(
        "f\(file).csv", ([Papers.header] + shuffled).joined(separator: "\n") + "\n")
    }
    let desks = try (0..<2).map { _ in try bench.fresh() }
    DispatchQueue.concurrentPerform(iterations: 2) { place in
      do { _ = try desks[place].importFiles([paths[place]]) } catch { Issue.record(error) }
    }
    let fresh = try bench.fresh()
    #expect(try fresh.counts().invoices == 30, "seed \(seed)")
    #expect(try fresh.verify().differences == [], "seed \(seed)")
  }
}
