import Behaviour
import Claims
import Correspondence
import Dunning
import Ledger
import Quantities

/// Puts the sheet of one call together.
struct SheetMaker {
  let account: Account
  let claim: Claim
  let contact: Contact?
  let day: Day
  let practice: Practice
  /// What kind of payer the customer is: the words go by it.
  var payer = PayerProfile.Kind.unknown
  /// All that the customer could pay, due or not.
  var owed = Money.zero
  /// Nil for the customer's own language.
  var language: Customer.Language?

  func sheet(from sender: Sender, callBack: Dated<CallBack>?) -> CallSheet {
    let role = contact?.level.role ?? .payables
    let recipient = account.addresses.recipient(
      of: account.customer, for: role, by: .call, on: day)
    let mail = account.addresses.recipient(of: account.customer, for: role, by: .email, on: day)
    let person = account.addresses.person(role, on: day)?.fact
    let occasion = occasion(from: sender, asking: callBack?.fact.person ?? person?.name ?? "")
    return CallSheet(
      day: day, customer: account.customer, currency: account.currency, claim: claim,
      contact: contact, amount: asked.amount, accessories: asked.accessories, owed: owed,
      callBack: callBack, person: person, phone: recipient?.address ?? "",
      email: mail?.address ?? "", promises: account.followedPromises(on: day, by: practice),
      contacts: account.reminders.sorted { $0.number > $1.number }, occasion: occasion,
      script: script(for: occasion))
  }

  private func occasion(from sender: Sender, asking person: String) -> CallOccasion {
    let lead = contact?.lead ?? claim.oldest ?? claim.items.first { $0.balance.isPositive }
    var occasion = CallOccasion(
      firm: sender.name, number: lead?.number ?? "", due: lead?.due ?? day, amount: asked.amount,
      tone: tone, language: language ?? account.customer.language)
    occasion.accessories = asked.accessories
    occasion.caller = sender.signatory
    occasion.person = person
    occasion.payer = payer
    occasion.currency = account.currency
    occasion.documentCount = max(1, contact?.documents.count ?? claim.claimedDocuments.count)
    occasion.brokenPromise = claim.brokenPromise?.fact
    return occasion
  }

  /// What the list asks for: the step's amount; without a step the principal, and what is left of
  /// accessories where nothing else is.
  private var asked: (amount: Money, accessories: Money) {
    if let contact {
      let more = contact.claiming - claim.principalLessCredits
      return (contact.claiming, contact.level.asksAccessories ? max(.zero, more) : .zero)
    }
    if claim.principalLessCredits.isPositive { return (claim.principalLessCredits, .zero) }
    return claim.total.isPositive ? (claim.total, claim.total) : (claim.balance, .zero)
  }

  /// The tone of the step; where none is due, that of the last contact's, else the gentlest.
  private var tone: DunningLevel.Tone {
    if let contact { return contact.level.tone }
    let last = account.reminders.compactMap { DunningLevel.Name(rawValue: $0.fact.level) }.last
    switch last {
    case .formalNotice: return .formal
    case .firm: return .firm
    case .reminder: return .factual
    case .courtesy, .preDue, nil: return .courteous
    }
  }
}
