import Claims
import Law
import Ledger
import Quantities

/// A claim as the pages print it, line by line.
func printed(_ claim: Claim) -> [String] {
  let documents = Set(claim.lines.map(\.document)).filter { claim.item($0) != nil }
  var rows = claim.lines.map { row($0, of: claim, namesDocument: documents.count > 1) }
  rows.append(["total", claim.total.decimal])
  if claim.notYetDue.isPositive { rows.append(["not due", claim.notYetDue.decimal]) }
  if claim.disputed.isPositive { rows.append(["contested", claim.disputed.decimal]) }
  let width = rows.map { $0.count > 2 ? $0[2].count : 0 }.max() ?? 0
  var lines = rows.map { aligned($0, textWidth: max(26, width)) }
  for hold in claim.holds {
    let words = hold.explanation(in: .english, claim.currency).replacing("\u{A0}", with: " ")
    lines.append("  hold: " + words)
  }
  return lines
}

private func row(_ line: ClaimLine, of claim: Claim, namesDocument: Bool) -> [String] {
  let number = claim.item(line.document)?.number ?? "bank"
  let article = line.citation.article
  let rest = namesDocument ? [article, number] : [article]
  let amount = line.amount.decimal
  switch line.kind {
  case .principal: return namesDocument ? ["principal", amount, number] : ["principal", amount]
  case .interest(let segment):
    let operands =
      "\(segment.balance.decimal) x \(segment.rate.percent) % x "
      + "\(segment.days.count)/\(segment.daysInYear)"
    return ["interest", amount, operands] + rest
  case .interestSettled(let day): return ["settled", amount, "by the payment of \(day.iso)"] + rest
  case .compensation: return ["recovery", amount, "once per late invoice"] + rest
  case .credit: return ["credit", amount, number]
  case .unapplied(let day): return ["received", amount, "on \(day.iso)"]
  }
}

private func aligned(_ fields: [String], textWidth: Int) -> String {
  let label = fields[0] + String(repeating: " ", count: max(0, 9 - fields[0].count))
  let amount = String(repeating: " ", count: max(0, 10 - fields[1].count)) + fields[1]
  var text = "  " + label + amount
  for (place, field) in fields.enumerated().dropFirst(2) {
    let width = place == 2 ? textWidth : 10
    let isLast = place == fields.count - 1
    let padding = isLast ? 0 : max(0, width - field.count)
    text += "   " + field + String(repeating: " ", count: padding)
  }
  return text
}
