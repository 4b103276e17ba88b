import CSQLite
import Glibc
public import Ledger

/// The files that rest beside a book, each under the digest of its content: `ab/ab12….pdf`.
///
/// A content is written once and never changed. A file that no entry names does no harm; an entry
/// never comes before its file.
public struct Archive: Sendable {
  /// Where they rest: `ma-societe.encaisse-pieces`.
  public let folder: String

  public static let suffix = "-pieces"

  public init(beside book: String) { folder = book + Archive.suffix }

  /// How a file of the archive is found.
  public enum Condition: Hashable, Sendable { case whole, missing, otherSize }

  /// Puts a content under its digest; false when it rests there already.
  @discardableResult
  public func keep(_ bytes: UnsafeRawBufferPointer, digest: String) throws -> Bool {
    guard let name = Archive.name(digest) else { throw failure(EINVAL) }
    let shelf = try shelf(of: digest, creates: true)
    defer { close(shelf) }
    return try keep(bytes, as: name, on: shelf)
  }

  func keep(_ bytes: UnsafeRawBufferPointer, as name: String, on shelf: Int32) throws -> Bool {
    if condition(of: name, on: shelf, byteCount: bytes.count) == .whole { return false }
    let draft = ".\(name).\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let file = openat(shelf, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(errno) }
    let fault = Archive.write(bytes, to: file)
    close(file)
    guard fault == 0, renameat(shelf, draft, shelf, name) == 0 else {
      let code = fault == 0 ? errno : fault
      unlinkat(shelf, draft, 0)
      throw failure(code)
    }
    return true
  }

  /// Waits until all that was kept is on the disk: before the entries that name it are.
  public func settle() throws {
    let place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard place >= 0 else { throw failure(errno) }
    defer { close(place) }
    guard syncfs(place) == 0 else { throw failure(errno) }
  }

  /// Whether a file rests here as it was kept, by its size; its digest is for its reader.
  public func condition(of file: KeptFile) -> Condition {
    guard let name = Archive.name(file.digest),
      let shelf = try? shelf(of: file.digest, creates: false)
    else { return .missing }
    defer { close(shelf) }
    return condition(of: name, on: shelf, byteCount: file.byteCount)
  }

  /// The bytes of a file; nil when it is gone or of another size. Whether they are still those of
  /// the digest, the caller finds out.
  public func bytes(of file: KeptFile) -> [UInt8]? {
    guard let name = Archive.name(file.digest),
      let shelf = try? shelf(of: file.digest, creates: false)
    else { return nil }
    defer { close(shelf) }
    // Without O_NONBLOCK, opening a pipe that somebody laid there would wait for ever.
    let source = openat(shelf, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard source >= 0 else { return nil }
    defer { close(source) }
    var status = stat()
    guard fstat(source, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == file.byteCount
    else { return nil }
    return Archive.read(file.byteCount, from: source)
  }

  // Places ---------------------------------------------------------------------------------------

  /// `ab12….pdf`; nil for what is not a digest: a name from a book is not trusted with a path.
  static func name(_ digest: String) -> String? {
    let isDigest = digest.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    return isDigest && digest.utf8.count == 64 ? digest + ".pdf" : nil
  }

  /// The folder of a digest's first two digits, opened. What leads elsewhere is not followed.
  func shelf(of digest: String, creates: Bool) throws -> Int32 {
    let top = try top(creates: creates)
    defer { close(top) }
    let name = String(digest.prefix(2))
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var shelf = openat(top, name, flags)
    if shelf < 0, errno == ENOENT, creates {
      guard mkdirat(top, name, 0o700) == 0 || errno == EEXIST else { throw failure(errno) }
      shelf = openat(top, name, flags)
    }
    guard shelf >= 0 else { throw failure(errno) }
    return shelf
  }

  private func top(creates: Bool) throws -> Int32 {
    // A person may have laid the whole folder on another disk, by a link: that one is followed.
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    var top = open(folder, flags)
    if top < 0, errno == ENOENT, creates {
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(errno) }
      top = open(folder, flags)
    }
    guard top >= 0 else { throw failure(errno) }
    return top
  }

  func condition(of name: String, on shelf: Int32, byteCount: Int) -> Condition {
    var status = stat()
    guard fstatat(shelf, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return .missing }
    return Int(status.st_size) == byteCount ? .whole : .otherSize
  }

  func failure(_ code: Int32) -> StoreFailure {
    switch code {
    case ENOSPC, EDQUOT: .full(path: folder)
    default: .cannotKeep(path: folder, reason: String(cString: strerror(code)))
    }
  }

  /// Zero, or the code of what went wrong.
  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32 {
    var place = 0
    while place < bytes.count {
      let count = Glibc.write(file, bytes.baseAddress! + place, bytes.count - place)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      place += count
    }
    return 0
  }

  private static func read(_ byteCount: Int, from file: Int32) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, filled in
      while filled < byteCount {
        let count = Glibc.read(file, buffer.baseAddress! + filled, byteCount - filled)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        filled += count
      }
    }
    return bytes.count == byteCount ? bytes : nil
  }
}
