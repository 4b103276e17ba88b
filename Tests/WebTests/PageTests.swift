import Foundation
import HTTPTypes
import Ledger
import Office
import Quantities
import Testing

/// Every page: there, in both languages, safe with hostile names, and self-contained.
@Suite struct PageTests {
  /// The addresses of every page that is read, on the test's book.
  static func addresses(_ site: Site) throws -> [String] {
    let customer = try site.customer("C2").raw
    let hostile = try site.customer("854120870").raw
    let document = try site.document("INV-3").raw
    let line = try site.desk.reconciliation().rows[0].line.raw
    return [
      "/", "/pas-aujourdhui", "/recherche?q=INV", "/clients", "/clients?q=plain",
      "/clients/\(customer)", "/clients/\(hostile)", "/clients/\(customer)/releve",
      "/clients/\(customer)/courriers/courtesy", "/clients/\(hostile)/courriers/formalNotice",
      "/factures/\(document)", "/rapprochement", "/rapprochement/\(line)", "/balance-agee",
      "/rapprochement?fait=accepte&ligne=\(line)", "/rapprochement/\(line)?client=plain",
      "/rapprochement/regles",
      "/scenarios", "/scenarios/standard", "/scenarios/standard/simulation?version=0",
      "/factures/\(document)/pourquoi",
      "/import", "/reglages", "/mots", "/aide",
    ]
  }

  @Test func everyPageAnswersInBothLanguages() async throws {
    let site = try Site()
    for address in try PageTests.addresses(site) {
      for language in ["fr", "en"] {
        let joint = address.contains("?") ? "&" : "?"
        let answer = try await site.get(address + joint + "lang=" + language)
        #expect(answer.status == 200, "\(address) \(language)")
        #expect(answer.text.contains("<html lang=\"\(language)\">"), "\(address)")
        #expect(answer.text.contains("id=\"contenu\""), "\(address)")
      }
    }
  }

  @Test func theCustomerPageSaysTheUsualMeansOfPayment() async throws {
    let site = try Site()
    let address = "/clients/\(try site.customer("C2").raw)"
    let french = try await site.get(address + "?lang=fr").text
    #expect(french.contains("Paie d’habitude") && french.contains("par prélèvement"))
    let english = try await site.get(address + "?lang=en").text
    #expect(english.contains("Usually pays") && english.contains("by direct debit"))
    let silent = try await site.get("/clients/\(try site.customer("C3").raw)?lang=fr").text
    #expect(!silent.contains("Paie d’habitude"))
  }

  @Test func nothingFrenchStandsOnAnEnglishPage() async throws {
    let site = try Site()
    // Words of the catalogue that no English page may hold; data of the book is English here.
    let french = [
      "Encours", "Échu", "Relance", "relance", "Rapprochement", "Réglages", "Aide<", "facture",
      "Facture", "réclamer", "Importer", "jour", "aujourd", "échéance", " le ", " du ", "avoir",
      "client<", "règlement", "Voir",
    ]
    for address in try PageTests.addresses(site) {
      // A statement and letters speak the customer's language unless asked otherwise.
      let joint = address.contains("?") ? "&" : "?"
      let page = try await site.get(address + joint + "lang=en&langue=en").text
      let shown = PageTests.words(of: page)
      for word in french {
        #expect(!shown.contains(word), "\(address) says \(word): \(around(word, shown))")
      }
    }
  }

  /// What a reader sees or hears: no addresses, no names of fields, no link to the French page.
  private static func words(of page: String) -> String {
    var text = page
    for (open, close) in [
      ("<a class=\"tongue\"", "</a>"), (" lang=\"fr\"", "</a>"),
      ("<textarea", "</textarea>"),
    ] {
      while let start = text.range(of: open), let end = text[start.upperBound...].range(of: close) {
        text.removeSubrange(start.lowerBound..<end.upperBound)
      }
    }
    var shown = ""
    var isTag = false
    for character in text {
      if character == "<" { isTag = true }
      if !isTag { shown.append(character) }
      if character == ">" {
        isTag = false
        shown.append("<")
      }
    }
    return shown
  }

  private func around(_ word: String, _ text: String) -> String {
    guard let place = text.range(of: word) else { return "" }
    let start = text.index(place.lowerBound, offsetBy: -40, limitedBy: text.startIndex)
    let end = text.index(place.upperBound, offsetBy: 40, limitedBy: text.endIndex)
    return String(text[(start ?? text.startIndex)..<(end ?? text.endIndex)])
  }

  @Test func noPageLoadsAnythingFromElsewhere() async throws {
    let site = try Site()
    for address in try PageTests.addresses(site) {
      let page = try await site.get(address).text
      for mark in ["src=\"", "href=\"", "action=\"", "url("] {
        for piece in page.components(separatedBy: mark).dropFirst() {
          let target = piece.prefix { $0 != "\"" && $0 != ")" }
          let isOurs =
            target.hasPrefix("/") || target.hasPrefix("#") || target.hasPrefix("mailto:")
            || target.hasPrefix("tel:") || target.hasPrefix("?")
          #expect(isOurs && !target.hasPrefix("//"), "\(address): \(target)")
        }
      }
      #expect(!page.contains("http://") && !page.contains("https://"), "\(address)")
      #expect(!page.contains(" style=\"") && !page.contains(" onclick"), "\(address)")
    }
    for asset in ["app.css", "app.js", "icon.svg"] {
      let text = try await site.get("/assets/" + asset).text
      let outside = text.replacing("http://www.w3.org/2000/svg", with: "")
      #expect(!outside.contains("http://") && !outside.contains("https://"), "\(asset)")
      #expect(!text.isEmpty)
    }
  }

  @Test func aHostileNameStaysAName() async throws {
    let site = try Site()
    for address in try PageTests.addresses(site) {
      let page = try await site.get(address).text
      #expect(!page.contains("<script>alert"), "\(address)")
      #expect(!page.contains("<img src=x"), "\(address)")
      #expect(!page.contains("\"><b>"), "\(address)")
    }
    let file = try await site.get("/clients/\(try site.customer("854120870").raw)")
    #expect(file.text.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp;"))
    let bank = try await site.get("/rapprochement")
    #expect(bank.text.contains("&lt;img src=x onerror=alert(1)&gt;"))
  }

  @Test func everyAnswerBearsTheSafetyHeaders() async throws {
    let site = try Site()
    for address in ["/", "/nulle-part", "/?au=hier", "/assets/app.css"] {
      let headers = try await site.get(address).headers
      let policy = headers[.contentSecurityPolicy] ?? ""
      #expect(policy.contains("default-src 'none'"), "\(address)")
      #expect(!policy.contains("unsafe"), "\(address)")
      #expect(headers[.xContentTypeOptions] == "nosniff", "\(address)")
    }
  }

  @Test(arguments: [
    "/clients/999999", "/clients/zero", "/clients/-1", "/factures/999999", "/rapprochement/999999",
    "/nulle-part", "/assets/secret.txt", "/import/999/rejets", "/clients/1/courriers/menace",
  ])
  func whatIsNotThereIsNotFound(address: String) async throws {
    let answer = try await Site().get(address)
    #expect(answer.status == 404)
    #expect(answer.text.contains("Page introuvable"))
  }

  @Test(arguments: [
    "/?au=2026-13-45", "/?au=2026-02-30", "/?au=demain", "/balance-agee?au=2027-01-01",
    "/clients?page=0", "/clients?page=deux", "/?au=99999999999999999999",
  ])
  func aDateOrPageThatCannotBeIsSaidInWords(address: String) async throws {
    let french = try await Site().get(address)
    #expect(french.status == 400)
    #expect(french.text.contains("erreur de saisie"))
    let english = try await Site().get(address + "&lang=en")
    #expect(english.text.contains("Something is mistyped"))
  }

  @Test func anEmptyBookWelcomes() async throws {
    let answer = try await Site(withFiles: false).get("/")
    #expect(answer.status == 200)
    #expect(answer.text.contains("Importer mes fichiers"))
  }

  @Test func aPastDayShowsThatDay() async throws {
    let site = try Site()
    let customer = try site.customer("C2").raw
    let then = try await site.get("/clients/\(customer)?au=2026-07-10").text
    #expect(then.contains("Situation telle qu’elle était le 10/07/2026"))
    #expect(!then.contains("INV-4"))
    #expect(!then.contains("Noter une relance"))
    let aged = try await site.get("/balance-agee?au=2026-02-01").text
    #expect(aged.contains("1\u{202F}200,00\u{A0}€"))
    #expect(!aged.contains("Plain Trading"))
    let invoice = try site.document("INV-3").raw
    #expect(try await site.acceptPayment(of: "INV-3").status == 303)
    let before = try await site.get("/factures/\(invoice)?au=2026-11-19").text
    let after = try await site.get("/factures/\(invoice)").text
    #expect(!before.contains("1\u{202F}400,00\u{A0}€"))
    #expect(after.contains("1\u{202F}400,00\u{A0}€"))
  }

  @Test func thePaymentShowsItsLineReasonsAndInterest() async throws {
    let site = try Site()
    let proposed = try await site.get("/rapprochement").text
    #expect(proposed.contains("référence INV-3") && proposed.contains("proposition, sûr à "))
    #expect(try await site.acceptPayment(of: "INV-3").status == 303)
    let page = try await site.get("/factures/\(try site.document("INV-3").raw)").text
    #expect(page.contains("VIR RECU INV-3"))
    #expect(page.contains("référence INV-3"))
    let english = try await site.get("/factures/\(try site.document("INV-3").raw)?lang=en").text
    #expect(english.contains("reference INV-3") && !english.contains("référence"))
    #expect(page.contains("confirmé"))
    #expect(page.contains("L441-10 II"))
    // Unpaid from 6 July to 20 November, 138 days, then the rest for three more.
    #expect(page.contains("2\u{202F}400,00\u{A0}€ × 12,40\u{A0}% × 138/365"))
    #expect(page.contains("1\u{202F}400,00\u{A0}€ × 12,40\u{A0}% × 3/365"))
  }

  @Test func lettersComeAsPDF() async throws {
    let site = try Site()
    let customer = try site.customer("C2").raw
    for address in ["releve/pdf", "courriers/reminder/pdf"] {
      let answer = try await site.get("/clients/\(customer)/\(address)")
      #expect(answer.status == 200)
      #expect(answer.headers[.contentType] == "application/pdf")
      #expect(answer.bytes.starts(with: Array("%PDF-".utf8)))
    }
  }

  @Test func theAgedBalanceComesAsATable() async throws {
    let answer = try await Site().get("/balance-agee/csv")
    #expect(answer.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(answer.text.contains("Plain Trading;120,00;"))
    let english = try await Site().get("/balance-agee/csv?lang=en")
    #expect(english.text.contains("Plain Trading,120.00,"))
  }

  @Test func healthIsToldToAWatchman() async throws {
    let answer = try await Site().get("/sante")
    #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
    #expect(answer.text.contains("\"status\":\"ok\""))
    #expect(answer.text.contains("\"invoices\":6"))
  }
}
