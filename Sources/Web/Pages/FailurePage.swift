import Claims
import Hummingbird
import Intake
import Law
import Office
import Printing
import Store

/// A page that says what went wrong and what to do, in the visitor's words.
func failurePage(_ error: any Error, _ visit: Visit) throws -> Reply {
  let failure = Failure(error, visit.voice)
  if visit.wantsJSON {
    return .json(.object([("message", .text(failure.words))]), status: failure.status)
  }
  var page = Page(failure.title) {
    div {
      p(failure.words)
      p {
        a(visit.voice("Revenir à la liste du jour", "Back to today's list")).class("button")
          .href("/")
      }
    }.class("card")
  }
  page.status = failure.status
  // A book that cannot be read cannot give the firm's name either: the words alone, then.
  if let reply = try? page.reply(to: visit) { return reply }
  return Reply(
    status: failure.status, type: "text/plain; charset=utf-8", bytes: Array(failure.words.utf8))
}

/// What went wrong, in words.
struct Failure: Sendable {
  var status = 500
  var title: String
  var words: String

  init(_ error: any Error, _ voice: Voice) {
    title = voice("Une erreur est survenue", "Something went wrong")
    words = voice(
      "La page n’a pas pu être préparée. Rien n’a été modifié. Réessayez\u{A0}; si cela continue, "
        + "le journal du programme en dit plus.",
      "The page could not be made. Nothing was changed. Try again; if it goes on, the program's "
        + "log says more.")
    switch error {
    case let refusal as Refusal: tell(refusal, voice)
    case let refusal as DeskRefusal:
      status = refusal.isUnknown ? 404 : 400
      title = voice("Ce n’est pas possible", "This cannot be done")
      words = voice(refusal.words.french, refusal.words.english)
    case let refusal as OutboxRefusal:
      status = refusal.isUnknown ? 404 : 400
      title = voice("Ce n’est pas possible", "This cannot be done")
      words = voice(refusal.words.french, refusal.words.english)
    case is CopyRefusal, is LostFile: tellOfCopy(error, voice)
    case let fault as MailFault:
      status = 400
      title = voice("Le courrier n’est pas réglé", "E-mail is not set up")
      words = voice(fault.words.french, fault.words.english)
    case let refusal as DunningPlanRefusal:
      status = 400
      title = voice("Ce n’est pas possible", "This cannot be done")
      words = voice(refusal.words.french, refusal.words.english)
    case let refusal as StoryRefusal:
      (status, title) = (404, voice("Pas encore ce jour-là", "Not yet on that day"))
      words = voice(refusal.words.french, refusal.words.english)
    case let unknown as UnknownRate:
      title = voice("Un taux manque", "A rate is missing")
      words = voice(unknown.remedyFrench, unknown.remedyEnglish)
    case let failure as StoreFailure:
      words = voice(failure.french, failure.english)
    case let error as any HTTPResponseError where error.status.code == 404: tell(.notFound, voice)
    case let error as any HTTPResponseError where error.status.code < 500:
      status = error.status.code
      title = voice("Demande incomprise", "Not understood")
      words = voice("Cette adresse n’est pas bien formée.", "This address is not well formed.")
    default: break
    }
  }

  private mutating func tellOfCopy(_ error: any Error, _ voice: Voice) {
    if let refusal = error as? CopyRefusal {
      (status, title) = (400, voice("Ce PDF n’est pas gardé", "This PDF is not kept"))
      words = voice(refusal.words.french, refusal.words.english)
    } else if let lost = error as? LostFile {
      (status, title) = (404, voice("Le fichier manque", "The file is missing"))
      words = voice(lost.words.french, lost.words.english)
    }
  }

  private mutating func tell(_ refusal: Refusal, _ voice: Voice) {
    switch refusal {
    case .notFound:
      (status, title) = (404, voice("Page introuvable", "Page not found"))
      words = voice(
        "Il n’y a rien à cette adresse, ou pas encore à cette date.",
        "There is nothing at this address, or not yet on this day.")
    case .wrong(let reason):
      (status, title) = (400, voice("Il y a une erreur de saisie", "Something is mistyped"))
      words = reason
    case .forbidden:
      (status, title) = (403, voice("Demande refusée", "Refused"))
      words = voice(
        "Ce formulaire ne vient pas d’une page d’Encaisse, ou la page est restée ouverte pendant "
          + "un redémarrage. Revenez en arrière, rechargez la page et recommencez.",
        "This form does not come from a page of Encaisse, or the page stayed open over a restart. "
          + "Go back, reload the page and try again.")
    case .tooLarge:
      (status, title) = (413, voice("C’est trop gros", "Too large"))
      words = voice(
        "Au plus 2\u{A0}Go et 20\u{202F}000 fichiers à la fois. Importez en plusieurs fois, ou "
          + "par la commande encaisse import.",
        "At most 2 GB and 20,000 files at a time. Import in several goes, or by the command "
          + "encaisse import.")
    case .overLimit(let bytes):
      (status, title) = (413, voice("C’est trop gros", "Too large"))
      words = voice(
        "Au plus \(bytes / 1_048_576)\u{A0}Mo. Rien n’a été gardé.",
        "At most \(bytes / 1_048_576) MB. Nothing was kept.")
    case .wrongMethod:
      (status, title) = (405, voice("Demande incomprise", "Not understood"))
      words = voice(
        "Cette adresse ne se demande pas ainsi.", "This address is not asked in this way.")
    case .fields, .malformed, .wrongType:
      (status, title) = (400, voice("Demande incomprise", "Not understood"))
      words = voice("Cette adresse est faite pour les programmes.", "This is for programs.")
    case .tooBusy:
      (status, title) = (503, voice("Un import est en cours", "An import is running"))
      words = voice(
        "Attendez qu’il soit terminé, puis recommencez.", "Wait for it to end, then try again.")
    }
  }
}

extension DeskRefusal {
  /// Whether it names something that is not in the book.
  var isUnknown: Bool {
    switch self {
    case .unknownLine, .unknownDocument, .unknownCustomer, .unknownAllocation, .unknownOffer,
      .unknownImport:
      true
    default: false
    }
  }
}

extension OutboxRefusal {
  /// Whether it names a message that is not in the book.
  var isUnknown: Bool {
    if case .unknownMessage = self { true } else { false }
  }
}
