import CashApplication
import Ledger
import Quantities

/// A worked example of matching: customers and documents, then lines of the bank, each followed by
/// what it pays and why.
struct MatchingPage {
  private(set) var documents: [OpenDocument] = []
  private(set) var payers: [KnownPayer] = []
  private(set) var lines: [IncomingLine] = []
  private(set) var memory = PayerMemory()
  /// What the page says of its lines, with the blanks at the start taken off.
  private(set) var expected: [String] = []
  private var customers: [String: CustomerID] = [:]

  init(_ text: String) throws {
    for row in text.split(separator: "\n") where !row.hasPrefix("#") {
      if row.hasPrefix(" ") {
        expected.append(String(row.drop { $0 == " " }))
      } else {
        try read(row)
      }
    }
  }

  struct Unreadable: Error { let row: String }

  private mutating func read(_ row: Substring) throws {
    let cells = row.split(separator: "|").map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let first = cells[0].split(separator: " ", maxSplits: 2).map(String.init)
    let rest = Array(cells.dropFirst())
    switch first.count > 1 ? first[1] : "" {
    case "invoice" where first.count == 3, "credit" where first.count == 3:
      try addDocument(first, rest)
    case "receives" where first.count == 3: try addLine(first, rest)
    case let name where first[0] == "customer": try add(customer: name, rest)
    case let name where first[0] == "learned": try learn(name, rest)
    default: throw Unreadable(row: String(row))
    }
  }

  /// What stands after a word in one of the cells; empty when no cell begins with it.
  private func value(_ word: String, _ cells: [String]) -> String {
    cells.first { $0.hasPrefix(word + " ") }.map { String($0.dropFirst(word.count + 1)) } ?? ""
  }

  private mutating func add(customer name: String, _ cells: [String]) throws {
    let id = CustomerID(Int64(customers.count + 1))
    customers[name] = id
    let iban = value("iban", cells)
    payers.append(
      KnownPayer(
        customer: id, name: cells[0], parent: value("group", cells),
        ibans: iban.isEmpty ? [] : [iban],
        means: PaymentMeans(rawValue: value("pays by", cells))))
  }

  private mutating func addDocument(_ head: [String], _ cells: [String]) throws {
    guard let day = Day(iso: head[0]), let amount = Money(decimal: cells[1]),
      let customer = customers[cells[0]]
    else { throw Unreadable(row: head[2]) }
    let isCredit = head[1] == "credit"
    documents.append(
      OpenDocument(
        id: EntryNumber(Int64(documents.count + 1)), customer: customer, number: head[2],
        issue: day, due: Day(number: day.number + (isCredit ? 0 : 30)),
        open: isCredit ? -amount : amount, order: value("order", cells),
        corrects: value("corrects", cells)))
  }

  private func bankLine(_ day: Day, _ amount: Money, _ cells: [String]) -> BankLine {
    let kind = ["directDebit", "cheque", "returned"].first { cells.contains($0) } ?? "transfer"
    return BankLine(
      account: "FR76", currency: .eur, booked: day, amount: amount, payer: value("from", cells),
      payerIBAN: value("iban", cells), text: value("text", cells),
      operation: BankLine.Operation(rawValue: kind) ?? .other)
  }

  private mutating func addLine(_ head: [String], _ cells: [String]) throws {
    guard let day = Day(iso: head[0]), let amount = Money(decimal: head[2]) else {
      throw Unreadable(row: head[2])
    }
    lines.append(
      IncomingLine(
        id: EntryNumber(Int64(1_000 + lines.count)), line: bankLine(day, amount, cells)))
  }

  private mutating func learn(_ name: String, _ cells: [String]) throws {
    guard let customer = customers[name] else { throw Unreadable(row: name) }
    memory.learn(customer, from: bankLine(Day(2026, 1, 1), Money(cents: 100), cells))
  }

  /// What the engine makes of the lines: two rows each, what is paid and why.
  func answers() -> [String] {
    var index = OpenItemIndex(documents: documents, payers: payers)
    return allocate(lines, on: &index, learned: memory).flatMap { answer in
      var parts = answer.parts.map {
        "\(documents[Int($0.document.raw) - 1].number) \($0.amount.decimal)"
      }
      if !answer.onAccount.isZero { parts.append("on account \(answer.onAccount.decimal)") }
      let what = parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
      return ["\(answer.verdict.rawValue) \(what)", answer.englishReasons]
    }
  }
}
