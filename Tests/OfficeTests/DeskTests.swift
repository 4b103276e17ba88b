import Claims
import Dunning
import Foundation
import Ledger
import Office
import Quantities
import Store
import Testing

/// What a person decides is booked once, within its bounds, and can be taken back.
@Suite struct DeskTests {
  /// Three invoices, and a payment that the program cannot place alone.
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    try bench.take("b.csv", Papers.bank(("20/11/2026", "VIR INCONNU", "1500,00")))
    return bench
  }

  private func refusal(_ body: () throws -> Void) -> DeskRefusal? {
    do {
      try body()
      return nil
    } catch { return error as? DeskRefusal }
  }

  private func left(_ bench: Bench, _ line: EntryNumber) throws -> Money {
    try bench.desk.store.read { try $0.open(ofLine: line) }
  }

  @Test func aLineIsSplitOverDocumentsAndTheAccount() throws {
    let bench = try bench()
    let line = try bench.line("INCONNU")
    try bench.desk.allocate(
      line: line,
      to: [
        .init(document: try bench.document("FA-2026-0001"), amount: Money(cents: 1200_00)),
        .init(document: try bench.document("FA-2026-0002"), amount: Money(cents: 100_00)),
        .init(document: nil, customer: try bench.customer("Brunel"), amount: Money(cents: 50_00)),
      ])
    #expect(
      try bench.open("FA-2026-0001") == .zero && bench.open("FA-2026-0002") == Money(cents: 500_00))
    #expect(try left(bench, line) == Money(cents: 150_00))
    let file = try #require(try bench.desk.documentFile(try bench.document("FA-2026-0001")))
    #expect(file.payments.map(\.movement.amount) == [Money(cents: 1200_00)])
    #expect(file.payments.first?.line?.text.contains("INCONNU") == true)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func tooMuchIsRefusedAndLeavesNothing() throws {
    let bench = try bench()
    let line = try bench.line("INCONNU")
    let (first, second) = (try bench.document("FA-2026-0001"), try bench.document("FA-2026-0002"))
    func allocate(_ shares: [(EntryNumber?, Int64)]) -> DeskRefusal? {
      refusal {
        try bench.desk.allocate(
          line: line, to: shares.map { .init(document: $0.0, amount: Money(cents: $0.1)) })
      }
    }
    let newest = try bench.desk.store.read { try $0.newestEntry() }
    #expect(
      allocate([(first, 1200_01)])
        == .tooMuch(wanted: Money(cents: 1200_01), left: Money(cents: 1200_00)))
    #expect(
      allocate([(first, 1200_00), (second, 300_01)])
        == .tooMuch(wanted: Money(cents: 1500_01), left: Money(cents: 1500_00)))
    // The same document twice, the second time when it is settled.
    #expect(
      allocate([(first, 1200_00), (first, 1)]) == .tooMuch(wanted: Money(cents: 1), left: .zero))
    // Money that came in does not make an invoice grow.
    #expect(
      allocate([(first, 1200_00), (second, -100_00)])
        == .tooMuch(wanted: Money(cents: -100_00), left: Money(cents: 600_00)))
    #expect(allocate([]) == .nothingChosen)
    #expect(allocate([(nil, 5_00)]) == .nothingChosen)
    #expect(
      allocate([(EntryNumber(9_999), 5_00)]) == .unknownDocument(EntryNumber(9_999)))
    #expect(
      refusal {
        try bench.desk.allocate(
          line: line,
          to: [.init(document: nil, customer: CustomerID(9_999), amount: Money(cents: 1))])
      } == .unknownCustomer(CustomerID(9_999)))
    #expect(
      refusal {
        try bench.desk.allocate(line: first, to: [.init(document: second, amount: .zero)])
      } == .unknownLine(first))
    #expect(try bench.desk.store.read { try $0.newestEntry() } == newest)
    #expect(try left(bench, line) == Money(cents: 1500_00))
  }

  @Test func undoGivesBackOnce() throws {
    let bench = try bench()
    let line = try bench.line("INCONNU")
    try bench.desk.allocate(
      line: line,
      to: [.init(document: try bench.document("FA-2026-0001"), amount: Money(cents: 1000_00))])
    let entry = try bench.desk.store.read { try $0.newestEntry() }
    try bench.desk.undo(entry, reason: "erreur")
    #expect(try bench.open("FA-2026-0001") == Money(cents: 1200_00))
    #expect(try left(bench, line) == Money(cents: 1500_00))
    let newest = try bench.desk.store.read { try $0.newestEntry() }
    for target in [entry, newest, line, try bench.document("FA-2026-0001"), EntryNumber(9_999)] {
      #expect(refusal { try bench.desk.undo(target, reason: "") } == .unknownAllocation(target))
    }
    #expect(try bench.desk.store.read { try $0.newestEntry() } == newest)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func whatAPersonTookBackIsNotBookedAgainUnasked() throws {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    let report = try bench.take(
      "b.csv", Papers.bank(("20/11/2026", "VIR AUBOIS SARL FA-2026-0001", "1200,00")))
    #expect(report.applied == 1)
    let line = try bench.line("AUBOIS")
    let entry = try #require(
      try bench.desk.store.read { try $0.allocations(ofLine: line).first?.0 })
    try bench.desk.undo(entry, reason: "autre facture")
    let next = try bench.take("c.csv", Papers.bank(("23/11/2026", "FRAIS", "-1,00")))
    #expect(next.applied == 0 && next.proposed == 1)
    #expect(try bench.open("FA-2026-0001") == Money(cents: 1200_00))
    // It is still proposed, and may be accepted.
    try bench.desk.accept(line: line)
    #expect(try bench.open("FA-2026-0001") == .zero)
    #expect(refusal { try bench.desk.accept(line: line) } == .noProposal(line))
  }

  @Test func aSetOffIsTakenBackWhole() throws {
    let bench = try Bench()
    let header = Papers.header + ";Facture d'origine\n"
    let text =
      header + "FA-2026-0001;C1;Aubois;01/10/2026;31/10/2026;100,00;20,00;120,00;EUR;\n"
      + "AV-1;C1;Aubois;02/10/2026;02/10/2026;-50,00;-10,00;-60,00;EUR;FA-2026-0001\n"
    #expect(try bench.take("a.csv", text).setOff == 1)
    #expect(try bench.open("FA-2026-0001") == Money(cents: 60_00) && bench.open("AV-1") == .zero)
    let newest = try bench.desk.store.read { try $0.newestEntry() }
    try bench.desk.undo(newest, reason: "pas cette facture")
    #expect(try bench.open("FA-2026-0001") == Money(cents: 120_00))
    #expect(try bench.open("AV-1") == Money(cents: -60_00))
    #expect(try bench.desk.verify().isSound)
    #expect(try MatchingRun(store: bench.desk.store, today: bench.today).run().setOff == 0)
    #expect(try bench.open("AV-1") == Money(cents: -60_00))
  }

  @Test func aLineSetAsideComesBackWhenUndone() throws {
    let bench = try bench()
    let line = try bench.line("INCONNU")
    try bench.desk.setAside(line: line, reason: "remboursement de TVA")
    #expect(try left(bench, line) == .zero)
    #expect(refusal { try bench.desk.setAside(line: line, reason: "") } == .unknownLine(line))
    try bench.desk.undo(
      try bench.desk.store.read { try $0.newestEntry() }, reason: "c’était un client")
    #expect(try left(bench, line) == Money(cents: 1500_00))
    #expect(try bench.desk.verify().isSound)
  }

  @Test func wordsAndDaysAreChecked() throws {
    let bench = try bench()
    let (document, customer) = (try bench.document("FA-2026-0001"), try bench.customer("Aubois"))
    let desk = bench.desk
    #expect(refusal { try desk.dispute(document, amount: nil, reason: "") } == .emptyReason)
    #expect(
      refusal { try desk.waive(document, interest: false, compensation: false, reason: "x") }
        == .nothingChosen)
    #expect(
      refusal { try desk.snooze(customer, until: bench.today, reason: "x") }
        == .dateNotAhead(bench.today))
    let before = bench.today.adding(days: -1)
    #expect(
      refusal { try desk.promise(customer, amount: Money(cents: 1), on: before, words: "") }
        == .dateNotAhead(before))
    #expect(
      refusal {
        try desk.recordInsolvency(
          CustomerID(99), Insolvency(kind: .liquidation, opened: before, source: ""))
      } == .unknownCustomer(CustomerID(99)))
    #expect(
      refusal { try desk.dispute(EntryNumber(99), amount: nil, reason: "x") }
        == .unknownDocument(EntryNumber(99)))
  }

  @Test func matchingTwiceChangesNothing() throws {
    let bench = try bench()
    try bench.take(
      "c.xml",
      Papers.camt([("VIR FA-2026-0002", "600.00"), ("VIR CARREL", "150.00")], on: "2026-11-20"))
    let run = MatchingRun(store: bench.desk.store, today: bench.today)
    func state() throws -> [String] {
      try bench.desk.store.read { reader in
        ["\(try reader.newestEntry().raw)"]
          + (try reader.proposals(.first)).map { "\($0)" }
      }
    }
    _ = try run.run()
    let first = try state()
    #expect(try run.run().applied == 0)
    #expect(try state() == first)
    #expect(try bench.desk.verify().isSound)
  }
}
