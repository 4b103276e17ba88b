import Claims
import Ledger
import Quantities

/// What the fields of a letter stand for.
extension Facts {
  /// The text that begins the letter, by what there is to ask for.
  func pick(_ one: LetterPiece, _ several: LetterPiece, _ accessories: LetterPiece) -> LetterPiece {
    isOne ? one : items.isEmpty ? accessories : several
  }

  /// The value of a field; nil when it has none here.
  func value(of field: LetterField, in wording: some Wording) -> Prose? {
    named(field) ?? figure(field, wording) ?? accessory(field, wording) ?? payment(field, wording)
  }

  private func named(_ field: LetterField) -> Prose? {
    switch field {
    case .client: party.name.inOneLine.map { Prose($0) } ?? "–"
    case .societe: sender.name.inOneLine.map { Prose($0) } ?? "–"
    case .telephone: sender.phone.inOneLine.map { Prose($0) }
    case .invoice: items.first.map { Prose($0.number) }
    case .count: Prose(String(items.count))
    default: nil
    }
  }

  private func figure(_ field: LetterField, _ wording: some Wording) -> Prose? {
    switch field {
    case .due: items.first.map { Prose(wording.date(isUpcoming ? $0.nextDue ?? $0.due : $0.due)) }
    case .late: Prose(wording.days(claim.daysOverdue))
    case .total: .strong(wording.amount(amount, in: self))
    case .lastDay: .strong(wording.date(day.adding(days: occasion.deadlineInDays)))
    case .deadline: .strong(wording.days(occasion.deadlineInDays))
    case .messages: earlier.isEmpty ? nil : Prose(wording.messages(on: earlier))
    default: nil
    }
  }

  private var isUpcoming: Bool { message == .preDue }

  private func accessory(_ field: LetterField, _ wording: some Wording) -> Prose? {
    switch field {
    case .articles: return Prose(wording.articles(self))
    case .including: return includesAccessories ? Prose(wording.including(self)) : nil
    case .besides:
      let besides = claim.interest + claim.compensation
      guard besides.isPositive, !occasion.asksAccessories else { return nil }
      return Prose(wording.amount(besides, in: self))
    case .dailyInterest:
      guard !running.isEmpty else { return nil }
      let daily = dailyInterest
      return Prose(daily.isPositive ? wording.amount(daily, in: self) : wording.lessThanACent)
    case .rates: return running.isEmpty ? nil : Prose(rates(wording))
    case .legalBasis: return Prose(wording.legalBasis(self))
    case .sums: return Prose(wording.sums(self))
    default: return nil
    }
  }

  private func payment(_ field: LetterField, _ wording: some Wording) -> Prose? {
    switch field {
    case .promised: occasion.brokenPromise.map { Prose(wording.amount($0.amount, in: self)) }
    case .promisedDay: occasion.brokenPromise.map { Prose(wording.date($0.on)) }
    case .received:
      if case .thanks(let received, _) = message {
        .strong(wording.amount(received, in: self))
      } else {
        nil
      }
    case .receivedDay:
      if case .thanks(_, let day) = message { Prose(wording.date(day)) } else { nil }
    case .paid:
      (1...3).contains(occasion.paid.count) ? Prose(wording.invoices(occasion.paid)) : nil
    case .balance: Prose(wording.balance(self))
    default: nil
    }
  }

  /// Each rate that runs on the day, once.
  private func rates(_ wording: some Wording) -> String {
    var seen: [String] = []
    for segment in running {
      let text = wording.rate(segment)
      if !seen.contains(text) { seen.append(text) }
    }
    return seen.joined(separator: wording.semicolon)
  }
}
