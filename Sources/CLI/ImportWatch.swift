import Dispatch
import Foundation
import Intake
import Office
import Synchronization

/// Watches over an import at the terminal: shows how far it has come, and hears Ctrl-C.
///
/// The first Ctrl-C stops the files, a second one the matching of payments; a third ends the
/// program, which leaves the book as whole as the first two do.
final class ImportWatch: Sendable {
  let stop = ImportStop()
  private let shown = Mutex<ContinuousClock.Instant?>(nil)

  /// A line that changes faster than this cannot be read.
  private static let pause = Duration.milliseconds(100)

  /// Runs an import under this watch.
  func run(_ work: (ImportWatch) throws -> ImportReport) rethrows -> ImportReport {
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [self] in interrupt() }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
      Terminal.progress("")
    }
    return try work(self)
  }

  private func interrupt() {
    stop.ask()
    switch stop.count {
    case 1:
      Terminal.complain(
        "\nArrêt demandé\u{A0}: le fichier en cours est laissé entier pour plus tard, les "
          + "règlements sont rapprochés. Encore Ctrl-C pour s’en passer.")
    case 2: Terminal.complain("\nLe rapprochement se fera au prochain import.")
    default:
      signal(SIGINT, SIG_DFL)
      raise(SIGINT)
    }
  }

  func show(_ progress: ImportProgress) {
    let now = ContinuousClock.now
    let isDue = shown.withLock { last in
      if let last, now - last < ImportWatch.pause { return false }
      last = now
      return true
    }
    guard isDue else { return }
    Terminal.progress("\(Terminal.bar(progress.share ?? 0)) \(progress.words.french)")
  }
}
