import Dispatch
import Synchronization

/// Work that goes on beside the caller's, on another core.
final class Meanwhile<Value: Sendable>: Sendable {
  private let made = Mutex<Result<Value, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global().async {
      let result = Result { try work() }
      self.made.withLock { $0 = result }
      self.isDone.signal()
    }
  }

  /// Whether nobody would have to wait for what it made.
  var isReady: Bool { made.withLock { $0 != nil } }

  /// What it made, waited for; asked for once.
  func value() throws -> Value {
    isDone.wait()
    return try made.withLock { $0! }.get()
  }
}
