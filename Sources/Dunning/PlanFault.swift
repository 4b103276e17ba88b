import Ledger
import Quantities

/// What is wrong with a plan, in words for the person who wrote it.
public enum PlanFault: Hashable, Sendable {
  case noStep
  case sameKey(String)
  case sameDay(Int)
  /// A notice before the due date on a day after it.
  case lateHerald(DunningLevel)
  /// A reminder of something that is not late yet.
  case earlyReminder(DunningLevel)
  /// Gentler than the step before it, or graver than any before it earned.
  case softerThan(DunningLevel, before: DunningLevel)
  case harsherThanEarned(DunningLevel, needs: Int)
  case toneOfName(DunningLevel)
  /// Steps nearer than the days between two contacts: the second would be late from the start.
  case tooNear(DunningLevel, after: DunningLevel, gap: Int)
  case tooManyContacts(Int)
  /// A formal notice is an act of its own: in writing, with proof (R5.1, R5.6).
  case noticeWithoutProof(DunningLevel)
  case noticeNotWritten(DunningLevel)
  case noticeByItself(DunningLevel)
  case afterNotice(DunningLevel)
  case visit(DunningLevel)
  case noContacts

  /// Whether the plan cannot be saved with it; the others are warnings.
  public var isGrave: Bool {
    switch self {
    case .tooNear, .noticeWithoutProof: false
    default: true
    }
  }
}

extension DunningPlan {
  /// The most contacts that a plan may allow in a week: beyond, asking becomes harassing (R10.3).
  public static let mostContactsEver = 3

  /// What is wrong with the plan, in the order of its steps; empty when nothing is.
  public func faults() -> [PlanFault] {
    var faults: [PlanFault] = levels.isEmpty ? [.noStep] : []
    if mostContactsAWeek < 1 { faults.append(.noContacts) }
    if mostContactsAWeek > DunningPlan.mostContactsEver {
      faults.append(.tooManyContacts(mostContactsAWeek))
    }
    for level in levels { faults += self.faults(of: level) }
    for (before, level) in zip(asking, asking.dropFirst()) {
      faults += self.faults(of: level, after: before)
    }
    for level in asking where level.name == .formalNotice {
      let before = asking.prefix { $0 != level }
        .count { $0.name != .formalNotice && $0.channel.reachesCustomer }
      if before < max(1, remindersBeforeNotice) {
        faults.append(.harsherThanEarned(level, needs: max(1, remindersBeforeNotice)))
      }
    }
    return faults
  }

  private func faults(of level: DunningLevel) -> [PlanFault] {
    var faults: [PlanFault] = []
    if levels.first(where: { $0.key == level.key }) != level { faults.append(.sameKey(level.key)) }
    if level.isBeforeDue, level.delayInDays > 0 { faults.append(.lateHerald(level)) }
    if !level.isBeforeDue, level.delayInDays < 1 { faults.append(.earlyReminder(level)) }
    if !level.name.tones.contains(level.tone) { faults.append(.toneOfName(level)) }
    if level.channel == .visit { faults.append(.visit(level)) }
    if level.name == .formalNotice {
      if level.mode == .automatic { faults.append(.noticeByItself(level)) }
      switch level.channel {
      case .registeredLetter: break
      case .letter, .email: faults.append(.noticeWithoutProof(level))
      case .call, .visit, .task, .sms: faults.append(.noticeNotWritten(level))
      }
    }
    return faults
  }

  private func faults(of level: DunningLevel, after before: DunningLevel) -> [PlanFault] {
    var faults: [PlanFault] = []
    if before.name == .formalNotice, level.name != .formalNotice {
      faults.append(.afterNotice(level))
    } else if level.name < before.name {
      faults.append(.softerThan(level, before: before))
    }
    let days = level.delayInDays - before.delayInDays
    if days == 0 {
      faults.append(.sameDay(level.delayInDays))
    } else if days < minimumGapInDays, before.channel.reachesCustomer,
      level.channel.reachesCustomer
    {
      faults.append(.tooNear(level, after: before, gap: minimumGapInDays))
    }
    return faults
  }
}

extension DunningLevel.Name {
  /// The tones that a message of this kind may take: the first one supposes an oversight.
  public var tones: [DunningLevel.Tone] {
    switch self {
    case .preDue, .courtesy: [.courteous, .factual]
    case .reminder: [.courteous, .factual]
    case .firm: [.factual, .firm]
    case .formalNotice: [.firm, .formal]
    }
  }
}
