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
    let settings = try mailSettings()
    guard settings.thanks, let since = settings.thanksSince else { return 0 }
    let first = max(since, today.adding(days: -Desk.mostDaysToThank))
    let payments = try store.read { try $0.paymentsReceived(since: first) }
    return try payments.count { try thank(for: $0) }
  }

  private func thank(for payment: ReceivedPayment) throws -> Bool {
    let key = "thanks/\(payment.customer.raw)/\(payment.line.raw)"
    let today = today
    let message = try store.read { reader -> QueuedMessage? in
      // What a person took out stays out.
      guard try reader.standingMessage(key) == nil,
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
      guard let letter else { return nil }
      return QueuedMessage(
        key: key, purpose: thanks.name, mode: .automatic, recipient: recipient.address,
        subject: letter.mail.subject, text: letter.mail.text, language: letter.language)
    }
    guard let message, MailAddress(message.recipient) != nil else { return false }
    return try queue(message, to: payment.customer, in: payment.currency) != nil
  }
}
