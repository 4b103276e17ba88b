import Ledger
import Quantities

/// A balance of a statement, by its ISO code.
struct CamtBalance {
  var code = ""
  var amount: Money?
  var isDebit = false
  var day: Day?

  var signed: Money? { amount.map { isDebit ? -$0 : $0 } }
}

/// One statement, report or notification while it is read.
struct CamtStatement {
  var line = 0
  var account = CamtAccount()
  var balances: [CamtBalance] = []
  var balanceCurrency: Currency?
  var created: Day?
  var from: Day?
  var until: Day?
  var firstBooked: Day?
  var lastBooked: Day?
  var entries = 0
  var details = 0
  var credits = Money.zero
  var debits = Money.zero
  var lineCurrency: Currency?

  mutating func count(_ entry: CamtEntry, booked: Day?) {
    entries += 1
    details += entry.details.count + entry.droppedDetails
    if lineCurrency == nil { lineCurrency = entry.currency }
    if let amount = entry.amount {
      if entry.isDebit == true { debits.addBounded(amount) } else { credits.addBounded(amount) }
    }
    guard let booked else { return }
    firstBooked = min(firstBooked ?? booked, booked)
    lastBooked = max(lastBooked ?? booked, booked)
  }

  /// The booked opening balance first; then the last closing, the available, the interim one of
  /// a statement sent in pages.
  var opening: CamtBalance? {
    if let booked = balance("OPBD", "PRCD", "OPAV") { return booked }
    let interims = balances.filter { $0.code == "ITBD" }
    return balance("CLBD", "CLAV") != nil || interims.count > 1 ? interims.first : nil
  }

  var closing: CamtBalance? {
    balance("CLBD", "CLAV") ?? balances.last { $0.code == "ITBD" } ?? balance("ITAV")
  }

  private func balance(_ codes: String...) -> CamtBalance? {
    for code in codes {
      if let found = balances.first(where: { $0.code == code }) { return found }
    }
    return nil
  }

  var figures: StatementFigures {
    let currency = account.currency ?? balanceCurrency ?? lineCurrency
    let statement = Statement(
      account: account.number, currency: currency ?? .eur,
      first: from ?? firstBooked ?? opening?.day,
      last: closing?.day ?? until ?? lastBooked ?? created,
      opening: opening?.signed, closing: closing?.signed)
    var figures = StatementFigures(
      statement, entries: entries, credits: credits, debits: debits,
      isAnonymous: account.number.isEmpty, hasCurrency: currency != nil)
    figures.details = details
    return figures
  }
}
