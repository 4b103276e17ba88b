import ArgumentParser
import Ledger
import Office

/// A customer named on the command line: by code, number in the book, SIREN or name.
struct CustomerArgument: ExpressibleByArgument {
  let words: String

  init?(argument: String) { words = argument }

  /// The one customer meant; a failure that lists the candidates otherwise.
  func customer(in desk: Desk) throws -> Customer {
    let found = try desk.customers(matching: words)
    if let exact = found.first(where: { $0.party.reference == words || $0.name == words }) {
      return exact
    }
    if let number = Int64(words), let file = try desk.customerFile(CustomerID(number)) {
      return file.customer
    }
    if found.count == 1 { return found[0] }
    guard !found.isEmpty else {
      throw Failure("Aucun client ne correspond à « \(words) ». Essayez une partie de son nom.")
    }
    let names = found.prefix(8).map { "\($0.party.code) \($0.name)" }.joined(separator: ", ")
    throw Failure("« \(words) » désigne plusieurs clients : \(names). Précisez.")
  }
}
