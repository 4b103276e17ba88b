/// A person at a customer of the demo firm.
struct DemoPerson: Sendable {
  let name: String
  let email: String
  let phone: String

  /// Someone of the firm that writes from an address.
  init(at address: String, _ random: inout SplitMix64) {
    let (title, first) = random.pick(Vocabulary.firstNames)
    let surname = random.pick(Vocabulary.surnames)
    let place = address.drop { $0 != "@" }
    name = "\(title) \(first) \(surname)"
    email = first.domain + "." + surname.domain + place
    // Numbers that the regulator keeps for works of fiction.
    phone = "02 61 91 " + random.digits(2) + " " + random.digits(2)
  }
}
