import CashApplication
import Ledger
import Quantities
import Testing

@Suite("Batches, returns and what is no payment")
struct MovementTests {
  @Test("a batch of direct debits whose details name the invoices")
  func batch() {
    var desk = Desk()
    desk.owes("FA-2026-00001", Desk.dupont, "301.00")
    desk.owes("FA-2026-00002", Desk.tilleul, "99.50")
    desk.receives("301.00", "REMISE PRLV FA-2026-00001", by: .directDebit)
    desk.receives("99.50", "REMISE PRLV FA-2026-00002", by: .directDebit)
    #expect(desk.answers() == ["apply FA-2026-00001 301.00", "apply FA-2026-00002 99.50"])
  }

  @Test("a direct debit that comes back re-opens its invoice, which is then paid again")
  func returned() {
    var desk = Desk()
    desk.owes("FA-2026-00001", Desk.dupont, "301.17")
    desk.receives("301.17", "FA-2026-00001", on: (2, 9), by: .directDebit)
    desk.receives("-301.17", "PRLV SEPA IMPAYE AM04 FA-2026-00001", on: (2, 16), by: .returned)
    desk.receives("301.17", iban: dupontIBAN, "VIREMENT", on: (3, 4))
    #expect(
      desk.answers() == [
        "apply FA-2026-00001 301.17", "apply FA-2026-00001 -301.17", "apply FA-2026-00001 301.17",
      ])
  }

  @Test("a return of a document that was never paid changes nothing")
  func returnOfNothing() {
    var desk = Desk()
    desk.owes("FA-2026-00001", Desk.dupont, "301.17")
    desk.receives("-301.17", "IMPAYE FA-2026-00001", by: .returned)
    #expect(desk.answers() == ["leave "])
  }

  @Test("cheques are applied by their amounts once enough of them were seen to pay documents")
  func manyCheques() {
    var desk = Desk()
    for count in 1...20 {
      let amount = "\(100 + count * 37).\(10 + count)"
      desk.owes("FA-\(count)", count % 2 == 0 ? Desk.dupont : Desk.tilleul, amount)
      desk.receives(amount, "REMISE CHEQUES BORD 0000\(100 + count) 01 CHQ", by: .cheque)
    }
    desk.owes("FA-30", Desk.dupont, "555.55")
    desk.receives("555.55", "VERSEMENT ESPECES GUICHET 0012")
    let answers = desk.answers()
    #expect(answers[0] == "apply FA-1 137.11")
    #expect(answers.prefix(20).allSatisfy { $0.hasPrefix("apply") })
    #expect(answers[20] == "propose FA-30 555.55")
  }

  @Test("a cheque is shown to a person where one document has its amount in a book of three")
  func cheque() {
    var desk = Desk()
    desk.owes("FA-1", Desk.dupont, "301.17")
    desk.owes("FA-2", Desk.tilleul, "88.40")
    desk.owes("FA-3", Desk.north, "88.40")
    desk.receives("301.17", "REMISE CHEQUES BORD 0000002 01 CHQ", by: .cheque)
    desk.receives("88.40", "REMISE CHEQUES BORD 0000003 01 CHQ", by: .cheque)
    let answers = desk.answers()
    #expect(answers[0] == "propose FA-1 301.17")
    #expect(answers[1].hasPrefix("propose FA-"))
  }

  @Test(
    "movements that are no customer's payment are left alone, whatever their amount",
    arguments: [
      ("301.17", "REMBOURSEMENT CREDIT TVA", "DGFIP IMPOTS"),
      ("301.17", "VIR INTERNE COMPTE EPARGNE", ""), ("301.17", "INTERETS CREDITEURS", ""),
      ("301.17", "REMBOURSEMENT TROP PERCU FOURN 1", "MENUISERIE DUPONT FILS"),
      ("-301.17", "VIR SALAIRE 000123", "MARTIN JEAN"), ("-4.20", "FRAIS TENUE DE COMPTE", ""),
      ("301.17", "REMISE CB TPE 000123", ""),
    ])
  func noise(amount: String, text: String, payer: String) {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "301.17")
    desk.receives(amount, from: payer, text, by: .other)
    #expect(desk.answers() == ["leave "])
  }

  @Test("an invoice cancelled whole by a credit note is not there to be paid")
  func setOff() {
    var desk = Desk()
    desk.owes("FA-2026-00001", Desk.dupont, "301.17")
    desk.owes("AV-2026-00001", Desk.dupont, "-301.17", corrects: "FA-2026-00001")
    desk.owes("FA-2026-00002", Desk.dupont, "301.17", issued: (1, 12))
    desk.receives("301.17", iban: dupontIBAN, "VIREMENT")
    var index = OpenItemIndex(documents: desk.documents, payers: desk.payers)
    let answer = allocate(desk.lines, on: &index)[0]
    #expect(desk.text(answer) == "apply FA-2026-00002 301.17")
    #expect(index.setOffs == [.init(invoice: EntryNumber(1), creditNote: EntryNumber(2))])
  }

  @Test("reasons are complete in both languages")
  func words() {
    let reasons: [Reason] = [
      .reference("F1"), .shortReference("F1"), .misspelt("F1"), .order("F1"), .exactAmount,
      .sum(3), .creditNotes(1), .creditNotes(2), .partial(left: Money(cents: 1)),
      .charges(Money(cents: 1)), .discount(Money(cents: 1)), .excess(Money(cents: 1)),
      .payerAccount, .payerName("N"), .payerGroup, .onlyCandidate, .ambiguous,
      .alreadySettled("F1"), .paidTwice("F1"), .otherPayer, .returned("F1"),
      .customerWithoutDocument,
      .notFromCustomer, .unknownPayer,
    ]
    #expect(Set(reasons.map(\.french)).count == reasons.count)
    #expect(Set(reasons.map(\.english)).count == reasons.count)
  }
}
