import Foundation
import Synchronization

extension Array where Element: Sendable {
  /// The elements worked out on all the machine's cores, in their order.
  func mappedOnAllCores<Result: Sendable>(_ work: @Sendable (Element) -> Result) -> [Result] {
    let pieces = Swift.max(1, Swift.min(count, Workshop<Element, Result>.pieces))
    let made = Mutex<[[Result]]>([[Result]](repeating: [], count: pieces))
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      let some = self[(count * piece / pieces)..<(count * (piece + 1) / pieces)].map(work)
      made.withLock { $0[piece] = some }
    }
    return made.withLock { $0.flatMap { $0 } }
  }
}

/// Works out values on all cores while the caller still reads the next ones.
///
/// What is taken in is handed on in batches; no more of them wait than the cores can soon take, so
/// the reader does not run ahead with the whole book in memory.
final class Workshop<Input: Sendable, Output: Sendable> {
  /// Into how many pieces a list is cut: enough that no core is idle while another one works on
  /// the last.
  static var pieces: Int { 16 * ProcessInfo.processInfo.activeProcessorCount }

  private let work: @Sendable (Input) throws -> Output
  private let batchSize: Int
  private let queue = DispatchQueue(label: "workshop", attributes: .concurrent)
  private let group = DispatchGroup()
  private let places = DispatchSemaphore(
    value: 2 * ProcessInfo.processInfo.activeProcessorCount)
  private let made = Made<Output>()
  private var waiting: [Input] = []
  private var batches = 0

  init(batchSize: Int = 256, _ work: @escaping @Sendable (Input) throws -> Output) {
    self.batchSize = batchSize
    self.work = work
  }

  func take(_ input: Input) {
    waiting.append(input)
    if waiting.count == batchSize { handOn() }
  }

  /// All that was made, in the order in which it was taken in; the first failure instead.
  func finished() throws -> [Output] {
    handOn()
    group.wait()
    return try made.batches.withLock { batches in
      try (0..<self.batches).flatMap { try batches[$0]!.get() }
    }
  }

  private func handOn() {
    guard !waiting.isEmpty else { return }
    let (batch, number, work, places, made) = (waiting, batches, work, places, made)
    waiting.removeAll(keepingCapacity: true)
    batches += 1
    places.wait()
    queue.async(group: group) {
      let outputs = Result { try batch.map(work) }
      made.batches.withLock { $0[number] = outputs }
      places.signal()
    }
  }
}

/// The batches made so far, by number.
private final class Made<Output: Sendable>: Sendable {
  let batches = Mutex<[Int: Result<[Output], any Error>]>([:])
}
