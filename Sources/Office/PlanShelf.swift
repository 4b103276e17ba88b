public import Dunning
public import Ledger
public import Quantities

/// The dunning plans of the firm with all their versions, as they stood on a day.
public struct PlanShelf: Sendable {
  /// A version as it was saved.
  public struct Version: Sendable {
    public let plan: DunningPlan
    public let saved: Day
    public let note: String
  }

  /// One plan: its versions, and which of them decides.
  public struct Record: Sendable {
    public let key: String
    /// Oldest first.
    public fileprivate(set) var versions: [Version] = []
    /// The version in force; nil when none is.
    public fileprivate(set) var active: Int?
    /// What was put in force and when, oldest first.
    public fileprivate(set) var activations: [Dated<ActivatedPlan>] = []
    /// As the program brings it; nil for a plan that a person made.
    fileprivate var delivered: DunningPlan?

    public func version(_ number: Int) -> DunningPlan? {
      if number == 0 { return delivered }
      return versions.first { $0.plan.version == number }?.plan
    }

    /// Whether the program brings the plan.
    public var isDelivered: Bool { version(0) != nil }

    /// The plan in force; that of no set-up for the standard key where nothing else is.
    public var plan: DunningPlan? { active.flatMap(version) }
    public var newest: DunningPlan? { versions.last?.plan ?? version(0) }

    /// The version that decided before the present one; nil when there was none.
    public var former: Int? {
      let earlier = activations.dropLast().last
      if let earlier { return earlier.fact.version ?? PlanShelf.everyday(key) }
      return activations.isEmpty ? nil : version(0).map { _ in 0 }
    }
  }

  /// Those delivered first, then the others in the order of their keys.
  public private(set) var records: [Record]
  private let former: FormerHours?

  /// The everyday plan is never without a version in force.
  private static func everyday(_ key: String) -> Int? {
    key == DunningPlan.standard.key ? 0 : nil
  }

  public init(_ entries: [Dated<Fact>]) { self.init(entries, nil) }

  init(_ entries: [Dated<Fact>], _ former: FormerHours?) {
    self.former = former
    records = DunningPlan.delivered.map { plan in
      Record(key: plan.key, active: 0, delivered: former?.applied(to: plan) ?? plan)
    }
    for entry in entries {
      switch entry.fact {
      case .savedPlan(let saved): take(saved, entry.number, on: entry.happened)
      case .activatedPlan(let activated):
        let place = place(of: activated.key)
        records[place].activations.append(
          Dated(
            number: entry.number, happened: entry.happened, learned: entry.learned,
            fact: activated))
        records[place].active = activated.version ?? PlanShelf.everyday(activated.key)
      default: break
      }
    }
    records[DunningPlan.delivered.count...].sort { $0.key < $1.key }
  }

  private mutating func take(_ saved: SavedPlan, _ entry: EntryNumber, on day: Day) {
    // A text of a later program is not guessed at.
    guard var plan = try? DunningPlan(text: saved.text), plan.key == saved.key else { return }
    plan.version = saved.version
    if let former, entry <= former.through { plan = former.applied(to: plan) }
    records[place(of: saved.key)].versions.append(
      Version(plan: plan, saved: day, note: saved.note))
  }

  private mutating func place(of key: String) -> Int {
    if let known = records.firstIndex(where: { $0.key == key }) { return known }
    records.append(Record(key: key))
    return records.count - 1
  }

  public func record(_ key: String) -> Record? { records.first { $0.key == key } }

  /// The plans in force.
  public var book: PlanBook { PlanBook(records.compactMap(\.plan)) }

  /// The plans in force if one more were, in the place of the version of its key.
  public func book(with plan: DunningPlan) -> PlanBook {
    PlanBook(records.filter { $0.key != plan.key }.compactMap(\.plan) + [plan])
  }
}

extension DunningPlan {
  /// The plans that the program brings, the everyday one first.
  static let delivered = [standard] + house
}
