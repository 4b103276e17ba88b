import Foundation
import Testing

/// What the program says when it cannot, and the exit code that goes with it.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct RefusalTests {
  @Test func nothingCouldBeDone() throws {
    let demo = try DemoBook.shared.get()
    let folder = try Folder()
    let notABook = try folder.write("notes.encaisse", String(repeating: "bonjour ", count: 1_000))
    // Command, and what its words must name: the file or value, and a way out.
    let cases: [([String], [String])] = [
      (["today", "--book", folder["no.encaisse"]], [folder["no.encaisse"], "encaisse import"]),
      (["today", "--book", notABook], [notABook, "fichier .encaisse"]),
      (["verify", "--book", folder.path], [folder.path, "Vérifiez"]),
      (["import", "--book", folder["no/b.encaisse"], demo.files], ["no/b.encaisse", "Vérifiez"]),
      (["claim", "--book", demo.book, "--customer", "zzzz"], ["zzzz", "Essayez"]),
      (["letter", "--book", demo.book, "--customer", "SARL"], ["SARL", "Précisez"]),
      (
        ["letter", "--book", demo.book, "--customer", "C00001", "--level", "angry"],
        ["angry", "reminder", "formalNotice"]
      ),
      (["law", "compute", "--csv", folder["no.csv"]], [folder["no.csv"], "vérifiez"]),
      (
        ["law", "due-date", "--issue", "2025-03-10", "--term", "bientôt"], ["bientôt", "30 jours"]
      ),
    ]
    for (command, words) in cases {
      let answer = try Encaisse.run(command)
      #expect(answer.code == 2, "\(command)")
      #expect(answer.text.isEmpty, "\(command): \(answer.text)")
      for word in words {
        #expect(answer.complaint.contains(word), "\(command): \(answer.complaint)")
      }
    }
  }

  @Test func aCommandWrittenWrong() throws {
    let demo = try DemoBook.shared.get()
    for command in [
      ["today"], ["relance"], ["today", "--book", demo.book, "--on", "2026-02-30"],
      ["demo", "--invoices", "0", "--out", demo.folder["x"]],
      ["export", "everything", "--book", demo.book],
      ["serve", "--book", demo.book, "--port", "70000"],
      ["law", "interest", "--principal", "douze", "--due", "2026-06-20", "--paid", "2026-07-10"],
    ] {
      let answer = try Encaisse.run(command)
      #expect(answer.code == 64, "\(command): \(answer.text)\(answer.complaint)")
      #expect(answer.complaint.contains("encaisse"), "\(command)")
    }
  }

  @Test func aPartCouldNotBeDone() throws {
    let folder = try Folder()
    let bad = try folder.write(
      "factures.csv",
      """
      N° facture;Date facture;Client;SIREN;Montant HT;TVA;Montant TTC;Échéance
      F-1;30/02/2026;ACME;732829320;100,00;20,00;120,00;31/03/2026
      F-2;01/02/2026;ACME;732829320;100,00;20,00;120,00;31/03/2026
      F-3;01/02/2026;ACME;732829320;100,00;20,00;1,234;31/03/2026
      """)
    let book = folder["b.encaisse"]
    let answer = try Encaisse.run("import", "--book", book, bad, folder["absent.pdf"])
    #expect(answer.code == 1, "\(answer.text)\(answer.complaint)")
    // File, place, what was found; and the remedy.
    for words in [
      "factures.csv", "1 repris", "2 à corriger", "ligne 2", "30/02/2026", "ligne 4", "1,234",
      "attendu", "absent.pdf", "Vérifiez le chemin",
    ] {
      #expect(answer.typed.contains(words), "\(words): \(answer.text)")
    }
    let list = try Encaisse.run("today", "--book", book, "--json").json()
    #expect(list["invoices"] as? Int == 1)
    let alone = try Encaisse.run(
      "import", "--book", book, folder["absent.pdf"], folder.path + "/no")
    #expect(alone.code == 2)
  }

  @Test func everyCommandHasItsExample() throws {
    let help = try Encaisse.run("--help")
    #expect(help.code == 0)
    let commands = subcommands(in: help.text)
    #expect(
      commands == [
        "import", "rejections", "undo-import", "columns", "watch", "check", "inspect", "today",
        "follow-up",
        "explain", "simulate", "claim", "profile", "forecast", "aged", "letter", "rush",
        "rush-answer", "run", "send", "outbox", "post", "mailbox", "law", "verify", "serve", "demo",
        "backup", "export",
      ])
    for command in commands {
      let text = try Encaisse.run("help", command).text
      #expect(text.contains("Exemple") && text.contains("encaisse \(command) "), "\(command)")
    }
    let questions = subcommands(in: try Encaisse.run("help", "law").text)
    #expect(questions.count >= 4)
    for question in questions {
      let text = try Encaisse.run("law", question, "--help").text
      #expect(text.contains("Exemple : encaisse law \(question)"), "\(question)")
    }
  }

  private func subcommands(in help: String) -> [String] {
    guard let start = help.range(of: "SUBCOMMANDS:") else { return [] }
    return help[start.upperBound...].split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   "), !line.hasPrefix("  See ") else {
        return nil
      }
      return line.split(separator: " ").first.map(String.init)
    }
  }

  @Test func noColourWithoutATerminal() throws {
    let demo = try DemoBook.shared.get()
    let copy = try Folder()
    for command in [
      ["today", "--book", demo.book], ["aged", "--book", demo.book],
      ["verify", "--book", demo.book],
      ["claim", "--book", demo.book, "--customer", "C00001"], ["law", "rules"],
      ["backup", "--book", demo.book, copy["b.encaisse"]], ["today", "--book", copy["no"]],
      ["import", "--book", copy["b.encaisse"], demo.files], ["demo", "--out", copy["d"]],
    ] {
      let answer = try Encaisse.run(command)
      #expect(!(answer.text + answer.complaint).contains("\u{1B}"), "\(command)")
      #expect(!answer.complaint.contains("\r"), "\(command)")
      #expect(!(answer.text + answer.complaint).isEmpty, "\(command)")
    }
  }
}
