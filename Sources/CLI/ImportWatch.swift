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
  func run<Result>(_ work: () throws -> Result) rethrows -> Result {
    let signals = StopSignal.hear([SIGINT]) { [self] in interrupt() }
    defer {
      for signal in signals { signal.cancel() }
      Terminal.progress("")
    }
    return try work()
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
      // What a shell says of a program that Ctrl-C has ended.
      _exit(130)
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
