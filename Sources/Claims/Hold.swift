public import Ledger
public import Quantities

/// A reason not to ask today (suspension), with its evidence.
public enum Hold: Hashable, Sendable {
  /// Collective proceedings are open: individual recovery stops (L622-21, R8.5).
  case insolvent(Insolvency)
  /// All that is overdue is contested (R3.11).
  case disputed(Dispute, since: Day)
  /// All that is overdue is kept back by a status of the e-invoicing reform; the number is that of
  /// the document (R11.4).
  case lifecycle(StatusHold, document: String)
  /// The customer announced a payment of all that is asked for; it is awaited through the day, some
  /// grace included.
  case promised(PromiseToPay, until: Day)
  /// The customer says that it has paid all that is asked for: looked for at the bank through the
  /// day.
  case saidPaid(SaidPaid, until: Day)
  /// All that is overdue is being paid in parts, and none is missing.
  case instalmentPlan(PlanStanding)
  /// Money has come that is on no document yet: it may pay what we would ask for (R3.10).
  case unappliedCash(Money, received: Day, certainty: UnappliedCash.Certainty)
  /// The last day that our bank data speak of is too old: it may have been paid since.
  case staleBankData(newest: Day?)
  /// A person asked to leave the customer alone until a day.
  case snoozed(Snooze)
  /// The customer wrote to us, and nobody has dealt with it.
  case replyWaiting(WaitingReply, since: Day)
  /// A legal reason to be silent, until a person lifts it.
  case legalStop(LegalStop, since: Day)
  /// The address of the next message does not work, and no other is known.
  case wrongAddress(AddressFault, since: Day)
  /// The next message leaves by itself, and there is nowhere to send it.
  case noAddress(Reminder.Channel, ContactRole)
  /// All that is overdue is past its limitation: a person decides (R6.9).
  case timeBarred(since: Day)
  /// Credit notes and overpayments cover all that is overdue.
  case nothingToClaim(credits: Money)
}
