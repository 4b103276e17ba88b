import Store

/// The directory of customers, read from the book when it is first asked for: a statement names
/// none.
final class DirectoryAtHand {
  private let pen: BookWriter
  private var opened: CustomerDirectory?

  init(_ pen: BookWriter) { self.pen = pen }

  func open() throws -> CustomerDirectory {
    if let opened { return opened }
    let directory = try CustomerDirectory(pen)
    opened = directory
    return directory
  }
}
