import CashApplication
import Ledger
import Quantities
import Testing

@Suite("What the text of a payment names")
struct ReferenceTests {
  @Test(
    "every way to quote one number",
    arguments: [
      "REGLEMENT FACTURE FA-2026-00123", "fa-2026-00123", "FA202600123", "FA 2026 00123",
      "FA/2026/00123 MERCI", "2026-00123", "VIR 202600123", "FACT 123", "FACTURE N° 00123",
      "FA-2026-O0123", "votre facture FA-2026-00123 du 100126", "/INV/FA-2026-00123",
    ])
  func quotations(text: String) {
    var desk = Desk()
    desk.owes("FA-2026-00122", Desk.dupont, "1200.00")
    desk.owes("FA-2026-00123", Desk.dupont, "1200.00")
    desk.owes("FA-2026-00123", Desk.tilleul, "80.00")
    desk.receives("1200.00", from: "MENUISERIE DUPONT ET FILS", iban: dupontIBAN, text)
    #expect(desk.answers() == ["apply FA-2026-00123 1200.00"])
  }

  @Test(
    "a young firm's numbers are short", arguments: ["INV-3", "VIR PLAIN TRADING INV-3", "inv 3"])
  func shortNumbers(text: String) {
    var desk = Desk()
    desk.owes("INV-2", Desk.dupont, "1200.00")
    desk.owes("INV-3", Desk.dupont, "1200.00")
    desk.owes("INV-13", Desk.dupont, "1200.00")
    desk.receives("1200.00", iban: dupontIBAN, text)
    desk.receives("400.00", iban: dupontIBAN, "INV-13 ACOMPTE", on: (2, 12))
    #expect(desk.answers() == ["apply INV-3 1200.00", "apply INV-13 400.00"])
  }

  @Test(
    "one slip, with payer and amount",
    arguments: ["FA-2026-01023", "FA-2026-0123", "FA-2026-00132", "FA-2025-00123", "FA-2026-00723"])
  func slips(text: String) {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "417.30")
    desk.owes("FA-2026-00987", Desk.dupont, "417.30")
    desk.receives("417.30", iban: dupontIBAN, text)
    #expect(desk.answers() == ["apply FA-2026-00123 417.30"])
  }

  @Test("a slip that names another customer's invoice is not believed")
  func slipToStranger() {
    var desk = Desk()
    desk.owes("FA-2026-00124", Desk.tilleul, "950.00")
    desk.receives("417.30", iban: dupontIBAN, "FA-2026-00124")
    #expect(!desk.answers()[0].hasPrefix("apply"))
  }

  @Test("several numbers, and the last digits of others")
  func several() {
    var desk = Desk()
    desk.owes("F/26/00123", Desk.dupont, "100.00")
    desk.owes("F/26/00124", Desk.dupont, "20.00")
    desk.owes("F/26/00130", Desk.dupont, "3.00")
    desk.owes("F/26/00131", Desk.dupont, "23.00")
    desk.receives("123.00", iban: dupontIBAN, "F/26/00123/124/130")
    #expect(desk.answers() == ["apply F/26/00123 100.00, F/26/00124 20.00, F/26/00130 3.00"])
    desk.lines = []
    desk.receives("123.00", "F/26/00123+F/26/00124, F/26/00130")
    #expect(desk.answers() == ["apply F/26/00123 100.00, F/26/00124 20.00, F/26/00130 3.00"])
  }

  @Test("a list cut by the bank is completed by the amount")
  func cutList() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "1111.11")
    desk.owes("FA-2026-00124", Desk.dupont, "2345.67")
    desk.owes("FA-2026-00125", Desk.dupont, "876.54")
    desk.receives("1987.65", iban: dupontIBAN, "FA-2026-00123 FA-2026-0")
    #expect(desk.answers() == ["apply FA-2026-00123 1111.11, FA-2026-00125 876.54"])
  }

  @Test("a purchase order with the payer")
  func order() {
    var desk = Desk()
    desk.owes("FA-1", Desk.dupont, "500.00", order: "BC-77120")
    desk.owes("FA-2", Desk.dupont, "500.00", order: "BC-77121")
    desk.receives("500.00", iban: dupontIBAN, "CDE BC77121")
    #expect(desk.answers() == ["apply FA-2 500.00"])
  }

  @Test("part, then the rest; the rest is found whatever is left")
  func partial() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "1000.00")
    desk.receives("400.00", iban: dupontIBAN, "ACOMPTE FA-2026-00123")
    desk.receives("600.00", iban: dupontIBAN, "SOLDE", on: (3, 2))
    #expect(desk.answers() == ["apply FA-2026-00123 400.00", "apply FA-2026-00123 600.00"])
  }

  @Test("short by charges or discount, and over")
  func differences() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "1000.00")
    desk.owes("FA-2026-00124", Desk.dupont, "700.00")
    desk.receives("985.00", iban: dupontIBAN, "FA-2026-00123")
    desk.receives("710.00", iban: dupontIBAN, "FA-2026-00124")
    #expect(
      desk.answers() == [
        "apply FA-2026-00123 985.00", "apply FA-2026-00124 700.00, on account 10.00",
      ])
    var index = OpenItemIndex(documents: desk.documents, payers: desk.payers)
    let first = allocate(desk.lines, on: &index)[0]
    #expect(first.reasons.contains(.charges(Desk.money("15.00"))))
    #expect(first.frenchReasons.contains("manque 15,00 € : frais bancaires ?"))
  }

  @Test("credit notes deducted")
  func netted() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "1000.00")
    desk.owes("AV-2026-00007", Desk.dupont, "-150.25", corrects: "FA-2025-00800")
    desk.receives("849.75", iban: dupontIBAN, "FA-2026-00123")
    #expect(desk.answers() == ["apply FA-2026-00123 1000.00, AV-2026-00007 -150.25"])
  }

  @Test("paid twice: the second time goes to the account, never on another invoice")
  func twice() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "640.20")
    desk.receives("640.20", iban: dupontIBAN, "FA-2026-00123")
    desk.receives("640.20", iban: dupontIBAN, "FA-2026-00123", on: (2, 20))
    #expect(desk.answers() == ["apply FA-2026-00123 640.20", "apply on account 640.20"])
  }

  @Test("paid twice while another invoice of that amount is open: a person says which was meant")
  func twiceOrAnother() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "640.20")
    desk.owes("FA-2026-00124", Desk.dupont, "640.20")
    desk.receives("640.20", iban: dupontIBAN, "FA-2026-00123")
    desk.receives("640.20", iban: dupontIBAN, "FA-2026-00123", on: (2, 20))
    #expect(!desk.answers()[1].hasPrefix("apply"))
  }

  @Test("a first payment without words goes before a second one that names the invoice")
  func twiceUnnamed() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "640.20")
    desk.receives("640.20", iban: dupontIBAN, "VIREMENT")
    desk.receives("640.20", iban: dupontIBAN, "FA-2026-00123", on: (2, 20))
    #expect(desk.answers() == ["apply FA-2026-00123 640.20", "propose on account 640.20"])
  }

  @Test("nothing issued later is paid, unless it is named, exact and the payer's")
  func later() {
    var desk = Desk()
    desk.owes("FA-2026-00123", Desk.dupont, "640.20", issued: (3, 15))
    desk.receives("640.20", iban: dupontIBAN, "VIREMENT")
    #expect(desk.answers() == ["propose on account 640.20"])
    desk.lines = []
    desk.receives("640.20", iban: dupontIBAN, "FA-2026-00123")
    #expect(desk.answers() == ["apply FA-2026-00123 640.20"])
  }
}

let dupontIBAN = "FR7630004000031234567890143"
