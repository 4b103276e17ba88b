import Ledger
import Quantities

/// What the text of each element means, by where the element stands.
extension CamtReader {
  /// The element `steps` above the one that ends; 1 is its parent.
  private func above(_ steps: Int) -> CamtElement {
    path.above(steps)
  }

  mutating func take(_ element: CamtElement, _ bytes: Bytes) {
    guard !bytes.isEmpty else { return }
    if transactionDepth > 0 {
      takeInTransaction(element, bytes)
    } else if entryDepth > 0 {
      takeInEntry(element, bytes)
    } else if path.count > statementDepth + 1, path[statementDepth] == .balance {
      takeInBalance(element, bytes)
    } else {
      takeInStatement(element, bytes)
    }
  }

  private mutating func takeInStatement(_ element: CamtElement, _ bytes: Bytes) {
    let depth = path.count - statementDepth
    switch (element, above(1)) {
    case (.creation, _) where depth == 1: statement.created = days.day(bytes)
    case (.from, .period), (.fromDay, .period): statement.from = days.day(bytes)
    case (.until, .period), (.untilDay, .period): statement.until = days.day(bytes)
    default:
      if depth > 1, path[statementDepth] == .account { takeInAccount(element, bytes) }
    }
  }

  private mutating func takeInAccount(_ element: CamtElement, _ bytes: Bytes) {
    switch (element, above(1), above(2)) {
    case (.iban, .identification, .account): statement.account.number = bytes.iban
    case (.identification, .otherID, .identification):
      if statement.account.number.isEmpty { statement.account.number = bytes.text }
    case (.currency, .account, _): statement.account.currency = currencies.currency(bytes)
    case (.name, .owner, .account): statement.account.owner = bytes.words
    default: break
    }
  }

  private mutating func takeInBalance(_ element: CamtElement, _ bytes: Bytes) {
    switch (element, above(1)) {
    case (.code, .codeOrProprietary), (.proprietary, .codeOrProprietary): balance.code = bytes.text
    case (.amount, .balance):
      balance.amount = bytes.amount
      if balance.amount == nil {
        reject("Bal/Amt", found: bytes.text, wanted: Wanted.amount)
      } else if statement.balanceCurrency == nil {
        statement.balanceCurrency = attributeCurrency
      }
    case (.sign, .balance): balance.isDebit = bytes.equals("DBIT")
    case (.date, .date), (.dateTime, .date), (.date, .balance): balance.day = days.day(bytes)
    default: break
    }
  }

  private mutating func takeInEntry(_ element: CamtElement, _ bytes: Bytes) {
    switch (element, above(1)) {
    case (.amount, .entry):
      entry.amount = bytes.amount
      // What was found is kept for the rejection alone.
      if entry.amount == nil { entry.amountFound = bytes.text }
      entry.currency = attributeCurrency
      entry.currencyFound = attributeFound
    case (.sign, .entry):
      entry.isDebit = bytes.isDebit
      if entry.isDebit == nil { entry.signFound = bytes.text }
    case (.reversal, .entry): entry.isReversal = bytes.equals("true") || bytes.equals("1")
    case (.status, .entry), (.code, .status), (.proprietary, .status):
      entry.status = bytes.equals("BOOK") ? "" : bytes.text
    case (.date, .booking), (.dateTime, .booking), (.booking, .entry):
      entry.booked = days.day(bytes)
      if entry.booked == nil { entry.bookedFound = bytes.text }
    case (.date, .value), (.dateTime, .value): entry.value = days.day(bytes)
    case (.entryReference, .entry): entry.entryReference = bytes.text
    case (.bankReference, .entry): entry.reference = bytes.text
    case (.entryText, .entry): entry.text.append(bytes.words)
    default: takeInOperation(element, bytes)
    }
  }

  private mutating func takeInOperation(_ element: CamtElement, _ bytes: Bytes) {
    switch (element, above(1)) {
    case (.code, .family): operation.family = bytes.packedCode
    case (.subfamily, .family): operation.subfamily = bytes.packedCode
    case (.code, .proprietary): operation.proprietary = bytes.packedCode
    default: break
    }
  }

  private mutating func takeInTransaction(_ element: CamtElement, _ bytes: Bytes) {
    switch (element, above(1)) {
    case (.amount, .transaction): takeAmount(bytes, rank: 3)
    case (.amount, .transactionAmount): takeAmount(bytes, rank: 2)
    case (.amount, .instructed): takeAmount(bytes, rank: 1)
    case (.sign, .transaction): transaction.isDebit = bytes.isDebit
    case (.endToEnd, .references):
      transaction.endToEnd = bytes.equals("NOTPROVIDED") ? "" : bytes.text
    case (.bankReference, .references): transaction.reference = bytes.text
    case (.cheque, .references): transaction.text.append(bytes.words)
    case (.unstructured, .remittance), (.reference, .creditorReference), (.number, .document2),
      (.moreRemittance, .structured), (.transactionText, .transaction):
      transaction.text.append(bytes.words)
    case (.name, _), (.iban, _), (.identification, .otherID): takeInParties(element, bytes)
    case (.code, .reason), (.proprietary, .reason):
      if above(2) == .returned { transaction.returnReason = bytes.text }
    default: takeInOperation(element, bytes)
    }
  }

  private mutating func takeAmount(_ bytes: Bytes, rank: Int) {
    guard rank > transaction.amountRank, let amount = bytes.amount else { return }
    guard attributeCurrency == nil || entry.currency == nil || attributeCurrency == entry.currency
    else { return }
    transaction.amount = amount
    transaction.amountRank = rank
  }

  /// `RltdPties/Dbtr/Nm`, since version 8 `RltdPties/Dbtr/Pty/Nm` or `…/Agt/FinInstnId/Nm`.
  private mutating func takeInParties(_ element: CamtElement, _ bytes: Bytes) {
    guard let place = path.lastIndex(of: .parties), place + 2 < path.count else { return }
    let depth = path.count - place
    if element == .name {
      let isDirect = depth == 3 || (depth == 4 && above(1) == .party) || above(1) == .institution
      guard isDirect else { return }
      takeName(bytes.words, of: path[place + 1])
    } else {
      let number = element == .iban ? bytes.iban : bytes.text
      switch path[place + 1] {
      case .debtorAccount where transaction.debtor.iban.isEmpty: transaction.debtor.iban = number
      case .creditorAccount where transaction.creditor.iban.isEmpty:
        transaction.creditor.iban = number
      default: break
      }
    }
  }

  private mutating func takeName(_ name: String, of role: CamtElement) {
    switch role {
    case .debtor: transaction.debtor.name = name
    case .creditor: transaction.creditor.name = name
    case .ultimateDebtor: transaction.debtor.ultimate = name
    case .ultimateCreditor: transaction.creditor.ultimate = name
    default: break
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isDebit: Bool? { equals("DBIT") ? true : equals("CRDT") ? false : nil }
}
