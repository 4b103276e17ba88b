import Ledger
import Quantities

/// A transaction inside an entry, as the bank details it.
///
/// A class, because it is filled in one place, kept in another and never compared.
final class CamtTransaction {
  /// The other party as a payer and as a payee: which one it is depends on the direction.
  struct Side {
    var name = ""
    var ultimate = ""
    var iban = ""
    var isEmpty: Bool { name.isEmpty && ultimate.isEmpty && iban.isEmpty }
  }

  var debtor = Side()
  var creditor = Side()
  /// In the currency of the entry; nil when the bank gives none.
  var amount: Money?
  var isDebit: Bool?
  /// How near the amount is to what was booked: TxDtls/Amt 3, TxAmt 2, InstdAmt 1.
  var amountRank = 0
  var text = TextPieces()
  var endToEnd = ""
  var reference = ""
  var operation = BankLine.Operation.other
  var isReturned = false
  var returnReason = ""

  init() {}

  /// What several transactions share, with their texts joined.
  init(sharedBy all: [CamtTransaction]) {
    guard let first = all.first else { return }
    (debtor, creditor, text) = (first.debtor, first.creditor, first.text)
    (endToEnd, reference, operation) = (first.endToEnd, first.reference, first.operation)
    isReturned = all.allSatisfy(\.isReturned)
    returnReason = first.returnReason
    for other in all.dropFirst() {
      debtor.keepOnlyShared(with: other.debtor)
      creditor.keepOnlyShared(with: other.creditor)
      if endToEnd != other.endToEnd { endToEnd = "" }
      if reference != other.reference { reference = "" }
      if operation != other.operation { operation = .other }
      if returnReason != other.returnReason { returnReason = "" }
      text.append(other.text.joined)
    }
  }
}

/// Pieces of text joined by a space, without repeating one that was just said.
struct TextPieces {
  private(set) var joined = ""

  init() {}

  mutating func append(_ piece: String) {
    if piece.isEmpty || joined.utf8.count >= TextPieces.limit { return }
    if joined.isEmpty {
      joined = piece
    } else if joined != piece {
      joined.reserveCapacity(joined.utf8.count + piece.utf8.count + 1)
      joined += " "
      joined += piece
    }
  }

  /// The longest text kept of one movement: a bank gives at most some thousand characters.
  static let limit = 10_000
}

/// One movement of a statement while it is read.
struct CamtEntry {
  var line = 0
  var ordinal = 0
  var reference = ""
  var entryReference = ""
  var amount: Money?
  var amountFound = ""
  var currency: Currency?
  var currencyFound = ""
  var isDebit: Bool?
  var signFound = ""
  var isReversal = false
  /// Empty when it is booked, which is also what no status means.
  var status = ""
  var booked: Day?
  var bookedFound = ""
  var value: Day?
  var operation = BankLine.Operation.other
  var text = TextPieces()
  var details: [CamtTransaction] = []
  /// Details past the bound were counted and not kept.
  var droppedDetails = 0

  /// More details than this in one movement are not kept one by one.
  static let mostDetails = 200_000

  /// Empties it for the next movement and keeps the room for details.
  mutating func startNext() {
    var next = CamtEntry()
    next.ordinal = ordinal + 1
    swap(&next.details, &details)
    next.details.removeAll(keepingCapacity: true)
    self = next
  }

  /// Money that has moved: neither announced nor for information.
  var isBooked: Bool { status.isEmpty }

  var signed: Money? {
    guard let amount, let isDebit else { return nil }
    return isDebit ? -amount : amount
  }
}

extension CamtEntry {
  /// A line for each detail when they add up to the entry, else one line for the whole.
  func lines(
    on account: CamtAccount, booked: Day, total: Money, into drafts: inout [Draft]
  ) {
    guard details.count > 1, detailsAddUp(to: total) else {
      let whole = line(from: merged, on: account, booked: booked, amount: total)
      return drafts.append(.bankLine(whole))
    }
    for (place, detail) in details.enumerated() {
      let part = line(
        from: detail, on: account, booked: booked, amount: signed(detail),
        in: (part: place + 1, total: total))
      drafts.append(.bankLine(part))
    }
  }

  /// The entry as one line of a table, what could not be read as it stands.
  func mendingLine(on account: CamtAccount, booked: Day?) -> MendingLine {
    let known = signed ?? amount
    let whole = line(
      from: merged, on: account, booked: booked ?? Day(number: 0), amount: known ?? .zero)
    var line = MendingLine()
    line.date = booked?.iso ?? bookedFound
    line.value = value?.iso ?? ""
    line.label = whole.text
    line.amount = known.map { MendingLine.written($0) } ?? amountFound
    line.currency = currency?.code ?? currencyFound
    (line.counterparty, line.iban) = (whole.payer, whole.payerIBAN)
    line.reference = whole.reference
    line.account = account.number
    return line
  }

  /// Several details whose amounts are given and do not sum to the entry.
  func hasStrayDetails(_ total: Money) -> Bool {
    details.count > 1 && details.contains { $0.amount != nil } && !detailsAddUp(to: total)
  }

  private func signed(_ detail: CamtTransaction) -> Money {
    let amount = detail.amount ?? .zero
    return (detail.isDebit ?? isDebit ?? false) ? -amount : amount
  }

  private func detailsAddUp(to total: Money) -> Bool {
    guard droppedDetails == 0 else { return false }
    var sum = Money.zero
    for detail in details {
      guard detail.amount != nil else { return false }
      sum.addBounded(signed(detail))
    }
    return sum == total
  }

  private var merged: CamtTransaction {
    details.count == 1 ? details[0] : CamtTransaction(sharedBy: details)
  }

  private func line(
    from detail: CamtTransaction, on account: CamtAccount, booked: Day, amount: Money,
    in batch: (part: Int, total: Money)? = nil
  ) -> BankLine {
    let side = detail.otherSide(isDebit: amount.isNegative, ours: account)
    var text = detail.text
    text.append(self.text.joined)
    let kind = kind(of: detail)
    return BankLine(
      account: account.number, currency: currency ?? account.currency ?? .eur, booked: booked,
      value: value, amount: amount,
      payer: side.name.isEmpty ? side.ultimate : side.name, payerIBAN: side.iban,
      text: text.joined, endToEnd: detail.endToEnd,
      reference: firstOf(reference, detail.reference, usableEntryReference), part: batch?.part ?? 0,
      operation: kind, returnReason: kind == .returned ? reason(of: detail) : "",
      batchTotal: batch?.total)
  }

  /// The code of the return, else one that the words hold.
  private func reason(of detail: CamtTransaction) -> String {
    if !detail.returnReason.isEmpty { return detail.returnReason }
    var words = detail.text.joined + " " + text.joined
    return words.withUTF8 { BankWords.returnReason(in: $0) }
  }

  private func firstOf(_ first: String, _ second: String, _ third: String) -> String {
    first.isEmpty ? (second.isEmpty ? third : second) : first
  }

  /// Many banks only count the entries of a statement here: such a number names nothing.
  private var usableEntryReference: String {
    entryReference.utf8.count >= 8 && !entryReference.hasPrefix("000") ? entryReference : ""
  }

  private func kind(of detail: CamtTransaction) -> BankLine.Operation {
    if isReversal || detail.isReturned { return .returned }
    return detail.operation == .other ? operation : detail.operation
  }
}

extension CamtTransaction {
  /// The debtor of money that comes in, the creditor of money that goes out. Banks that keep the
  /// roles of the first payment in a return would show us ourselves: then it is the other one.
  func otherSide(isDebit: Bool, ours: CamtAccount) -> Side {
    let expected = isDebit ? creditor : debtor
    let other = isDebit ? debtor : creditor
    if expected.isEmpty || expected.isOurs(ours) { return other.isOurs(ours) ? Side() : other }
    return expected
  }
}

extension CamtTransaction.Side {
  func isOurs(_ account: CamtAccount) -> Bool {
    if !iban.isEmpty { return iban == account.number }
    return !name.isEmpty && name == account.owner
  }

  mutating func keepOnlyShared(with other: CamtTransaction.Side) {
    if name != other.name { name = "" }
    if ultimate != other.ultimate { ultimate = "" }
    if iban != other.iban { iban = "" }
  }
}

/// Our own account, as a statement names it.
struct CamtAccount {
  var number = ""
  var owner = ""
  var currency: Currency?
}
