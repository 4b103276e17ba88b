import Behaviour
import Dunning
import Ledger
import Quantities

/// A call in French.
struct FrenchCall {
  let occasion: CallOccasion

  var script: CallScript {
    var lines = [line("Se présenter", introduction), line("Ouvrir", opening)]
    if let promise { lines.append(line("Rappeler ce qui était convenu", promise)) }
    lines.append(line("Demander", ask))
    lines.append(
      CallScript.Line(
        title: "Se taire",
        words: "Laissez répondre, sans combler le silence\u{A0}: comptez jusqu’à dix.",
        isSpoken: false))
    lines.append(line("Conclure", close))
    return CallScript(
      lines: lines,
      objections: CallObjection.allCases.map { $0.answer(about: occasion) })
  }

  private func line(_ title: String, _ words: String) -> CallScript.Line {
    CallScript.Line(title: title, words: words, isSpoken: true)
  }

  private var introduction: String {
    let who =
      occasion.caller.isEmpty ? "ici \(occasion.firm)" : "\(occasion.caller), de \(occasion.firm)"
    let whom =
      occasion.person.isEmpty
      ? "la personne qui suit le règlement de nos factures" : occasion.person
    return "Bonjour, \(who). Puis-je parler à \(whom)\u{A0}?"
  }

  private var what: String {
    let invoice = "la facture \(occasion.number), échue le \(occasion.dueDay)"
    return occasion.documentCount > 1
      ? "\(occasion.documentCount)\u{A0}factures, dont la plus ancienne est \(invoice)" : invoice
  }

  private var opening: String {
    let subject = "Je vous appelle au sujet de \(what), pour \(occasion.sum)."
    return switch (occasion.tone, occasion.payer) {
    case (.courteous, .goodPayer), (.factual, .goodPayer):
      "\(subject) Vous êtes d’habitude à l’heure\u{A0}: sauf erreur de ma part, il s’agit d’un "
        + "oubli, ou notre facture ne vous est pas parvenue."
    case (.courteous, _):
      "\(subject) Sauf erreur de ma part, je n’en vois pas encore le règlement\u{A0}; c’est "
        + "peut-être un simple oubli, ou il a croisé mon appel."
    case (.factual, _):
      "\(subject) Sauf erreur de ma part, le règlement ne nous est pas encore parvenu. Je fais le "
        + "point avec vous, au cas où quelque chose le retiendrait."
    case (.firm, _):
      "\(subject) Nous vous en avons déjà écrit\u{A0}; peut-être nos messages ne vous sont-ils pas "
        + "parvenus. Je voudrais comprendre ce qui retient le règlement et fixer une date avec "
        + "vous."
    case (.formal, _):
      "\(subject) Je préfère vous en parler de vive voix\u{A0}: peut-être un point nous a-t-il "
        + "échappé, et il est temps de trouver une solution ensemble."
    }
  }

  private var promise: String? {
    occasion.brokenPromise.map { promise in
      let amount =
        promise.amount.isPositive
        ? "un règlement de \(promise.amount.french(in: occasion.currency))" : "un règlement"
      return "Lors de notre dernier échange, vous m’aviez annoncé \(amount) pour le "
        + "\(promise.on.frenchLong). Je ne le vois pas encore à la banque\u{A0}: y a-t-il eu un "
        + "empêchement\u{A0}?"
    }
  }

  private var ask: String {
    switch occasion.payer {
    case .disorganised:
      "Quel jour partira le virement\u{A0}? Et puis-je vous renvoyer la facture tout de suite, "
        + "pour qu’elle soit sous vos yeux\u{A0}?"
    case .disputing:
      "Y a-t-il un point de cette facture qui vous gêne\u{A0}? Dites-le-moi, je m’en occupe "
        + "d’abord\u{A0}; et pour ce qui vous convient, quel jour partira le virement\u{A0}?"
    case .opportunist:
      "Quel jour exactement partira le virement, et de quel montant\u{A0}? Je le note avec vous et "
        + "je vous le confirme par écrit."
    case .distress:
      "Que vous est-il possible de verser cette semaine\u{A0}? Pour le reste, nous pouvons écrire "
        + "ensemble un échéancier que vous pourrez tenir."
    case .goodPayer, .unknown:
      occasion.tone == .firm || occasion.tone == .formal
        ? "Quel jour exactement pouvez-vous faire partir le virement de \(occasion.money)\u{A0}?"
        : "Quel jour pensez-vous faire partir le virement\u{A0}?"
    }
  }

  private var close: String {
    "C’est noté\u{A0}: je vous le confirme par e-mail dès maintenant, avec notre IBAN et la "
      + "référence à rappeler. Si quelque chose change, dites-le-moi avant cette date. Merci, et "
      + "bonne journée."
  }
}
