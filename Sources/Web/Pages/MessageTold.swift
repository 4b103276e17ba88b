import Ledger
import Office
import Printing

/// A message, what happened to it or what came back, in one line of a customer's story.
func messageTold(_ entry: Entry, _ voice: Voice) -> HTML {
  switch entry.fact {
  case .message(let message):
    HTML {
      voice("Message préparé\u{A0}: ", "Message prepared: ")
      a(message.subject).href("/messages/\(entry.number.raw)")
      span(message.recipient).class("who")
    }
  case .messageEvent(let event):
    HTML {
      a(voice("Message n°\u{A0}\(event.message.raw)", "Message \(event.message.raw)"))
        .href("/messages/\(event.message.raw)")
      voice("\u{A0}: ", ": ") + event.kind.said(voice)
      if !event.words.isEmpty { span(event.words).class("who") }
    }
  case .received(let message):
    HTML {
      message.kind.said(voice) + voice("\u{A0}: ", ": ")
      a(message.subject).href("/reponses/\(entry.number.raw)")
      span(message.sender).class("who")
    }
  case .replyAnswered(let answer):
    HTML {
      a(voice("Réponse traitée", "Reply dealt with")).href("/reponses/\(answer.reply.raw)")
      voice("\u{A0}: ", ": ") + answer.outcome.said(voice)
      if !answer.words.isEmpty { span(answer.words).class("who") }
    }
  case .replyFiled(let filing):
    HTML {
      a(voice("Réponse classée ici", "Reply filed here")).href("/reponses/\(filing.reply.raw)")
    }
  default: HTML("")
  }
}

extension ReplyAnswer.Outcome {
  /// What came of a reply, in a word or two.
  func said(_ voice: Voice) -> String {
    switch self {
    case .promise: voice("promesse notée", "promise recorded")
    case .dispute: voice("litige ouvert", "dispute opened")
    case .paid: voice("dit avoir payé", "says it is paid")
    case .callBack: voice("à rappeler", "to call again")
    case .wrongContact: voice("mauvais contact", "wrong contact")
    case .nothing: voice("rien à faire", "nothing to do")
    }
  }
}

extension MessageEvent.Kind {
  /// What happened, in a word or two.
  func said(_ voice: Voice) -> String {
    switch self {
    case .approved: voice("confirmé", "confirmed")
    case .inFlight: voice("en train de partir", "leaving")
    case .sent: voice("parti", "sent")
    case .deferred: voice("différé", "deferred")
    case .failed: voice("refusé", "refused")
    case .doubtful: voice("peut-être parti", "perhaps sent")
    case .confirmedSent: voice("parti, vérifié", "sent, checked")
    case .requeued: voice("à renvoyer", "to send again")
    case .cancelled: voice("annulé", "cancelled")
    case .withdrawn: voice("retiré avant de partir", "taken out before it left")
    case .rehearsed: voice("essai, envoyé à vous-même", "rehearsal, sent to yourself")
    case .bounced: voice("revenu", "returned")
    case .delayed: voice("retardé en chemin", "delayed on its way")
    case .printed: voice("imprimé pour la poste", "printed for the post")
    case .handedOver: voice("remis à la poste", "handed to the post")
    }
  }
}

extension ReceivedMessage.Kind {
  /// What came in, in a word or two.
  func said(_ voice: Voice) -> String {
    switch self {
    case .reply: voice("Réponse", "Reply")
    case .autoReply: voice("Réponse automatique", "Automatic reply")
    case .bounce: voice("Message revenu", "Returned message")
    case .delay: voice("Message retardé", "Delayed message")
    }
  }
}
