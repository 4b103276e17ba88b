import Ledger
import Quantities

/// Reads OFX 1 (SGML) and OFX 2 (XML): bank and card statements, several in a file.
struct OFXReader {
  private var scanner: OFXScanner
  private var delivery: StatementDelivery
  private let names = OFXNames()
  private var open = 0
  private var statement: OpenStatement?
  private var account = OFXAccount()
  private var transaction: OFXTransaction?
  private let words = TextBuffer()
  private let label = OFXLabel()
  private var scope = Scope.none
  private var amounts = MixedAmount()
  private var days = OFXDayMemory()
  private var ordinal = 0

  /// The group that a name, an account or an amount belongs to.
  private enum Scope { case none, own, other, ledger, available, foreign, original }

  private init(_ bytes: UnsafeRawBufferPointer, _ delivery: StatementDelivery) {
    scanner = OFXScanner(bytes)
    self.delivery = delivery
  }

  /// The first element is `OFX`, after whatever header.
  static func recognise(_ head: UnsafeRawBufferPointer) -> Bool {
    let start = UnsafeRawBufferPointer(rebasing: head.prefix(1 << 13))
    var place = 0
    while let open = start[place...].firstIndex(of: 60) {
      let rest = start[(open + 1)...]
      guard let first = rest.first else { return false }
      if first == 63 || first == 33 {
        guard let end = rest.firstIndex(of: 62) else { return false }
        place = end + 1
        continue
      }
      let name = rest.prefix(4).map { $0 >= 97 ? $0 - 32 : $0 }
      return name.starts(with: "OFX".utf8) && name.count == 4 && (name[3] == 62 || name[3] <= 32)
    }
    return false
  }

  static func read(
    _ bytes: UnsafeRawBufferPointer, batch: Int, into deliver: (Reading) throws -> Void
  ) throws {
    try withoutActuallyEscaping(deliver) { deliver in
      var reader = OFXReader(bytes, StatementDelivery(batch: batch, deliver: deliver))
      try reader.run()
    }
  }

  private mutating func run() throws {
    var leaf = OFXElement.unknown
    while try scanner.next() {
      if leaf != .unknown { try take(leaf, scanner.text.trimmed) }
      leaf = .unknown
      let element = names.element(scanner.name)
      if scanner.isEnd {
        try ended(element)
      } else {
        try started(element)
        leaf = element
      }
    }
    guard open == 0, statement == nil else {
      throw Refusal(
        .damagedStatement(
          Phrase(
            french: "le fichier s’arrête avant la fin du document (</OFX>)",
            english: "the file stops before the end of the document (</OFX>)")))
    }
    guard delivery.statements > 0 else { throw Refusal(.missingElement("STMTRS")) }
    try delivery.flush()
  }

  private var place: Place {
    mutating get { .element("STMTTRN[\(ordinal)]", line: scanner.line()) }
  }

  private mutating func started(_ element: OFXElement) throws {
    switch element {
    case .document: open += 1
    case .statement, .cardStatement:
      try endStatement()
      statement = OpenStatement()
      statement?.numbered = 0
      account = OFXAccount()
      ordinal = 0
    case .ownAccount, .ownCard: scope = .own
    case .otherAccount, .otherCard:
      scope = .other
      transaction?.other = OFXAccount()
    case .transaction:
      try endTransaction()
      guard statement != nil else { return }
      ordinal += 1
      words.clear()
      label.clear()
      transaction = OFXTransaction()
    case .ledger: scope = .ledger
    case .available: scope = .available
    case .foreign: scope = .foreign
    case .original: scope = .original
    default: break
    }
  }

  private mutating func ended(_ element: OFXElement) throws {
    switch element {
    case .document: open -= 1
    case .statement, .cardStatement: try endStatement()
    case .ownAccount, .ownCard:
      scope = .none
      statement?.written = account.number
      statement?.account = account.iban
    case .otherAccount, .otherCard, .ledger, .available, .foreign, .original: scope = .none
    case .transaction: try endTransaction()
    default: break
    }
  }

  private mutating func take(_ element: OFXElement, _ value: Bytes) throws {
    guard !value.isEmpty else { return }
    if transaction != nil { return takeInTransaction(element, value) }
    switch element {
    case .currency: statement?.currency = Currency(value.text)
    case .bank, .branch, .account: if scope == .own { account.take(element, value) }
    case .start: statement?.from = days.day(value)
    case .end: statement?.until = days.day(value)
    case .balance where scope == .ledger:
      statement?.closing = amounts.amount(value)
      if statement?.closing == nil {
        try delivery.reject(
          at: .line(scanner.line()), "LEDGERBAL/BALAMT", found: value, wanted: Wanted.amount)
      }
    case .asOf where scope == .ledger: statement?.closingDay = days.day(value)
    default: break
    }
  }

  private mutating func takeInTransaction(_ element: OFXElement, _ value: Bytes) {
    switch element {
    case .type: transaction?.type = value.text
    case .posted:
      transaction?.posted = days.day(value)
      if transaction?.posted == nil { transaction?.postedFound = value.text }
    case .amount:
      transaction?.amount = amounts.amount(value)
      if transaction?.amount == nil { transaction?.amountFound = value.text }
    case .identifier: transaction?.identifier = Bytes(rebasing: value.prefix(255)).unescaped
    case .corrected: transaction?.corrected = Bytes(rebasing: value.prefix(255)).unescaped
    case .correction: transaction?.correction = value.text
    case .name:
      label.begin(value)
      words.appendWord(value)
    case .memo: label.goOn(value, into: words)
    case .reference: words.appendWord(value)
    case .cheque: if value.contains(where: { $0 > 48 }) { words.appendWord(value) }
    case .bank, .branch, .account: if scope == .other { transaction?.other?.take(element, value) }
    case .symbol: if scope == .foreign { transaction?.currency = Currency(value.text) }
    default: break
    }
  }

  private mutating func endTransaction() throws {
    scope = .none
    guard let done = transaction, let statement else { return }
    transaction = nil
    guard let amount = done.amount else {
      return try delivery.reject(
        at: place, "TRNAMT", found: done.amountFound, wanted: Wanted.amount,
        mendingLine(done, on: statement))
    }
    guard let booked = done.posted else {
      return try delivery.reject(
        at: place, "DTPOSTED", found: done.postedFound, wanted: Wanted.compactDay,
        mendingLine(done, on: statement))
    }
    if done.isPending {
      return try delivery.note(
        at: place,
        Phrase(
          french:
            "mouvement de \(amount.french) annoncé et non comptabilisé (HOLD), laissé de côté",
          english: "movement of \(amount.english) announced and not booked (HOLD), left out"))
    }
    guard done.corrected.isEmpty || done.isDeletion else { return try rejectCorrection(done) }
    let signed = done.isDeletion ? -amount : amount
    self.statement?.count(signed, booked: booked)
    if !done.identifier.isEmpty { self.statement?.numbered? += 1 }
    try delivery.add(
      done.line(
        on: statement, booked: booked, amount: signed,
        payer: label.payer(isPaidOut: signed.isNegative), words: words.bytes))
  }

  private func mendingLine(
    _ transaction: OFXTransaction, on statement: OpenStatement
  ) -> MendingLine {
    var line = MendingLine()
    line.date = transaction.posted?.iso ?? transaction.postedFound
    line.amount =
      transaction.amount.map { MendingLine.written($0) } ?? transaction.amountFound
    line.label = words.bytes.unescaped
    line.currency = (transaction.currency ?? statement.currency)?.code ?? ""
    line.counterparty = label.payer(isPaidOut: transaction.amount?.isNegative ?? false)
    line.iban = transaction.other?.iban ?? ""
    line.reference = transaction.identifier
    line.account = statement.account
    return line
  }

  private mutating func rejectCorrection(_ done: OFXTransaction) throws {
    try delivery.reject(
      at: place, "CORRECTFITID", found: done.corrected,
      wanted: Phrase(
        french: "un mouvement nouveau\u{A0}: celui-ci en remplace un que la banque avait déjà "
          + "transmis, vérifiez-le avec elle",
        english: "a new movement: this one replaces one that the bank had sent before, check it "
          + "with the bank"))
  }

  private mutating func endStatement() throws {
    try endTransaction()
    guard let done = statement else { return }
    statement = nil
    try delivery.add(done)
  }
}
