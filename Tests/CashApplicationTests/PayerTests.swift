import CashApplication
import Ledger
import Quantities
import Testing

@Suite("Who pays")
struct PayerTests {
  @Test(
    "the name as banks show it",
    arguments: [
      "Menuiserie Dupont & Fils SARL", "MENUISERIE DUPONT FILS", "SARL MENUISERIE DUPONT FILS",
      "menuiserie dupont & fils", "MENUISERIE DUPONT   FIL",
    ])
  func names(name: String) {
    var desk = Desk()
    desk.owes("FA-1", Desk.dupont, "812.34")
    desk.owes("FA-2", Desk.tilleul, "812.34")
    desk.receives("812.34", from: name, "VIREMENT")
    #expect(desk.answers() == ["apply FA-1 812.34"])
  }

  @Test("accents dropped and cut at 32 characters")
  func cutName() {
    var desk = Desk()
    desk.owes("FA-1", Desk.tilleul, "812.34")
    desk.owes("FA-2", Desk.dupont, "812.34")
    desk.receives("812.34", from: "SOCIETE GENERALE DES TILLEULS DE", "")
    #expect(desk.answers() == ["apply FA-1 812.34"])
  }

  @Test("the group pays for its companies")
  func group() {
    var desk = Desk()
    desk.owes("FA-2026-00001", Desk.north, "301.00")
    desk.owes("FA-2026-00002", Desk.south, "99.50")
    desk.receives("400.50", from: "GROUPE ALTIS", "FA-2026-00001 FA-2026-00002")
    #expect(desk.answers() == ["apply FA-2026-00001 301.00, FA-2026-00002 99.50"])
  }

  @Test("an unknown account is learned from a payment that names its invoice")
  func learned() {
    var desk = Desk()
    desk.owes("FA-2026-00001", Desk.tilleul, "301.00")
    desk.owes("FA-2026-00002", Desk.tilleul, "99.53")
    desk.owes("FA-2026-00003", Desk.dupont, "99.53")
    desk.receives(
      "301.00", from: "AFFACTURAGE DU RHIN", iban: "FR1420041010050500013M02606",
      "FA-2026-00001")
    desk.receives("99.53", from: "X", iban: "FR1420041010050500013M02606", "VIREMENT", on: (2, 10))
    #expect(
      desk.answers() == ["apply FA-2026-00001 301.00", "apply FA-2026-00002 99.53"])
  }

  @Test("a memory given by the caller counts as much")
  func memory() {
    var desk = Desk()
    desk.owes("FA-1", Desk.tilleul, "99.53")
    desk.owes("FA-2", Desk.dupont, "99.53")
    desk.receives("99.53", from: "MME TILLEUL", "VIREMENT")
    var memory = PayerMemory()
    memory.learn(Desk.tilleul, from: desk.lines[0].line)
    #expect(desk.answers(learned: memory) == ["apply FA-1 99.53"])
    #expect(!desk.answers()[0].hasPrefix("apply"))
  }

  @Test("invoices that sum to the payment, when no others do")
  func sums() {
    var desk = Desk()
    for (number, amount) in [("A", "512.37"), ("B", "64.11"), ("C", "1208.90"), ("D", "77.45")] {
      desk.owes("FA-\(number)", Desk.dupont, amount)
    }
    desk.owes("AV-1", Desk.dupont, "-20.02", corrects: "FA-X")
    desk.receives("1701.25", iban: dupontIBAN, "VOS FACTURES")
    #expect(
      desk.answers() == ["apply FA-A 512.37, FA-C 1208.90, AV-1 -20.02"])
  }

  @Test("two sets that sum alike are proposed, never applied")
  func ambiguousSums() {
    var desk = Desk()
    for (number, amount) in [("A", "100.00"), ("B", "200.00"), ("C", "300.00"), ("D", "7.00")] {
      desk.owes("FA-\(number)", Desk.dupont, amount)
    }
    desk.receives("307.00", iban: dupontIBAN, "SOLDE")
    #expect(desk.answers()[0].hasPrefix("propose"))
  }

  @Test("two invoices of one amount: proposed by habit")
  func equalAmounts() {
    var desk = Desk()
    desk.owes("FA-1", Desk.dupont, "297.00", issued: (1, 2))
    desk.owes("FA-2", Desk.dupont, "297.00", issued: (1, 28))
    desk.receives("297.00", iban: dupontIBAN, "VIREMENT")
    #expect(desk.answers() == ["propose FA-1 297.00"])
  }

  @Test("what two lines share is not given twice")
  func noDoubleUse() {
    var desk = Desk()
    desk.owes("FA-2026-00001", Desk.dupont, "99.53")
    desk.receives("99.53", iban: dupontIBAN, "VIREMENT")
    desk.receives("99.53", from: "AFFACTURAGE", "FA-2026-00001", on: (2, 10))
    let answers = desk.answers()
    #expect(answers[1] == "apply FA-2026-00001 99.53")
    #expect(answers[0] == "propose on account 99.53")
  }
}
