import CashApplication
import Ledger
import Quantities

/// A small firm's open items, written as one would on paper.
struct Desk {
  var documents: [OpenDocument] = []
  var payers: [KnownPayer] = []
  var lines: [IncomingLine] = []

  static let dupont = CustomerID(1)
  static let tilleul = CustomerID(2)
  static let north = CustomerID(3)
  static let south = CustomerID(4)

  /// Four customers; the last two belong to one group.
  init() {
    payers = [
      KnownPayer(
        customer: Desk.dupont, name: "Menuiserie Dupont & Fils SARL",
        ibans: ["FR7630004000031234567890143"]),
      KnownPayer(customer: Desk.tilleul, name: "Société Générale des Tilleuls de l'Évêché"),
      KnownPayer(customer: Desk.north, name: "Altis Nord SAS", parent: "Groupe Altis"),
      KnownPayer(customer: Desk.south, name: "Altis Sud SAS", parent: "Groupe Altis"),
    ]
  }

  /// Adds a document of so many euros and cents, issued a day of 2026, due thirty days later.
  mutating func owes(
    _ number: String, _ customer: CustomerID, _ amount: String, issued: (Int, Int) = (1, 10),
    order: String = "", corrects: String = ""
  ) {
    let issue = Day(2026, issued.0, issued.1)
    documents.append(
      OpenDocument(
        id: EntryNumber(Int64(documents.count + 1)), customer: customer, number: number,
        issue: issue, due: Day(number: issue.number + 30), open: Desk.money(amount), order: order,
        corrects: corrects))
  }

  /// Adds a line of the bank.
  mutating func receives(
    _ amount: String, from payer: String = "", iban: String = "", _ text: String,
    on day: (Int, Int) = (2, 9), by operation: BankLine.Operation = .transfer
  ) {
    let line = BankLine(
      account: "FR76", currency: .eur, booked: Day(2026, day.0, day.1),
      amount: Desk.money(amount), payer: payer, payerIBAN: iban, text: text, operation: operation)
    lines.append(IncomingLine(id: EntryNumber(Int64(1_000 + lines.count)), line: line))
  }

  static func money(_ text: String) -> Money { Money(decimal: text)! }

  /// The answers, one a line, as text: `apply FA-1 1200.00, on account 5.00`.
  func answers(rules: MatchingRules = .standard, learned: PayerMemory = PayerMemory()) -> [String] {
    var index = OpenItemIndex(documents: documents, payers: payers)
    return allocate(lines, on: &index, by: rules, learned: learned).map(text)
  }

  func text(_ proposal: AllocationProposal) -> String {
    var parts = proposal.parts.map {
      "\(documents[Int($0.document.raw) - 1].number) \($0.amount.decimal)"
    }
    if !proposal.onAccount.isZero { parts.append("on account \(proposal.onAccount.decimal)") }
    return "\(proposal.verdict.rawValue) \(parts.joined(separator: ", "))"
  }
}
