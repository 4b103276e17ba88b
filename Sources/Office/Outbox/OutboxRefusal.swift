public import Intake
public import Ledger
public import Store

/// Why a message cannot be queued, or cannot be handled as a person asks.
public enum OutboxRefusal: Error, Hashable, Sendable {
  case unknownMessage(EntryNumber)
  /// No electronic address, or what is written there is not one.
  case noAddress(customer: String, found: String)
  /// An SMS has no number to go to.
  case noPhone(customer: String)
  case empty
  /// More than mail servers commonly take.
  case tooLarge(byteCount: Int)
  /// What is asked cannot happen to a message that stands where this one does.
  case elsewhere(EntryNumber, MessageState)
  /// What was to be confirmed was cancelled meanwhile.
  case cancelled(EntryNumber, because: String)
  /// The letter would have no amount to speak of.
  case nothingToSay
  /// Something stands in the way of asking.
  case held(Phrase)
  /// The same letter was made today.
  case writtenToday
  /// The same letter is in the outbox since another day and has not left for certain.
  case waiting(EntryNumber, MessageState)

  public var words: Phrase {
    switch self {
    case .nothingToSay:
      Phrase(
        french: "Ce courrier n’aurait rien à dire : rien n’est dû, ou rien n’est à venir.",
        english: "This letter would have nothing to say: nothing is owed, or nothing is to come.")
    case .held(let words):
      Phrase(
        french: "On ne relance pas ce client : \(words.french)",
        english: "This customer is not to be asked: \(words.english)")
    case .writtenToday:
      Phrase(
        french: "Ce courrier est déjà en file ou déjà parti aujourd’hui : voyez la page Messages.",
        english: "This letter is in the outbox already, or left today: see the Messages page.")
    case .waiting(let number, let state):
      Phrase(
        french: "Ce courrier est déjà en file : le message n° \(number.raw), « \(state.french) ».",
        english: "This letter is in the outbox already: message \(number.raw), “\(state.english)”.")
    case .unknownMessage(let number):
      Phrase(
        french: "Message inconnu (n° \(number.raw)).", english: "Unknown message (\(number.raw)).")
    case .noPhone(let customer):
      Phrase(
        french: "\(customer) n’a pas de numéro de téléphone : notez-le sur sa fiche.",
        english: "\(customer) has no telephone number: record one on its page.")
    case .noAddress(let customer, ""):
      Phrase(
        french: "\(customer) n’a pas d’adresse e-mail : ajoutez-la sur sa fiche.",
        english: "\(customer) has no e-mail address: add it on the customer's page.")
    case .noAddress(let customer, let found):
      Phrase(
        french: "« \(found) », chez \(customer), n’est pas une adresse e-mail.",
        english: "\"\(found)\", for \(customer), is not an e-mail address.")
    case .empty:
      Phrase(
        french: "Un message sans objet ou sans texte ne part pas.",
        english: "A message without a subject or a text does not leave.")
    case .tooLarge(let byteCount):
      Phrase(
        french: "Les pièces jointes font \(byteCount / 1_048_576) Mo ; la limite est de "
          + "\(Desk.mostAttached / 1_048_576) Mo.",
        english: "The attachments are \(byteCount / 1_048_576) MB; the limit is "
          + "\(Desk.mostAttached / 1_048_576) MB.")
    case .cancelled(let number, let reason):
      Phrase(
        french: "Le message n° \(number.raw) ne partira pas, il a été annulé : \(reason)",
        english: "Message \(number.raw) will not leave, it was cancelled: \(reason)")
    case .elsewhere(let number, let state):
      Phrase(
        french: "Le message n° \(number.raw) n’en est plus là : il est « \(state.french) ».",
        english: "Message \(number.raw) has moved on: it is “\(state.english)”.")
    }
  }
}

extension MessageState {
  /// Where a message stands, for French readers.
  public var french: String {
    switch self {
    case .waiting: "à confirmer"
    case .ready: "prêt à partir"
    case .inFlight: "en train de partir"
    case .deferred: "différé"
    case .sent: "parti"
    case .doubtful: "peut-être parti"
    case .failed: "refusé"
    case .bounced: "revenu"
    case .cancelled: "annulé"
    case .printed: "à remettre à la poste"
    }
  }

  /// Where a message stands, for English readers.
  public var english: String {
    switch self {
    case .waiting: "to confirm"
    case .ready: "ready to leave"
    case .inFlight: "leaving"
    case .deferred: "deferred"
    case .sent: "sent"
    case .doubtful: "perhaps sent"
    case .failed: "refused"
    case .bounced: "returned"
    case .cancelled: "cancelled"
    case .printed: "to hand to the post"
    }
  }
}

extension OutboxMessage {
  /// Where it stands, for French readers: a rehearsal and a message written anew were not cancelled
  /// by anybody.
  public var french: String {
    switch (state, last) {
    case (.cancelled, .rehearsed): "essai"
    case (.cancelled, .withdrawn): "retiré"
    default: state.french
    }
  }

  /// The same for English readers.
  public var english: String {
    switch (state, last) {
    case (.cancelled, .rehearsed): "rehearsed"
    case (.cancelled, .withdrawn): "taken out"
    default: state.english
    }
  }
}
