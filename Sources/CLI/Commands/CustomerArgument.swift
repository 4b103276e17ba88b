import ArgumentParser
import Ledger
import Office

/// A customer named on the command line: by code, number in the book, SIREN or name.
struct CustomerArgument: ExpressibleByArgument {
  let words: String

  init?(argument: String) { words = argument }

  /// The one customer meant; a failure that lists the candidates otherwise.
  func customer(in desk: Desk) throws -> Customer { try desk.customer(named: words) }
}
