import Claims
import Correspondence
import Dunning
import Ledger
import Office
import Printing
import Quantities

/// The next call to make, with its script and its outcomes by one key (appels).
func callsPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let round = CallRound(visit)
  let list = try visit.desk.callList(all: round.takesAll)
  let sheet = try chosen(visit, list, round).flatMap {
    try visit.desk.callSheet($0, in: voice.language)
  }
  let done = try callDone(visit)
  let left = list.entries.count { !round.skipped.contains($0.customer) }
  var page = Page(voice("Appels", "Calls"), in: .calls) {
    done
    if let sheet {
      callSheetView(visit, sheet, round)
    } else {
      noCall(visit, list, round)
    }
    withoutPhoneCard(visit, list)
  }
  page.lead =
    left == 0
    ? voice("Personne à appeler pour l’instant.", "Nobody to call for now.")
    : voice(
      "\(voice.count(left, ("appel", "appels"), ("call", "calls"))) à passer.",
      "\(voice.count(left, ("appel", "appels"), ("call", "calls"))) to make.")
  return try page.reply(to: visit)
}

/// Whose sheet is shown: the customer of the address, else the next of the list.
private func chosen(
  _ visit: Visit, _ list: CallList, _ round: CallRound
) throws -> CallList.Entry? {
  guard let id = visit.query["fiche"].flatMap({ Int64($0) }).map(CustomerID.init) else {
    return list.next(leaving: round.skipped)
  }
  let currency = Currency(visit.query.text("devise")) ?? .eur
  return list.entries.first { $0.customer == id && $0.currency == currency }
    ?? CallList.Entry(customer: id, currency: currency)
}

/// Who was left for later, and whether the whole list of the day is called: kept in the address.
struct CallRound {
  let takesAll: Bool
  let skipped: Set<CustomerID>

  init(_ visit: Visit) {
    self.init(all: visit.query["liste"] == "tous", skipped: visit.query["passes"] ?? "")
  }

  init(form: Form) { self.init(all: form["liste"] == "tous", skipped: form["passes"] ?? "") }

  private init(all: Bool, skipped text: String) {
    takesAll = all
    skipped = Set(
      text.split(separator: " ").prefix(200).compactMap { Int64($0) }.map(CustomerID.init))
  }

  /// The page of the next call, with some more left for later, and more to say in the address.
  func address(leaving id: CustomerID? = nil, _ more: [(String, String)] = []) -> String {
    var fields = more
    if takesAll { fields.append(("liste", "tous")) }
    let all = skipped.union(id.map { [$0] } ?? []).map(\.raw).sorted()
    if !all.isEmpty { fields.append(("passes", all.map(String.init).joined(separator: " "))) }
    return fields.isEmpty ? "/appels" : "/appels?" + Form(fields).encoded
  }
}

private func noCall(_ visit: Visit, _ list: CallList, _ round: CallRound) -> Element {
  let voice = visit.voice
  return div {
    emptyState(
      voice("Aucun appel à passer", "No call to make"),
      round.skipped.isEmpty
        ? voice(
          "Aucune étape du jour ne demande d’appel, et personne n’a demandé à être rappelé.",
          "No step of the day asks for a call, and nobody has asked to be called back.")
        : voice(
          "Il ne reste que ceux que vous avez laissés pour plus tard.",
          "Only those are left whom you put off."))
    p {
      if !round.takesAll, list.others > 0 {
        a(
          voice(
            "Appeler ceux de la liste du jour (\(voice.count(list.others)))",
            "Call those on the day’s list (\(voice.count(list.others)))")
        ).class("button primary").href("/appels?liste=tous").data("press", "t")
      }
      if !round.skipped.isEmpty {
        a(voice("Reprendre du début", "Start again")).class("button").href(
          round.takesAll ? "/appels?liste=tous" : "/appels")
      }
    }
  }.class("card").data("row", "")
}

/// One call: whom and how much at the left, the words at the right, the outcomes under both.
private func callSheetView(_ visit: Visit, _ sheet: CallSheet, _ round: CallRound) -> HTML {
  HTML {
    callHead(visit, sheet)
    callOutcomes(visit, sheet, round)
    div {
      callScriptCard(sheet, visit.voice)
      div {
        callDebtCard(sheet, visit.voice)
        callPastCard(sheet, visit.voice)
      }
    }.class("split calls")
    callObjectionsCard(sheet, visit.voice)
  }
}

private func callHead(_ visit: Visit, _ sheet: CallSheet) -> Element {
  let voice = visit.voice
  return div {
    div {
      h2 { a(sheet.customer.name).href("/clients/\(sheet.customer.id.raw)").data("main", "") }
      p {
        if let person = sheet.person {
          strong(person.name)
          " · " + voice(person.role.french, person.role.english)
        } else if let asked = sheet.callBack?.fact.person, !asked.isEmpty {
          strong(asked)
        } else {
          span(
            voice(
              "Aucun interlocuteur noté\u{A0}: demandez qui suit les règlements.",
              "No contact person known: ask who looks after payments.")
          ).class("quiet")
        }
      }
      if let call = sheet.callBack { p { badge(callBackWords(call.fact, voice), .accent) } }
    }
    p {
      if sheet.phone.isEmpty {
        span(voice("Aucun numéro de téléphone", "No telephone number")).class("quiet")
      } else {
        a(sheet.phone).href("tel:" + dialled(sheet.phone)).class("button primary phone")
          .data("press", "t")
      }
    }
    figures([
      Figure(
        name: voice("À réclamer", "Claimable"),
        value: voice.money(sheet.amount, sheet.currency), note: accessories(sheet, voice),
        isMain: true),
      Figure(
        name: voice("Retard", "Late"),
        value: sheet.claim.daysOverdue > 0 ? voice.days(sheet.claim.daysOverdue) : "–",
        isSmall: true),
    ])
  }.class("card call")
}

/// `dont 148,00 € de pénalités et indemnités`; what is left out is said too.
private func accessories(_ sheet: CallSheet, _ voice: Voice) -> String {
  guard sheet.accessories.isPositive else {
    return voice("sans pénalités à ce stade", "without interest at this step")
  }
  let sum = voice.money(sheet.accessories, sheet.currency)
  return voice(
    "dont \(sum) de pénalités et indemnités", "\(sum) of it interest and compensation")
}

/// The figures of a number, and the plus that begins it: what a telephone understands.
private func dialled(_ phone: String) -> String {
  phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
}

private func callBackWords(_ call: CallBack, _ voice: Voice) -> String {
  let day = voice("à rappeler le \(voice.day(call.on))", "to call again on \(voice.day(call.on))")
  return day + (call.time.map { voice(" à ", " at ") + $0 } ?? "")
}

private func callScriptCard(_ sheet: CallSheet, _ voice: Voice) -> Element {
  div {
    h2(voice("Ce que vous dites", "What you say"))
    ol {
      for line in sheet.script.lines {
        li {
          strong(line.title)
          if line.isSpoken {
            p("«\u{A0}" + line.words + "\u{A0}»")
          } else {
            p(line.words).class("quiet")
          }
        }
      }
    }.class("script")
  }.class("card")
}

private func callDebtCard(_ sheet: CallSheet, _ voice: Voice) -> Element {
  let shown = sheet.documents.prefix(8)
  return div {
    h2(voice("Ce qui est dû", "What is owed"))
    dataTable(
      [
        Column(voice("Pièce", "Document"), .title), Column(voice("Échéance", "Due")),
        Column(voice("Reste dû", "Balance"), .figure),
      ],
      caption: voice(
        "Les plus anciennes d’abord, \(voice.money(sheet.amount, sheet.currency)) à réclamer",
        "The oldest first, \(voice.money(sheet.amount, sheet.currency)) claimable"),
      rows: shown.map { item in
        [
          HTML { a(item.number).href("/factures/\(item.document.raw)") },
          HTML {
            voice.day(item.due)
            if item.daysOverdue > 0 { span(voice.days(item.daysOverdue)).class("under") }
          },
          HTML(voice.money(item.balance, sheet.currency)),
        ]
      })
  }.class("card")
}

private func callPastCard(_ sheet: CallSheet, _ voice: Voice) -> Element {
  div {
    h2(voice("Ce qui s’est dit", "What was said"))
    ul {
      for followed in sheet.promises.prefix(3) {
        li { promiseLine(followed, sheet.currency, voice) }
      }
      for reminder in sheet.contacts.prefix(5) {
        li {
          voice.day(reminder.happened) + " · " + channelName(reminder.fact.channel, voice)
          let note = reminder.fact.note(french: voice.isFrench)
          if !note.isEmpty { span(note).class("under") }
        }
      }
      if sheet.promises.isEmpty && sheet.contacts.isEmpty {
        li(voice("Premier contact.", "First contact.")).class("quiet")
      }
    }.class("plain")
  }.class("card")
}

private func callObjectionsCard(_ sheet: CallSheet, _ voice: Voice) -> Element {
  div {
    h2(voice("S’il répond…", "If they say…"))
    div {
      for exchange in sheet.script.objections { objection(exchange, voice) }
    }.class("objections")
  }.class("card")
}

private func objection(_ exchange: CallObjection.Answer, _ voice: Voice) -> Element {
  details {
    summary("«\u{A0}" + exchange.said + "\u{A0}»")
    p("«\u{A0}" + exchange.answer + "\u{A0}»")
    p(voice("Ensuite\u{A0}: ", "Then: ") + endName(exchange.leadsTo, voice)).class("quiet")
  }.class("objection")
}

/// What a call came to, in a few words.
func endName(_ end: CallEnd, _ voice: Voice) -> String {
  switch end {
  case .promise: voice("noter la promesse (p)", "record the promise (p)")
  case .dispute: voice("noter le litige (l)", "record the dispute (l)")
  case .plan: voice("proposer un échéancier (e)", "offer an instalment plan (e)")
  case .paid: voice("chercher le paiement (v)", "look for the payment (v)")
  case .wrongContact: voice("noter le bon interlocuteur (c)", "record the right person (c)")
  case .callBack: voice("fixer le rappel (r)", "set the day to call again (r)")
  case .noAnswer: voice("pas de réponse (a)", "no answer (a)")
  case .insolvency:
    voice("noter la procédure sur la fiche du client", "record it on the customer’s file")
  }
}
