/// What a person does with our invoices at the customer's.
public enum ContactRole: String, CaseIterable, Hashable, Sendable {
  /// Books and pays the invoices (comptabilité fournisseurs).
  case payables
  /// Approves them: who ordered, or checks.
  case approver
  /// Decides whether and when money leaves: the owner, the finance director.
  case decisionMaker

  public var french: String {
    switch self {
    case .payables: "comptabilité fournisseurs"
    case .approver: "valideur"
    case .decisionMaker: "décideur"
    }
  }

  public var english: String {
    switch self {
    case .payables: "payables clerk"
    case .approver: "approver"
    case .decisionMaker: "decision maker"
    }
  }
}

/// A person to speak to at the customer's (interlocuteur).
public struct ContactPerson: Hashable, Sendable {
  public let role: ContactRole
  public let name: String
  public let email: String
  public let phone: String

  public init(role: ContactRole, name: String, email: String = "", phone: String = "") {
    self.role = role
    self.name = name
    self.email = email
    self.phone = phone
  }
}

/// An address of the customer that does not work: a message came back, a number is not theirs.
public struct AddressFault: Hashable, Sendable {
  public let channel: Reminder.Channel
  /// The e-mail address or telephone number; for paper, the postal address in one line.
  public let address: String
  public let reason: String

  public init(channel: Reminder.Channel, address: String, reason: String) {
    self.channel = channel
    self.address = address
    self.reason = reason
  }
}

/// A legal reason for which nobody writes to the customer until a person lifts it.
public struct LegalStop: Hashable, Sendable {
  /// Why the law, or prudence, wants silence.
  public enum Cause: String, CaseIterable, Sendable {
    /// The customer asked in writing that the messages stop (R10.3).
    case askedToStop
    /// A lawyer, a bailiff or a court has the matter in hand.
    case inCourt
    /// Mediation or conciliation is under way.
    case mediation
    case other
  }
  public let cause: Cause
  public let reason: String

  public init(cause: Cause, reason: String) {
    self.cause = cause
    self.reason = reason
  }
}

extension LegalStop.Cause {
  public var french: String {
    switch self {
    case .askedToStop: "le client a demandé par écrit que les messages cessent"
    case .inCourt: "un avocat, un commissaire de justice ou un juge est saisi"
    case .mediation: "médiation ou conciliation en cours"
    case .other: "autre motif"
    }
  }

  public var english: String {
    switch self {
    case .askedToStop: "the customer asked in writing that the messages stop"
    case .inCourt: "a lawyer, a bailiff or a court has the matter in hand"
    case .mediation: "mediation or conciliation under way"
    case .other: "other reason"
    }
  }
}
