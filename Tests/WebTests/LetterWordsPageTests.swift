import Foundation
import HTTPTypes
import Ledger
import Testing

/// A firm words its letters its own way: kept, tried, or refused with what was typed still there.
@Suite struct LetterWordsPageTests {
  private static let fields = [("message", "courtesy"), ("ton", "courteous"), ("langue", "fr")]

  private func post(
    _ site: Site, _ text: String, trial: Bool = false
  ) async throws -> Site.Answer {
    try await site.post(
      "/mots",
      LetterWordsPageTests.fields + [("textes", text), ("retour", "/mots")]
        + (trial ? [("geste", "essai")] : []))
  }

  @Test func keptWordsStandInTheLetter() async throws {
    let site = try Site()
    let id = try site.customer("C2").raw
    let answer = try await post(site, "[demande]\nUn petit mot pour {total}, dites-nous tout.\n")
    #expect(answer.status == 303)
    #expect(try await site.get("/mots").text.contains("Un petit mot pour {total}"))
    let letter = try await site.get("/clients/\(id)/courriers/courtesy?langue=fr").text
    #expect(letter.contains("Un petit mot pour"))
    let other = try await site.get("/clients/\(id)/courriers/courtesy?langue=fr&ton=factual").text
    #expect(!other.contains("Un petit mot pour"))
    #expect(try await post(site, "[demande]\n").status == 303)
    #expect(try await !site.get("/mots").text.contains("Un petit mot pour"))
  }

  @Test func triedWordsAreShownAndNotKept() async throws {
    let site = try Site()
    let answer = try await post(
      site, "[demande]\nNous exigeons {total}, dites-nous tout <b>.\n", trial: true)
    #expect(answer.status == 200)
    #expect(answer.text.contains("«\u{A0}Nous exigeons\u{A0}» ordonne"))
    #expect(answer.text.contains("tout &lt;b>") || answer.text.contains("tout &lt;b&gt;"))
    #expect(try await !site.get("/mots").text.contains("Nous exigeons"))
  }

  @Test func refusedWordsAreNotLost() async throws {
    let site = try Site()
    for (text, said) in [
      ("[demande]\nRéglez {total} ou gare à la prison.", "prison"),
      ("[demande]\nMerci de régler.", "{total} manque"),
      ("[demande]\nRéglez {totale}.", "{totale} n’existe pas"),
      ("[demande]\nAu {telephone} : {total}.", "peut être vide"),
    ] {
      let answer = try await post(site, text)
      #expect(answer.status == 200)
      #expect(answer.text.contains("Rien n’est enregistré"))
      #expect(answer.text.contains(said), "\(text)")
      #expect(answer.text.contains(text.split(separator: "\n")[1]), "what was typed is kept")
    }
    #expect(try await !site.get("/mots").text.contains("gare"))
  }

  @Test func everyKindToneAndLanguageHasItsPage() async throws {
    let site = try Site()
    for kind in ["preDue", "courtesy", "reminder", "firm", "formalNotice", "thanks", "nonsense"] {
      for tone in ["courteous", "factual", "firm", "formal", ""] {
        for language in ["fr", "en"] {
          let page = try await site.get("/mots?message=\(kind)&ton=\(tone)&langue=\(language)")
          #expect(page.status == 200)
        }
      }
    }
  }
}
