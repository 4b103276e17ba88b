import Ledger
import Quantities
import Store

/// Sets a credit note against the invoice that it names, as far as both are open.
struct CreditSetOff {
  let pen: BookWriter
  /// Documents whose set-off a person took back.
  var undone: Set<EntryNumber> = []
  /// Documents that a proposal is likely to pay or to deduct: what a person says of it goes first.
  var proposed: Set<EntryNumber> = []

  func run() throws -> Int {
    var credits: [(CreditNote, EntryNumber, CustomerID, Currency)] = []
    try pen.reader.forEachOpenCreditNote(pen.company) { credit, number, customer, currency in
      if !credit.corrects.isEmpty { credits.append((credit, number, customer, currency)) }
    }
    var count = 0
    for (credit, number, customer, currency) in credits {
      guard !proposed.contains(number),
        let invoice = try pen.reader.document(numbered: credit.corrects, in: pen.company),
        !proposed.contains(invoice),
        try pen.reader.owner(of: invoice) == customer,
        try pen.reader.currency(of: invoice) == currency
      else { continue }
      if try book(invoice: invoice, credit: number, customer: customer, currency: currency) {
        count += 1
      }
    }
    return count
  }

  /// Sets a credit note against an invoice, as far as both are open; false when nothing is.
  func book(
    invoice: EntryNumber, credit number: EntryNumber, customer: CustomerID, currency: Currency
  ) throws -> Bool {
    if undone.contains(number) { return false }
    let reader = try pen.reader
    let owed = try reader.open(ofDocument: invoice, in: pen.company)
    let left = -(try reader.open(ofDocument: number, in: pen.company))
    let amount = min(owed, left)
    guard amount.isPositive, let item = try reader.document(number),
      case .creditNote(let credit) = item.kind, let corrected = try reader.number(of: invoice)
    else { return false }
    let reason = try reader.creditAnswer(of: number)?.fact.cause.reason ?? credit.reason
    for (document, part) in [(invoice, amount), (number, -amount)] {
      try pen.append(
        .allocation(
          Allocation(
            line: nil, document: document, amount: part, mode: .setOff, score: 1000,
            reasons: ReasonText.stored(
              french: "avoir \(credit.number) sur \(corrected)",
              english: "credit note \(credit.number) on \(corrected)"),
            creditReason: reason)),
        customer: customer, currency: currency, happened: credit.issue)
    }
    return true
  }
}
