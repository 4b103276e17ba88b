public import Quantities

/// Whom a message goes to, and where.
public struct Recipient: Hashable, Sendable {
  /// The person; nil when it goes to the firm's own address.
  public let person: ContactPerson?
  /// The e-mail address, the telephone number, or the postal address in one line.
  public let address: String
}

/// The people to speak to at a customer's, and the addresses that do not work.
public struct AddressBook: Hashable, Sendable {
  public var people: [Dated<ContactPerson>] = []
  public var faults: [Dated<AddressFault>] = []

  public init() {}

  /// The person of a role as known on a day: the one named last.
  public func person(_ role: ContactRole, on day: Day) -> Dated<ContactPerson>? {
    people.last { $0.fact.role == role && $0.happened <= day }
  }

  /// Where a message to a role goes by a channel: the person of the role, else the customer's own
  /// address; nil when there is neither, or none that works.
  public func recipient(
    of customer: Customer, for role: ContactRole, by channel: Reminder.Channel, on day: Day
  ) -> Recipient? {
    if let person = person(role, on: day)?.fact {
      let address = person.address(by: channel) ?? customer.party.address(by: channel)
      if let address, fault(of: address, by: channel, on: day) == nil {
        return Recipient(person: person, address: address)
      }
    }
    guard let address = customer.party.address(by: channel),
      fault(of: address, by: channel, on: day) == nil
    else { return nil }
    return Recipient(person: nil, address: address)
  }

  /// Why an address does not work on a day; nil when nothing is known against it.
  public func fault(
    of address: String, by channel: Reminder.Channel, on day: Day
  ) -> Dated<AddressFault>? {
    faults.last {
      $0.happened <= day && $0.fact.channel.isKin(of: channel)
        && $0.fact.address.utf8.elementsEqual(address.utf8)
    }
  }

  /// The fault that stands in the way of a channel; nil when no address was ever known.
  public func fault(
    of customer: Customer, for role: ContactRole, by channel: Reminder.Channel, on day: Day
  ) -> Dated<AddressFault>? {
    let own = customer.party.address(by: channel)
    let theirs = person(role, on: day)?.fact.address(by: channel)
    return [theirs, own].lazy.compactMap { $0 }
      .compactMap { fault(of: $0, by: channel, on: day) }.first
  }
}

extension ContactPerson {
  /// The person's own address for a channel; nil when there is none.
  public func address(by channel: Reminder.Channel) -> String? {
    switch channel {
    case .email: email.isEmpty ? nil : email
    case .call, .sms: phone.isEmpty ? nil : phone
    case .letter, .registeredLetter, .visit, .task: nil
    }
  }
}

extension Party {
  /// The firm's address for a channel; nil when there is none. A task needs none.
  public func address(by channel: Reminder.Channel) -> String? {
    switch channel {
    case .email: return email.isEmpty ? nil : email
    case .call, .sms: return phone.isEmpty ? nil : phone
    case .letter, .registeredLetter, .visit:
      guard !city.isEmpty else { return nil }
      return [street, postcode + (postcode.isEmpty ? "" : " ") + city]
        .filter { !$0.isEmpty }.joined(separator: ", ")
    case .task: return ""
    }
  }
}

extension Reminder.Channel {
  /// Whether two channels share an address: a call and an SMS, a letter and a registered one.
  fileprivate func isKin(of other: Reminder.Channel) -> Bool { family == other.family }

  private var family: Int {
    switch self {
    case .email: 0
    case .call, .sms: 1
    case .letter, .registeredLetter, .visit: 2
    case .task: 3
    }
  }
}
