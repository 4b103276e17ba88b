import Ledger
import Office
import Printing

/// The places that every page leads to, with the letter that follows `g` on the keyboard.
enum Place: CaseIterable {
  case today, calls, messages, rush, customers, reconciliation, aged, importing, settings, help

  var address: String {
    switch self {
    case .today: "/"
    case .calls: "/appels"
    case .messages: "/messages"
    case .rush: "/commande-urgente"
    case .customers: "/clients"
    case .reconciliation: "/rapprochement"
    case .aged: "/balance-agee"
    case .importing: "/import"
    case .settings: "/reglages"
    case .help: "/aide"
    }
  }

  var letter: String {
    switch self {
    case .today: "t"
    case .calls: "a"
    case .messages: "m"
    case .rush: "u"
    case .customers: "c"
    case .reconciliation: "r"
    case .aged: "b"
    case .importing: "i"
    case .settings: "s"
    case .help: "h"
    }
  }

  func name(_ voice: Voice) -> String {
    switch self {
    case .today: voice("À relancer", "To chase")
    case .calls: voice("Appels", "Calls")
    case .messages: voice("Messages", "Messages")
    case .rush: voice("Commande urgente", "Rush order")
    case .customers: voice("Clients", "Customers")
    case .reconciliation: voice("Rapprochement", "Reconciliation")
    case .aged: voice("Balance âgée", "Aged balance")
    case .importing: voice("Importer", "Files in")
    case .settings: voice("Réglages", "Settings")
    case .help: voice("Aide", "Help")
    }
  }
}

/// A page as its author sees it: the frame around it is always the same.
struct Page {
  let title: String
  var place: Place?
  /// The way back up, before the title.
  var crumbs: [(name: String, address: String)] = []
  /// One sentence under the title.
  var lead = ""
  /// What may be done with the whole page, beside the title.
  var tools = HTML()
  /// More for the head, such as a refresh without script.
  var head = HTML()
  var status = 200
  let content: HTML

  init(_ title: String, in place: Place? = nil, @HTMLBuilder _ content: () -> HTML) {
    self.title = title
    self.place = place
    self.content = content()
  }

  /// The page in its frame, ready to be sent.
  func reply(to visit: Visit) throws -> Reply {
    let voice = visit.voice
    let firm = try visit.desk.firm()
    let rehearsal = try rehearsalBanner(visit)
    let page = HTMLPage(
      title: title + " · Encaisse", language: voice.language.rawValue, head: frameHead
    ) {
      a(voice("Aller au contenu", "Skip to content")).class("skip").href("#contenu")
      div {
        places(voice, firm)
        div {
          topBar(visit)
          main {
            rehearsal
            flash(visit)
            if !crumbs.isEmpty { crumbTrail(voice) }
            div {
              div {
                h1(title)
                if !lead.isEmpty { p(lead).class("lead") }
              }
              if !tools.bytes.isEmpty { div { tools }.class("tools") }
            }.class("head")
            content
          }.id("contenu").tabindex(-1)
        }
      }.class("frame")
      shortcuts(voice)
    }
    return .page(page.bytes, status: status)
  }

  private var frameHead: HTML {
    HTML {
      meta().attribute("name", "color-scheme").attribute("content", "light dark")
      link().rel("icon").type("image/svg+xml").href(Asset.icon.address)
      stylesheet(Asset.style.address)
      script(Asset.script.address)
      head
    }
  }

  private func places(_ voice: Voice, _ firm: Firm) -> Element {
    header {
      a {
        mark
        "Encaisse"
      }.class("brand").href("/")
      if firm.isKnown { div(firm.name).class("firm") }
      nav {
        ul {
          for place in Place.allCases {
            li {
              a {
                span(place.name(voice))
                kbd("g\u{A0}\(place.letter)").aria("hidden", "true")
              }
              .href(place.address).data("go", place.letter)
              .aria("current", self.place == place ? "page" : nil)
            }
          }
        }
      }.aria("label", voice("Rubriques", "Places"))
      div {
        a(voice("Raccourcis clavier", "Keyboard shortcuts")).href("/aide#raccourcis")
          .data("help", "")
        " "
        kbd("?")
      }.class("foot")
    }.class("places")
  }

  private var mark: Element {
    svg {
      rect().width(32).height(32).attribute("rx", "8")
      Printing.path().attribute("d", "M9 8.5h14M9 16h10M9 23.5h14M9 8.5v15")
        .attribute("fill", "none").attribute("stroke-width", "3")
        .attribute("stroke-linecap", "round")
    }.attribute("viewBox", "0 0 32 32").aria("hidden", "true")
  }

  private func topBar(_ visit: Visit) -> Element {
    let voice = visit.voice
    return div {
      form {
        label(voice("Rechercher", "Search")).for("search").class("unseen")
        input().type("search").name("q").id("search").autocomplete("off")
          .placeholder(voice("Client, SIREN, n° de facture…  /", "Customer, SIREN, invoice no…  /"))
          .aria("keyshortcuts", "/")
          .attribute("maxlength", "200")
      }.action("/recherche").method("get").role("search")
      nav {
        a(voice("English", "Français")).class("tongue").lang(voice("en", "fr"))
          .attribute("hreflang", voice("en", "fr"))
          .href(visit.address([("lang", voice("en", "fr"))]))
      }.aria("label", voice("Langue", "Language"))
    }.class("top")
  }

  private func crumbTrail(_ voice: Voice) -> Element {
    nav {
      for crumb in crumbs {
        a(crumb.name).href(crumb.address)
        " › "
      }
    }.class("crumbs").aria("label", voice("Vous êtes ici", "You are here"))
  }

  /// What was just done, or why it was not, said once at the top of the page.
  @HTMLBuilder private func flash(_ visit: Visit) -> HTML {
    if let failure = RefusedForm.current?.failure {
      p {
        strong(failure.title)
        failure.words
      }.class("banner stop").role("alert")
    }
    if let code = visit.query["fait"], let deed = Deed(rawValue: code) {
      p { strong(deed.said(visit.voice)) }.class("banner good").role("status")
    }
  }

  private func shortcuts(_ voice: Voice) -> Element {
    dialog {
      h2(voice("Raccourcis clavier", "Keyboard shortcuts"))
      shortcutTable(voice)
      form { button(voice("Fermer", "Close")).type("submit") }.method("dialog")
    }.id("shortcuts")
  }
}

/// The keys and what they do, for the help page and the `?` window.
func shortcutTable(_ voice: Voice) -> Element {
  let keys: [(String, String)] =
    [
      ("/", voice("rechercher un client ou une facture", "search a customer or an invoice")),
      ("?", voice("montrer ces raccourcis", "show these shortcuts")),
      ("j  k", voice("ligne suivante, ligne précédente", "next row, previous row")),
      (voice("Entrée", "Enter"), voice("ouvrir la ligne", "open the row")),
      (voice("Échap", "Esc"), voice("fermer un volet", "close a panel")),
      ("f", voice("noter la relance comme faite", "record the reminder as done")),
      ("p", voice("noter une promesse", "record a promise")),
      ("m", voice("mettre en attente", "set aside until a day")),
      (
        "a",
        voice("accepter la proposition (rapprochement)", "accept the proposal (reconciliation)")
      ),
      ("n", voice("noter la réponse (commande urgente)", "record the answer (rush order)")),
      ("r", voice("répartir la ligne (rapprochement)", "split the line (reconciliation)")),
      (
        "c",
        voice("chercher une autre pièce (rapprochement)", "find another document (reconciliation)")
      ),
      ("x", voice("écarter la ligne (rapprochement)", "set the line aside (reconciliation)")),
      ("n", voice("jamais un client (rapprochement)", "never a customer (reconciliation)")),
      (
        "u",
        voice("reprendre la dernière décision (rapprochement)", "take the last decision back")
      ),
    ] + callKeys(voice) + Place.allCases.map { ("g  \($0.letter)", $0.name(voice)) }
  return table {
    tbody {
      for (key, use) in keys {
        tr {
          th { kbd(key) }.scope("row")
          td(use)
        }
      }
    }
  }
}

/// The keys of the calls.
private func callKeys(_ voice: Voice) -> [(String, String)] {
  [
    (
      "p l a r c v",
      voice(
        "issue d’un appel\u{A0}: promesse, litige, pas de réponse, rappeler, contact, payé",
        "end of a call: promise, dispute, no answer, call again, contact, paid")
    ),
    ("n", voice("appel suivant (appels)", "next call (calls)")),
  ]
}
