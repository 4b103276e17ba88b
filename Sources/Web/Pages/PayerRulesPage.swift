import Ledger
import Office
import Printing
import Quantities
import Store

/// What was learned about payers, and the way to remove each of it.
func payerRulesPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let number = try visit.page
  let rules = try visit.desk.payerRules()
  let shown = rules.dropFirst((number - 1) * 100).prefix(100)
  var page = Page(voice("Règles apprises", "Learned rules"), in: .reconciliation) {
    div {
      if shown.isEmpty {
        emptyState(
          voice("Aucune règle pour l’instant", "No rule yet"),
          voice(
            "Chaque règlement confirmé apprend qui paie pour qui.",
            "Each payment that you confirm teaches who pays for whom."))
      } else {
        ruleTable(visit, Array(shown))
      }
      pager(visit, page: number, hasMore: number * 100 < rules.count)
    }.class("card flush")
  }
  page.lead = voice(
    "Retenues de vos décisions\u{A0}: elles servent à lire les lignes à venir. Une règle retirée "
      + "ne défait aucune imputation.",
    "Kept from your decisions: the lines to come are read with them. Removing one undoes no "
      + "allocation.")
  page.crumbs = [(voice("Rapprochement", "Reconciliation"), "/rapprochement")]
  return try page.reply(to: visit)
}

private func ruleTable(_ visit: Visit, _ rules: [PayerRuleFile]) -> Element {
  let voice = visit.voice
  return dataTable(
    [
      Column(voice("Ce que dit la banque", "What the bank says"), .title),
      Column(voice("Règle", "Rule")), Column(voice("Depuis le", "Since")), Column(""),
    ],
    caption: voice("Les plus récentes d’abord", "Newest first"),
    rows: rules.map { file in
      [
        HTML { sign(of: file.standing.rule) },
        HTML { meaning(of: file, voice) },
        HTML(voice.day(file.standing.happened)),
        HTML {
          postForm(visit, to: "/rapprochement/regles/\(file.standing.number.raw)/retirer") {
            button(voice("Retirer", "Remove")).type("submit").class("plain")
              .aria("label", voice("Retirer la règle ", "Remove the rule ") + name(file))
          }.class("inline")
        },
      ]
    }, isList: true)
}

private func name(_ file: PayerRuleFile) -> String {
  let rule = file.standing.rule
  return [rule.words, rule.payer, rule.iban].first { !$0.isEmpty } ?? ""
}

@HTMLBuilder private func sign(of rule: PayerRule) -> HTML {
  if rule.words.isEmpty {
    rule.payer
    if !rule.iban.isEmpty { span(grouped(rule.iban, by: 4)).class("under") }
  } else {
    "«\u{A0}\(rule.words)\u{A0}»"
  }
}

@HTMLBuilder private func meaning(of file: PayerRuleFile, _ voice: Voice) -> HTML {
  let rule = file.standing.rule
  switch rule.kind {
  case .neverPays:
    voice("jamais un client", "never a customer")
    span(
      voice.count(
        file.setAside, ("ligne écartée", "lignes écartées"), ("line set aside", "lines set aside"))
    ).class("under")
  case .pays, .confirmed, .doesNotPay:
    rule.kind == .doesNotPay
      ? voice("ne paie pas pour ", "does not pay for ") : voice("paie pour ", "pays for ")
    if let customer = file.standing.customer {
      a(file.customerName).href("/clients/\(customer.raw)")
    }
    if rule.kind == .confirmed {
      span(voice("règlement confirmé", "payment confirmed")).class("under")
    }
  }
}

func removeRule(_ visit: Visit) throws -> Reply {
  try visit.desk.remove(rule: visit.entry)
  return visit.back(.regle)
}
