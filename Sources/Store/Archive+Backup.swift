import Glibc

extension Archive {
  /// What a copy of the archive took along.
  public struct Copied: Hashable, Sendable {
    public var new = 0
    /// Rested there already, from the backup before.
    public var known = 0

    public var count: Int { new + known }
  }

  /// Brings another archive up to date with this one: each file by a hard link where both are on
  /// one disk, as a copy elsewhere. What rests there already is not written again.
  public func copy(to target: Archive) throws -> Copied {
    var copied = Copied()
    for shelf in Archive.names(in: folder) where shelf.utf8.count == 2 {
      let files = Archive.names(in: folder + "/" + shelf).filter { Archive.isOurs($0, on: shelf) }
      if files.isEmpty { continue }
      let source = try self.shelf(of: shelf, creates: false)
      defer { close(source) }
      let goal = try target.shelf(of: shelf, creates: true)
      defer { close(goal) }
      for name in files { try copy(name, from: source, to: goal, of: target, &copied) }
    }
    if copied.new > 0 { try target.settle() }
    return copied
  }

  private func copy(
    _ name: String, from source: Int32, to goal: Int32, of target: Archive,
    _ copied: inout Copied
  ) throws {
    var status = stat()
    guard fstatat(source, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return }
    let size = Int(status.st_size)
    if target.condition(of: name, on: goal, byteCount: size) == .whole {
      copied.known += 1
      return
    }
    // A file of another size stands in the way: it is not what its name says.
    unlinkat(goal, name, 0)
    copied.new += 1
    if linkat(source, name, goal, name, 0) == 0 { return }
    let file = openat(source, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno) }
    defer { close(file) }
    guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0),
      start != MAP_FAILED
    else { throw failure(errno) }
    defer { munmap(start, size) }
    try target.keep(
      UnsafeRawBufferPointer(start: start, count: size), digest: String(name.dropLast(4)))
  }

  private static func isOurs(_ file: String, on shelf: String) -> Bool {
    file.hasPrefix(shelf) && file.hasSuffix(".pdf") && name(String(file.dropLast(4))) != nil
  }

  /// The names in a folder, sorted; none when there is no such folder.
  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
