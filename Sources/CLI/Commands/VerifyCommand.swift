import ArgumentParser
import Office
import Printing
import Store

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Rejouer tout le livre et comparer chaque solde.",
    discussion: "Exemple : encaisse verify --book ma-societe.encaisse")

  @OptionGroup var book: BookOption
  @Flag(help: "Rendre le résultat en JSON.") var json = false

  func run() throws {
    let found = try Failure.explained { try book.desk().verify() }
    if json {
      Terminal.print(
        JSON.object([
          ("sound", .flag(found.isSound)), ("documents", .number(found.documents)),
          ("bankLines", .number(found.lines)), ("allocations", .number(found.allocations)),
          ("copies", .number(found.copies)), ("copiesLost", .number(found.copiesLost)),
          ("lostCopies", .list(found.lostCopies.map { .text($0) })),
          ("differences", .list(found.differences.map { .text($0) })),
        ]).string)
    } else {
      Terminal.print(
        "\(found.documents) pièces, \(found.lines) lignes de banque, "
          + "\(found.allocations) affectations rejouées.")
      for difference in found.differences { Terminal.print(Terminal.red("✗ ") + difference) }
      printCopies(found)
      Terminal.print(
        found.differences.isEmpty
          ? Terminal.green("✓ Le livre est exact.")
          : "Le livre ne se rejoue pas : restaurez une sauvegarde (encaisse backup).")
    }
    if !found.isSound { throw ExitCode(1) }
  }

  private func printCopies(_ found: Verification) {
    guard found.copies > 0 else { return }
    Terminal.print(
      "\(found.copies) copies de factures gardées, dont \(found.copiesLost) manquantes.")
    for lost in found.lostCopies { Terminal.print(Terminal.red("✗ ") + lost) }
    if found.copiesLost > found.lostCopies.count {
      Terminal.print("  … et \(found.copiesLost - found.lostCopies.count) autres.")
    }
    if found.copiesLost > 0 {
      Terminal.print(
        "Importez de nouveau ces PDF, ou remettez le dossier \(book.book)\(Archive.suffix) d’une "
          + "sauvegarde.")
    }
  }
}

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copier le livre, même pendant qu’il sert.",
    discussion: "Exemple : encaisse backup --book ma-societe.encaisse copie.encaisse")

  @OptionGroup var book: BookOption
  @Argument(help: "Le fichier à écrire.") var target: String

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      let files = try desk.backup(to: target)
      let copy = try Desk(book: target).verify()
      guard copy.differences.isEmpty else {
        throw Failure("La copie ne se rejoue pas : \(target)")
      }
      Terminal.print(
        Terminal.green("✓ ") + "\(target) : \(copy.documents) pièces, copie vérifiée.")
      if files.count > 0 {
        Terminal.print(
          Terminal.green("✓ ") + "\(target)\(Archive.suffix) : \(files.count) copies de factures, "
            + "dont \(files.new) nouvelles.")
      }
      guard copy.copiesLost == 0 else {
        for lost in copy.lostCopies { Terminal.complain(Terminal.red("✗ ") + lost) }
        Terminal.complain(
          "\(copy.copiesLost) copies de factures manquent déjà au livre : encaisse verify.")
        throw ExitCode(1)
      }
    }
  }
}
