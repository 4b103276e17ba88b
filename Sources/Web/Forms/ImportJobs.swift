import Foundation
import Intake
import Law
import Office
import Store
import Synchronization

/// Imports that were started from the page: they run one after the other, beside the answers.
final class ImportJobs: Sendable {
  enum State: Sendable {
    case running(ImportProgress?)
    case done(ImportReport)
    /// Files that were only checked.
    case checked(CheckedFiles)
    case failed(Phrase)
  }

  static let shared = ImportJobs()

  /// Old reports are forgotten; what the files gave is in the book.
  private static let mostKept = 50

  private let states = Mutex<[Int64: State]>([:])
  /// Asks an import under way to stop; a check of files has none.
  private let stops = Mutex<[Int64: ImportStop]>([:])
  /// Files of an import that was stopped, so that it can go on without sending them again.
  private let kept = Mutex<[Int64: UploadedFiles]>([:])
  private let newest = Mutex<Int64>(0)
  /// Only one import writes at a time; the others wait their turn.
  private let turn = Mutex<Void>(())

  private init() {}

  func state(of job: Int64) -> State? { states.withLock { $0[job] } }

  /// Takes files in beside the answers; `columns` says what those of the one table among them hold.
  func start(
    _ files: UploadedFiles, at desk: Desk, columns: ColumnOrder? = nil, onlyChecking: Bool = false
  ) -> Int64 {
    let job = newest.withLock { number in
      number += 1
      return number
    }
    states.withLock { states in
      states[job] = .running(nil)
      states[job - Int64(ImportJobs.mostKept)] = nil
    }
    kept.withLock { $0.removeValue(forKey: job - Int64(ImportJobs.mostKept)) }?.remove()
    if !onlyChecking { stops.withLock { $0[job] = ImportStop() } }
    Background.run { [self] in
      turn.withLock { _ in
        let end = onlyChecking ? check(job, files, desk) : run(job, files, desk, columns)
        stops.withLock { $0[job] = nil }
        if case .done(let report) = end { KeptTables.shared.keep(from: report) }
        if case .done(let report) = end, report.isStopped {
          kept.withLock { $0[job] = files }
        } else {
          files.remove()
        }
        states.withLock { $0[job] = end }
      }
    }
    return job
  }

  /// How often a short import looks whether the long one is over, ten times a second.
  private static let mostLooks = 50

  /// Takes files in at once and removes them; nil when another import does not end soon.
  func takeNow(_ files: UploadedFiles, at desk: Desk) throws -> ImportReport? {
    for _ in 0..<ImportJobs.mostLooks {
      let report = try turn.withLockIfAvailable { _ in
        defer { files.remove() }
        return try desk.importFiles(files.paths)
      }
      if let report { return report }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return nil
  }

  /// Whether an import is under way that can be asked to stop.
  func isStoppable(_ job: Int64) -> Bool { stops.withLock { $0[job] != nil } }

  /// Asks an import to stop; nothing when it has ended.
  func stop(_ job: Int64) { stops.withLock { $0[job] }?.ask() }

  /// Goes on with an import that was stopped; nil when its files are no longer here.
  func goOn(_ job: Int64, at desk: Desk) -> Int64? {
    kept.withLock { $0.removeValue(forKey: job) }.map { start($0, at: desk) }
  }

  func canGoOn(_ job: Int64) -> Bool { kept.withLock { $0[job] != nil } }

  private func check(_ job: Int64, _ files: UploadedFiles, _ desk: Desk) -> State {
    do {
      return .checked(
        try desk.checkRun().check(files.paths) { [self] progress in
          states.withLock { $0[job] = .running(progress) }
        })
    } catch {
      return .failed(
        Phrase(
          french: "La vérification s’est arrêtée\u{A0}: \(error).",
          english: "The check stopped: \(error)."))
    }
  }

  private func run(
    _ job: Int64, _ files: UploadedFiles, _ desk: Desk, _ columns: ColumnOrder?
  ) -> State {
    let stop = stops.withLock { $0[job] } ?? ImportStop()
    do {
      return .done(
        try desk.importFiles(files.paths, columns: columns, stop: stop) { [self] progress in
          states.withLock { $0[job] = .running(progress) }
        })
    } catch let failure as StoreFailure {
      return .failed(Phrase(french: failure.french, english: failure.english))
    } catch {
      return .failed(
        Phrase(
          french: "L’import s’est arrêté\u{A0}: \(error). Rien n’est à moitié fait.",
          english: "The import stopped: \(error). Nothing is half done."))
    }
  }
}
