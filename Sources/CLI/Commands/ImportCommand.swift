import ArgumentParser
import CreditPolicy
import Foundation
import Intake
import Ledger
import Office
import Printing
import Store

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reprendre des factures, des clients et des relevés de banque.",
    discussion: """
      Le format est reconnu au contenu : CII, UBL, Factur-X, ZUGFeRD, CAMT.052/.053/.054,
      MT940, CFONB 120, OFX, QIF, CDAR, annonces du BODACC, FEC, CSV.
      Reprendre deux fois le même fichier ne change rien. Ctrl-C arrête proprement :
      ce qui est repris reste entier, et le même import, relancé, continue.

      Un relevé CSV dont les colonnes ne se reconnaissent pas : dites ce qu’elles contiennent, par
      leur numéro ou leur nom. C’est retenu pour les relevés suivants de la même banque
      (encaisse columns). Clés : date, value-date, label, debit, credit, amount, sense, balance,
      reference, counterparty, iban, operation, account, currency, status.

      Exemples :
        encaisse import --book ma-societe.encaisse FACTURES/ releve-novembre.xml
        encaisse import --book ma-societe.encaisse r.csv --columns 'date=1,label=3,debit=4,credit=5'
      """)

  @OptionGroup var book: BookOption
  @Option(help: "Ce que contiennent les colonnes d’un relevé CSV.") var columns: String?
  @Flag(help: "Rendre le compte rendu en JSON.") var json = false
  @Argument(help: "Fichiers ou dossiers.") var paths: [String]

  func run() throws {
    let (report, rejected) = try Failure.explained {
      // A mistyped path must not leave an empty book behind.
      guard paths.contains(where: FileManager.default.fileExists(atPath:)) else {
        throw Failure(
          "Aucun fichier ni dossier de ce nom\u{A0}: \(paths.joined(separator: ", ")). "
            + "Vérifiez le chemin\u{A0}; rien n’a été créé.")
      }
      let order = try columns.map { try ColumnOrder(typed: $0) }
      if order != nil, paths.count != 1 {
        throw Failure("--columns vaut pour un seul fichier\u{A0}: importez-le à part.")
      }
      let watch = ImportWatch()
      let (desk, report) = try watch.run {
        let desk = try book.desk(creates: true)
        return (
          desk, try desk.importFiles(paths, columns: order, stop: watch.stop) { watch.show($0) }
        )
      }
      return (report, try report.rejections(in: desk))
    }
    if report.files.isEmpty, !report.isStopped, !json {
      Terminal.complain(
        "Aucun fichier à importer dans \(paths.joined(separator: ", "))\u{A0}: "
          + "le dossier est vide.")
      throw ExitCode(2)
    }
    Terminal.print(json ? report.json(rejected).string : report.text(rejected))
    if report.files.isEmpty, !report.isStopped { throw ExitCode(2) }
    if report.accepted == 0, report.hasFailures { throw ExitCode(2) }
    if report.hasFailures { throw ExitCode(1) }
  }
}

extension ImportReport {
  /// What was not taken, in words, by the number of each import; the first hundred of each file.
  func rejections(in desk: Desk) throws -> [Int64: [String]] {
    var found: [Int64: [String]] = [:]
    for case .taken(let number, _, _, let rejected) in files.map(\.outcome) where rejected > 0 {
      found[number] = try desk.rejections(of: number).prefix(100).map(\.message)
    }
    return found
  }

  /// The report for a person: every file, or of a folder of many those that call for a look.
  func text(_ rejected: [Int64: [String]]) -> String {
    let shown = files.count > 40 ? files.filter { !$0.isPlain } : files
    var lines = shown.flatMap { $0.textLines(rejected) }
    let known = files.count - shown.count == 0 ? 0 : files.count { $0.isKnown }
    if known > 0 {
      lines.append(
        counted(known, "fichier") + (known > 1 ? " déjà importés" : " déjà importé")
          + "\u{A0}: rien n’a changé.")
    }
    if shown.count + known < files.count {
      lines.append(
        "Fichiers repris en entier, sans remarque\u{A0}: \(files.count - shown.count - known).")
    }
    lines += summary.map { "\($0.title.french)\u{A0}: \($0.text.french)" }
    lines.append(
      "Règlements\u{A0}: " + counted(applied, "affecté") + ", \(proposed) à vérifier\u{A0}; "
        + counted(setOff, "avoir") + (setOff > 1 ? " compensés." : " compensé."))
    if check.hasErrors || check.weak > 0, let line = check.line { lines.append(line.french) }
    lines += check.series.map { $0.words(in: .french) }
    lines += advice.map { "→ \($0.words.french)" }
    return lines.joined(separator: "\n")
  }

  /// `0 facture`, `1 facture`, `2 factures`.
  private func counted(_ count: Int, _ noun: String, _ rest: String = "") -> String {
    "\(count) \(noun)" + (count > 1 ? "s" : "") + rest
  }

  func json(_ rejections: [Int64: [String]]) -> JSON {
    .object([
      ("files", .list(files.map { $0.json(rejections) })), ("invoices", .number(invoices)),
      ("creditNotes", .number(creditNotes)), ("bankLines", .number(bankLines)),
      ("customers", .number(customers)), ("statuses", .number(statuses)),
      ("notices", .number(notices)), ("rejected", .number(rejected)),
      ("refused", .number(refused)), ("applied", .number(applied)),
      ("proposed", .number(proposed)), ("setOff", .number(setOff)),
      ("displaced", .number(displaced)),
      ("check", check.json), ("left", JSON(texts: left)), ("matched", .flag(!isMatchingLeft)),
      ("advice", JSON(texts: advice.map(\.words.french))),
    ])
  }
}

extension FileReport {
  /// Rejections shown in a terminal; the page gives them all as a table to mend.
  private static let mostShown = 5

  private func rejections(_ rejected: [Int64: [String]]) -> [String] {
    guard case .taken(let number, _, _, _) = outcome else { return [] }
    return rejected[number] ?? []
  }

  func textLines(_ rejected: [Int64: [String]]) -> [String] {
    let mark: String
    switch outcome {
    case .taken(_, _, _, let rejected):
      mark = rejected == 0 ? Terminal.green("✓") : Terminal.red("!")
    case .takenBefore: mark = Terminal.faint("=")
    case .refused: mark = Terminal.red("✗")
    }
    let format = format.map { " [\($0.name.french)]" } ?? ""
    var lines = ["\(mark) \(name)\(format) : \(line.french)"]
    let rejections = rejections(rejected)
    lines += rejections.prefix(FileReport.mostShown).map { "    \($0)" }
    if case .taken(_, _, _, let count) = outcome, count > FileReport.mostShown {
      lines.append(
        "    … et \(count - FileReport.mostShown) autres : page Importer, encaisse serve")
    }
    lines += notes.prefix(5).map { "    \($0.french)" }
    if notes.count > 5 { lines.append("    … et \(notes.count - 5) autres remarques") }
    return lines
  }

  var isKnown: Bool {
    if case .takenBefore = outcome { true } else { false }
  }

  var isPlain: Bool {
    switch outcome {
    case .taken(_, _, _, let rejected): rejected == 0 && notes.isEmpty
    case .takenBefore: true
    case .refused: false
    }
  }

  func json(_ rejected: [Int64: [String]]) -> JSON {
    var members: [(String, JSON)] = [
      ("name", .text(name)), ("format", format.map { .text($0.rawValue) } ?? .null),
    ]
    switch outcome {
    case .taken(let number, let accepted, let known, let count):
      members += [
        ("outcome", "taken"), ("import", .number(Int(number))), ("accepted", .number(accepted)),
        ("known", .number(known)), ("rejected", .number(count)),
        ("rejections", .list(rejections(rejected).map { .text($0) })),
      ]
    case .takenBefore: members.append(("outcome", "takenBefore"))
    case .refused(let words):
      members += [("outcome", "refused"), ("error", .text(words.french))]
    }
    members.append(("notes", .list(notes.map { .text($0.french) })))
    return .object(members)
  }
}
