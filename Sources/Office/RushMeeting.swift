import Ledger
import Quantities
import Store

/// Finds the invoices that follow accepted rush offers, so that the agreed term is met again.
///
/// An invoice belongs to an offer when it bears the order's number; or when it is issued within
/// two months of the delivery that was promised, for the amount that was spoken of.
struct RushMeeting {
  let pen: BookWriter

  static let patienceInDays = 60

  func run() throws {
    let reader = try pen.reader
    let waiting = try reader.rushStories(in: pen.company).filter {
      $0.answer?.fact.outcome == .accepted && $0.invoice == nil
    }
    guard !waiting.isEmpty else { return }
    for customer in Set(waiting.map(\.customer)).sorted() {
      let accounts = try reader.accounts(of: customer, in: pen.company)
      var taken = Set(accounts.flatMap { $0.rushInvoices.keys })
      for story in waiting where story.customer == customer {
        guard let account = accounts.first(where: { $0.currency == story.currency }),
          let item = RushMeeting.invoice(of: story, among: account.items, notIn: taken)
        else { continue }
        taken.insert(item.id)
        try pen.append(
          .rushInvoice(
            RushInvoice(
              offer: story.offer.number, document: item.id, term: story.answer?.fact.term)),
          customer: customer, currency: story.currency, happened: item.issue)
      }
    }
  }

  private static func invoice(
    of story: RushStory, among items: [AccountItem], notIn taken: Set<EntryNumber>
  ) -> AccountItem? {
    let offer = story.offer.fact
    let last = story.offer.happened.adding(days: offer.askedLeadInDays + patienceInDays)
    let ordered = letters(of: offer.order)
    let candidates = items.filter { item in
      guard case .invoice = item.kind, !taken.contains(item.id) else { return false }
      return item.issue >= story.offer.happened && item.issue <= last
    }
    let named = candidates.first { item in
      guard case .invoice(let invoice) = item.kind, !ordered.isEmpty else { return false }
      return letters(of: invoice.order) == ordered
    }
    return named ?? candidates.first { $0.comes(to: offer.amount, or: story.answer?.fact) }
  }

  private static func letters(of order: String) -> String {
    order.uppercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension AccountItem {
  /// Whether the invoice is for the amount that was spoken of, with or without tax, the agreed
  /// surcharge included or not, give or take half a percent.
  fileprivate func comes(to amount: Money, or answer: RushAnswer?) -> Bool {
    guard case .invoice(let invoice) = kind else { return false }
    let surcharge = answer?.counterpart == .surcharge ? answer?.amount ?? .zero : .zero
    let slack = max(Money(cents: 100), amount.scaled(by: 5, over: 1_000))
    return [amount, amount + surcharge].contains { wanted in
      [invoice.gross, invoice.net].contains { ($0 - wanted).magnitude <= slack }
    }
  }
}
