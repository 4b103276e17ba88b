import Correspondence
import CreditPolicy
import Ledger
import Office
import Printing
import Quantities

/// The words to say and to send, all figures in.
func rushWords(_ visit: Visit, _ file: RushFile) throws -> HTML {
  let voice = visit.voice
  let speech = try visit.desk.rushSpeech(
    for: file, tone: RushTone(rawValue: visit.query.text("ton")),
    language: Customer.Language(rawValue: visit.query.text("langue")))
  let texts = speech.texts
  return HTML {
    div {
      h2(voice("À dire au téléphone", "To say on the phone"))
      blockquote(texts.phone).class("say").id("a-dire").lang(speech.language.rawValue)
      copyButton("a-dire", voice)
      if !texts.replies.isEmpty { objections(texts.replies, speech.language, voice) }
    }.class("card")
    div {
      h2(voice("À envoyer", "To send"))
      warnings(speech, voice)
      label(voice("Objet", "Subject")).for("objet")
      input().type("text").id("objet").value(texts.subject).lang(speech.language.rawValue)
      written("courriel", voice("Courriel", "E-mail"), texts.mail, speech, voice)
      written(
        "clause", voice("Clause pour la confirmation de commande", "Order confirmation clause"),
        texts.clause, speech, voice)
      p {
        a(voice("Changer ces mots pour toujours", "Change these words for good"))
          .href(
            "/commande-urgente/mots?langue=\(speech.language.rawValue)&ton=\(speech.tone.rawValue)")
      }.class("small")
    }.class("card words")
  }
}

private func objections(
  _ replies: [RushTexts.Reply], _ language: Customer.Language, _ voice: Voice
) -> Element {
  details {
    summary(voice("Et s’il répond…", "And if they answer…"))
    dl {
      for reply in replies {
        dt(reply.heard)
        dd(reply.answer)
      }
    }.class("objections").lang(language.rawValue)
  }.class("lines")
}

/// A text that may be changed before it is copied.
private func written(
  _ id: String, _ title: String, _ text: String, _ speech: RushSpeech, _ voice: Voice
) -> Element {
  div {
    label(title).for(id)
    textarea(text).id(id).name(id).lang(speech.language.rawValue)
      .class(id == "clause" ? "short" : nil).attribute("form", "offre-recue")
    copyButton(id, voice)
  }.class("field")
}

private func copyButton(_ id: String, _ voice: Voice) -> Element {
  button(voice("Copier", "Copy")).type("button").data("copy", id)
    .data("copied", voice("Copié", "Copied"))
}

private func warnings(_ speech: RushSpeech, _ voice: Voice) -> HTML {
  HTML {
    if let fault = speech.fault {
      p {
        strong(
          voice(
            "Vos mots ne conviennent pas à cette offre\u{A0}: ceux de la maison sont montrés.",
            "Your words do not fit this offer: the house’s are shown."))
        fault.words(in: voice.language)
      }.class("banner warn")
    }
    if !speech.texts.warnings.isEmpty {
      ul { for warning in speech.texts.warnings { li(warning.words(in: voice.language)) } }
        .class("hint")
    }
  }
}

/// Where the firm words the texts its own way, once for all.
func rushWordsPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let (language, tone) = asked(visit.query)
  let templates = try visit.desk.rushTemplates(language, tone)
  var page = Page(voice("Les mots de la commande urgente", "The words of rush orders"), in: .rush) {
    ul {
      for other in [Customer.Language.french, .english] {
        for manner in RushTone.allCases {
          li {
            a(languageName(other, voice) + ", " + toneName(manner, voice))
              .href("/commande-urgente/mots?langue=\(other.rawValue)&ton=\(manner.rawValue)")
              .aria("current", other == language && manner == tone ? "page" : nil)
          }
        }
      }
    }.class("tabs")
    postForm(visit, to: "/commande-urgente/mots") {
      input().type("hidden").name("langue").value(language.rawValue)
      input().type("hidden").name("ton").value(tone.rawValue)
      label(voice("Textes", "Texts")).for("textes")
      textarea(templates.plainText).id("textes").name("textes").attribute("rows", "40")
        .lang(language.rawValue)
      p(
        voice(
          "Chaque texte suit son nom entre crochets. Les mots entre accolades, comme {montant}, "
            + "sont remplis à chaque offre. Un texte vidé redevient celui de la maison.",
          "Each text follows its name in brackets. Words in braces, such as {montant}, are filled "
            + "in for each offer. A text that is emptied goes back to the house’s.")
      ).class("hint")
      button(voice("Enregistrer", "Save")).type("submit").class("primary")
    }.class("card words")
  }
  page.crumbs = [(voice("Commande urgente", "Rush order"), "/commande-urgente")]
  return try page.reply(to: visit)
}

func saveRushWords(_ visit: Visit) throws -> Reply {
  let (language, tone) = asked(visit.form)
  do {
    try visit.desk.save(
      try RushTemplates(language, tone, plainText: visit.form.text("textes")))
  } catch let fault as RushWordingFault {
    throw Refusal.wrong(fault.words(in: visit.voice.language))
  }
  return visit.back(.mots)
}

private func asked(_ form: Form) -> (Customer.Language, RushTone) {
  (
    Customer.Language(rawValue: form.text("langue")) ?? .french,
    RushTone(rawValue: form.text("ton")) ?? .courteous
  )
}

func toneName(_ tone: RushTone, _ voice: Voice) -> String {
  switch tone {
  case .courteous: voice("chaleureux", "courteous")
  case .factual: voice("factuel", "factual")
  case .firm: voice("ferme", "firm")
  }
}

func languageName(_ language: Customer.Language, _ voice: Voice) -> String {
  switch language {
  case .french: voice("français", "French")
  case .english: voice("anglais", "English")
  }
}
