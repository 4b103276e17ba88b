import Claims
import Correspondence
import Ledger
import Printing
import Quantities
import Store

extension Desk {
  /// Payments older than this are not thanked for: it would only look odd.
  private static let mostDaysToThank = 7

  /// Queues a thank-you for each payment received since the firm wanted it: once a payment,
  /// whatever runs again. Gives how many were queued.
  func thankForPayments() throws -> Int {
    try paymentsToThankFor().count { payment in
      guard let message = try thanks(for: payment) else { return false }
      return try queue(message, to: payment.customer, in: payment.currency) != nil
    }
  }

  /// Writes thanks that did not leave anew: they tell a balance of another day. The old and the new
  /// change places in one transaction.
  func rewriteThanks(_ old: [OutboxMessage]) throws -> RewritingReport {
    guard !old.isEmpty else { return RewritingReport() }
    let payments = Dictionary(
      try paymentsToThankFor().map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let drafts = try old.map { kept in
      try payments[kept.message.key].flatMap { try thanks(for: $0, insteadOf: kept.number) }
    }
    let (today, now) = (today, now)
    return try store.write(learned: today) { pen in
      var report = RewritingReport()
      for (kept, draft) in zip(old, drafts) {
        let words =
          draft == nil
          ? "pas parti le \(kept.queued.french) : plus de remerciement à envoyer"
          : "réécrit le \(today.french)"
        guard try pen.withdraw(kept.number, at: now, because: words) else { continue }
        if let draft,
          let number = try pen.queueChecked(draft, to: kept.customer, in: kept.currency, as: nil)
        {
          report.rewritten += 1
          report.successors[kept.number] = number
        } else {
          report.withdrawn += 1
        }
      }
      return report
    }
  }

  private func paymentsToThankFor() throws -> [ReceivedPayment] {
    let settings = try mailSettings()
    guard settings.thanks, let since = settings.thanksSince else { return [] }
    let first = max(since, today.adding(days: -Desk.mostDaysToThank))
    return try store.read { try $0.paymentsReceived(since: first) }
  }

  /// What is to be said today about a payment; nil when it was said, or is not to be.
  private func thanks(
    for payment: ReceivedPayment, insteadOf old: EntryNumber? = nil
  ) throws -> QueuedMessage? {
    let key = payment.key
    let today = today
    return try store.read { reader -> QueuedMessage? in
      // What a person took out stays out.
      guard try reader.standingMessage(key) == old,
        try reader.lastEnd(ofKey: key)?.kind != .cancelled,
        try !reader.wasTakenOut(key, on: today),
        let customer = try reader.customer(payment.customer)
      else { return nil }
      let account =
        try reader.accounts(of: payment.customer).first { $0.currency == payment.currency }
        ?? Account(customer: customer, currency: payment.currency)
      guard
        let recipient = account.addresses.recipient(
          of: customer, for: .payables, by: .email, on: today)
      else { return nil }
      let settings = try reader.settings()
      let thanks = Message.thanks(payment.amount, received: payment.received)
      let number = Desk.letterNumber(thanks, customer, payment.currency, today)
      // With what was settled: interest and compensation may be owed on what was paid late.
      let claim = try Assessor(try practice(reader)).assess(account, on: today).claim
      var occasion = Occasion(thanks, number: number)
      occasion.paid = try reader.invoicesPaid(by: payment.line, of: payment.customer)
      let letter = compose(
        occasion, for: claim, from: Firm(settings: settings).sender,
        in: LetterBook(settings: settings))
      guard let letter, MailAddress(recipient.address) != nil else { return nil }
      return QueuedMessage(
        key: key, purpose: thanks.name, mode: .automatic, recipient: recipient.address,
        subject: letter.mail.subject, text: letter.mail.text, language: letter.language)
    }
  }
}

extension ReceivedPayment {
  /// Names the thanks for it among all messages.
  fileprivate var key: String { "thanks/\(customer.raw)/\(line.raw)" }
}
