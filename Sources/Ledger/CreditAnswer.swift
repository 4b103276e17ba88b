/// Why a credit note was granted, as a person answered when its file did not say (R3.7).
///
/// The credit note itself is never changed: the answer is a fact beside it, and a later answer
/// replaces an earlier one.
public struct CreditAnswer: Hashable, Sendable {
  /// What led to the credit note.
  public enum Cause: String, Sendable, CaseIterable {
    /// A quantity, a double invoice, a wrong customer: never owed.
    case invoicingError
    /// The price was not the one agreed: never owed.
    case priceError
    /// Goods or work refused because they were not as agreed: never owed.
    case notConforming
    /// Invoiced and not delivered: never owed.
    case notDelivered
    /// Conforming goods taken back as a favour: from then on.
    case goodwillReturn
    /// A discount, a rebate, a gesture: from then on.
    case allowance

    /// From when interest shrinks with the credit note.
    public var reason: CreditNote.Reason {
      switch self {
      case .invoicingError, .priceError, .notConforming, .notDelivered: .error
      case .goodwillReturn, .allowance: .allowance
      }
    }
  }

  /// The credit note.
  public let document: EntryNumber
  public let cause: Cause
  public let words: String
  /// The parts of the credit note set against invoices before the answer was given: it is the
  /// reason of these too.
  public let setOffs: [EntryNumber]

  public init(document: EntryNumber, cause: Cause, words: String, setOffs: [EntryNumber]) {
    self.document = document
    self.cause = cause
    self.words = words
    self.setOffs = setOffs
  }
}

extension Account {
  /// Takes an answer in: the credit note and what it was set against bear its reason.
  public mutating func take(_ answer: CreditAnswer) {
    for place in items.indices {
      if items[place].id == answer.document, case .creditNote(let credit) = items[place].kind {
        items[place] = AccountItem(
          id: items[place].id, kind: .creditNote(credit.granted(for: answer.cause.reason)),
          learned: items[place].learned, movements: items[place].movements)
      }
      for step in items[place].movements.indices
      where items[place].movements[step].cause == .setOff
        && answer.setOffs.contains(items[place].movements[step].number)
      {
        items[place].movements[step] = items[place].movements[step].granted(
          for: answer.cause.reason)
      }
    }
  }
}

extension CreditNote {
  /// The same credit note with the reason that was found since.
  public func granted(for reason: Reason) -> CreditNote {
    CreditNote(
      number: number, issue: issue, gross: gross, net: net, tax: tax, corrects: corrects,
      reason: reason)
  }
}

extension AccountItem.Movement {
  fileprivate func granted(for reason: CreditNote.Reason) -> Self {
    Self(
      number: number, day: day, learned: learned, amount: amount, cause: cause,
      creditReason: reason, line: line)
  }
}
