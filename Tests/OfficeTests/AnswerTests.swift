import Claims
import Ledger
import Office
import Quantities
import Store
import Testing

/// What a person answers where the files did not say, or said wrong.
@Suite struct AnswerTests {
  /// A credit note of half of the oldest invoice, which does not say why.
  private static let credit =
    Papers.header
    + ";Facture d’origine\nAV-2026-0001;C1;Aubois SARL;05/10/2026;;-500,00;-100,00;-600,00;EUR;"
    + "FA-2026-0001\n"

  @Test func whatAPersonSaysOfACustomerStays() throws {
    let bench = try Bench()
    try bench.take(
      "a.csv",
      Papers.invoices(
        "FA-2026-0001;C1;Commune de Paris Traiteur;05/06/2026;05/07/2026;10,00;2,00;12,00;EUR"))
    let id = try bench.customer("Traiteur")
    func kind() throws -> Customer.Kind? {
      try bench.desk.store.read { try $0.customer(id) }?.kind
    }
    #expect(try kind() == .publicBuyer)
    try bench.desk.setKind(of: id, to: .business)
    #expect(try kind() == .business)
    let newest = try bench.desk.store.read { try $0.newestEntry() }
    try bench.desk.setKind(of: id, to: .business)
    #expect(try bench.desk.store.read { try $0.newestEntry() } == newest)
    // A customer file and an invoice that name it again tell the rest, and leave this alone.
    try bench.take("c.csv", "Code client;Nom;SIREN\nC1;Commune de Paris Traiteur;552100554\n")
    try bench.take(
      "d.csv",
      Papers.invoices(
        "FA-2026-0002;C1;Commune de Paris Traiteur;05/07/2026;05/08/2026;10,00;2,00;12,00;EUR"))
    #expect(try kind() == .business)
    #expect(try bench.desk.store.read { try $0.customer(id) }?.party.siren == "552100554")
    #expect(throws: DeskRefusal.self) {
      try bench.desk.setKind(of: CustomerID(99_999), to: .consumer)
    }
  }

  @Test func theReasonOfACreditNoteDecidesTheInterest() throws {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three)
    try bench.take("b.csv", AnswerTests.credit)
    let credit = try bench.document("AV-2026-0001")
    #expect(try bench.open("FA-2026-0001") == Money(cents: 600_00))
    func interest() throws -> [Money] {
      let claim = try #require(
        try bench.desk.customerFile(try bench.customer("Aubois"))?.claims.first)
      let documents = try bench.desk.documentFile(try bench.document("FA-2026-0001"))
      return [claim.interest, try #require(documents?.open?.interest)]
    }
    let before = try interest()
    try bench.desk.answer(.allowance, about: credit, words: "geste")
    let after = try interest()
    // Granted on 5 October: until then the whole of 1 200.00 bore interest.
    #expect(after[0] > before[0] && after[0] == after[1])
    #expect(try bench.desk.documentFile(credit)?.creditAnswer?.fact.cause == .allowance)
    try bench.desk.answer(.priceError, about: credit, words: "")
    #expect(try interest() == before)
    let answer = try #require(try bench.desk.documentFile(credit)?.creditAnswer)
    try bench.desk.undo(answer.number, reason: "erreur")
    #expect(try interest() == after)
    #expect(throws: DeskRefusal.self) {
      try bench.desk.answer(
        .allowance, about: try bench.document("FA-2026-0001"), words: "une facture")
    }
    #expect(try bench.desk.verify().isSound)
  }

  @Test func aLaterSetOffBearsTheAnswer() throws {
    let bench = try Bench()
    try bench.take("b.csv", AnswerTests.credit)
    try bench.desk.answer(
      .goodwillReturn, about: try bench.document("AV-2026-0001"), words: "reprise")
    try bench.take("a.csv", Papers.three)
    let file = try #require(try bench.desk.documentFile(try bench.document("FA-2026-0001")))
    #expect(file.payments.first?.movement.creditReason == .allowance)
  }
}
