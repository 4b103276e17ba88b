import Foundation
import Testing

/// A customer telephones, and somebody asks the terminal.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct RushTests {
  static let day = "2026-11-23"

  static func rush(_ more: String...) throws -> Encaisse.Outcome {
    try Encaisse.run(["rush", "--amount", "8000"] + more, on: day)
  }

  /// The cases: usual and asked days, usual term, policy; the term and the halvings.
  struct Case: Sendable, CustomTestStringConvertible {
    let usual: String
    let asked: String
    let term: String
    var policy = "ladder"
    let kind: String?
    var days: Int?
    let halvings: Int
    var testDescription: String { "\(usual) → \(asked), \(term), \(policy)" }
  }

  static let cases = [
    Case(usual: "14", asked: "7", term: "60", kind: "net", days: 30, halvings: 1),
    Case(usual: "14", asked: "7", term: "30", kind: "onOrder", halvings: 1),
    Case(usual: "15", asked: "3", term: "60", kind: "onOrder", halvings: 2),
    Case(
      usual: "15", asked: "3", term: "60", policy: "proportional", kind: "net", days: 12,
      halvings: 2),
    Case(usual: "15", asked: "14", term: "60", kind: nil, halvings: 0),
    Case(usual: "15", asked: "15", term: "60", kind: nil, halvings: 0),
    Case(usual: "15", asked: "20", term: "60", kind: nil, halvings: 0),
    Case(usual: "15", asked: "7", term: "commande", kind: nil, halvings: 1),
    Case(usual: "15", asked: "7", term: "45 jours fin de mois", kind: "net", days: 30, halvings: 1),
  ]

  @Test(arguments: cases) func theCounterpart(_ one: Case) throws {
    let answer = try RushTests.rush(
      "--usual-days", one.usual, "--asked-days", one.asked, "--usual-term", one.term,
      "--policy", one.policy, "--json")
    #expect(answer.code == 0 && answer.complaint.isEmpty, "\(answer.complaint)")
    let found = try answer.json()
    let term = found["counterTerm"] as? [String: Any]
    #expect(term?["kind"] as? String == one.kind)
    #expect(term?["days"] as? Int == one.days)
    #expect(found["halvings"] as? Int == one.halvings)
    #expect(found["policy"] as? String == one.policy)
  }

  @Test func theWholeAnswerForPrograms() throws {
    let answer = try RushTests.rush(
      "--usual-days", "15", "--asked-days", "7", "--usual-term", "60", "--json")
    // The words have golden files of their own.
    let parts = answer.text.components(separatedBy: "\n  \"texts\": {\n")
    #expect(parts.count == 2)
    let after = parts[1].components(separatedBy: "\n  },\n").dropFirst().joined(
      separator: "\n  },\n")
    let kept = parts[0] + "\n" + after
    let file = Samples.root.appending(path: "Tests/CLITests/Golden/rush.json")
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(kept == golden, "\(kept)")
    let texts = try #require(try answer.json()["texts"] as? [String: Any])
    let keys = texts.keys.sorted()
    #expect(
      keys == [
        "clause", "email", "language", "objections", "phone", "subject", "tone", "warnings",
      ])
    for key in ["phone", "subject", "email", "clause"] {
      let text = try #require(texts[key] as? String)
      #expect(!text.isEmpty && !text.contains("{") && !text.contains("}"), "\(key): \(text)")
    }
  }

  @Test func theAnswerComesFirst() throws {
    let answer = try RushTests.rush(
      "--usual-days", "15", "--asked-days", "7", "--usual-term", "60")
    let lines = answer.typed.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count > 30)
    #expect(lines[0] == "● Oui, sous conditions")
    #expect(lines[1] == "Demandez le paiement à 30 jours nets au lieu de 60 jours nets")
    #expect(
      lines[2] == "Échéance : 30/12/2026 (livrée et facturée le 30/11/2026), au lieu du "
        + "29/01/2027 : 30 j plus tôt")
    #expect(lines[4].hasPrefix("Au téléphone : « "))
    for words in ["À valeur égale", "8 000,00 € × 8,00 % × 30/365 = 52,60 €", "Objet : "] {
      #expect(answer.typed.contains(words), "\(words)")
    }
    let english = try RushTests.rush(
      "--usual-days", "15", "--asked-days", "7", "--usual-term", "60", "--language", "en",
      "--tone", "firm")
    #expect(english.typed.contains("Ask for payment 30 days net instead of 60 days net"))
    #expect(!english.typed.contains("jours"))
  }

  @Test(arguments: ["8 000,00", "8000.00", "8 000 €", "8.000,00", "8000"])
  func anAmountInAnyForm(_ amount: String) throws {
    let answer = try Encaisse.run(
      ["rush", "--amount", amount, "--asked-days", "7", "--json"], on: RushTests.day)
    #expect(try answer.json()["amount"] as? String == "8000.00")
  }

  @Test func whatIsMistypedIsNamedAllAtOnce() throws {
    let answer = try Encaisse.run(
      "rush", "--amount", "0", "--usual-days", "0", "--asked-days", "-3", "--usual-term", "400",
      "--policy", "echelle", "--currency", "EURO")
    #expect(answer.code == 64 && answer.text.isEmpty)
    for words in [
      "--amount : ", "--usual-days : ", "0 saisi", "--asked-days : ", "-3 saisi",
      "--usual-term : ", "400 saisi", "--policy : ", "ladder, proportional", "--currency : ",
      "Exemple : encaisse rush --amount 8000",
    ] {
      #expect(answer.complaint.contains(words), "\(words): \(answer.complaint)")
    }
    let none = try Encaisse.run("rush")
    #expect(none.code == 64 && none.complaint.contains("--amount"))
    let nobody = try RushTests.rush("--asked-days", "3", "--customer", "C1")
    #expect(nobody.code == 64 && nobody.complaint.contains("--book"))
  }

  @Test func anOfferIsWrittenDownAnsweredAndTold() throws {
    let folder = try Folder()
    let files = try folder.write(
      "factures.csv",
      """
      N° facture;Date facture;Échéance;Code client;Client;Montant HT;TVA;Montant TTC
      F-1;01/04/2026;31/05/2026;C1;Dubois SARL;1000,00;0,00;1000,00
      """)
    let book = folder["b.encaisse"]
    #expect(try Encaisse.run("import", "--book", book, files).code == 0)
    func ask(_ more: String...) throws -> Encaisse.Outcome {
      try Encaisse.run(["rush", "--book", book] + more, on: RushTests.day)
    }
    let unknown = try ask("--customer", "zzz", "--amount", "8000", "--asked-days", "3")
    #expect(unknown.code == 2 && unknown.complaint.contains("zzz"))
    let offered = try ask(
      "--customer", "C1", "--amount", "8000", "--asked-days", "7", "--offer", "--order", "BC-7",
      "--json")
    let object = try offered.json()
    // 60 days are read from the invoice; the invoice is long overdue.
    #expect((object["counterTerm"] as? [String: Any])?["days"] as? Int == 30)
    #expect(
      (object["origins"] as? [String: String]) == ["usualDays": "house", "usualTerm": "observed"])
    #expect(object["light"] as? String == "red")
    let number = try #require(object["offer"] as? Int)
    func answer(_ more: String...) throws -> Encaisse.Outcome {
      try Encaisse.run(
        ["rush-answer", "--book", book, "--offer", "\(number)"] + more, on: RushTests.day)
    }
    let nothing = try answer("--outcome", "accepted")
    #expect(nothing.code == 64 && nothing.complaint.contains("--counterpart"))
    let said = try answer("--outcome", "accepted", "--counterpart", "shorterTerm")
    #expect(said.code == 0 && said.typed.contains("accepté (délai plus court)"))
    let story = try #require(
      (try ask("--history", "--json").json()["offers"] as? [[String: Any]])?.first)
    #expect(story["offer"] as? Int == number && story["order"] as? String == "BC-7")
    #expect((story["answer"] as? [String: Any])?["outcome"] as? String == "accepted")
    #expect(try ask("--history").typed.contains("1 proposition : 1 acceptées"))
    #expect(try ask("--occasions").text.contains("Aucune occasion manquée"))
    #expect(try ask("--occasions", "--json").json()["daysGiven"] as? Int == 0)
    let lost = try Encaisse.run(
      "rush-answer", "--book", book, "--offer", "9999", "--outcome", "refused")
    #expect(lost.code == 2 && lost.complaint.contains("9999"))
  }

  @Test func theParserSpeaksFrench() throws {
    for (command, words) in [
      (["rush", "--amnt", "8000"], "Option inconnue : --amnt. Vouliez-vous dire --amount ?"),
      (["rush", "--amount"], "Il manque la valeur de --amount <amount>."),
      (["rush", "a", "b"], "« a b » ne sont pas attendus ici."),
      (["relance"], "« relance » n’est pas attendu ici."),
      (["today"], "Il manque --book <book>."),
      (["today", "--book", "x", "--json=1"], "--json s’écrit seul, sans « 1 »."),
      (["today", "--book", "x", "--on", "demain"], "« demain » ne convient pas à --on <on>."),
      (
        ["export", "x", "--book", "b"],
        "« x » ne convient pas à <subject>. Attendu : 'allocations'."
      ),
    ] {
      let answer = try Encaisse.run(command)
      #expect(answer.code == 64)
      #expect(answer.complaint.hasPrefix("✗ " + words), "\(answer.complaint)")
      #expect(answer.complaint.contains("Plus d’explications : encaisse"), "\(answer.complaint)")
    }
  }
}
