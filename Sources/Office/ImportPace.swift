import Intake

/// Follows an import: counts what is read, and measures how fast. Stops it when asked to.
final class ImportPace {
  private let files: [ImportOrder.File]
  private let stop: ImportStop
  private let tell: (ImportProgress) -> Void
  /// Bytes of the files before each, and of all.
  private let before: [Int]
  private var counts: [Int]
  private var read: [Int]
  private var records = 0
  private let clock = ContinuousClock()
  private var began: ContinuousClock.Instant
  /// How often a stop had been asked for when the matching began.
  private var asked = 0

  init(
    _ files: [ImportOrder.File], stop: ImportStop, _ tell: @escaping (ImportProgress) -> Void
  ) {
    self.files = files
    self.stop = stop
    self.tell = tell
    var sum = 0
    before =
      files.map { file in
        defer { sum += file.byteCount }
        return sum
      } + [files.reduce(0) { $0 + $1.byteCount }]
    counts = Array(repeating: 0, count: files.count)
    read = Array(repeating: 0, count: files.count)
    began = clock.now
  }

  var isStopped: Bool { stop.count > 0 }

  /// Tells how far one of the files is read. Throws when the import is to stop: the transaction
  /// under way is given up.
  func read(_ place: Int, records count: Int, bytes: Int = 0) throws {
    if isStopped { throw ImportStopped() }
    records += count - counts[place]
    counts[place] = count
    read[place] = max(read[place], min(bytes, files[place].byteCount))
    var progress = ImportProgress(
      step: .reading, file: files[place].name, fileNumber: place + 1,
      fileCount: files.count, records: records)
    progress.bytesInAll = before[files.count]
    progress.bytesRead = before[place] + read[place]
    progress.seconds = seconds
    tell(progress)
  }

  /// Begins the step after the files.
  func beginMatching() {
    began = clock.now
    asked = stop.count
    match(0, of: 0)
  }

  /// Tells how many lines were looked at. Throws when a stop was asked for since the step began.
  func matched(_ done: Int, of all: Int) throws {
    if stop.count > asked { throw ImportStopped() }
    match(done, of: all)
  }

  private func match(_ done: Int, of all: Int) {
    var progress = ImportProgress(
      step: .matching, file: "", fileNumber: files.count, fileCount: files.count, records: done)
    progress.recordsInAll = all
    progress.seconds = seconds
    tell(progress)
  }

  private var seconds: Double {
    let (seconds, parts) = (clock.now - began).components
    return Double(seconds) + Double(parts) / 1e18
  }
}
