import ArgumentParser
import CreditPolicy
import Foundation
import Intake
import Law
import Ledger
import Office
import Printing

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Vérifier des factures avant l’envoi : mentions légales, délais, numérotation.",
    discussion: """
      Rien n’est enregistré. Le code de sortie est 1 si une mention obligatoire manque.
      Avec --book, les réglages de votre société servent, et les numéros du livre sans fichier.

      Exemples :
        encaisse check FACTURES/ facture-0042.pdf
        encaisse check --sector TRANSPORT --size small --json facture-0042.xml
        encaisse check --book ma-societe.encaisse
      """)

  @Option(help: "Le livre de votre société : un fichier .encaisse.") var book: String?
  @Option(help: "Secteur du délai maximal : \(SectorArgument.names).") var sector: SectorArgument?
  @Option(help: "Taille de votre entreprise : large, mid ou small.") var size: SizeArgument?
  @Flag(help: "Rendre le compte rendu en JSON.") var json = false
  @Argument(help: "Fichiers ou dossiers.") var paths: [String] = []

  func validate() throws {
    if paths.isEmpty, book == nil {
      throw ValidationError("Il faut au moins un fichier, ou un livre : --book.")
    }
  }

  func run() throws {
    let checked = try Failure.explained { try files() }
    Terminal.progress("")
    Terminal.print(json ? checked.json.string : checked.text)
    if checked.check.documents == 0, !checked.refused.isEmpty { throw ExitCode(2) }
    if checked.hasErrors { throw ExitCode(1) }
  }

  private func files() throws -> CheckedFiles {
    let missing = paths.filter { !FileManager.default.fileExists(atPath: $0) }
    guard missing.isEmpty else {
      throw Failure(
        "Aucun fichier ni dossier de ce nom\u{A0}: \(missing.joined(separator: ", ")). "
          + "Vérifiez le chemin.")
    }
    let desk = try book.map { try Desk.opened($0) }
    var run = try desk?.checkRun() ?? CheckRun(pdf: .ownWorker)
    if let sector { run.choose(sector: sector.sector) }
    if let size { run.choose(size: size.size) }
    var checked = run.check(paths) { progress in
      let share = Double(progress.fileNumber - 1) / Double(max(1, progress.fileCount))
      Terminal.progress("\(Terminal.bar(share)) \(progress.file)")
    }
    if paths.isEmpty, let desk { checked.check.series = try desk.numberingReview() }
    return checked
  }
}

/// A trade by its code in the law sheet.
struct SectorArgument: ExpressibleByArgument {
  let sector: Sector

  init?(argument: String) {
    guard let sector = Sector(rawValue: argument.uppercased()) else { return nil }
    self.sector = sector
  }

  static let names = Sector.allCases.map(\.rawValue).joined(separator: ", ")
}

/// The size of a firm in the e-invoicing reform; small and micro have the same days.
struct SizeArgument: ExpressibleByArgument {
  let size: EInvoicingCalendar.Size

  init?(argument: String) {
    let name = argument.lowercased()
    guard let size = name == "small" ? .sme : EInvoicingCalendar.Size(rawValue: name) else {
      return nil
    }
    self.size = size
  }
}

extension CheckedFiles {
  /// The report for a person: each faulty invoice, then what could not be checked.
  var text: String {
    var lines = check.listed.flatMap(\.textLines)
    let unlisted = check.faulty + check.weak - check.listed.count
    if unlisted > 0 { lines.append("… et \(unlisted) autres factures") }
    lines += check.series.map { Terminal.red("✗ ") + $0.words(in: .french) }
    lines += refused.map { "\(Terminal.red("✗")) \($0.name) : \($0.line.french)" }
    lines += rejections.prefix(20).map { file, rejection in
      "\(Terminal.red("✗")) \(file) : \(rejection.french)"
    }
    if rejected > 20 { lines.append("… et \(rejected - 20) autres factures non lues") }
    if !aside.isEmpty {
      lines.append("Sans facture, laissés de côté\u{A0}: " + aside.joined(separator: ", "))
    }
    if check.suppliers > 0 {
      lines.append("Factures de vos fournisseurs, non vérifiées\u{A0}: \(check.suppliers)")
    }
    lines += check.notPossible.map { "Non vérifié\u{A0}: \($0.french)" }
    if let line = check.line { lines.append(line.french) }
    if lines.isEmpty { lines.append("Aucune anomalie dans les numéros du livre.") }
    return lines.joined(separator: "\n")
  }

  var json: JSON {
    .object([
      ("check", check.json),
      (
        "refused",
        .list(
          refused.map { .object([("file", .text($0.name)), ("error", .text($0.line.french))]) })
      ),
      (
        "rejections",
        .list(
          rejections.map { file, rejection in
            .object([("file", .text(file)), ("error", .text(rejection.french))])
          })
      ),
      ("rejected", .number(rejected)), ("aside", JSON(texts: aside)),
    ])
  }
}

extension CheckReport.Document {
  var textLines: [String] {
    let mark = hasErrors ? Terminal.red("✗") : "!"
    let place = file.isEmpty || file == number ? "" : " (\(file))"
    return ["\(mark) \(number)\(place)"]
      + findings.flatMap { finding -> [String] in
        let sign = finding.level == .error ? Terminal.red("✗") : "!"
        let line = "    \(sign) \(finding.words(in: .french))"
        if finding.remedy.isEmpty { return [line] }
        return [line, "        À mettre\u{A0}: «\u{A0}\(finding.remedy)\u{A0}»"]
      }
  }
}
