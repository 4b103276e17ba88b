import Synchronization
import Testing

@testable import Office

/// Work on all cores while the caller reads on.
@Suite struct WorkshopTests {
  @Test(arguments: [0, 1, 7, 256, 257, 10_000])
  func `All is made, in the order in which it was taken in`(count: Int) throws {
    let workshop = Workshop<Int, Int>(batchSize: 7) { $0 * $0 }
    for number in 0..<count { workshop.take(number) }
    #expect(try workshop.finished() == (0..<count).map { $0 * $0 })
  }

  @Test func `A failure in the midst is told, and the rest is waited for`() {
    struct Failure: Error {}
    let ended = Mutex(0)
    let workshop = Workshop<Int, Int>(batchSize: 10) { number in
      if number == 505 { throw Failure() }
      ended.withLock { $0 += 1 }
      return number
    }
    for number in 0..<1_000 { workshop.take(number) }
    #expect(throws: Failure.self) { try workshop.finished() }
    // The batch of the failure ends with it: 500 to 504 were made, 506 to 509 were not.
    #expect(ended.withLock { $0 } == 995)
  }

  @Test(arguments: [0, 1, 5, 33, 1_000])
  func `A list worked out on all cores keeps its order`(count: Int) {
    #expect(Array(0..<count).mappedOnAllCores { "\($0)" } == (0..<count).map { "\($0)" })
  }
}
