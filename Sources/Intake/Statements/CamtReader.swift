import Ledger
import Quantities

/// Reads CAMT.052, .053 and .054 of any version, movement by movement, without keeping the file.
///
/// Local names decide, not namespaces, and each element is known by where it stands, so that a
/// version or a bank that adds or moves something is still understood.
struct CamtReader {
  typealias Element = CamtElement

  let batch: Int
  let deliver: (Reading) throws -> Void
  /// The parse under way: it knows the line, and stops when a delivery fails.
  let parse: XMLParse
  var reading = Reading()

  var path = CamtPath()
  var isCollecting = false
  let collected = TextBuffer()

  var statement = CamtStatement()
  var statementCount = 0
  var balance = CamtBalance()
  var entry = CamtEntry()
  var operation = CamtOperation()
  var lastOperation = CamtOperation()
  var lastKind = BankLine.Operation.other
  var transaction = CamtTransaction()
  var days = DayMemory()
  var currencies = CurrencyMemory()

  /// Where the open statement, entry and transaction stand in `path`; 0 when none is open.
  var statementDepth = 0
  var entryDepth = 0
  var transactionDepth = 0
  var attributeCurrency: Currency?
  var attributeFound = ""

  init(batch: Int, parse: XMLParse, deliver: @escaping (Reading) throws -> Void) {
    self.batch = batch
    self.parse = parse
    self.deliver = deliver
  }

  /// Delivers what is left; refuses a file without any statement.
  mutating func finish() throws {
    guard statementCount > 0 else { throw Refusal(.missingElement("Stmt")) }
    if !reading.isEmpty { try deliver(reading) }
    reading = Reading()
  }

  mutating func started(_ element: Element, _ attributes: XMLAttributes) {
    path.append(element)
    collected.clear()
    isCollecting = statementDepth > 0 && element.holdsText
    switch element {
    case .statement, .report, .notification:
      if statementDepth == 0 { openStatement() }
    case .balance where path.count == statementDepth + 1: balance = CamtBalance()
    case .entry where path.count == statementDepth + 1: openEntry()
    case .transaction where entryDepth > 0 && transactionDepth == 0:
      transactionDepth = path.count
      transaction = CamtTransaction()
    case .operation: operation = CamtOperation()
    case .returned where transactionDepth > 0: transaction.isReturned = true
    case .amount where isCollecting: takeCurrency(attributes)
    default: break
    }
  }

  mutating func text(_ bytes: Bytes) {
    if isCollecting { collected.append(bytes) }
  }

  mutating func ended() {
    let element = path.last
    if isCollecting {
      isCollecting = false
      take(element, collected.bytes.trimmed)
    }
    switch element {
    case .balance where path.count == statementDepth + 1 && statementDepth > 0:
      if statement.balances.count < 100 { statement.balances.append(balance) }
    case .operation where entryDepth > 0: closeOperation()
    case .transaction where path.count == transactionDepth: closeTransaction()
    case .entry where path.count == entryDepth: closeEntry()
    case .statement, .report, .notification:
      if path.count == statementDepth { closeStatement() }
    default: break
    }
    path.removeLast()
  }

  private mutating func openStatement() {
    statementDepth = path.count
    statementCount += 1
    statement = CamtStatement()
    statement.line = parse.line
  }

  private mutating func openEntry() {
    guard statementDepth > 0 else { return }
    entryDepth = path.count
    entry.startNext()
    entry.line = parse.line
  }

  private mutating func takeCurrency(_ attributes: XMLAttributes) {
    attributeCurrency = nil
    attributeFound = ""
    guard let code = attributes.value("Ccy") else { return }
    attributeCurrency = currencies.currency(code)
    if attributeCurrency == nil { attributeFound = code.text }
  }

  private mutating func closeOperation() {
    if operation != lastOperation {
      lastOperation = operation
      lastKind = operation.kind
    }
    if transactionDepth > 0 {
      transaction.operation = lastKind
    } else {
      entry.operation = lastKind
    }
  }

  private mutating func closeTransaction() {
    transactionDepth = 0
    if entry.details.count < CamtEntry.mostDetails {
      entry.details.append(transaction)
    } else {
      entry.droppedDetails += 1
    }
  }
}
