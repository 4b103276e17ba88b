public import Ledger
import Quantities
import Store

/// What a person answers where the files did not say, or said wrong.
extension Desk {
  /// Says who a customer is in the eyes of the law, a firm, a public buyer or a consumer, and in
  /// which language it is written to. What files tell about the customer later does not undo it.
  public func setKind(
    of customer: CustomerID, to kind: Customer.Kind, writtenIn language: Customer.Language? = nil
  ) throws {
    let today = today
    try store.write(learned: today) { pen in
      guard var known = try pen.reader.customer(customer) else {
        throw DeskRefusal.unknownCustomer(customer)
      }
      let chosen = language ?? known.language
      if known.kind == kind, known.language == chosen { return }
      known.kind = kind
      known.language = chosen
      try pen.append(.customer(known), customer: customer, happened: today)
    }
  }

  /// Says why a credit note was granted, which decides from when interest shrinks (R3.7): for what
  /// it was set against already, and for what it will be.
  public func answer(
    _ cause: CreditAnswer.Cause, about credit: EntryNumber, words: String
  ) throws {
    let today = today
    try store.write(learned: today) { pen in
      let reader = try pen.reader
      guard let item = try reader.document(credit), case .creditNote = item.kind,
        let customer = try reader.owner(of: credit), let currency = try reader.currency(of: credit)
      else { throw DeskRefusal.unknownDocument(credit) }
      try pen.append(
        .creditAnswer(
          CreditAnswer(
            document: credit, cause: cause, words: words, setOffs: try reader.setOffs(of: credit))),
        customer: customer, currency: currency, happened: today)
    }
  }

  /// The statuses whose document is not in the book, oldest first.
  public func waitingStatuses() throws -> [Dated<LifecycleStatus>] {
    try store.read { try $0.waitingStatuses(.first) }
  }
}
