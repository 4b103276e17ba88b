import Foundation

/// Work that takes long and must not hold up the answers to requests.
enum Background {
  static func run(_ work: @escaping @Sendable () -> Void) {
    let thread = Thread { work() }
    // Parsers and SQLite recurse little, but a default secondary stack is small.
    thread.stackSize = 8 << 20
    thread.start()
  }
}
