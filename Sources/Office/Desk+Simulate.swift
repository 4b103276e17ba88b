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
      var traces = plans.needsProfiles ? try tracesBeside(reader, on: today) : nil
      var simulation = Simulation(over: days)
      var waiting: [Account] = []
      func live() throws {
        if let read = traces {
          try payers.take(try read.value() ?? reader.documentTraces(on: today))
          traces = nil
        }
        let kinds = plans.needsProfiles ? try payers.kinds(of: waiting) : []
        for foreseen in try futures(of: waiting, kinds, over: days, by: plans, practice) {
          simulation.add(foreseen)
        }
        waiting.removeAll(keepingCapacity: true)
      }
      try reader.forEachOpenAccount(.first) { account in
        waiting.append(account)
        // Accounts are read on while the documents that tell the kinds of payers are read beside.
        if waiting.count >= Desk.accountsAtOnce, traces?.isReady ?? true { try live() }
      }
      try live()
      return simulation
    }
  }

  /// Accounts simulated side by side, and held in memory meanwhile, at least.
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
