import Behaviour
public import CreditPolicy
import Law
import Ledger
import Quantities
import Store
import Synchronization

extension HousePolicy {
  /// The house's terms as they stand in the book; its defaults where nothing was chosen.
  init(settings: [String: String]) {
    self.init()
    let rungs = settings["policy.rungs"].map {
      $0.split(separator: " ").compactMap { Int($0) }
    }
    counterpart = CounterpartPolicy(
      settings["policy.method"].flatMap(CounterpartPolicy.Method.init(rawValue:)) ?? .ladder,
      rounding: settings["policy.rounding"].flatMap(CounterpartPolicy.Rounding.init(rawValue:))
        ?? .nearest,
      step: settings["policy.step"].flatMap(CounterpartPolicy.Step.init(rawValue:)) ?? .day,
      rungsInDays: rungs ?? CounterpartPolicy.houseRungsInDays)
    if let cost = settings["policy.costOfMoney"].flatMap({ Rate(percent: $0) }) {
      costOfMoney = cost
    }
    if let chance = settings["policy.chanceOfDefault"].flatMap({ Rate(percent: $0) }) {
      prior = PaymentHabit.Prior(chance: chance)
    }
    if let trade = settings["policy.sector"].flatMap(Sector.init(rawValue:)) { sector = trade }
    if let lead = settings["policy.usualLead"].flatMap({ Int($0) }), RushOrder.leads.contains(lead)
    {
      usualLeadInDays = lead
    }
  }

  func save(with pen: BookWriter) throws {
    try pen.set("policy.method", to: counterpart.method.rawValue)
    try pen.set("policy.rounding", to: counterpart.rounding.rawValue)
    try pen.set("policy.step", to: counterpart.step.rawValue)
    try pen.set(
      "policy.rungs", to: counterpart.rungsInDays.map(String.init).joined(separator: " "))
    try pen.set("policy.costOfMoney", to: costOfMoney.percent)
    try pen.set("policy.chanceOfDefault", to: prior.chance.percent)
    try pen.set("policy.sector", to: sector.rawValue)
    try pen.set("policy.usualLead", to: String(usualLeadInDays))
  }
}

extension Desk {
  /// What the firm has chosen about terms, rush orders and its own money.
  public func housePolicy() throws -> HousePolicy {
    try store.read { HousePolicy(settings: try $0.settings()) }
  }

  /// Saves what the firm has chosen about terms, rush orders and its own money.
  public func save(_ policy: HousePolicy) throws {
    try store.write(learned: today) { try policy.save(with: $0) }
  }
}
