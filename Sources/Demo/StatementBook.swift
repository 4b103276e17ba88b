import Quantities

/// The statements of one account: a file a month, or more when a month would pass 50 MB.
struct StatementBook {
  let firm: DemoFirm
  let iban: String
  let currency: Currency
  let folder: String
  /// Balance after the movements so far.
  private(set) var balance: Int64
  private(set) var lineCount = 0
  private(set) var files: [String] = []

  private var opening: Int64
  private var first: Day
  private var entries = ByteText()
  private var sequence = 0

  static let largest = 50_000_000

  init(
    _ firm: DemoFirm, currency: Currency, opening: Money, from first: Day, in folder: String
  ) {
    self.firm = firm
    self.currency = currency
    self.folder = folder
    self.first = first
    iban = currency.isEuro ? firm.iban : firm.dollarIBAN
    balance = opening.cents
    self.opening = opening.cents
  }

  /// Version 8 since the bank changed its format in 2026, version 2 before.
  private static func version(on day: Day) -> Int { day >= Day(2026, 3, 1) ? 8 : 2 }

  mutating func add(_ entry: BankEntry) {
    balance += entry.cents
    lineCount += 1
    entries.put(entry, version: StatementBook.version(on: first))
  }

  /// Closes the statement at the end of a month, of the world, or when it has grown large.
  mutating func closeDay(_ day: Day, isLast: Bool) throws(DemoError) {
    guard isLast || day == day.endOfMonth || entries.bytes.count > StatementBook.largest else {
      return
    }
    sequence += 1
    let file = try OutputFile(folder + "/" + name)
    putHead(into: &file.text, through: day)
    try file.flush()
    try file.write(entries.bytes)
    file.text.put("</Stmt></BkToCstmrStmt></Document>\n")
    try file.flush()
    files.append(file.path)
    entries.removeAll()
    opening = balance
    first = day.nextDay
  }

  /// `releve-2026-11.xml`, `releve-usd-2026-11.xml`; `releve-2026-11-du-14.xml` for part of it.
  private var name: String {
    let (year, month, _) = first.parts
    let account = currency.isEuro ? "" : currency.code.lowercased() + "-"
    let part = first.dayOfMonth == 1 ? "" : "-du-" + FrenchNumbers.padded(first.dayOfMonth, to: 2)
    return "releve-" + account + "\(year)-" + FrenchNumbers.padded(month, to: 2) + part + ".xml"
  }

  private func putHead(into text: inout ByteText, through last: Day) {
    let version = FrenchNumbers.padded(StatementBook.version(on: first), to: 2)
    text.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document ")
    text.put(text: "xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.\(version)\">")
    text.put(text: "\n<BkToCstmrStmt><GrpHdr><MsgId>VERDELIN-\(currency.code)-\(sequence)</MsgId>")
    text.put("<CreDtTm>")
    text.put(iso: last)
    text.put("T23:30:00+01:00</CreDtTm></GrpHdr>\n<Stmt><Id>")
    text.put(
      text: "\(currency.code)-\(sequence)</Id><ElctrncSeqNb>\(sequence)</ElctrncSeqNb><CreDtTm>")
    text.put(iso: last)
    text.put("T23:30:00+01:00</CreDtTm><FrToDt><FrDtTm>")
    text.put(iso: first)
    text.put("T00:00:00+01:00</FrDtTm><ToDtTm>")
    text.put(iso: last)
    text.put("T23:59:59+01:00</ToDtTm></FrToDt><Acct><Id><IBAN>")
    text.put(text: iban)
    text.put(text: "</IBAN></Id><Ccy>\(currency.code)</Ccy><Ownr><Nm>")
    text.put(xml: firm.name)
    text.put("</Nm></Ownr></Acct>\n")
    putBalance(opening, "OPBD", on: first, into: &text)
    putBalance(balance, "CLBD", on: last, into: &text)
  }

  private func putBalance(
    _ cents: Int64, _ code: StaticString, on day: Day, into text: inout ByteText
  ) {
    text.put("<Bal><Tp><CdOrPrtry><Cd>")
    text.put(code)
    text.put(text: "</Cd></CdOrPrtry></Tp><Amt Ccy=\"\(currency.code)\">")
    text.put(cents: abs(cents))
    text.put(cents < 0 ? "</Amt><CdtDbtInd>DBIT" : "</Amt><CdtDbtInd>CRDT")
    text.put("</CdtDbtInd><Dt><Dt>")
    text.put(iso: day)
    text.put("</Dt></Dt></Bal>\n")
  }
}
