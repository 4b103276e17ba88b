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
  /// The report for a person.
  var text: String {
    var lines: [String] = []
    for file in files {
      let mark: String
      switch file.outcome {
      case .taken(_, _, _, let rejected):
        mark = rejected == 0 ? Terminal.green("✓") : Terminal.red("!")
      case .takenBefore: mark = Terminal.faint("=")
      case .refused: mark = Terminal.red("✗")
      }
      let format = file.format.map { " [\($0.name.french)]" } ?? ""
      lines.append("\(mark) \(file.name)\(format) : \(file.line.french)")
      lines += file.notes.prefix(5).map { "    \($0.french)" }
      if file.notes.count > 5 { lines.append("    … et \(file.notes.count - 5) autres remarques") }
    }
    if files.count > 40 {
      // A folder of thousands of invoices: what went wrong, and the sums.
      lines = zip(files, lines).filter { !$0.0.isPlain }.map(\.1)
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
