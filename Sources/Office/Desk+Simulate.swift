import Claims
public import Dunning
import Ledger
import Quantities
import Store

extension Desk {
  /// What the plans would do over some days from today if nobody paid or answered.
  public func simulate(_ plans: PlanBook, days count: Int = 30) throws -> Simulation {
    let today = today
    let days = DayRange(first: today, last: today.adding(days: max(0, count - 1)))
    return try store.read { reader in
      let practice = SimulatedPractice(try practice(reader))
      let payers = PayerKinds(on: today, by: try self.practice(reader).choices, reader)
      if plans.needsProfiles { try payers.take(reader.documentTraces(on: today)) }
      var simulation = Simulation(over: days)
      var waiting: [Account] = []
      func live() throws {
        let kinds = plans.needsProfiles ? try payers.kinds(of: waiting) : []
        for foreseen in try futures(of: waiting, kinds, over: days, by: plans, practice) {
          simulation.add(foreseen)
        }
        waiting.removeAll(keepingCapacity: true)
      }
      try reader.forEachOpenAccount(.first) { account in
        waiting.append(account)
        if waiting.count == Desk.accountsAtOnce { try live() }
      }
      try live()
      return simulation
    }
  }

  /// Accounts simulated side by side, and held in memory meanwhile.
  private static let accountsAtOnce = 1_000

  private func futures(
    of accounts: [Account], _ kinds: [String], over days: DayRange, by plans: PlanBook,
    _ practice: SimulatedPractice
  ) throws -> [[ForeseenContact]] {
    try Array(accounts.indices).mappedOnAllCores { place in
      var practice = practice
      if !kinds.isEmpty { practice.profile = kinds[place] }
      return Result { try Dunning.simulate(accounts[place], over: days, by: plans, for: practice) }
    }.map { try $0.get() }
  }
}
