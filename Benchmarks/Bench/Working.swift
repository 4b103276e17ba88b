import Claims
import Correspondence
import Dunning
import Law
import Ledger
import Office
import Printing
import Quantities
import Reports

/// Loads every account, assesses it and decides about it: one daily run.
func runDay(_ path: String) throws {
  let desk = try Desk(book: path)
  try measure("daily") { try desk.dayList().worklist.accountCount }
}

/// The aged balance of a book, today or on a past day.
func age(_ path: String, on day: String?) throws {
  let desk = try Desk(book: path)
  let day = day.flatMap { Day(iso: $0) }
  try measure(day == nil ? "aged-today" : "aged-past") {
    let book = try desk.agedBalance(on: day)
    return book.currencies.reduce(0) { $0 + (book[$1]?.customerCount ?? 0) }
  }
}

/// Reminder letters as PDF, one document each, every one for another customer and other invoices.
func writeLetters(_ count: Int) throws {
  var sender = Sender(name: "Verdelin Emballages SAS")
  sender.street = "12 rue des Tanneurs"
  sender.postcode = "49000"
  sender.city = "Angers"
  sender.iban = "FR7630006000011234567890189"
  sender.siren = "732829320"
  let letters = try (1...count).compactMap { try letter($0, from: sender) }
  measure("letters") {
    var bytes = 0
    for letter in letters { bytes += render(letter).count }
    precondition(bytes > count * 1_000)
    return letters.count
  }
}

private func letter(_ number: Int, from sender: Sender) throws -> Letter? {
  let party = Party(
    code: "C\(number)", name: "Menuiserie Lefèvre \(number)", street: "\(number) rue Victor Hugo",
    postcode: "69002", city: "Lyon")
  let customer = Customer(id: CustomerID(Int64(number)), party: party)
  var account = Account(customer: customer, currency: .eur)
  for place in 0..<3 {
    let issue = Day(2026, 8, 1 + (number + place) % 28)
    let amount = Money(cents: Int64(100_000 + 137 * number + place))
    let invoice = Invoice(
      number: "FA-\(number)-\(place)", issue: issue,
      instalments: [Instalment(due: issue.adding(days: 30), amount: amount)], net: amount,
      tax: .zero, gross: amount, payable: amount)
    account.items.append(
      AccountItem(
        id: EntryNumber(Int64(number * 10 + place)), kind: .invoice(invoice), learned: issue))
  }
  let claim = try assess(account, on: Day(2026, 11, 23), by: .standard)
  return compose(Occasion(.reminder, number: "R-\(number)"), for: claim, from: sender)
}
