public import Ledger
public import Quantities
import Store

extension Desk {
  /// Notes whom to speak to at a customer's; the one of the same role before gives way.
  public func name(_ person: ContactPerson, at customer: CustomerID) throws {
    guard !person.name.isEmpty else { throw DeskRefusal.nothingChosen }
    try noteAbout(customer, .contactPerson(person))
  }

  /// Notes that an address of the customer does not work; once is enough.
  public func noteFault(_ fault: AddressFault, of customer: CustomerID) throws {
    guard !fault.address.isEmpty else { throw DeskRefusal.nothingChosen }
    try noteAbout(customer, .addressFault(fault))
  }

  /// Stops all messages to a customer for a legal reason, until the entry is undone.
  public func stop(_ stop: LegalStop, for customer: CustomerID) throws {
    guard !stop.reason.isEmpty else { throw DeskRefusal.emptyReason }
    try noteAbout(customer, .legalStop(stop))
  }

  /// Leaves one document alone until a day.
  public func snooze(document: EntryNumber, until day: Day, reason: String) throws {
    guard day > today else { throw DeskRefusal.dateNotAhead(day) }
    guard !reason.isEmpty else { throw DeskRefusal.emptyReason }
    let today = today
    try store.write(learned: today) { pen in
      guard let customer = try pen.reader.owner(of: document),
        let currency = try pen.reader.currency(of: document)
      else { throw DeskRefusal.unknownDocument(document) }
      let snooze = Snooze(until: day, reason: reason, document: document)
      try pen.append(.snooze(snooze), customer: customer, currency: currency, happened: today)
    }
  }

  private func noteAbout(_ customer: CustomerID, _ fact: Fact) throws {
    let today = today
    try store.write(learned: today) { pen in
      guard try pen.reader.customer(customer) != nil else {
        throw DeskRefusal.unknownCustomer(customer)
      }
      try pen.append(fact, customer: customer, happened: today)
    }
  }
}
