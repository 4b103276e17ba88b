import Ledger
import Office
import Quantities
import Store
import Testing

/// What a decision about a bank line teaches, and how it is taken back.
@Suite struct PayerRuleTests {
  private static let bankHeader = "Date;Libellé;Montant;Contrepartie;IBAN contrepartie\n"

  private func bank(_ rows: String...) -> String {
    PayerRuleTests.bankHeader + rows.joined(separator: "\n") + "\n"
  }

  /// Three customers' invoices and two lines of a payer that the book does not know.
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    try bench.take(
      "b.csv",
      bank(
        "18/11/2026;VIR ACOMPTE;500,00;HOLDING MARTIN;FR7630006000011234567890189",
        "19/11/2026;VIR SOLDE;700,00;HOLDING MARTIN;FR7630006000011234567890189",
        "20/11/2026;PRLV URSSAF IDF 2026;90,00;URSSAF;",
        "20/11/2026;REMBOURSEMENT URSSAF;40,00;URSSAF;"))
    return bench
  }

  private func proposals(_ bench: Bench, _ words: String) throws -> [StoredProposal] {
    let line = try bench.line(words)
    return try bench.desk.store.read { try $0.proposals(.first, line: line) }
  }

  private func rules(_ bench: Bench) throws -> [PayerRule] {
    try bench.desk.payerRules().map(\.standing.rule)
  }

  @Test func aConfirmationTeachesThePayer() throws {
    let bench = try bench()
    let line = try bench.line("ACOMPTE")
    let invoice = try bench.document("FA-2026-0001")
    let decision = try bench.desk.allocate(
      line: line, to: [.init(document: invoice, amount: Money(cents: 500_00))])
    let wanted = PayerRule(
      .confirmed, payer: "HOLDING MARTIN", iban: "FR7630006000011234567890189", line: line)
    #expect(decision.learned == wanted)
    #expect(try rules(bench) == [wanted])
    // The next file's line of this payer is the customer's, whatever it says.
    try bench.take(
      "c.csv", bank("21/11/2026;VIR DIVERS;333,00;HOLDING MARTIN;FR7630006000011234567890189"))
    let next = try #require(try proposals(bench, "DIVERS").first)
    #expect(next.customer == (try bench.customer("Aubois")))
    // The same again teaches nothing new.
    let again = try bench.desk.allocate(
      line: try bench.line("SOLDE"), to: [.init(document: invoice, amount: Money(cents: 700_00))])
    #expect(again.learned == nil)
    #expect(try rules(bench).count == 1)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func oneKeyTakesADecisionBackWithWhatItTaught() throws {
    let bench = try bench()
    let line = try bench.line("ACOMPTE")
    let before = try proposals(bench, "ACOMPTE")
    let invoice = try bench.document("FA-2026-0001")
    try bench.desk.allocate(
      line: line, to: [.init(document: invoice, amount: Money(cents: 500_00))])
    #expect(try bench.open("FA-2026-0001") == Money(cents: 700_00))
    try bench.desk.takeBack(line: line)
    #expect(try bench.open("FA-2026-0001") == Money(cents: 1200_00))
    #expect(try rules(bench).isEmpty)
    #expect(try proposals(bench, "ACOMPTE") == before)
    #expect(throws: DeskRefusal.nothingToTakeBack(line)) { try bench.desk.takeBack(line: line) }
    try bench.desk.setAside(line: line, reason: "essai")
    #expect(try bench.desk.store.read { try $0.open(ofLine: line) }.isZero)
    try bench.desk.takeBack(line: line)
    #expect(try bench.desk.store.read { try $0.open(ofLine: line) } == Money(cents: 500_00))
    #expect(try bench.desk.verify().isSound)
  }

  @Test func wordsOfNoCustomerSetTheirLinesAside() throws {
    let bench = try bench()
    let (first, second) = (try bench.line("PRLV URSSAF"), try bench.line("REMBOURSEMENT"))
    let decision = try bench.desk.neverPays(line: first, words: "Urssaf")
    #expect(decision.otherLines == 1)
    let left = { (line: EntryNumber) in
      try bench.desk.store.read { try $0.open(ofLine: line) }
    }
    #expect(try left(first).isZero && left(second).isZero)
    #expect(try bench.desk.payerRules().map(\.setAside) == [2])
    // A line of a later file too; not one that only begins alike.
    try bench.take(
      "c.csv",
      bank("21/11/2026;URSSAF TRIMESTRE;12,00;;", "21/11/2026;URSSAFFAIRES SARL;13,00;;"))
    #expect(try left(bench.line("TRIMESTRE")).isZero)
    #expect(try left(bench.line("URSSAFFAIRES")) == Money(cents: 13_00))
    // Removed, its lines wait again, and no run sets them aside anew.
    try bench.desk.remove(rule: try #require(try bench.desk.payerRules().first).standing.number)
    #expect(try left(first) == Money(cents: 90_00) && left(second) == Money(cents: 40_00))
    try bench.take("d.csv", bank("22/11/2026;AUTRE;14,00;;"))
    #expect(try left(first) == Money(cents: 90_00))
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aLineTakenBackFromARuleIsNotSetAsideByItAgain() throws {
    let bench = try bench()
    let (first, second) = (try bench.line("PRLV URSSAF"), try bench.line("REMBOURSEMENT"))
    try bench.desk.neverPays(line: first, words: "URSSAF")
    let aside = try #require(
      try bench.desk.store.read { try $0.setAsides() }.first { $0.line == second })
    try bench.desk.undo(aside.entry, reason: "c’est un client")
    try bench.take("d.csv", bank("22/11/2026;AUTRE;14,00;;"))
    #expect(try bench.desk.store.read { try $0.open(ofLine: second) } == Money(cents: 40_00))
    #expect(try bench.desk.store.read { try $0.open(ofLine: first) }.isZero)
  }

  @Test func wordsThatWouldTakeACustomersPaymentAreRefused() throws {
    let bench = try bench()
    let line = try bench.line("SOLDE")
    try bench.desk.allocate(
      line: try bench.line("ACOMPTE"),
      to: [.init(document: try bench.document("FA-2026-0001"), amount: Money(cents: 500_00))])
    #expect(
      throws: DeskRefusal.wordsOfCustomers("holding", count: 1, example: "HOLDING MARTIN")
    ) { try bench.desk.neverPays(line: line, words: "holding") }
    #expect(throws: DeskRefusal.untellingWords("VIR")) {
      try bench.desk.neverPays(line: line, words: "VIR")
    }
    // Words that the line itself does not bear.
    #expect(throws: DeskRefusal.untellingWords("LOYER")) {
      try bench.desk.neverPays(line: line, words: "LOYER")
    }
    #expect(try bench.desk.store.read { try $0.open(ofLine: line) } == Money(cents: 700_00))
  }

  @Test func aPayerNamedForACustomerIsReadAnewAtOnce() throws {
    let bench = try bench()
    let customer = try bench.customer("Aubois")
    let line = try bench.line("ACOMPTE")
    #expect(try proposals(bench, "ACOMPTE").first?.customer != customer)
    let decision = try bench.desk.pays(line: line, for: customer)
    #expect(decision.changed == [try bench.line("SOLDE")])
    for words in ["ACOMPTE", "SOLDE"] {
      #expect(try proposals(bench, words).first?.customer == customer)
    }
    // Taken back, the account is not taken for the customer's, even by what was paid with it.
    try bench.desk.accept(line: line)
    for rule in try bench.desk.payerRules() { try bench.desk.remove(rule: rule.standing.number) }
    #expect(try rules(bench).map(\.kind) == [.doesNotPay])
    try bench.take(
      "c.csv", bank("21/11/2026;VIR DIVERS;333,00;HOLDING MARTIN;FR7630006000011234567890189"))
    #expect(try proposals(bench, "DIVERS").first?.customer != customer)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aSearchFindsOpenDocumentsByNumberAndAmount() throws {
    let bench = try bench()
    let line = try bench.line("ACOMPTE")
    func found(_ words: String) throws -> [String] {
      try bench.desk.search(words, for: line).candidates.map { "\($0.number) \($0.share.french)" }
    }
    #expect(
      try found("FA-2026-000") == [
        "FA-2026-0001 500,00", "FA-2026-0002 500,00", "FA-2026-0003 300,00",
      ])
    #expect(try found("600") == ["FA-2026-0002 500,00"])
    #expect(try found("1 200,00") == ["FA-2026-0001 500,00"])
    #expect(try found("introuvable").isEmpty)
    #expect(try bench.desk.search("brunel", for: line).customers.map(\.name) == ["Brunel SAS"])
  }
}
