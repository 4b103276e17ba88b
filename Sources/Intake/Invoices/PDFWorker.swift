import CQPDF
import Glibc

/// The child process that opens PDF files, seen from the parent.
struct PDFWorker {
  private let process: pid_t
  private let socket: Int32
  /// Where small files lie for the child, several at a time: none is copied through the socket.
  private let shared: UnsafeMutableRawPointer?

  /// One file may take this long before its worker is ended.
  private static let patienceInMilliseconds = 10_000

  /// Starts the child and waits for its greeting; nil when it cannot be started.
  static func start(_ executable: String, _ arguments: [String]) -> PDFWorker? {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
    let memory = shared_memory(PDFProtocol.sharedCount)
    let process = spawn(executable, arguments, on: ends[1], memory)
    close(ends[1])
    let shared = mapped(memory)
    guard let process else {
      close(ends[0])
      if let shared { munmap(shared, PDFProtocol.sharedCount) }
      return nil
    }
    let worker = PDFWorker(process: process, socket: ends[0], shared: shared)
    var greeting: UInt8 = 0
    let hasGreeted = withUnsafeMutableBytes(of: &greeting) {
      worker.receive($0, before: now() + patienceInMilliseconds)
    }
    guard hasGreeted, greeting == PDFProtocol.greeting else {
      worker.end()
      return nil
    }
    return worker
  }

  /// What the child says of the file; nil when it died or took too long.
  func extract(_ bytes: UnsafeRawBufferPointer) -> PDFAnswer? {
    let deadline = PDFWorker.now() + PDFWorker.patienceInMilliseconds
    guard send(.file, UInt64(bytes.count), before: deadline), send(bytes, before: deadline) else {
      return nil
    }
    return receiveAnswer(before: deadline)
  }

  /// What the child makes of a request about pages; nil when it died or took too long.
  func pages(_ request: UnsafeRawBufferPointer) -> PDFAnswer? {
    let deadline = PDFWorker.now() + PDFWorker.patienceInMilliseconds
    guard send(.pages, UInt64(request.count), before: deadline), send(request, before: deadline)
    else { return nil }
    return receiveAnswer(before: deadline)
  }

  /// What the child says of several files together; nil when it died or took too long over one
  /// of them, or when they do not fit.
  func extract(_ files: ArraySlice<SourceFile>) -> [PDFAnswer]? {
    guard let shared, PDFProtocol.together(files) == files.count else { return nil }
    let deadline = PDFWorker.now() + PDFWorker.patienceInMilliseconds
    var places: [UInt64] = []
    var place = 0
    for file in files {
      (shared + place).copyMemory(from: file.bytes.baseAddress!, byteCount: file.bytes.count)
      places += [UInt64(place).littleEndian, UInt64(file.bytes.count).littleEndian]
      place += PDFProtocol.room(for: file.bytes.count)
    }
    guard send(.shared, UInt64(files.count), before: deadline),
      places.withUnsafeBytes({ send($0, before: deadline) }),
      case .content(let all) = receiveAnswer(before: deadline)
    else { return nil }
    return PDFProtocol.answers(files.count, in: all)
  }

  private func send(_ kind: PDFProtocol.Request, _ count: UInt64, before deadline: Int) -> Bool {
    let head = PDFProtocol.head(kind.rawValue, count)
    return head.withUnsafeBytes { send($0, before: deadline) }
  }

  private func receiveAnswer(before deadline: Int) -> PDFAnswer? {
    var head = [UInt8](repeating: 0, count: PDFProtocol.headCount)
    guard head.withUnsafeMutableBytes({ receive($0, before: deadline) }) else { return nil }
    if let fault = PDFFault(rawValue: head[0]) { return .fault(fault) }
    let count = PDFProtocol.count(in: head[...])
    guard head[0] == 0, count <= PDFProtocol.largestAnswer else { return nil }
    var content = [UInt8](repeating: 0, count: Int(count))
    guard content.withUnsafeMutableBytes({ receive($0, before: deadline) }) else { return nil }
    return .content(content)
  }

  func end() {
    close(socket)
    if let shared { munmap(shared, PDFProtocol.sharedCount) }
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], on socket: Int32, _ memory: Int32
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, socket, 0)
    posix_spawn_file_actions_adddup2(&actions, socket, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    if memory >= 0 {
      posix_spawn_file_actions_adddup2(&actions, memory, PDFProtocol.sharedDescriptor)
    }
    let words = PDFWorker.copies([executable] + arguments)
    let settings = PDFWorker.copies(environment)
    defer {
      for text in words + settings { free(text) }
    }
    var process: pid_t = 0
    guard posix_spawn(&process, executable, &actions, nil, words, settings) == 0 else {
      return nil
    }
    return process
  }

  /// Maps the shared memory and lets go of the file; nil when there is none.
  private static func mapped(_ memory: Int32) -> UnsafeMutableRawPointer? {
    guard memory >= 0 else { return nil }
    defer { close(memory) }
    let start = mmap(
      nil, PDFProtocol.sharedCount, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0)
    return start == MAP_FAILED ? nil : start
  }

  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    copies.append(nil)
    return copies
  }

  /// The child needs nothing of our surroundings but where its libraries are.
  private static var environment: [String] {
    let kept = ["PATH", "LD_LIBRARY_PATH"].compactMap { (name: String) -> String? in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    return kept + ["SWIFT_BACKTRACE=enable=no"]
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  private func wait(for events: Int32, before deadline: Int) -> Bool {
    while true {
      let left = deadline - PDFWorker.now()
      guard left > 0 else { return false }
      var entry = pollfd(fd: socket, events: Int16(events), revents: 0)
      let count = poll(&entry, 1, Int32(left))
      if count > 0 { return true }
      guard count < 0, errno == EINTR else { return false }
    }
  }

  private func send(_ bytes: UnsafeRawBufferPointer, before deadline: Int) -> Bool {
    var place = 0
    let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
    while place < bytes.count {
      let count = Glibc.send(
        socket, bytes.baseAddress! + place, bytes.count - place, flags)
      if count > 0 {
        place += count
      } else {
        guard count < 0, errno == EAGAIN || errno == EINTR else { return false }
        guard wait(for: POLLOUT, before: deadline) else { return false }
      }
    }
    return true
  }

  private func receive(_ bytes: UnsafeMutableRawBufferPointer, before deadline: Int) -> Bool {
    var place = 0
    while place < bytes.count {
      guard wait(for: POLLIN, before: deadline) else { return false }
      let count = recv(
        socket, bytes.baseAddress! + place, bytes.count - place,
        Int32(MSG_DONTWAIT))
      if count > 0 {
        place += count
      } else {
        guard count < 0, errno == EAGAIN || errno == EINTR else { return false }
      }
    }
    return true
  }
}
