public import Intake
public import Ledger
import Store

/// Why some words do not name one customer of the book.
public enum UnclearCustomer: Error, Hashable, Sendable {
  case unknown(String)
  /// Several customers bear the words in their name, code or SIREN.
  case several(String, [Customer])

  public var words: Phrase {
    switch self {
    case .unknown(let words):
      Phrase(
        french: "Aucun client ne correspond à « \(words) ». Essayez une partie de son nom.",
        english: "No customer answers to “\(words)”. Try a part of its name.")
    case .several(let words, let customers):
      Phrase(
        french: "« \(words) » désigne plusieurs clients : \(list(customers)). Précisez.",
        english: "“\(words)” may be several customers: \(list(customers)). Be more precise.")
    }
  }

  private func list(_ customers: [Customer]) -> String {
    customers.prefix(8).map { "\($0.party.reference) \($0.name)" }.joined(separator: ", ")
  }
}

extension Desk {
  /// The one customer that words name: its code, its name, its SIREN or its number in the book.
  ///
  /// Throws `UnclearCustomer` where they name none or several.
  public func customer(named words: String) throws -> Customer {
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw UnclearCustomer.unknown(words)
    }
    return try store.read { reader in
      let found = try reader.customers(.first, matching: words, limit: 50)
      if let exact = found.first(where: { $0.party.reference == words }) { return exact }
      if let number = Int64(words), number > 0,
        let customer = try reader.customer(CustomerID(number))
      {
        return customer
      }
      let named = found.filter { $0.name == words }
      if let only = named.count == 1 ? named[0] : found.count == 1 ? found[0] : nil {
        return only
      }
      throw found.isEmpty ? UnclearCustomer.unknown(words) : .several(words, found)
    }
  }
}
