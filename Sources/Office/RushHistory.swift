public import Ledger
public import Quantities
public import Store

/// A rush offer with the names that a person knows it by.
public struct RushChapter: Sendable {
  public let story: RushStory
  public let customer: Customer
  /// The number on the invoice that followed; nil while none did.
  public let invoice: String?
}

/// The rush offers of a customer, or of all, newest first.
public struct RushHistory: Sendable {
  public let chapters: [RushChapter]

  /// What they have brought, currency by currency, the euro first.
  public var balances: [(currency: Currency, balance: RushBalance)] {
    Dictionary(grouping: chapters.map(\.story), by: \.currency)
      .map { (currency: $0.key, balance: RushBalance($0.value)) }
      .sorted {
        ($0.currency.isEuro ? "" : $0.currency.code) < ($1.currency.isEuro ? "" : $1.currency.code)
      }
  }
}

extension Desk {
  /// The rush offers of a customer, or of all, newest first.
  public func rushHistory(of customer: CustomerID? = nil) throws -> RushHistory {
    try store.read { reader in
      var customers: [CustomerID: Customer] = [:]
      let stories = try reader.rushStories(of: customer).reversed()
      return RushHistory(
        chapters: try stories.compactMap { story in
          if customers[story.customer] == nil {
            customers[story.customer] = try reader.customer(story.customer)
          }
          return try customers[story.customer].map {
            RushChapter(
              story: story, customer: $0,
              invoice: try story.invoice.flatMap { try reader.number(of: $0.fact.document) })
          }
        })
    }
  }

  /// One rush offer; nil when there is none of that number.
  public func rushChapter(_ offer: EntryNumber) throws -> RushChapter? {
    try rushHistory().chapters.first { $0.story.offer.number == offer }
  }
}
