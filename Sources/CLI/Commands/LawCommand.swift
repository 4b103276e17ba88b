import ArgumentParser
import Foundation
import Law
import Office
import Quantities

struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law",
    abstract: "Les règles de droit : pénalités, échéances, délais.",
    discussion: """
      Exemples :
        encaisse law interest --principal 10000 --due 2026-06-20 --paid 2026-07-10
        encaisse law due-date --issue 2025-03-10 --term 45-fin-de-mois
        encaisse law compute --csv exemples.csv
        encaisse law rules
        encaisse law add-rate --book ma-societe.encaisse "ecb_mro,2027-01-01,2.65,BCE"
      """,
    subcommands: [
      Interest.self, DueDateQuestion.self, Compute.self, Rules.self, AddRate.self,
    ])

  struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rules", abstract: "Toutes les règles, avec leur article.",
      discussion: "Exemple : encaisse law rules")

    func run() {
      for rule in RuleIndex.all {
        Terminal.print(
          Terminal.column(rule.citation.sheet, 16)
            + Terminal.column("\(rule.citation.text), \(rule.citation.article)", 46)
            + rule.frenchQuestion)
      }
    }
  }

  struct AddRate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add-rate",
      abstract: "Ajouter au livre un taux publié, avec sa source.",
      discussion: """
        Une ligne : table,premier jour,taux en pour cent,source. Tables : ecb_mro, legal_interest, \
        legal_interest_individual.

        Exemple : encaisse law add-rate --book ma-societe.encaisse "ecb_mro,2027-01-01,2.65,BCE"
        """)

    @OptionGroup var book: BookOption
    @Argument(help: "La ligne.") var row: String

    func run() throws {
      let rows = try Failure.explained { try book.desk().addRates(row) }
      for row in rows {
        Terminal.print(
          "\(row.table.rawValue)  \(row.from.french)  \(row.rate.french)  \(row.source)")
      }
    }
  }

  struct Compute: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compute", abstract: "Répondre à un fichier d’exemples.",
      discussion: "Exemple : encaisse law compute --csv docs/law-examples.csv")

    @Option(help: "Fichier CSV : id,category,title,inputs,…") var csv: String

    func run() throws {
      try Failure.explained {
        guard let data = FileManager.default.contents(atPath: csv) else {
          throw Failure("« \(csv) » ne peut pas être lu : vérifiez le chemin et les droits.")
        }
        let rows = CSVText.rows(String(decoding: data, as: UTF8.self))
        guard let header = rows.first, let id = header.firstIndex(of: "id"),
          let category = header.firstIndex(of: "category"),
          let inputs = header.firstIndex(of: "inputs")
        else {
          throw Failure("« \(csv) » : la première ligne doit nommer id, category et inputs.")
        }
        let title = header.firstIndex(of: "title")
        var refused = 0
        Terminal.print("id,result")
        for row in rows.dropFirst() where row.count > max(id, category, inputs) {
          do {
            let result = try answer(
              category: row[category], title: title.map { row[$0] } ?? "", inputs: row[inputs])
            Terminal.print("\(row[id].csvCell),\(result.csvCell)")
          } catch let error as Unanswerable {
            refused += 1
            Terminal.print("\(row[id].csvCell),")
            Terminal.complain("\(row[id]) : \(error.english)")
          }
        }
        if refused > 0 { throw ExitCode(1) }
      }
    }
  }
}

/// A small reader for the examples file: RFC 4180, commas, quotes doubled.
enum CSVText {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var characters = Substring(text)
    while let character = characters.popFirst() {
      switch character {
      case "\"" where isQuoted && characters.first == "\"":
        cell.append("\"")
        characters.removeFirst()
      case "\"": isQuoted.toggle()
      case ",", "\n", "\r\n":
        if isQuoted {
          cell.append(character)
          continue
        }
        row.append(cell)
        cell = ""
        if character != "," {
          if row != [""] { rows.append(row) }
          row = []
        }
      default: cell.append(character)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
    return rows
  }
}
