import Intake
import Ledger
import Quantities
import Testing

/// CFONB 120 statements written here, each with one thing that banks do.
@Suite struct CFONBTests {
  static let iban = "FR7630004008120001023456796"

  private func lines(_ records: String...) throws -> [BankLine] {
    let opening = CFONB.balance("01", "0000000000100{", on: "020326")
    let closing = CFONB.balance("07", "0000000000900{", on: "030326")
    return try XMLFixtures.read(CFONB.file([opening] + records + [closing])).lines
  }

  @Test func everyPartOfAMovement() throws {
    let outcome = try XMLFixtures.read(CFONB.file(CFONB.full))
    #expect(outcome.format == .cfonb120)
    #expect(
      outcome.lines == [
        BankLine(
          account: CFONBTests.iban, currency: .eur, booked: Day(2026, 3, 3),
          value: Day(2026, 3, 4), amount: Money(cents: 80_00), payer: "DUPONT & FILS SARL",
          payerIBAN: "FR7630006000011234567890189",
          text:
            "VIR SEPA DUPONT ET FILS SUPP FACTURE FA-2026-0012 ET FA-2026-0013 RF18539007547034",
          endToEnd: "E2E-2026-77", reference: "B000000001", operation: .transfer)
      ])
    let figures = try #require(outcome.reading.figures.first)
    #expect(figures.written == "300040081200010234567")
    #expect(figures.statement.account == CFONBTests.iban)
    #expect(figures.statement.opening == Money(cents: 10_00))
    #expect(figures.statement.closing == Money(cents: 90_00))
    #expect(figures.statement.last == Day(2026, 3, 3))
    #expect(outcome.reading.rejections.isEmpty)
  }

  @Test(arguments: [[10], [13, 10], [13], [], [10, 10], [13, 13, 10]] as [[UInt8]])
  func everyLineEnd(_ end: [UInt8]) throws {
    let end = String(decoding: end, as: UTF8.self)
    let lines = try XMLFixtures.read(CFONB.file(CFONB.full, end: end)).lines
    #expect(lines.map(\.payer) == ["DUPONT & FILS SARL"])
  }

  @Test func trailingBlanksMayBeCut() throws {
    let cut = CFONB.full.map { record in
      var record = record
      while record.last == " " { record.removeLast() }
      return record
    }
    let whole = try XMLFixtures.read(CFONB.file(CFONB.full)).lines
    #expect(try XMLFixtures.read(CFONB.file(cut)).lines == whole)
    #expect(try XMLFixtures.read(CFONB.file(CFONB.full.map { $0 + "   " })).lines == whole)
    #expect(try XMLFixtures.read(CFONB.file(CFONB.full) + "\u{1A}").lines == whole)
    #expect(try XMLFixtures.read(CFONB.full.joined() + "  \r\n").lines == whole)
  }

  @Test(
    arguments: zip(
      ["{", "A", "I", "}", "J", "R", "7"], [800_0, 800_1, 800_9, -800_0, -800_1, -800_9, 800_7]
    )) func theLastDigitCarriesTheSign(_ last: String, _ cents: Int64) throws
  {
    #expect(try lines(CFONB.movement("0000000000800" + last, "X")).first?.amount.cents == cents)
  }

  @Test func convertedFromTheFrenchEBCDIC() throws {
    let text = CFONB.file(
      CFONB.statement(
        CFONB.movement("0000000000800é", "X"), CFONB.movement("0000000000800è", "Y")))
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    for bytes in [latin, Array(text.utf8)] {
      #expect(try XMLFixtures.read(bytes).lines.map(\.amount.cents) == [800_0, -800_0])
    }
  }

  @Test func theRecordSaysHowManyDecimals() throws {
    func cents(_ currency: String, _ amount: String) throws -> Int64? {
      let records = [
        CFONB.balance("01", "0000000000000{", on: "020326", currency: currency),
        CFONB.movement(amount, "X"),
        CFONB.balance("07", "0000000000000{", on: "030326", currency: currency),
      ]
      let outcome = try XMLFixtures.read(CFONB.file(records))
      return outcome.lines.first?.amount.cents
    }
    #expect(try cents("JPY0", "0000000000123D") == 1234_00)
    #expect(try cents("TND3", "0000000012345{") == 123_45)
    #expect(try cents("TND3", "0000000012345A") == nil)
  }

  @Test func everyCharacterSet() throws {
    let label = "VIR SEPA CRÉATIONS FÉLICITÉ"
    let text = CFONB.file(
      CFONB.statement(
        CFONB.movement("0000000000800{", label), CFONB.detail("LCC", "Réglé à l’échéance")))
    let windows = text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value) }
    let latin = text.unicodeScalars.map { $0 == "’" ? 0x27 : UInt8($0.value) }
    for (bytes, mark) in [(windows, "’"), (latin, "'"), (Array(text.utf8), "?")] {
      let line = try #require(try XMLFixtures.read(bytes).lines.first)
      #expect(line.payer == "CRÉATIONS FÉLICITÉ")
      #expect(line.text == "VIR SEPA CRÉATIONS FÉLICITÉ Réglé à l\(mark)échéance")
    }
  }

  @Test func aReturnKeepsItsReasonAndItsCustomer() throws {
    let line = try #require(
      try lines(
        CFONB.movement("0000000000120}", "PRLV IMPAYE", operation: "B3", reason: "20"),
        CFONB.detail("NPY", "CLIENT SAS"), CFONB.detail("NBE", "NOUS SAS"),
        CFONB.detail("LCC", "FA-2026-0014")
      ).first)
    #expect(line.operation == .returned)
    #expect(line.returnReason == "AM04")
    #expect(line.amount.cents == -12_00)
    #expect(line.payer == "CLIENT SAS")
    #expect(line.text == "PRLV IMPAYE FA-2026-0014")
  }

  @Test(arguments: [
    ("12", "  ", "", "returned"), ("05", "00", "", "transfer"), ("10", "73", "73", "returned"),
    ("02", "  ", "", "cheque"), ("62", "  ", "", "fee"), ("A1", "  ", "", "directDebit"),
    ("28", "  ", "", "card"), ("ZZ", "  ", "", "other"), ("91", "35", "MD07", "returned"),
  ]) func whatTheCodesSay(_ row: (String, String, String, String)) throws {
    let line = try lines(CFONB.movement("0000000000800{", "X", operation: row.0, reason: row.1))
      .first
    #expect(line?.returnReason == row.2)
    #expect(line?.operation.rawValue == row.3)
  }

  @Test func theOtherPartyDependsOnTheDirection() throws {
    let parties = CFONB.detail("NPY", "NOUS SAS") + "\n" + CFONB.detail("NBE", "FOURNISSEUR")
    #expect(try lines(CFONB.movement("0000000000800}", "X"), parties).first?.payer == "FOURNISSEUR")
    #expect(try lines(CFONB.movement("0000000000800{", "X"), parties).first?.payer == "NOUS SAS")
  }

  @Test func aLabelMayHoldTheName() throws {
    for (label, payer) in [
      ("VIR SEPA RECU DE DUPONT SARL", "DUPONT SARL"), ("VIREMENT MARTIN", "MARTIN"),
      ("REMISE CHEQUES 12", ""), ("VIR 20260303", ""), ("VIR", ""), ("VIR INST M DURAND", "DURAND"),
    ] {
      #expect(try lines(CFONB.movement("0000000000800{", label)).first?.payer == payer)
    }
  }

  @Test func aLongTextIsJoinedWithinTheWord() throws {
    let long = String(repeating: "FACTURE FA-2026-00123 ", count: 5).prefix(100)
    let line = try lines(
      CFONB.movement("0000000000800{", "X"), CFONB.detail("LCC", String(long.prefix(70))),
      CFONB.detail("LC2", String(long.dropFirst(70)))
    ).first
    #expect(line?.text == "X " + long)
  }

  @Test func aForeignAmountIsWritten() throws {
    let line = try lines(
      CFONB.movement("0000000000800{", "X"), CFONB.detail("MMO", "USD20000000006030000000000"),
      CFONB.detail("???", "AUTRE")
    ).first
    #expect(line?.text == "X USD 603.00 AUTRE")
  }

  @Test func severalAccountsAndEmptyStatements() throws {
    let other = [
      CFONB.balance("01", "0000000000000{", on: "020326", account: "0000000001A"),
      CFONB.balance("07", "0000000000000{", on: "030326", account: "0000000001A"),
    ]
    let outcome = try XMLFixtures.read(CFONB.file(CFONB.full + other))
    #expect(
      outcome.reading.figures.map(\.written) == ["300040081200010234567", "30004008120000000001A"])
    #expect(outcome.reading.figures.map(\.entries) == [1, 0])
  }

  @Test func aBadMovementIsRejectedAlone() throws {
    let outcome = try XMLFixtures.read(
      CFONB.file(
        CFONB.statement(
          CFONB.movement("00000000008X0{", "X"), CFONB.detail("NPY", "PERDU"),
          CFONB.movement("0000000000100{", "Y", day: "310226"),
          CFONB.movement("0000000000200{", "Z"))))
    #expect(outcome.lines.map(\.amount.decimal) == ["20.00"])
    #expect(outcome.lines.map(\.payer) == [""])
    #expect(outcome.reading.rejections.map(\.field) == ["montant (91-104)", "date (35-40)"])
    #expect(
      outcome.reading.rejections.first?.french.typed
        == "ligne 2, « montant (91-104) » : « 00000000008X0{ » trouvé, attendu : "
        + "treize chiffres et un signe, tels que 0000000012345F.")
  }

  @Test func aFileOutOfOrderIsRefused() throws {
    let full = CFONB.full
    let broken: [[String]] = [
      Array(full.dropFirst()), Array(full.dropLast()), [full[0]] + full, [full[0], full[2]],
      [full[0], "99" + full[1].dropFirst(2), full[full.count - 1]],
      [full[0], full[1].replacing("00812", with: "00813"), full[full.count - 1]],
    ]
    for records in broken {
      guard case .damagedStatement = XMLFixtures.refusal(CFONB.file(records)) else {
        Issue.record("not refused: \(records)")
        continue
      }
    }
    #expect(XMLFixtures.refusal(CFONB.file([])) == .empty)
  }

  @Test func aRecordOfAnotherLengthIsRefused() throws {
    for place in [1, 60, 119] {
      var record = Array(CFONB.full[1])
      record.remove(at: place - 1)
      let records = [CFONB.full[0], String(record), CFONB.full[CFONB.full.count - 1]]
      #expect(XMLFixtures.refusal(CFONB.file(records)) != nil, "\(place)")
    }
  }

  @Test func aMainframesCharactersAreRefused() throws {
    var bytes = [UInt8](repeating: 0x40, count: 240)
    bytes[0] = 0xF0
    bytes[1] = 0xF1
    #expect(XMLFixtures.refusal(bytes) == .foreignCharacters("EBCDIC"))
  }
}
