import Hummingbird
import Intake
import Ledger
import Office
import Printing
import Store

/// What a program is told when its request is not answered as asked (RFC 9457).
enum Problem: String, CaseIterable {
  case invalidField = "invalid-field"
  case malformed = "malformed-json"
  case notFound = "not-found"
  case wrongMethod = "method-not-allowed"
  case tooLarge = "too-large"
  case unsupported = "unsupported-media-type"
  case forbidden
  case tooBusy = "busy"
  case failure = "internal-error"

  init(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self.init(refusal)
    case let refusal as DeskRefusal: self = refusal.isUnknown ? .notFound : .invalidField
    case let error as any HTTPResponseError where error.status.code == 404: self = .notFound
    case let error as any HTTPResponseError where error.status.code == 413: self = .tooLarge
    case let error as any HTTPResponseError where error.status.code < 500: self = .malformed
    default: self = .failure
    }
  }

  private init(_ refusal: Refusal) {
    switch refusal {
    case .notFound: self = .notFound
    case .wrong, .fields: self = .invalidField
    case .malformed: self = .malformed
    case .wrongMethod: self = .wrongMethod
    case .wrongType: self = .unsupported
    case .forbidden: self = .forbidden
    case .overLimit, .tooLarge: self = .tooLarge
    case .tooBusy: self = .tooBusy
    }
  }

  /// Where the kind of problem is explained; it never changes.
  var address: String { "/problems/" + rawValue }

  var status: Int {
    switch self {
    case .invalidField: 422
    case .malformed: 400
    case .notFound: 404
    case .wrongMethod: 405
    case .tooLarge: 413
    case .unsupported: 415
    case .forbidden: 403
    case .tooBusy: 503
    case .failure: 500
    }
  }

  var title: Phrase {
    switch self {
    case .invalidField: Phrase(french: "Champs à corriger", english: "Fields to mend")
    case .malformed: Phrase(french: "JSON illisible", english: "Unreadable JSON")
    case .notFound: Phrase(french: "Introuvable", english: "Not found")
    case .wrongMethod: Phrase(french: "Méthode non admise", english: "Method not allowed")
    case .tooLarge: Phrase(french: "Trop gros", english: "Too large")
    case .unsupported: Phrase(french: "Type non pris en charge", english: "Unsupported media type")
    case .forbidden: Phrase(french: "Demande refusée", english: "Refused")
    case .tooBusy: Phrase(french: "Occupé", english: "Busy")
    case .failure: Phrase(french: "Erreur du programme", english: "Internal error")
    }
  }

  /// What it means and what to do, whatever the request.
  var meaning: Phrase {
    switch self {
    case .invalidField:
      Phrase(
        french: "Corrigez les champs nommés dans errors, puis envoyez la demande à nouveau.",
        english: "Mend the fields that errors names, then send the request again.")
    case .malformed:
      Phrase(
        french: "Le corps de la demande n’est pas du JSON.",
        english: "The body of the request is not JSON.")
    case .notFound:
      Phrase(french: "Il n’y a rien à cette adresse.", english: "There is nothing at this address.")
    case .wrongMethod:
      Phrase(
        french: "Cette adresse ne se demande pas ainsi\u{A0}: l’en-tête Allow dit comment.",
        english: "This address is not asked this way: the header Allow says how.")
    case .tooLarge:
      Phrase(
        french: "Le corps de la demande dépasse 64\u{A0}Ko.",
        english: "The body of the request is over 64 KB.")
    case .unsupported:
      Phrase(
        french: "Envoyez du JSON non compressé, avec Content-Type: application/json.",
        english: "Send JSON, not compressed, with Content-Type: application/json.")
    case .forbidden:
      Phrase(
        french: "Une page d’un autre site ne peut pas écrire dans le livre.",
        english: "A page of another site may not write in the book.")
    case .tooBusy:
      Phrase(french: "Réessayez dans un instant.", english: "Try again in a moment.")
    case .failure:
      Phrase(
        french: "Rien n’a été modifié. Le journal du programme en dit plus.",
        english: "Nothing was changed. The program’s log says more.")
    }
  }
}

/// The answer to a program whose request failed.
func problemReply(_ error: any Error, _ visit: Visit) -> Reply {
  let problem = Problem(error)
  let voice = visit.voice
  func say(_ words: Phrase) -> JSON { .text(voice(words.french, words.english)) }
  var members: [(String, JSON)] = [
    ("type", .text(problem.address)), ("title", say(problem.title)),
    ("status", .number(problem.status)), ("detail", say(detail(of: error) ?? problem.meaning)),
  ]
  if case .fields(let faults)? = error as? Refusal {
    let list = faults.map {
      JSON.object([("field", .text($0.pointer)), ("detail", say($0.words))])
    }
    members.append(("errors", .list(list)))
  }
  return Reply(
    status: problem.status, type: "application/problem+json",
    bytes: Array((JSON.object(members).string + "\n").utf8),
    headers: [("Content-Language", voice.language.rawValue), ("Vary", "Accept-Language, Cookie")])
}

/// What went wrong this time; nil where the kind of problem says it all.
private func detail(of error: any Error) -> Phrase? {
  switch error {
  case Refusal.wrong(let words): Phrase(words)
  case Refusal.malformed(let fault):
    Phrase(
      french: "Ligne \(fault.line), colonne \(fault.column)\u{A0}: \(fault.words.french).",
      english: "Line \(fault.line), column \(fault.column): \(fault.words.english).")
  case let refusal as DeskRefusal: refusal.words
  case let failure as StoreFailure: Phrase(french: failure.french, english: failure.english)
  default: nil
  }
}

extension FieldFault {
  /// The place in the body (RFC 6901): `/askedDays`; `?customer` for a field of the query.
  fileprivate var pointer: String {
    if field.isEmpty || field.hasPrefix("?") { return field }
    return "/" + field.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}

/// The page that a problem's `type` leads to.
func problemPage(_ visit: Visit) throws -> Reply {
  guard let problem = visit.places["name"].flatMap(Problem.init(rawValue:)) else {
    throw Refusal.notFound
  }
  let voice = visit.voice
  return try Page(voice(problem.title.french, problem.title.english)) {
    div {
      p { code("\(problem.status) \(problem.address)") }
      p(voice(problem.meaning.french, problem.meaning.english))
    }.class("card")
  }.reply(to: visit)
}
