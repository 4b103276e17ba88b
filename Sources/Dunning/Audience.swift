public import Claims
public import Ledger
public import Quantities

/// Which customers a plan is for; a part left open lets everyone in.
public struct Audience: Hashable, Sendable {
  /// Empty for every kind.
  public var kinds: Set<Customer.Kind> = []
  /// Named customers; empty for all.
  public var customers: Set<CustomerID> = []
  /// Profiles of payers, by name; empty for every profile.
  public var profiles: Set<String> = []
  /// What they owe in all, at least; zero for any amount.
  public var owesAtLeast = Money.zero

  public init() {}

  /// Whether nobody is left out.
  public var isEveryone: Bool { self == Audience() }

  /// Whether a customer is among them, owing what the claim says, of a profile when it is known.
  public func includes(_ claim: Claim, profile: String?) -> Bool {
    (customers.isEmpty || customers.contains(claim.customer.id))
      && (kinds.isEmpty || kinds.contains(claim.customer.kind))
      && (owesAtLeast.isZero || claim.balance >= owesAtLeast)
      && (profiles.isEmpty || profile.map(profiles.contains) ?? false)
  }

  /// Who is named goes before a profile, a profile before an amount, an amount before a kind.
  var precision: Int {
    (customers.isEmpty ? 0 : 8) + (profiles.isEmpty ? 0 : 4) + (owesAtLeast.isZero ? 0 : 2)
      + (kinds.isEmpty ? 0 : 1)
  }
}

/// The plans in force on a day: which one a customer is asked by.
public struct PlanBook: Hashable, Sendable {
  /// Those a person made before those delivered, the most precise first; the plan for everyone
  /// else last.
  public let plans: [DunningPlan]

  /// The plan without set-up stands in for everyone whom no plan is for.
  public init(_ plans: [DunningPlan]) {
    let given = plans.contains { $0.audience.isEveryone } ? plans : plans + [.standard]
    self.plans = given.sorted {
      ($1.turn, $1.audience.precision, $1.audience.owesAtLeast, $0.key)
        < ($0.turn, $0.audience.precision, $0.audience.owesAtLeast, $1.key)
    }
  }

  /// The book of a firm that has set up nothing.
  public static let standard = PlanBook([])

  /// Whether some plan asks what kind of payer a customer is.
  public var needsProfiles: Bool { plans.contains { !$0.audience.profiles.isEmpty } }

  /// The plan by which a customer is asked.
  public func plan(for claim: Claim, profile: String? = nil) -> DunningPlan {
    if plans.count == 1 { return plans[0] }
    return plans.first { $0.audience.includes(claim, profile: profile) } ?? .standard
  }

  /// The plans among which the profile decides: one where it makes no difference.
  public func candidates(for claim: Claim) -> [DunningPlan] {
    var found: [DunningPlan] = []
    for plan in plans where plan.audience.includes(claim, profile: plan.audience.profiles.first) {
      found.append(plan)
      if plan.audience.profiles.isEmpty { break }
    }
    return found
  }
}

extension DunningPlan {
  /// A person's plan for some goes before the delivered ones for a kind of payer.
  fileprivate var turn: Int { audience.isEveryone ? 0 : houseKind != nil && version == 0 ? 1 : 2 }
}
