public import Ledger
public import Quantities

/// What an import and a run found, in one line: `412 factures, 318 lignes de banque, …`.
public struct Headline: Hashable, Sendable {
  public var invoiceCount = 0
  public var creditNoteCount = 0
  public var bankLineCount = 0
  public var contactCount = 0
  /// What may be claimed from the customers to contact today, in euros.
  public var claimable = Money.zero
  public var currency = Currency.eur

  public init() {}

  /// The line for a reader.
  public func text(in language: Customer.Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  private var french: String {
    var parts = [Headline.french(invoiceCount, "facture", "factures")]
    if creditNoteCount > 0 { parts.append(Headline.french(creditNoteCount, "avoir", "avoirs")) }
    parts.append(Headline.french(bankLineCount, "ligne de banque", "lignes de banque"))
    parts.append(
      Headline.french(contactCount, "client à contacter", "clients à contacter") + " aujourd’hui")
    parts.append(claimable.french(in: currency) + " à réclamer")
    return parts.joined(separator: ", ")
  }

  private var english: String {
    var parts = [Headline.english(invoiceCount, "invoice")]
    if creditNoteCount > 0 { parts.append(Headline.english(creditNoteCount, "credit note")) }
    parts.append(Headline.english(bankLineCount, "bank line"))
    parts.append(Headline.english(contactCount, "customer") + " to contact today")
    parts.append(claimable.english(in: currency) + " to claim")
    return parts.joined(separator: ", ")
  }

  /// In French zero and one are singular.
  private static func french(_ count: Int, _ one: String, _ many: String) -> String {
    Money(cents: Int64(count) * 100).french.dropLast(3) + "\u{A0}" + (count < 2 ? one : many)
  }

  private static func english(_ count: Int, _ noun: String) -> String {
    Money(cents: Int64(count) * 100).english.dropLast(3) + "\u{A0}" + noun + (count == 1 ? "" : "s")
  }
}
