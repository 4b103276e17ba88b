public import Quantities

/// A debt paid in parts, as it was proposed (échéancier).
///
/// It binds nobody until its `PlanAgreement`.
public struct InstalmentPlan: Hashable, Sendable {
  /// One part with its own day.
  public struct Part: Hashable, Sendable {
    public let on: Day
    public let amount: Money

    public init(on: Day, amount: Money) {
      self.on = on
      self.amount = amount
    }
  }

  /// In order of their days.
  public let parts: [Part]
  /// The documents it covers: they are not asked for while it is kept.
  public let documents: [EntryNumber]
  /// Whether one part missed makes all due (déchéance du terme).
  public let hasAcceleration: Bool
  /// Whether interest stands still while the plan is kept (R2.21); else it runs on.
  public let suspendsInterest: Bool
  public let words: String

  public init(
    parts: [Part], documents: [EntryNumber], hasAcceleration: Bool, suspendsInterest: Bool,
    words: String = ""
  ) {
    self.parts = parts.sorted { $0.on < $1.on }
    self.documents = documents
    self.hasAcceleration = hasAcceleration
    self.suspendsInterest = suspendsInterest
    self.words = words
  }

  /// What all its parts come to.
  public var total: Money { parts.lazy.map(\.amount).sum() }

  private static let between: Character = " "
  private static let within: Character = ":"

  /// The text that keeps the parts in the book: `2026-12-15:50000 2027-01-15:50000`, in cents.
  public var storedParts: String {
    parts.map { $0.on.iso + String(InstalmentPlan.within) + String($0.amount.cents) }
      .joined(separator: String(InstalmentPlan.between))
  }

  /// The parts of a stored text; what cannot be read is left out.
  public static func parts(stored: String) -> [Part] {
    stored.split(separator: between).compactMap { text in
      let pair = text.split(separator: within)
      guard pair.count == 2, let day = Day(iso: String(pair[0])), let cents = Int64(pair[1]) else {
        return nil
      }
      return Part(on: day, amount: Money(cents: cents))
    }
  }
}

/// The customer agreed to an instalment plan.
public struct PlanAgreement: Hashable, Sendable {
  public let plan: EntryNumber
  /// The day it was signed or agreed to in writing.
  public let signed: Day
  /// Whether a person confirms that it acknowledges the debt without ambiguity: it then interrupts
  /// the limitation (C. civ. 2240; R6.3, R6.10).
  public let acknowledgesDebt: Bool
  /// Where the proof is: the signed paper, the e-mail.
  public let words: String

  public init(plan: EntryNumber, signed: Day, acknowledgesDebt: Bool, words: String) {
    self.plan = plan
    self.signed = signed
    self.acknowledgesDebt = acknowledgesDebt
    self.words = words
  }
}
