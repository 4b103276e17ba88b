import Foundation
import Intake

/// Readings on their way from the thread that reads a large file to the one that books them: a few
/// at a time, so that a file of a million lines never stands in memory whole.
final class ReadingQueue: @unchecked Sendable {
  // Everything below is only touched while `condition` is locked.
  private let condition = NSCondition()
  private var waiting: [Reading] = []
  private var isEnded = false
  private var isGivenUp = false
  private var failure: (any Error)?

  private static let capacity = 4

  /// The reader has to stop: nobody takes its readings any more.
  private struct GivenUp: Error {}

  /// Reads a file on a thread of its own and hands its readings over in order. Throws what the
  /// reader or the body threw.
  static func read(
    _ file: SourceFile, pdf: PDFExtractor, _ body: (Reading) throws -> Void
  ) throws {
    let queue = ReadingQueue()
    let thread = Thread {
      do {
        try Intake.read(file, pdf: pdf) { try queue.push($0) }
        queue.end(with: nil)
      } catch {
        queue.end(with: error)
      }
    }
    thread.stackSize = 8 << 20
    thread.start()
    do {
      while let reading = try queue.pop() { try body(reading) }
    } catch {
      queue.giveUp()
      throw error
    }
  }

  private func push(_ reading: Reading) throws {
    condition.lock()
    defer { condition.unlock() }
    while waiting.count >= ReadingQueue.capacity, !isGivenUp { condition.wait() }
    if isGivenUp { throw GivenUp() }
    waiting.append(reading)
    condition.broadcast()
  }

  private func pop() throws -> Reading? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, !isEnded { condition.wait() }
    if !waiting.isEmpty {
      let next = waiting.removeFirst()
      condition.broadcast()
      return next
    }
    if let failure { throw failure }
    return nil
  }

  private func end(with failure: (any Error)?) {
    condition.lock()
    self.failure = failure
    isEnded = true
    condition.broadcast()
    condition.unlock()
  }

  /// Waits until the reader has let go of the file.
  private func giveUp() {
    condition.lock()
    isGivenUp = true
    condition.broadcast()
    while !isEnded { condition.wait() }
    condition.unlock()
  }
}
