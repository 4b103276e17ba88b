import Foundation
import Testing

/// The questions of law, as the terminal answers them.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct LawAnswerTests {
  @Test func computeGivesEveryFigureOfTheExamples() throws {
    let file = Samples.root.appending(path: "docs/law-examples.csv")
    let rows = csvRows(try String(contentsOf: file, encoding: .utf8))
    let header = try #require(rows.first)
    let id = try #require(header.firstIndex(of: "id"))
    let wanted = try #require(header.firstIndex(of: "rule_result"))
    let answer = try Encaisse.run("law", "compute", "--csv", file.path)
    #expect(answer.code == 0)
    #expect(answer.complaint.isEmpty)
    let found = csvRows(answer.text)
    #expect(found.first == ["id", "result"])
    #expect(found.count == rows.count && rows.count > 80)
    for (one, row) in zip(found, rows).dropFirst() {
      #expect(one == [row[id], row[wanted]])
    }
  }

  @Test func computeSaysWhatItCannotAnswer() throws {
    let folder = try Folder()
    let file = try folder.write(
      "q.csv",
      """
      id,category,title,inputs
      A,penalty,known,principal=15000.00;rate_percent=12;days=30
      B,astrology,unknown,principal=1.00
      C,penalty,without figures,days=30
      """)
    let answer = try Encaisse.run("law", "compute", "--csv", file)
    #expect(answer.code == 1)
    #expect(answer.text == "id,result\nA,147.95\nB,\nC,\n")
    #expect(answer.complaint.split(separator: "\n").map { $0.prefix(3) } == ["B :", "C :"])
  }

  @Test func interestLineByLine() throws {
    let answer = try Encaisse.run(
      "law", "interest", "--principal", "10000", "--due", "2026-06-20", "--paid", "2026-07-10")
    #expect(answer.code == 0)
    #expect(
      answer.typed == """
                 33,29 €   10 000,00 € × 12,15 % × 10/365, du 21/06/2026 au 30/06/2026 \
        (Code de commerce, art. L441-10 II)
                 33,97 €   10 000,00 € × 12,40 % × 10/365, du 01/07/2026 au 10/07/2026 \
        (Code de commerce, art. L441-10 II)
                 67,26 €   pénalités de retard, 20 jours
                 40,00 €   indemnité forfaitaire, D441-5 du Code de commerce (par facture)

        """)
    let french = try Encaisse.run(
      "law", "interest", "--principal", "10 000,00", "--due", "20/06/2026", "--paid", "10/07/2026")
    #expect(french.text == answer.text)
    let json = try Encaisse.run(
      "law", "interest", "--principal", "10000", "--due", "2026-06-20", "--paid", "2026-07-10",
      "--json"
    ).json()
    #expect(json["interest"] as? String == "67.26")
    #expect((json["segments"] as? [Any])?.count == 2)
  }

  @Test func interestOnTime() throws {
    let answer = try Encaisse.run(
      "law", "interest", "--principal", "10000", "--due", "2026-06-20", "--paid", "2026-06-20")
    #expect(answer.typed == "Aucun jour de retard : 0,00 €\n")
  }

  @Test func unknownHalfYearIsRefusedWithTheRemedy() throws {
    let answer = try Encaisse.run(
      "law", "interest", "--principal", "10000", "--due", "2030-06-20", "--paid", "2030-07-10")
    #expect(answer.code == 2)
    #expect(answer.text.isEmpty)
    #expect(answer.complaint.contains("2030S1"))
    #expect(answer.complaint.contains("ecb_mro,2030-01-01,"))
  }

  @Test func dueDateInBothReadings() throws {
    let answer = try Encaisse.run(
      "law", "due-date", "--issue", "2025-03-10", "--term", "45-fin-de-mois")
    #expect(answer.code == 0)
    #expect(
      answer.typed == """
        30/04/2025   10/03/2025 + 45 jours = 24/04/2025, puis fin de mois
                     plafond 15/05/2025, Code de commerce, art. L441-10 I
        15/05/2025   fin de mois 31/03/2025 + 45 jours
                     plafond 15/05/2025, Code de commerce, art. L441-10 I
        Le contrat doit dire laquelle des deux lectures vaut (toutes deux admises, R1.4). \
        À défaut, les pénalités ne sont comptées qu’à partir de la plus tardive.

        """)
  }

  @Test func dueDateBeyondTheCeiling() throws {
    let answer = try Encaisse.run("law", "due-date", "--issue", "2025-03-10", "--term", "90 jours")
    #expect(
      answer.typed == """
        08/06/2025   10/03/2025 + 90 jours
                     plafond 09/05/2025, Code de commerce, art. L441-10 I
        ! Le délai convenu (échéance du 08/06/2025) dépasse de 30 j le plafond légal \
        (09/05/2025), Code de commerce, art. L441-10 I : l’échéance retenue est celle du plafond.

        """)
  }

  @Test func rulesNameTheirArticles() throws {
    let lines = try Encaisse.run("law", "rules").text.split(separator: "\n")
    #expect(lines.count >= 20)
    #expect(lines.contains { $0.hasPrefix("R2.3 ") && $0.contains("L441-10 II") })
  }

  private func csvRows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }
}
