extension Reminder {
  /// What was said, for a reader: the outcome of a call is kept in both languages, `promesse /
  /// promise`, before what a person added.
  public func note(french isFrench: Bool) -> String {
    guard channel == .call || channel == .task else { return note }
    let mark = " · "
    let end = note.firstRange(of: mark)?.lowerBound ?? note.endIndex
    guard let slash = note[..<end].firstRange(of: " / ") else { return note }
    let outcome = isFrench ? note[..<slash.lowerBound] : note[slash.upperBound..<end]
    return String(outcome + note[end...])
  }
}

extension Reminder.Channel {
  /// The way it goes, for French readers.
  public var french: String {
    switch self {
    case .email: "e-mail"
    case .letter: "lettre"
    case .registeredLetter: "lettre recommandée (LRAR)"
    case .call: "appel"
    case .visit: "visite"
    case .task: "tâche"
    case .sms: "SMS"
    }
  }

  /// The way it goes, for English readers.
  public var english: String {
    switch self {
    case .email: "e-mail"
    case .letter: "letter"
    case .registeredLetter: "registered letter"
    case .call: "call"
    case .visit: "visit"
    case .task: "task"
    case .sms: "SMS"
    }
  }
}
