import Glibc

/// The folders of an archive, each opened once while many files are laid there, and closed with
/// this.
public final class OpenShelves {
  public let archive: Archive
  private var shelves: [Substring: Int32] = [:]

  public init(of archive: Archive) { self.archive = archive }

  deinit { for shelf in shelves.values { close(shelf) } }

  /// Puts a content under its digest; false when it rests there already.
  @discardableResult
  public func keep(_ bytes: UnsafeRawBufferPointer, digest: String) throws -> Bool {
    guard let name = Archive.name(digest) else { throw archive.failure(EINVAL) }
    let key = digest.prefix(2)
    if let shelf = shelves[key] { return try archive.keep(bytes, as: name, on: shelf) }
    let shelf = try archive.shelf(of: digest, creates: true)
    shelves[Substring(String(key))] = shelf
    return try archive.keep(bytes, as: name, on: shelf)
  }
}
