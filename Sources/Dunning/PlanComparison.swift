import Behaviour
public import Ledger
import Quantities

/// A difference between two versions of a plan.
public enum PlanChange: Hashable, Sendable {
  case added(DunningLevel)
  case removed(DunningLevel)
  case moved(DunningLevel, from: Int)
  /// The same step on the same day, said or sent otherwise.
  case changed(DunningLevel, from: DunningLevel)
  /// A setting of the whole plan: its name, what it was and what it is.
  case setting(Setting, from: String, to: String)

  /// A setting of the whole plan.
  public enum Setting: Hashable, Sendable {
    case title, audience, gap, week, minimum, minimumBeforeDue, reminders, hours, holidays, days
  }
}

extension DunningPlan {
  /// What changed since an earlier version: steps in the order of the axis, then settings.
  public func changes(since former: DunningPlan) -> [PlanChange] {
    var changes: [PlanChange] = []
    for level in levels {
      guard let old = former.level(level.key) else {
        changes.append(.added(level))
        continue
      }
      if old.delayInDays != level.delayInDays {
        changes.append(.moved(level, from: old.delayInDays))
      }
      if old.details != level.details { changes.append(.changed(level, from: old)) }
    }
    for old in former.levels where level(old.key) == nil { changes.append(.removed(old)) }
    for (now, then) in zip(settings, former.settings) where now.value != then.value {
      changes.append(.setting(now.setting, from: then.value, to: now.value))
    }
    return changes
  }

  private var settings: [(setting: PlanChange.Setting, value: String)] {
    [
      (.title, title), (.audience, audience.wording(in: .french)),
      (.gap, String(minimumGapInDays)), (.week, String(mostContactsAWeek)),
      (.minimum, minimumAmount.french), (.minimumBeforeDue, minimumAmountBeforeDue.french),
      (.reminders, String(remindersBeforeNotice)), (.hours, hours.wording),
      (.holidays, calendar.keepsAlsaceMoselle ? "Alsace-Moselle" : "France"),
      (.days, daysWording),
    ]
  }

  /// `lettre : samedis aussi`, for the channels that are not used on working days alone.
  private var daysWording: String {
    let words = Reminder.Channel.allCases.compactMap { channel -> String? in
      guard let days = days[channel], days != .workingDays else { return nil }
      return channel.french + "\u{A0}: " + days.words(in: .french)
    }
    return words.isEmpty
      ? SendingDays.workingDays.words(in: .french) : words.joined(separator: ", ")
  }
}

extension DunningLevel {
  fileprivate var details: [String] {
    [
      name.rawValue, tone.rawValue, channel.rawValue, role.rawValue, mode.rawValue,
      minimumAmount.decimal, String(isWithCall), String(asksAccessories),
    ]
  }

  /// The step in one line: `J+10 relance, e-mail, ton factuel, comptabilité fournisseurs`.
  public func wording(in language: Customer.Language) -> String {
    let isFrench = language == .french
    var words = [
      (isFrench ? "J" : "D") + signed(delayInDays) + " " + (isFrench ? name.french : name.english),
      isFrench ? channel.french : channel.english,
      isFrench ? "ton \(tone.french)" : "\(tone.english) tone",
      isFrench ? role.french : role.english, isFrench ? mode.french : mode.english,
    ]
    if isWithCall { words.append(isFrench ? "avec un appel" : "with a call") }
    if !asksAccessories { words.append(isFrench ? "sans pénalités" : "without interest") }
    if minimumAmount.isPositive {
      words.append(
        isFrench
          ? "dès \(minimumAmount.french)\u{A0}€" : "from €\(minimumAmount.english)")
    }
    return words.joined(separator: ", ")
  }
}

extension SendingHours {
  /// `8:00–19:00`.
  public var wording: String {
    func text(_ minute: Int) -> String {
      "\(minute / 60):" + (minute % 60 < 10 ? "0" : "") + String(minute % 60)
    }
    return text(first) + "–" + text(end)
  }
}

extension Audience {
  /// Whom the plan is for, in one line.
  public func wording(in language: Customer.Language) -> String {
    let isFrench = language == .french
    var words: [String] = []
    if !customers.isEmpty {
      words.append(
        isFrench ? "\(customers.count) client(s) nommés" : "\(customers.count) named customer(s)")
    }
    if !profiles.isEmpty {
      let kinds = profiles.sorted().map {
        PayerProfile.Kind(rawValue: $0)?.words(in: language) ?? $0
      }
      words.append((isFrench ? "profil " : "profile ") + kinds.joined(separator: ", "))
    }
    if owesAtLeast.isPositive {
      words.append(
        isFrench
          ? "qui doivent au moins \(owesAtLeast.french)\u{A0}€"
          : "who owe at least €\(owesAtLeast.english)")
    }
    for kind in [Customer.Kind.business, .publicBuyer, .consumer] where kinds.contains(kind) {
      words.append(isFrench ? kind.french : kind.english)
    }
    if words.isEmpty { return isFrench ? "tous les autres clients" : "all other customers" }
    return words.joined(separator: ", ")
  }
}

extension Customer.Kind {
  fileprivate var french: String {
    switch self {
    case .business: "entreprises"
    case .publicBuyer: "acheteurs publics"
    case .consumer: "particuliers"
    }
  }

  fileprivate var english: String {
    switch self {
    case .business: "businesses"
    case .publicBuyer: "public buyers"
    case .consumer: "consumers"
    }
  }
}

extension PlanChange {
  /// The difference in one sentence.
  public func wording(in language: Customer.Language) -> String {
    let isFrench = language == .french
    switch self {
    case .added(let level):
      return (isFrench ? "étape ajoutée\u{A0}: " : "step added: ") + level.wording(in: language)
    case .removed(let level):
      return (isFrench ? "étape retirée\u{A0}: " : "step removed: ") + level.wording(in: language)
    case .moved(let level, let day):
      let name = isFrench ? level.name.french : level.name.english
      return isFrench
        ? "étape déplacée\u{A0}: \(name), de J\(signed(day)) à J\(signed(level.delayInDays))"
        : "step moved: \(name), from D\(signed(day)) to D\(signed(level.delayInDays))"
    case .changed(let level, let old):
      return (isFrench ? "étape changée\u{A0}: " : "step changed: ") + old.wording(in: language)
        + " → " + level.wording(in: language)
    case .setting(let setting, let old, let new):
      return (isFrench ? setting.french : setting.english) + (isFrench ? "\u{A0}: " : ": ")
        + "\(old) → \(new)"
    }
  }
}

extension PlanChange.Setting {
  fileprivate var french: String {
    switch self {
    case .title: "nom"
    case .audience: "pour qui"
    case .gap: "jours entre deux contacts"
    case .week: "contacts par semaine au plus"
    case .minimum: "montant minimum"
    case .minimumBeforeDue: "montant minimum avant échéance"
    case .reminders: "relances avant une mise en demeure"
    case .hours: "heures d’envoi"
    case .holidays: "jours fériés"
    case .days: "jours d’envoi"
    }
  }

  fileprivate var english: String {
    switch self {
    case .title: "name"
    case .audience: "for whom"
    case .gap: "days between two contacts"
    case .week: "contacts a week at most"
    case .minimum: "least amount"
    case .minimumBeforeDue: "least amount before the due date"
    case .reminders: "reminders before a formal notice"
    case .hours: "hours of sending"
    case .holidays: "holidays"
    case .days: "days of sending"
    }
  }
}
