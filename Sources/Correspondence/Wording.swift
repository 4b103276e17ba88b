import Claims
import Ledger
import Quantities

/// The words of one language, for each message. No phrase threatens, judges or imitates an
/// authority (R5.7, R10.2, R10.3); the tests check each of them with `WordingCheck`.
protocol Wording: Sendable {
  var labels: Labels { get }
  func amount(_ amount: Money, _ currency: Currency) -> String
  func date(_ day: Day) -> String
  func shortDate(_ day: Day) -> String
  /// Short enough for a column.
  func period(_ days: DayRange) -> String
  func dateline(_ city: String, _ day: Day) -> String
  func days(_ count: Int) -> String
  /// The subject of a statement of account.
  func statementSubject(_ facts: Facts) -> String
  /// The name of the document in large letters; nil for an ordinary letter.
  func banner(_ facts: Facts) -> String?
  var greeting: Prose { get }
  /// What a statement of account says before its figures, and after them.
  func statementOpening(_ facts: Facts) -> Prose
  func statementRequest(_ facts: Facts) -> [Prose]
  /// Our messages of some days, oldest first, as a thing: `nos messages des 2 et 12 novembre`.
  func messages(on days: [Day]) -> String
  /// What the sum asked for holds beside the invoices, and by which articles.
  func including(_ facts: Facts) -> String
  func articles(_ facts: Facts) -> String
  func legalBasis(_ facts: Facts) -> String
  func rate(_ segment: InterestSegment) -> String
  func sums(_ facts: Facts) -> String
  /// Some invoices as a thing: `les factures A et B`.
  func invoices(_ numbers: [String]) -> String
  /// What the account shows after a payment, as a sentence; empty where only accessories remain.
  func balance(_ facts: Facts) -> String
  var lessThanACent: String { get }
  var semicolon: String { get }
  var closing: String { get }
  /// What is sent with a letter, one line each; empty when nothing is.
  func enclosures(_ facts: Facts) -> [String]
  /// What is attached to an e-mail, in one line; nil when nothing is.
  func attached(_ facts: Facts) -> String?
}

/// Titles of columns, sections and small lines.
struct Labels: Sendable {
  var subject: String
  var enclosures: String
  var customerNumber: String
  var ourReference: String
  var registered: String
  var invoice: String
  var issued: String
  var due: String
  var gross: String
  var paid: String
  var balance: String
  var demandable: String
  var daysLate: String
  var total: String
  var deductions: String
  var toPay: String
  var item: String
  var derivation: String
  var article: String
  var amount: String
  var accessories: String
  var summary: String
  var principal: String
  var interest: String
  var compensation: String
  var ageing: String
  var unallocated: String
  var accountBalance: String
  var ofWhichOverdue: String
  var receipts: String
  /// Beside the number of a document that the customer contests.
  var disputed: String
  var payTo: String
  var reference: String
  var amountToPay: String
  var scan: String
}

extension Wording {
  func amount(_ amount: Money, in facts: Facts) -> String {
    self.amount(amount, facts.claim.currency)
  }
}
