import Glibc

/// A file to read: its name and its bytes, read-only.
///
/// A small file is read at once; a larger one is mapped, so that two gigabytes cost no memory.
public final class SourceFile: @unchecked Sendable {
  // Write-once: nothing changes after init, so the file can be read from any thread.
  /// The last part of the path.
  public let name: String
  /// Where it lies; empty for bytes that came by another way.
  public let path: String
  /// What people said of the columns of bank tables.
  public let known: KnownColumns
  /// The bytes, valid as long as the file itself is held.
  public let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Below this a copy costs less than a mapping, and a file cut short meanwhile does no harm.
  private static let copied = 4 << 20

  /// Opens a regular file with at least one byte; anything else is refused.
  public init(path: String, knowing known: KnownColumns = .none) throws(Refusal) {
    self.path = path
    self.known = known
    name = SourceFile.name(of: path)
    let (descriptor, size) = try SourceFile.opened(path)
    defer { close(descriptor) }
    isMapped = size > SourceFile.copied
    bytes =
      isMapped
      ? try SourceFile.mapped(descriptor, size, name) : try SourceFile.copy(descriptor, size, name)
  }

  /// Bytes that came by another way: an upload, a test.
  public init(
    name: String, bytes source: some Collection<UInt8>, knowing known: KnownColumns = .none
  ) throws(Refusal) {
    guard !source.isEmpty else { throw Refusal(.empty, file: name) }
    path = ""
    self.known = known
    self.name = name
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 16)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  /// Gives back the memory of the pages read so far; those still wanted are mapped again.
  func releasePages() {
    if isMapped {
      madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count, MADV_DONTNEED)
    }
  }

  /// The last part of a path.
  public static func name(of path: String) -> String {
    let bytes = path.utf8
    guard let last = bytes.lastIndex(where: { $0 != UInt8(ascii: "/") }) else { return path }
    let head = bytes[...last]
    let slash = head.lastIndex(of: UInt8(ascii: "/"))
    return String(path[(slash.map(bytes.index(after:)) ?? bytes.startIndex)...last])
  }

  /// How long a file is, and whether it is a PDF, without reading more than its beginning: a folder
  /// of a hundred thousand invoices is listed before the first of them is read.
  public static func glance(
    at path: String
  ) throws(Refusal) -> (byteCount: Int, isPDF: Bool) {
    let (descriptor, size) = try opened(path)
    defer { close(descriptor) }
    let begins = withUnsafeTemporaryAllocation(byteCount: 1_024, alignment: 1) { head in
      let count = Glibc.pread(descriptor, head.baseAddress!, head.count, 0)
      return isPDF(UnsafeRawBufferPointer(rebasing: head[..<max(0, count)]))
    }
    return (size, begins)
  }

  private static func opened(
    _ path: String
  ) throws(Refusal) -> (descriptor: Int32, size: Int) {
    let name = name(of: path)
    // Without O_NONBLOCK, opening a pipe would wait for ever.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(errno, name: name) }
    var status = stat()
    let kind: Refusal.Kind?
    if fstat(descriptor, &status) != 0 {
      kind = .unreadable(String(cString: strerror(errno)))
    } else {
      switch status.st_mode & S_IFMT {
      case S_IFREG: kind = status.st_size > 0 ? nil : .empty
      case S_IFDIR: kind = .directory
      default: kind = .notAFile
      }
    }
    guard let kind else { return (descriptor, Int(status.st_size)) }
    close(descriptor)
    throw Refusal(kind, file: name)
  }

  private static func mapped(
    _ descriptor: Int32, _ size: Int, _ name: String
  ) throws(Refusal) -> UnsafeRawBufferPointer {
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw refusal(errno, name: name) }
    madvise(start, size, MADV_SEQUENTIAL)
    return UnsafeRawBufferPointer(start: start, count: size)
  }

  private static func copy(
    _ descriptor: Int32, _ size: Int, _ name: String
  ) throws(Refusal) -> UnsafeRawBufferPointer {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    var place = 0
    while place < size {
      let count = Glibc.read(descriptor, buffer.baseAddress! + place, size - place)
      if count < 0, errno == EINTR { continue }
      if count < 0 {
        let code = errno
        buffer.deallocate()
        throw refusal(code, name: name)
      }
      if count == 0 { break }
      place += count
    }
    guard place > 0 else {
      buffer.deallocate()
      throw Refusal(.empty, file: name)
    }
    return UnsafeRawBufferPointer(start: buffer.baseAddress, count: place)
  }

  private static func refusal(_ code: Int32, name: String) -> Refusal {
    switch code {
    case ENOENT, ENOTDIR: Refusal(.missing, file: name)
    case EACCES, EPERM: Refusal(.noPermission, file: name)
    default: Refusal(.unreadable(String(cString: strerror(code))), file: name)
    }
  }
}
