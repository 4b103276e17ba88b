import Glibc

/// The main loop of the child that opens PDF files: it reads requests from standard input and
/// answers on standard output until the parent goes away.
///
/// It bounds itself first: 1 GiB of addresses, 10 seconds of CPU for each request. `pages` answers
/// what is asked of whole pages.
public func servePDFExtraction(pages: (UnsafeRawBufferPointer) -> [UInt8]) {
  bound(__rlimit_resource_t(RLIMIT_AS.rawValue), to: 1 << 30)
  bound(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0)
  let shared = mmap(
    nil, PDFProtocol.sharedCount, PROT_READ, MAP_SHARED, PDFProtocol.sharedDescriptor, 0)
  var greeting = PDFProtocol.greeting
  guard withUnsafeBytes(of: &greeting, { sendAll($0) }) else { return }
  var head = [UInt8](repeating: 0, count: PDFProtocol.headCount)
  while head.withUnsafeMutableBytes({ receiveAll($0) }) {
    guard let kind = PDFProtocol.Request(rawValue: head[0]) else { return }
    allowCPU(seconds: 10)
    let answer: [UInt8]?
    switch kind {
    case .file: answer = withRequest(PDFProtocol.count(in: head[...])) { extracted($0) }
    case .pages:
      answer = withRequest(PDFProtocol.count(in: head[...])) { framed(0, pages($0)) }
    case .shared:
      answer = extractedTogether(
        PDFProtocol.count(in: head[...]), from: shared == MAP_FAILED ? nil : shared)
    }
    guard let answer, answer.withUnsafeBytes({ sendAll($0) }) else { return }
  }
}

private func framed(_ first: UInt8, _ content: [UInt8]) -> [UInt8] {
  PDFProtocol.head(first, UInt64(content.count)) + content
}

private func extracted(_ pdf: UnsafeRawBufferPointer) -> [UInt8] {
  do throws(PDFFault) { return framed(0, try PDFAttachment.xml(in: pdf)) } catch {
    return framed(error.rawValue, [])
  }
}

/// The answers for files in the shared memory; nil when they cannot lie there.
private func extractedTogether(
  _ count: UInt64, from shared: UnsafeMutableRawPointer?
) -> [UInt8]? {
  guard let shared, count <= PDFProtocol.mostTogether else { return nil }
  var places = [UInt64](repeating: 0, count: 2 * Int(count))
  guard places.withUnsafeMutableBytes({ receiveAll($0) }) else { return nil }
  var answers: [UInt8] = []
  for file in 0..<Int(count) {
    let (start, length) = (
      UInt64(littleEndian: places[2 * file]), UInt64(littleEndian: places[2 * file + 1])
    )
    let room = UInt64(PDFProtocol.sharedCount)
    guard start <= room, length <= room - start else { return nil }
    answers += extracted(UnsafeRawBufferPointer(start: shared + Int(start), count: Int(length)))
  }
  return framed(0, answers)
}

private func bound(_ resource: __rlimit_resource_t, to limit: rlim_t) {
  var limits = rlimit(rlim_cur: limit, rlim_max: limit)
  setrlimit(resource, &limits)
}

/// The limit counts all the CPU of the process, so it is moved on for each file.
private func allowCPU(seconds: Int) {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
  let resource = __rlimit_resource_t(RLIMIT_CPU.rawValue)
  var limits = rlimit()
  getrlimit(resource, &limits)
  limits.rlim_cur = min(limits.rlim_max, rlim_t(used + seconds + 1))
  setrlimit(resource, &limits)
}

/// Hands over the bytes that follow a request's head; nil when they do not come.
private func withRequest(
  _ count: UInt64, _ body: (UnsafeRawBufferPointer) -> [UInt8]
) -> [UInt8]? {
  guard count <= UInt64(PDFExtractor.largestMegabytes) << 20 else { return nil }
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(count), alignment: 16)
  defer { buffer.deallocate() }
  return receiveAll(buffer) ? body(UnsafeRawBufferPointer(buffer)) : nil
}

private func receiveAll(_ bytes: UnsafeMutableRawBufferPointer) -> Bool {
  var place = 0
  while place < bytes.count {
    let count = Glibc.read(0, bytes.baseAddress! + place, bytes.count - place)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    place += count
  }
  return true
}

private func sendAll(_ bytes: UnsafeRawBufferPointer) -> Bool {
  var place = 0
  while place < bytes.count {
    let count = Glibc.write(1, bytes.baseAddress! + place, bytes.count - place)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    place += count
  }
  return true
}
