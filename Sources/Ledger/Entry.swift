public import Quantities

/// What was learned about an account. An entry is never edited, only answered by another.
public enum Fact: Hashable, Sendable {
  /// The customer is known, or known better.
  case customer(Customer)
  case invoice(Invoice)
  case creditNote(CreditNote)
  /// The PDF of an invoice or of a credit note is kept.
  case invoiceCopy(InvoiceCopy)
  /// A movement on our bank account; whose it is, allocations say.
  case bankLine(BankLine)
  case statement(Statement)
  case allocation(Allocation)
  case reversal(Reversal)
  case promise(PromiseToPay)
  case dispute(Dispute)
  case resolution(DisputeResolution)
  case disputeOwner(DisputeOwner)
  /// The customer says that it has paid.
  case saidPaid(SaidPaid)
  case instalmentPlan(InstalmentPlan)
  case planAgreement(PlanAgreement)
  case callBack(CallBack)
  case insolvency(Insolvency)
  case waiver(Waiver)
  case writeOff(WriteOff)
  case reminder(Reminder)
  case snooze(Snooze)
  case setAside(SetAside)
  case rushOffer(RushOffer)
  case rushAnswer(RushAnswer)
  case rushInvoice(RushInvoice)
  case limit(GrantedLimit)
  /// A status of an electronic invoice.
  case lifecycle(LifecycleStatus)
  /// Why a credit note was granted.
  case creditAnswer(CreditAnswer)
  /// A judgment that changes nothing by itself.
  case proceedings(ProceedingsNotice)
  case payerRule(PayerRule)
  /// A whole import taken back.
  case importUndone(ImportUndone)
  case contactPerson(ContactPerson)
  case addressFault(AddressFault)
  case legalStop(LegalStop)
  case savedPlan(SavedPlan)
  case activatedPlan(ActivatedPlan)
  /// A message put into the outbox.
  case message(QueuedMessage)
  /// What happened to one.
  case messageEvent(MessageEvent)
  /// A message that came in.
  case received(ReceivedMessage)
  /// A person dealt with one that came in.
  case replyAnswered(ReplyAnswer)
  /// A person filed one with the customer it concerns.
  case replyFiled(ReplyFiling)
  /// A person corrected the kind of payer.
  case profileOverrule(ProfileOverrule)
}

/// A fact with the day it happened and the day we learned it.
public struct Entry: Hashable, Sendable {
  public let number: EntryNumber
  /// Nil for what belongs to no customer yet: a bank line, a statement.
  public let customer: CustomerID?
  /// The currency of the account; amounts of two currencies are never added.
  public let currency: Currency
  public let happened: Day
  public let learned: Day
  public let fact: Fact

  public init(
    number: EntryNumber, customer: CustomerID?, currency: Currency = .eur, happened: Day,
    learned: Day, fact: Fact
  ) {
    self.number = number
    self.customer = customer
    self.currency = currency
    self.happened = happened
    self.learned = learned
    self.fact = fact
  }
}
