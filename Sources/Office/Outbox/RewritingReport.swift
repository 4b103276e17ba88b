import Claims
public import Intake
public import Ledger
import Quantities
import Store

/// What became of the messages that had not left by the end of the day they were written.
public struct RewritingReport: Hashable, Sendable {
  /// Written anew with the figures of the day: of the same step, for which a person's word stands.
  public var rewritten = 0
  /// Written anew as another step, because time went on.
  public var changed = 0
  /// Among those, the ones that a person had confirmed: they wait for a word again.
  public var toConfirmAgain = 0
  /// Not to leave any more: paid, held, contacted since.
  public var withdrawn = 0
  /// The message that stands in the place of each.
  public var successors: [EntryNumber: EntryNumber] = [:]

  public init() {}

  var isEmpty: Bool { rewritten + changed + withdrawn == 0 }

  mutating func add(_ other: RewritingReport) {
    rewritten += other.rewritten
    changed += other.changed
    toConfirmAgain += other.toConfirmAgain
    withdrawn += other.withdrawn
    successors.merge(other.successors) { $1 }
  }

  /// What happened, in a line; nil when nothing did.
  public var words: Phrase? {
    guard !isEmpty else { return nil }
    var french = ["\(rewritten) réécrits aux chiffres du jour"]
    var english = ["\(rewritten) written anew with today's figures"]
    if changed > 0 {
      french.append("\(changed) à l’étape suivante")
      english.append("\(changed) as the next step")
    }
    if toConfirmAgain > 0 {
      let noun = toConfirmAgain > 1 ? "messages ont" : "message a"
      french.append("\(toConfirmAgain) \(noun) changé d’étape : à confirmer")
      english.append("\(toConfirmAgain) changed step: to be confirmed")
    }
    if withdrawn > 0 {
      french.append("\(withdrawn) retirés")
      english.append("\(withdrawn) taken out")
    }
    return Phrase(
      french: french.joined(separator: " ; "), english: english.joined(separator: "; "))
  }
}

/// What came of confirming messages.
public struct ApprovalReport: Hashable, Sendable {
  /// Those that a person let go.
  public var approved = 0
  /// Those that were cancelled meanwhile.
  public var cancelled = 0
  /// What became of those that were written on an earlier day.
  public var rewriting = RewritingReport()

  public init() {}
}

/// The accounts to which a message of another day has neither left nor been given up.
struct UnsettledAccounts {
  private var messages: [AccountKey: UnsettledMessage] = [:]

  init(_ unsettled: [UnsettledMessage]) {
    for one in unsettled {
      messages[AccountKey(customer: one.customer, currency: one.currency)] = one
    }
  }

  subscript(claim: Claim) -> UnsettledMessage? {
    messages[AccountKey(customer: claim.customer.id, currency: claim.currency)]
  }
}

extension UnsettledMessage {
  /// Why nothing else is written to the customer.
  var words: Phrase {
    switch state {
    case .doubtful, .inFlight:
      Phrase(
        french: "le message n° \(number.raw) est peut-être parti : dites d’abord ce qu’il en est",
        english: "message \(number.raw) has perhaps left: say first what became of it")
    case .printed:
      Phrase(
        french: "le pli n° \(number.raw) attend d’être remis à la poste",
        english: "letter \(number.raw) waits to be handed to the post")
    default:
      Phrase(
        french: "le message n° \(number.raw) n’est pas encore parti",
        english: "message \(number.raw) has not left yet")
    }
  }

  func words(about customer: Customer) -> Phrase {
    Phrase(
      french: "\(customer.name) : \(words.french).", english: "\(customer.name): \(words.english).")
  }
}

extension OutboxMessage {
  /// Whether it came from the dunning run.
  var isStep: Bool { message.key.hasPrefix("reminder/") }
  /// Whether a person made the letter.
  var isLetter: Bool { message.key.hasPrefix("letter/") }

  /// Whether it is the same step as another message of the dunning run to the same customer.
  func isStep(of key: String) -> Bool {
    isStep && message.key.split(separator: "/").prefix(3) == key.split(separator: "/").prefix(3)
  }
}
