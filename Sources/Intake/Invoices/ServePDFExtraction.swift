import Glibc

/// The main loop of the child that opens PDF files: it reads requests from standard input and
/// answers on standard output until the parent goes away.
///
/// It bounds itself first: 1 GiB of addresses, 10 seconds of CPU for each file.
public func servePDFExtraction() {
  bound(__rlimit_resource_t(RLIMIT_AS.rawValue), to: 1 << 30)
  bound(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0)
  var greeting = PDFProtocol.greeting
  guard withUnsafeBytes(of: &greeting, { sendAll($0) }) else { return }
  while let request = nextRequest() {
    defer { request.deallocate() }
    allowCPU(seconds: 10)
    var head = [UInt8](repeating: 0, count: PDFProtocol.headCount)
    var xml: [UInt8] = []
    do throws(PDFFault) {
      xml = try PDFAttachment.xml(in: UnsafeRawBufferPointer(request))
    } catch {
      head[0] = error.rawValue
    }
    for place in 0..<8 { head[1 + place] = UInt8(truncatingIfNeeded: xml.count >> (8 * place)) }
    guard head.withUnsafeBytes({ sendAll($0) }), xml.withUnsafeBytes({ sendAll($0) }) else {
      return
    }
  }
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

private func nextRequest() -> UnsafeMutableRawBufferPointer? {
  var size: UInt64 = 0
  guard withUnsafeMutableBytes(of: &size, { receiveAll($0) }) else { return nil }
  let count = UInt64(littleEndian: size)
  guard count <= UInt64(PDFExtractor.largestMegabytes) << 20 else { return nil }
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(count), alignment: 16)
  if receiveAll(buffer) { return buffer }
  buffer.deallocate()
  return nil
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
