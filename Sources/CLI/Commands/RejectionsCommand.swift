import ArgumentParser
import Foundation
import Office
import Quantities
import Store

struct RejectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejections",
    abstract: "Ce qui n’a pas été repris : le lister, l’écrire pour le corriger.",
    discussion: """
      --csv écrit les lignes refusées d’un import avec leur en-tête d’origine et une colonne
      « motif ». Corrigez dans un tableur, gardez la colonne « motif », importez ce fichier : ce qui
      passe n’est plus listé, ce qui était déjà repris n’est pas compté deux fois. D’un FEC, chaque
      ligne refusée est écrite avec toute son écriture, et avec celles du même lettrage.

      Exemples :
        encaisse rejections --book ma-societe.encaisse
        encaisse rejections --book ma-societe.encaisse 12 --csv a-corriger.csv
      """)

  @OptionGroup var book: BookOption
  @Option(help: "Le fichier à écrire ; « - » pour la sortie.") var csv: String?
  @Argument(help: "Le numéro de l’import ; sans numéro, tous.") var number: Int64?

  func run() throws {
    let desk = try book.desk()
    let text = try Failure.explained {
      if let csv { return try write(try chosen(desk), to: csv) }
      guard let number else { return try list(desk) }
      return try waiting(number, desk).text
    }
    if !text.isEmpty { Terminal.print(text) }
  }

  private func list(_ desk: Desk) throws -> String {
    let imports = try desk.waitingImports()
    if imports.isEmpty { return "Rien n’est à corriger." }
    return imports.map { record, count in
      Terminal.rightColumn(String(record.number), 5)
        + "  \(record.learned.french)  \(record.file)\u{A0}: \(count) à corriger"
    }.joined(separator: "\n")
  }

  private func waiting(_ number: Int64, _ desk: Desk) throws -> WaitingRejections {
    guard let waiting = try desk.waitingRejections(of: number) else {
      throw Failure("Aucun import ne porte le numéro \(number). La liste : encaisse undo-import.")
    }
    return waiting
  }

  /// The import that is named, or the only one that has something to mend.
  private func chosen(_ desk: Desk) throws -> WaitingRejections {
    if let number { return try waiting(number, desk) }
    let imports = try desk.waitingImports()
    guard imports.count == 1 else {
      throw Failure(
        imports.isEmpty
          ? "Rien n’est à corriger."
          : "Plusieurs imports ont des lignes à corriger, chacun son en-tête\u{A0}: donnez un "
            + "numéro ("
            + imports.prefix(10).map { String($0.record.number) }.joined(separator: ", ") + ").")
    }
    return try waiting(imports[0].record.number, desk)
  }

  private func write(_ waiting: WaitingRejections, to path: String) throws -> String {
    guard let table = waiting.table, !table.rows.isEmpty else {
      throw Failure(
        waiting.count == 0
          ? "Rien n’est à corriger dans l’import \(waiting.record.number)."
          : "Ce qui est refusé de \(waiting.record.file) n’est pas une ligne de tableau\u{A0}: "
            + "corrigez le fichier d’origine et importez-le à nouveau.")
    }
    if path == "-" {
      FileHandle.standardOutput.write(Data(table.bytes))
      return ""
    }
    do {
      try Data(table.bytes).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      throw Failure(
        "« \(path) » ne peut pas être écrit, ou existe déjà\u{A0}: choisissez un autre nom.")
    }
    let left = waiting.count - table.count
    let isBooks = table.rows.contains(where: \.isEntry)
    return "\(table.count) lignes écrites dans \(path)"
      + (isBooks ? ", chacune avec toute son écriture." : ".")
      + (left > 0 ? " \(left) autres ne sont pas des lignes de tableau." : "")
  }
}

extension WaitingRejections {
  fileprivate var text: String {
    let head = "Import \(record.number), \(record.file)\u{A0}: \(count) à corriger"
    return ([head] + rejections.map { "  " + $0.rejection.message }).joined(separator: "\n")
  }
}
