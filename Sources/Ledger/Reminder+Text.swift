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
