import ArgumentParser
import Intake
import Office

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reprendre des factures, des clients et des relevés de banque.",
    discussion: """
      Le format est reconnu au contenu : CII, UBL, Factur-X, ZUGFeRD, CAMT.052/.053/.054, CSV.
      Reprendre deux fois le même fichier ne change rien.

      Exemple : encaisse import --book ma-societe.encaisse FACTURES/ releve-novembre.xml
      """)

  @OptionGroup var book: BookOption
  @Flag(help: "Rendre le compte rendu en JSON.") var json = false
  @Argument(help: "Fichiers ou dossiers.") var paths: [String]

  func run() throws {
    let report = try Failure.explained {
      try book.desk(creates: true).importFiles(paths) { show($0) }
    }
    Terminal.progress("")
    Terminal.print(json ? report.json.string : report.text)
    if report.accepted == 0, report.hasFailures { throw ExitCode(2) }
    if report.hasFailures { throw ExitCode(1) }
  }

  private func show(_ progress: ImportProgress) {
    switch progress.step {
    case .reading:
      let share = Double(progress.fileNumber - 1) / Double(max(1, progress.fileCount))
      let records = progress.records == 0 ? "" : " · \(progress.records) enregistrements"
      Terminal.progress(
        "\(Terminal.bar(share)) \(progress.fileNumber)/\(progress.fileCount) "
          + progress.file + records)
    case .matching: Terminal.progress("\(Terminal.bar(1)) rapprochement des règlements…")
    }
  }
}

extension ImportReport {
  /// The report for a person: every file, or of a folder of many those that call for a look.
  var text: String {
    let shown = files.count > 40 ? files.filter { !$0.isPlain } : files
    var lines = shown.flatMap(\.textLines)
    if shown.count < files.count {
      lines.append("\(files.count - shown.count) autres fichiers repris sans remarque.")
    }
    lines.append(
      "\(invoices) factures, \(creditNotes) avoirs, \(bankLines) lignes de banque, "
        + "\(customers) clients repris.")
    lines.append(
      "Règlements : \(applied) affectés, \(proposed) à vérifier ; \(setOff) avoirs compensés.")
    return lines.joined(separator: "\n")
  }

  var json: JSON {
    .object([
      ("files", .list(files.map(\.json))), ("invoices", .number(invoices)),
      ("creditNotes", .number(creditNotes)), ("bankLines", .number(bankLines)),
      ("customers", .number(customers)), ("rejected", .number(rejected)),
      ("refused", .number(refused)), ("applied", .number(applied)),
      ("proposed", .number(proposed)), ("setOff", .number(setOff)),
    ])
  }
}

extension FileReport {
  var textLines: [String] {
    let mark: String
    switch outcome {
    case .taken(_, _, _, let rejected):
      mark = rejected == 0 ? Terminal.green("✓") : Terminal.red("!")
    case .takenBefore: mark = Terminal.faint("=")
    case .refused: mark = Terminal.red("✗")
    }
    let format = format.map { " [\($0.name.french)]" } ?? ""
    var lines = ["\(mark) \(name)\(format) : \(line.french)"]
    lines += notes.prefix(5).map { "    \($0.french)" }
    if notes.count > 5 { lines.append("    … et \(notes.count - 5) autres remarques") }
    return lines
  }

  var isPlain: Bool {
    switch outcome {
    case .taken(_, _, _, let rejected): rejected == 0 && notes.isEmpty
    case .takenBefore: true
    case .refused: false
    }
  }

  var json: JSON {
    var members: [(String, JSON)] = [
      ("name", .text(name)), ("format", format.map { .text($0.rawValue) } ?? .null),
    ]
    switch outcome {
    case .taken(let number, let accepted, let known, let rejected):
      members += [
        ("outcome", "taken"), ("import", .number(Int(number))), ("accepted", .number(accepted)),
        ("known", .number(known)), ("rejected", .number(rejected)),
      ]
    case .takenBefore: members.append(("outcome", "takenBefore"))
    case .refused(let words):
      members += [("outcome", "refused"), ("error", .text(words.french))]
    }
    members.append(("notes", .list(notes.map { .text($0.french) })))
    return .object(members)
  }
}
