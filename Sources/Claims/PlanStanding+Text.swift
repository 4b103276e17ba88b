public import Ledger
public import Quantities

extension PlanStanding {
  /// Why the plan holds the reminders back, with its evidence: `échéancier du 23/11/2026,
  /// 1 échéance sur 3 reçue, 500,00 € attendus pour le 15/01/2027`.
  func hold(in language: Customer.Language, _ currency: Currency) -> String {
    let signed = agreement?.fact.signed ?? plan.happened
    switch language {
    case .french:
      return "échéancier du \(signed.french), \(paidCount) sur \(parts.count) reçues"
        + (next.map { ", \(amount($0).french(in: currency)) attendus pour le \($0.part.on.french)" }
          ?? "") + (until.map { ", jusqu’au \($0.french)" } ?? "")
    case .english:
      return "instalment plan of \(signed.englishLong), \(paidCount) of \(parts.count) received"
        + (next.map {
          ", \(amount($0).english(in: currency)) expected for \($0.part.on.englishLong)"
        } ?? "") + (until.map { ", awaited until \($0.englishLong)" } ?? "")
    }
  }

  /// The last day on which the next part is waited for.
  public var until: Day? {
    guard let next, case .awaited(let until) = next.state else { return nil }
    return until
  }

  private func amount(_ part: Part) -> Money { part.part.amount - part.received }

  /// Where it stands, in a few words.
  public func wording(in language: Customer.Language) -> String {
    switch (state, language) {
    case (.proposed, .french): "proposé, pas encore signé"
    case (.proposed, .english): "proposed, not signed yet"
    case (.running, .french): "tenu à ce jour"
    case (.running, .english): "kept so far"
    case (.kept, .french): "payé en entier"
    case (.kept, .english): "paid in full"
    case (.accelerated(let day), .french): "rompu le \(day.french)\u{A0}: tout est exigible"
    case (.accelerated(let day), .english): "broken on \(day.englishLong): all is due"
    case (.behind(let day), .french): "en retard depuis le \(day.french)"
    case (.behind(let day), .english): "behind since \(day.englishLong)"
    }
  }
}

extension PlanStanding.PartState {
  /// What became of a part, in a few words.
  public func wording(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.awaited(let day), .french): "attendue jusqu’au \(day.french)"
    case (.awaited(let day), .english): "awaited until \(day.englishLong)"
    case (.kept(let day), .french): "payée le \(day.french)"
    case (.kept(let day), .english): "paid on \(day.englishLong)"
    case (.late(let day), .french): "payée en retard, le \(day.french)"
    case (.late(let day), .english): "paid late, on \(day.englishLong)"
    case (.missed(let day), .french): "manquée depuis le \(day.french)"
    case (.missed(let day), .english): "missed since \(day.englishLong)"
    }
  }
}
