import Claims
import Ledger
import Quantities
import Store

extension Desk {
  /// A promise farther away than this is confirmed by a person.
  static let farthestPromiseInDays = 60

  /// Refuses a promise that cannot be, and one out of the ordinary until a person confirms it: a
  /// slip of the pen would silence the reminders for years.
  func checkPromise(
    _ amount: Money, on day: Day, owed: Money, _ currency: Currency, isSure: Bool
  ) throws {
    guard day >= today else { throw DeskRefusal.dateNotAhead(day) }
    guard amount.isPositive else { throw DeskRefusal.nothingChosen }
    if isSure { return }
    guard amount <= owed else {
      throw DeskRefusal.moreThanOwed(amount, owed: owed, in: currency)
    }
    let last = today.adding(days: Desk.farthestPromiseInDays)
    guard day <= last else { throw DeskRefusal.farAway(day, last: last) }
  }

  /// The same of a payment that the customer says to have made: no day to come.
  func checkPaid(
    _ amount: Money, on day: Day, owed: Money, _ currency: Currency, isSure: Bool
  ) throws {
    guard day <= today else { throw DeskRefusal.dateAhead(day) }
    guard amount.isPositive else { throw DeskRefusal.nothingChosen }
    guard isSure || amount <= owed else {
      throw DeskRefusal.moreThanOwed(amount, owed: owed, in: currency)
    }
  }

  /// All that could be paid on an account, due or not, with its accessories; what is announced
  /// already takes nothing off.
  func owed(on account: Account, _ reader: BookReader) throws -> Money {
    var account = account
    account.promises = []
    account.saidPaid = []
    let claim = try Assessor(try practice(reader)).assess(account, on: today).claim
    return max(.zero, claim.balance) + claim.interest + claim.compensation
  }
}
