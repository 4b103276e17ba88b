import Correspondence
import Dunning
import Ledger
import Office
import Printing

/// Where the firm words its letters its own way: texts, what to look at in them, and the letter
/// that a real customer would read.
func letterWordsPage(_ visit: Visit) throws -> Reply {
  let (kind, tone, language) = asked(visit.query)
  return try editor(
    visit, Draft(words: try visit.desk.letterBook()[kind, tone, language], text: nil, fault: nil))
}

/// Keeps the words, or only tries them. Words that may not leave are shown again as they were
/// typed, with what is wrong.
func saveLetterWords(_ visit: Visit) throws -> Reply {
  let (kind, tone, language) = asked(visit.form)
  let text = visit.form.text("textes")
  do {
    let words = try LetterWords(kind, tone, language, plainText: text)
    guard visit.form.text("geste") != "essai" else {
      return try editor(visit, Draft(words: words, text: text, fault: nil))
    }
    try visit.desk.save(words)
    return visit.back(.mots)
  } catch let fault as LetterWordsFault {
    let kept = try visit.desk.letterBook()[kind, tone, language]
    return try editor(visit, Draft(words: kept, text: text, fault: fault))
  }
}

/// What the editor shows.
private struct Draft {
  /// Words that may leave: kept, or tried.
  let words: LetterWords
  /// As it was typed; nil when nothing was.
  let text: String?
  let fault: LetterWordsFault?
}

private func editor(_ visit: Visit, _ draft: Draft) throws -> Reply {
  let voice = visit.voice
  let letter = try draft.fault == nil ? visit.desk.trial(of: draft.words) : nil
  var page = Page(voice("Les mots des relances", "The words of reminders"), in: .settings) {
    tabs(draft.words, voice)
    if let fault = draft.fault {
      p {
        strong(voice("Rien n’est enregistré. ", "Nothing is saved. "))
        fault.words(in: voice.language)
      }.class("banner late").role("alert")
    } else if draft.text != nil {
      p(
        voice(
          "Essai\u{A0}: rien n’est encore enregistré.", "A trial: nothing is saved yet.")
      ).class("banner")
    }
    form(visit, draft)
    remarks(draft, voice)
    preview(draft, letter, voice)
  }
  page.lead = voice(
    "Un texte pour chaque étape et chaque ton, en français et en anglais. Ce que la loi interdit "
      + "est refusé, ce qui froisse est signalé.",
    "A text for each step and tone, in French and English. What the law forbids is refused, what "
      + "offends is pointed out.")
  page.crumbs = [(voice("Réglages", "Settings"), "/reglages")]
  return try page.reply(to: visit)
}

private func tabs(_ words: LetterWords, _ voice: Voice) -> HTML {
  HTML {
    ul {
      for kind in LetterKind.allCases {
        tab(kindName(kind, voice), kind, kind.tone(nearest: words.tone), words.language, words)
      }
    }.class("tabs")
    ul {
      for tone in words.kind.tones {
        tab(toneName(tone, voice), words.kind, tone, words.language, words)
      }
      for language in [Customer.Language.french, .english] {
        tab(languageName(language, voice), words.kind, words.tone, language, words)
      }
    }.class("tabs")
  }
}

private func tab(
  _ name: String, _ kind: LetterKind, _ tone: DunningLevel.Tone, _ language: Customer.Language,
  _ words: LetterWords
) -> Element {
  let isHere = kind == words.kind && tone == words.tone && language == words.language
  return li {
    a(name).href(
      "/mots?message=\(kind.rawValue)&ton=\(tone.rawValue)&langue=\(language.rawValue)"
    ).aria("current", isHere ? "page" : nil)
  }
}

private func form(_ visit: Visit, _ draft: Draft) -> Element {
  let voice = visit.voice
  let words = draft.words
  return postForm(visit, to: "/mots", back: address(of: words)) {
    for (name, value) in [
      ("message", words.kind.rawValue), ("ton", words.tone.rawValue),
      ("langue", words.language.rawValue),
    ] {
      input().type("hidden").name(name).value(value)
    }
    label(voice("Textes", "Texts")).for("textes")
    textarea(draft.text ?? words.plainText).id("textes").name("textes").attribute("rows", "28")
      .lang(words.language.rawValue).aria("describedby", "textes-aide")
    p(
      voice(
        "Chaque texte suit son nom entre crochets. Les mots entre accolades, comme {total}, sont "
          + "remplis à chaque lettre\u{A0}; un passage entre [[ et ]] disparaît quand son champ "
          + "est vide. Un texte vidé redevient celui de la maison.",
        "Each text follows its name in brackets. Words in braces, such as {total}, are filled in "
          + "for each letter; a passage between [[ and ]] falls away when its field is empty. A "
          + "text that is emptied goes back to the house’s.")
    ).class("hint").id("textes-aide")
    div {
      button(voice("Enregistrer", "Save")).type("submit").class("primary")
      button(voice("Essayer sans enregistrer", "Try without saving")).type("submit")
        .name("geste").value("essai")
    }.class("tools")
  }.class("card words")
}

private func remarks(_ draft: Draft, _ voice: Voice) -> HTML {
  let remarks = draft.fault == nil ? draft.words.remarks : []
  return HTML {
    if !remarks.isEmpty {
      div {
        h2(voice("À relire", "To read again"))
        ul { for remark in remarks { li(remark.words(in: voice.language)) } }
      }.class("card")
    }
  }
}

private func preview(_ draft: Draft, _ letter: Letter?, _ voice: Voice) -> HTML {
  HTML {
    if let letter {
      h2(voice("Aperçu sur un de vos clients", "Preview on one of your customers"))
      p {
        strong(voice("Objet\u{A0}: ", "Subject: "))
        span(letter.subject).lang(letter.language.rawValue)
      }
      div { HTML(letter) }.class("paper")
    } else if draft.fault == nil {
      p(
        draft.words.kind == .thanks
          ? voice(
            "L’aperçu d’un remerciement attend un règlement.",
            "A preview of thanks awaits a payment.")
          : voice(
            "Aucun client de la liste du jour n’a de quoi remplir ce courrier.",
            "No customer on today’s list has what this letter needs.")
      ).class("hint")
    }
  }
}

private func address(of words: LetterWords) -> String {
  "/mots?message=\(words.kind.rawValue)&ton=\(words.tone.rawValue)"
    + "&langue=\(words.language.rawValue)"
}

private func asked(_ form: Form) -> (LetterKind, DunningLevel.Tone, Customer.Language) {
  let kind = LetterKind(rawValue: form.text("message")) ?? .courtesy
  return (
    kind, kind.tone(nearest: DunningLevel.Tone(rawValue: form.text("ton")) ?? kind.usualTone),
    Customer.Language(rawValue: form.text("langue")) ?? .french
  )
}

private func kindName(_ kind: LetterKind, _ voice: Voice) -> String {
  DunningLevel.Name(rawValue: kind.rawValue).map { capitalised(voice($0.french, $0.english)) }
    ?? voice("Remerciement", "Thanks")
}

func toneName(_ tone: DunningLevel.Tone, _ voice: Voice) -> String {
  switch tone {
  case .courteous: voice("courtois", "courteous")
  case .factual: voice("factuel", "factual")
  case .firm: voice("ferme", "firm")
  case .formal: voice("formel", "formal")
  }
}
