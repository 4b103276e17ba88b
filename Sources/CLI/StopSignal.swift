import Dispatch
import Foundation

/// Signals that ask a command to stop, heard from the moment this returns.
enum StopSignal {
  /// Hears the signals. Until then they end the program as they always do: none is ever lost.
  static func hear(_ numbers: [Int32], _ work: @escaping @Sendable () -> Void)
    -> [any DispatchSourceSignal]
  {
    numbers.map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      let isHeard = DispatchSemaphore(value: 0)
      source.setEventHandler(handler: work)
      source.setRegistrationHandler { isHeard.signal() }
      source.resume()
      isHeard.wait()
      return source
    }
  }
}
