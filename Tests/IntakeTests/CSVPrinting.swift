import Intake
import Law
import Ledger
import Quantities
import Testing

/// Reads a table from its bytes, as the door would.
func readTable(
  _ bytes: [UInt8], batch: Int = 100, knowing known: KnownColumns = .none,
  readAs: (TableReadAs) -> Void = { _ in }
) throws -> (format: FileFormat, Reading) {
  var whole = Reading()
  let format = try bytes.withUnsafeBytes { raw in
    guard let format = TableReader.recognise(raw, knowing: known) else {
      throw TableReader.refusal(of: raw, knowing: known) ?? Refusal(.notRecognised)
    }
    return format
  }
  let file = try SourceFile(name: "test.csv", bytes: bytes, knowing: known)
  try TableReader.read(file, format: format, batch: batch) { part in
    whole.drafts += part.drafts
    whole.rejections += part.rejections
    whole.notes += part.notes
    whole.figures += part.figures
    if let table = part.table { readAs(table) }
  }
  return (format, whole)
}

/// A reading as lines of text: drafts, then rejections, notes and figures.
func printed(_ text: String) throws -> String { try printed(Array(text.utf8)) }

func printed(_ bytes: [UInt8]) throws -> String {
  let (format, reading) = try readTable(bytes)
  return ([format.rawValue] + lines(reading)).joined(separator: "\n")
}

func lines(_ reading: Reading) -> [String] {
  reading.drafts.map(line) + reading.rejections.map { $0.french.plainSpaces }
    + reading.notes.map { ($0.place.french + ", " + $0.text.french).plainSpaces }
    + reading.figures.map {
      "figures \($0.entries) +\($0.credits.decimal) -\($0.debits.decimal)"
        + " account \($0.isAnonymous ? "none" : $0.statement.account)"
    }
}

func line(_ draft: Draft) -> String {
  switch draft {
  case .customer(let party, let people):
    (["customer " + identity(party)]
      + people.map { "\($0.role.rawValue) \($0.name) \($0.email) \($0.phone)" })
      .joined(separator: " | ")
  case .document(let document): words(document)
  case .journalEntry(let entry): words(entry)
  case .lifecycle(let status): "status \(status.code) \(status.reference)"
  case .notice(let notice): notice.source
  case .bankLine(let line):
    [
      "bank", line.account, line.booked.iso, line.value?.iso ?? "-", line.amount.decimal,
      line.currency.code, line.operation.rawValue, line.payer, line.payerIBAN, line.text,
      line.reference,
    ].filter { !$0.isEmpty }.joined(separator: " ")
  case .statement(let statement):
    "statement \(statement.account) \(statement.currency.code)"
      + " \(statement.first?.iso ?? "-")..\(statement.last?.iso ?? "-")"
  }
}

private func words(_ document: DocumentDraft) -> String {
  var words = [document.type, document.number, document.issue?.iso ?? "-"]
  words += document.dues.map { "due " + $0.day.iso }
  if let term = document.term { words.append("term " + term.formula.notation) }
  if let day = document.delivery { words.append("delivered " + day.iso) }
  if let day = document.ordered { words.append("ordered " + day.iso) }
  let amounts: [(String, Money?)] = [
    ("net", document.net), ("tax", document.tax), ("gross", document.gross),
    ("prepaid", document.prepaid), ("payable", document.payable),
  ]
  words += amounts.compactMap { name, amount in amount.map { name + " " + $0.decimal } }
  words.append(document.currency.code)
  if !document.order.isEmpty { words.append("order " + document.order) }
  if !document.paymentReference.isEmpty { words.append("quote " + document.paymentReference) }
  words += document.preceding.map { "corrects " + $0 }
  if let dispute = document.dispute {
    words.append("disputed " + dispute.on.iso + " " + dispute.reason)
  }
  if let buyer = document.buyer { words.append("to " + identity(buyer)) }
  return words.joined(separator: " ")
}

private func identity(_ party: Party) -> String {
  [
    party.code, party.ledgerAccount, party.name, party.siren, party.siret, party.vatNumber,
    party.iban, party.street, party.postcode, party.city, party.country, party.email,
    party.phone, party.parent,
    party.term?.formula.notation ?? "", party.means?.rawValue ?? "",
  ].filter { !$0.isEmpty }.joined(separator: "/")
}

extension String {
  /// No-break spaces made plain, so that goldens can be typed.
  var plainSpaces: String {
    String(map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
  }
}
