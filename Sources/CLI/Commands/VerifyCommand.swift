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
          ("differences", .list(found.differences.map { .text($0) })),
        ]).string)
    } else {
      Terminal.print(
        "\(found.documents) pièces, \(found.lines) lignes de banque, "
          + "\(found.allocations) affectations rejouées.")
      for difference in found.differences { Terminal.print(Terminal.red("✗ ") + difference) }
      Terminal.print(
        found.isSound
          ? Terminal.green("✓ Le livre est exact.")
          : "Le livre ne se rejoue pas : restaurez une sauvegarde (encaisse backup).")
    }
    if !found.isSound { throw ExitCode(1) }
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
      try desk.backup(to: target)
      let copy = try Desk(book: target).verify()
      guard copy.isSound else { throw Failure("La copie ne se rejoue pas : \(target)") }
      Terminal.print(
        Terminal.green("✓ ") + "\(target) : \(copy.documents) pièces, copie vérifiée.")
    }
  }
}
