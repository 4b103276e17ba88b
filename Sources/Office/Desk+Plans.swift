import Claims
public import Dunning
public import Intake
import Ledger
public import Quantities
import Store
import Synchronization

/// Why a plan cannot be saved or put in force.
public enum DunningPlanRefusal: Error, Hashable, Sendable {
  case faulty([PlanFault])
  case wrongKey(String)
  case unknownPlan(String)
  case unknownVersion(String, Int)
  /// Another plan in force is for the same customers.
  case sameAudience(String)
  /// Nothing was in force before.
  case nothingBefore(String)

  public var words: Phrase {
    switch self {
    case .faulty(let faults):
      Phrase(
        french: faults.map { $0.wording(in: .french) }.joined(separator: " "),
        english: faults.map { $0.wording(in: .english) }.joined(separator: " "))
    case .wrongKey(let key):
      Phrase(
        french: "« \(key) » n’est pas un repère : des lettres sans accent, des chiffres, des "
          + "traits d’union.",
        english: "“\(key)” is not a key: plain letters, figures and hyphens.")
    case .unknownPlan(let key):
      Phrase(french: "Scénario inconnu : \(key).", english: "Unknown plan: \(key).")
    case .unknownVersion(let key, let version):
      Phrase(
        french: "Le scénario \(key) n’a pas de version \(version).",
        english: "The plan \(key) has no version \(version).")
    case .sameAudience(let key):
      Phrase(
        french: "Le scénario \(key), en vigueur, vise déjà les mêmes clients. Désactivez-le "
          + "d’abord, ou précisez pour qui est celui-ci.",
        english: "The plan \(key), in force, is for the same customers already. Put it aside "
          + "first, or say for whom this one is.")
    case .nothingBefore(let key):
      Phrase(
        french: "Rien n’était en vigueur avant pour \(key).",
        english: "Nothing was in force before for \(key).")
    }
  }
}

extension Desk {
  /// The plans with their versions, as known on a day; today when nil.
  public func planShelf(on day: Day? = nil) throws -> PlanShelf {
    try store.read { try shelf($0, on: day) }
  }

  func shelf(_ reader: BookReader, on day: Day? = nil) throws -> PlanShelf {
    PlanShelf(
      try reader.planEntries(at: Moment(asOf: day, knownOn: day)),
      FormerHours(try reader.settings()))
  }

  /// Saves a new version of a plan, which decides nothing until it is put in force. Gives its
  /// number; that of the newest version when nothing has changed.
  @discardableResult
  public func save(_ plan: DunningPlan, note: String) throws -> Int {
    guard DunningPlan.isKey(plan.key) else { throw DunningPlanRefusal.wrongKey(plan.key) }
    let grave = plan.faults().filter(\.isGrave)
    guard grave.isEmpty else { throw DunningPlanRefusal.faulty(grave) }
    let today = today
    return try store.write(learned: today) { pen in
      let record = try shelf(try pen.reader).record(plan.key)
      if let newest = record?.newest, newest.text == plan.text { return newest.version }
      let version = (record?.versions.last?.plan.version ?? 0) + 1
      try pen.append(
        .savedPlan(SavedPlan(key: plan.key, version: version, text: plan.text, note: note)),
        happened: today)
      return version
    }
  }

  /// Puts a version of a plan in force from today on; puts the plan aside when `version` is nil.
  public func activate(_ key: String, version: Int?, note: String) throws {
    let today = today
    try store.write(learned: today) { pen in
      let shelf = try shelf(try pen.reader)
      guard let record = shelf.record(key) else { throw DunningPlanRefusal.unknownPlan(key) }
      if let version {
        guard let plan = record.version(version) else {
          throw DunningPlanRefusal.unknownVersion(key, version)
        }
        for other in shelf.records where other.key != key {
          // The plan without set-up gives way to any other for everyone.
          guard let active = other.plan, active.version > 0 else { continue }
          if active.audience == plan.audience { throw DunningPlanRefusal.sameAudience(other.key) }
        }
      }
      // Twice the same is once.
      guard record.active != version else { return }
      try pen.append(
        .activatedPlan(
          ActivatedPlan(
            key: key, version: version == 0 && key == DunningPlan.standard.key ? nil : version,
            note: note)),
        happened: today)
    }
  }

  /// Puts back in force what was before.
  public func undoActivation(of key: String, note: String) throws {
    guard let record = try planShelf().record(key) else {
      throw DunningPlanRefusal.unknownPlan(key)
    }
    guard !record.activations.isEmpty else { throw DunningPlanRefusal.nothingBefore(key) }
    try activate(key, version: record.former, note: note)
  }
}
