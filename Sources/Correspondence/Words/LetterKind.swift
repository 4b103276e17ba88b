public import Dunning

/// What a letter worded by templates is for: the steps of a plan, and the thanks for a payment.
public enum LetterKind: String, CaseIterable, Hashable, Sendable {
  case preDue, courtesy, reminder, firm, formalNotice, thanks

  /// The kind of a message; nil for a statement of account, whose words are its figures.
  public init?(_ message: Message) {
    guard let kind = LetterKind(rawValue: message.name) else { return nil }
    self = kind
  }

  /// The tones in which the house words it, the gentlest first. A formal notice has one only, and
  /// no first message may be harsh.
  public var tones: [DunningLevel.Tone] {
    switch self {
    case .preDue, .courtesy: [.courteous, .factual]
    case .reminder: [.courteous, .factual, .firm]
    case .firm: [.factual, .firm]
    case .formalNotice: [.formal]
    case .thanks: [.courteous]
    }
  }

  /// The tone it has unless a plan says otherwise.
  public var usualTone: DunningLevel.Tone {
    switch self {
    case .preDue, .courtesy, .thanks: .courteous
    case .reminder: .factual
    case .firm: .firm
    case .formalNotice: .formal
    }
  }

  /// The nearest tone that the house has for it, never a harsher one than was asked for where a
  /// gentler one exists.
  public func tone(nearest wanted: DunningLevel.Tone) -> DunningLevel.Tone {
    let all = DunningLevel.Tone.allCases
    let place = all.firstIndex(of: wanted) ?? 0
    return tones.last { (all.firstIndex(of: $0) ?? 0) <= place } ?? tones[0]
  }

  /// Whether it asks for something overdue.
  public var asks: Bool {
    switch self {
    case .courtesy, .reminder, .firm, .formalNotice: true
    case .preDue, .thanks: false
    }
  }
}
