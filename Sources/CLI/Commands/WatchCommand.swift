import ArgumentParser
import Foundation
import Intake
import Office

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Reprendre chaque fichier déposé dans un dossier.",
    discussion: """
      Un fichier est repris quand sa taille ne bouge plus depuis deux secondes, puis rangé dans
      « traités » ou « refusés », son compte rendu à côté (.txt). Avec --keep, il reste en place.
      Les sous-dossiers ne sont pas surveillés : ce qui s’y trouve attend un « import ».
      Arrêtez par Ctrl-C ou SIGTERM : rien n’est à moitié fait, et la suite reprend au redémarrage.

      Exemple : encaisse watch --book ma-societe.encaisse /srv/depot
      """)

  @OptionGroup var book: BookOption
  @Flag(help: "Laisser les fichiers où ils sont.") var keep = false
  @Argument(help: "Le dossier à surveiller.") var directory: String

  func run() throws {
    try Failure.explained {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        throw Failure("«\u{A0}\(directory)\u{A0}» n’est pas un dossier. Créez-le d’abord.")
      }
    }
    let stop = ImportStop()
    let signals = StopSignal.hear([SIGTERM, SIGINT]) { stop.ask() }
    let desk = try book.desk(creates: true)
    defer { for signal in signals { signal.cancel() } }
    Terminal.print("Le dossier «\u{A0}\(directory)\u{A0}» est surveillé (Ctrl-C pour arrêter).")
    let folders = subfolders
    if !folders.isEmpty {
      Terminal.print(
        "Ses sous-dossiers ne le sont pas\u{A0}: \(folders.joined(separator: ", ")). Importez-les "
          + "avec «\u{A0}encaisse import\u{A0}».")
    }
    watch(WatchedFolder(path: directory, desk: desk, keeps: keep), stop)
    Terminal.print("Surveillance arrêtée.")
  }

  /// The folders inside, beside those where files are put away.
  private var subfolders: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.sorted().filter { name in
      var isFolder: ObjCBool = false
      let path = (directory as NSString).appendingPathComponent(name)
      let isOurs = name.hasPrefix(".") || ["traités", "refusés"].contains(name)
      return !isOurs && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  private func watch(_ watched: WatchedFolder, _ stop: ImportStop) {
    var folder = watched
    var complaint = ""
    while stop.count == 0 {
      do {
        for arrival in try folder.look(stop: stop) { say(arrival) }
        complaint = ""
      } catch {
        // The book may be in use or the disk full: the files wait, and the reason is said once.
        let words = Failure.words(for: error) ?? "\(error)"
        if words != complaint { Terminal.complain(Terminal.red("✗ ") + words) }
        complaint = words
      }
      for _ in 0..<10 where stop.count == 0 { Thread.sleep(forTimeInterval: 0.1) }
    }
  }

  private func say(_ arrival: WatchedFolder.Arrival) {
    let mark = arrival.report.isRefused ? Terminal.red("✗") : Terminal.green("✓")
    let place = arrival.place == arrival.name ? "" : " → \(arrival.place)"
    Terminal.print("\(mark) \(arrival.name)\u{A0}: \(arrival.report.line.french)\(place)")
  }
}
