import Foundation
import Synchronization

extension Array where Element: Sendable {
  /// The elements worked out on all the machine's cores, in their order.
  func mappedOnAllCores<Result: Sendable>(_ work: @Sendable (Element) -> Result) -> [Result] {
    let made = Mutex<[Result?]>([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let result = work(self[place])
      made.withLock { $0[place] = result }
    }
    return made.withLock { $0.compactMap { $0 } }
  }
}
