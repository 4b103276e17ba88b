import CashApplication
import Ledger
import Quantities
import Testing

/// What earlier imports decided, and what may be decided anew.
@Suite("Later imports")
struct PastTests {
  /// The answers of a run in which the first lines are of the past, as text by their place.
  static func answers(
    _ desk: Desk, past: Int, paying parts: [[(document: Int, cents: Int64)]],
    weighed: Int64 = 1_001, settled: Set<Int> = []
  ) -> [Int: (text: String, displaces: [EntryNumber])] {
    var documents = desk.documents
    for place in settled {
      let was = documents[place]
      documents[place] = OpenDocument(
        id: was.id, customer: was.customer, number: was.number, issue: was.issue, due: was.due,
        open: .zero, total: was.total)
    }
    var run = CashRun(on: OpenItemIndex(documents: documents, payers: desk.payers))
    run.keep(WeighedBefore(entry: EntryNumber(weighed), touched: [Desk.dupont]))
    for (line, parts) in zip(desk.lines.prefix(past), parts) {
      run.remember(
        PastPayment(
          line: line,
          parts: parts.map {
            .init(document: documents[$0.document].id, amount: Money(cents: $0.cents))
          }, isDeduced: true))
    }
    for line in desk.lines.dropFirst(past) { run.take(line) }
    var found: [Int: (String, [EntryNumber])] = [:]
    while let some = run.answerNext(atLeast: 1) {
      for (_, answer) in some {
        found[Int(answer.line.raw) - 1_000] = (desk.text(answer), answer.displaces)
      }
    }
    return found
  }

  @Test("the customer who names his invoice takes it back from a bare amount")
  func givesWay() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "2345.67")
    desk.receives("2345.67", from: "JEAN KERVELLA", "APPORT")
    desk.receives(
      "2345.67", from: "MENUISERIE DUPONT FILS", "FA-2026-00123", on: (3, 9))
    let answers = PastTests.answers(
      desk, past: 1, paying: [[(0, 234_567)]], settled: [0])
    #expect(answers[1]?.text == "apply FA-2026-00123 2345.67")
    #expect(answers[1]?.displaces == [EntryNumber(1_000)])
    #expect(answers[0]?.text.hasPrefix("apply") == false)
  }

  @Test("a second payment that names the invoice takes nothing back from one that named it")
  func namedStays() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "2345.67")
    desk.receives("2345.67", from: "MENUISERIE DUPONT FILS", "FA-2026-00123")
    desk.receives("2345.67", from: "MENUISERIE DUPONT FILS", "FA-2026-00123", on: (2, 20))
    let answers = PastTests.answers(
      desk, past: 1, paying: [[(0, 234_567)]], settled: [0])
    #expect(answers[1]?.text == "apply on account 2345.67")
    #expect(answers[1]?.displaces == [])
  }

  @Test("a line weighed before is applied only when it names a document that is new")
  func newProof() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "2345.67")
    desk.receives("2345.67", from: "MENUISERIE DUPONT FILS", "VIREMENT")
    desk.receives("88.00", from: "MENUISERIE DUPONT FILS", "VIREMENT")
    let old = PastTests.answers(desk, past: 0, paying: [], weighed: 1_001)
    #expect(old[0]?.text == "propose FA-2026-00123 2345.67")
    let new = PastTests.answers(desk, past: 0, paying: [], weighed: 1_000)
    #expect(new[0]?.text == "apply FA-2026-00123 2345.67")
  }

  @Test("what nothing new touches gets no answer")
  func kept() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.tilleul, "2345.67")
    desk.receives("2345.67", from: "SOCIETE GENERALE DES TILLEULS DE L EVECHE", "VIREMENT")
    desk.receives("12.00", "VIREMENT RECU")
    let answers = PastTests.answers(desk, past: 0, paying: [], weighed: 1_001)
    #expect(answers[0] == nil)
    #expect(answers[1] != nil)
  }
}
