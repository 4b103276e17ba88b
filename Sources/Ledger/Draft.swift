public import Quantities

/// What a file says, before the book has accepted it. Amounts keep the file's sign.
public enum Draft: Sendable {
  /// A customer, with the people to speak to there.
  case customer(Party, people: [ContactPerson] = [])
  case document(DocumentDraft)
  case statement(Statement)
  case bankLine(BankLine)
  case journalEntry(JournalEntry)
  case lifecycle(LifecycleDraft)
  case notice(NoticeDraft)
}

/// An invoice or a credit note as it stands in a file.
public struct DocumentDraft: Sendable {
  public var number = ""
  /// BT-3, the UNTDID 1001 code: 380 invoice, 381 credit note, 384 corrected invoice, …
  public var type = "380"
  public var issue: Day?
  public var delivery: Day?
  /// The day of the customer's order, when the file says it.
  public var ordered: Day?
  /// Due dates in the order of the file, with the amount where the file gives one.
  public var dues: [(day: Day, amount: Money?)] = []
  public var term: PaymentTerm?
  public var currency = Currency.eur
  public var net: Money?
  public var tax: Money?
  public var gross: Money?
  public var prepaid: Money?
  public var payable: Money?
  public var lineCount = 0
  public var seller: Party?
  public var buyer: Party?
  public var order = ""
  public var paymentReference = ""
  /// Numbers of the invoices it corrects or follows.
  public var preceding: [String] = []
  public var creditReason = CreditNote.Reason.unknown
  /// The customer contested it, according to the file (reason in the file's words).
  public var dispute: (on: Day, reason: String)?
  private var page: MentionsPage?
  /// What the document says beside its figures; nil for a table, which cannot say it.
  public var mentions: Mentions? {
    get { page?.mentions }
    set { page = newValue.map(MentionsPage.init) }
  }
  /// Line of a table or 1 for a file that is one document.
  public var line = 1

  public init() {}

  /// The UNTDID 1001 codes of credit notes.
  static let creditTypes: Set<String> = [
    "381", "261", "262", "296", "308", "396", "420", "458", "532",
  ]

  /// A credit note by its type, or by the sign of an invoice's total.
  public var isCredit: Bool {
    let isNegative = (gross ?? payable ?? .zero).isNegative
    return DocumentDraft.creditTypes.contains(type) != isNegative
  }
}

/// Keeps the mentions apart, so that the million drafts of a table stay small.
private final class MentionsPage: Sendable {
  let mentions: Mentions
  init(_ mentions: Mentions) { self.mentions = mentions }
}
