import CCurl

/// One handle of libcurl, kept with its connection for one exchange after the other.
///
/// Blocks while it works: not to be used on the threads of Swift's own pool.
final class CurlSession {
  let handle: OpaquePointer
  private var lists: [UnsafeMutablePointer<curl_slist>] = []
  /// The last line a server said, without its end.
  private(set) var answer = ""
  /// All that the server said outside the content, at most 64 KB of it.
  private(set) var heard: [UInt8] = []
  /// The content that came, at most `mostBytes` of it.
  private(set) var content: [UInt8] = []
  var mostBytes = 1_048_576
  /// What is to be sent, and how far it is.
  private var outgoing: [UInt8] = []
  private var place = 0
  /// Whether the last byte was asked for and nothing was left: from here on the server may have
  /// everything.
  private(set) var isAllHandedOver = false

  /// Once for the program, before any handle is made.
  private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init(_ server: MailServer, scheme: String) {
    precondition(CurlSession.isReady, "libcurl does not start")
    guard let handle = curl_easy_init() else { preconditionFailure("out of memory") }
    self.handle = OpaquePointer(handle)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_CONNECTTIMEOUT, min(20, server.patienceInSeconds))
    set(CURLOPT_LOW_SPEED_LIMIT, 1)
    set(CURLOPT_LOW_SPEED_TIME, server.patienceInSeconds)
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT, server.patienceInSeconds)
    set(CURLOPT_PROTOCOLS_STR, scheme)
    // A mail server is spoken to directly, whatever the environment says of proxies.
    set(CURLOPT_PROXY, "")
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    if server.security != .none { set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
    if !server.authorityFile.isEmpty { set(CURLOPT_CAINFO, server.authorityFile) }
    if !server.user.isEmpty {
      set(CURLOPT_USERNAME, server.user)
      set(CURLOPT_PASSWORD, server.password)
    }
    let owner = Unmanaged.passUnretained(self).toOpaque()
    for option in [CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_READDATA] {
      curl_set_pointer(self.curl, option, owner)
    }
    curl_set_bytes(curl, CURLOPT_HEADERFUNCTION) { bytes, size, count, owner in
      CurlSession.of(owner).hear(UnsafeRawBufferPointer(start: bytes, count: size * count))
      return size * count
    }
    curl_set_bytes(curl, CURLOPT_WRITEFUNCTION) { bytes, size, count, owner in
      CurlSession.of(owner).take(UnsafeRawBufferPointer(start: bytes, count: size * count))
      return size * count
    }
    curl_set_bytes(curl, CURLOPT_READFUNCTION) { bytes, size, count, owner in
      CurlSession.of(owner).give(
        UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
    }
  }

  deinit {
    curl_easy_cleanup(curl)
    for list in lists { curl_slist_free_all(list) }
  }

  private var curl: UnsafeMutableRawPointer { UnsafeMutableRawPointer(handle) }

  private static func of(_ owner: UnsafeMutableRawPointer?) -> CurlSession {
    Unmanaged<CurlSession>.fromOpaque(owner!).takeUnretainedValue()
  }

  func set(_ option: CURLoption, _ value: Int) { curl_set_long(curl, option, value) }
  /// Nil takes the option back.
  func set(_ option: CURLoption, _ value: String?) { curl_set_text(curl, option, value) }

  /// Sets an option to one text in a list.
  func set(_ option: CURLoption, listOf text: String) {
    guard let list = curl_slist_append(nil, text) else { preconditionFailure("out of memory") }
    curl_set_pointer(curl, option, list)
    // curl reads the list until the option is set again.
    for old in lists { curl_slist_free_all(old) }
    lists = [list]
  }

  /// One exchange. Gives curl's own verdict and the last number that the server said.
  func perform(sending bytes: [UInt8] = []) -> (code: CURLcode, reply: Int) {
    outgoing = bytes
    place = 0
    isAllHandedOver = false
    answer = ""
    heard.removeAll(keepingCapacity: true)
    content.removeAll(keepingCapacity: true)
    let code = curl_easy_perform(curl)
    var reply = 0
    curl_long_of(curl, CURLINFO_RESPONSE_CODE, &reply)
    return (code, reply)
  }

  /// curl's words for a verdict.
  static func words(for code: CURLcode) -> String { String(cString: curl_easy_strerror(code)) }

  private func hear(_ bytes: UnsafeRawBufferPointer) {
    if heard.count < 65_536 { heard.append(contentsOf: bytes.prefix(4_096)) }
    let line = bytes.prefix(400).filter { $0 >= 0x20 && $0 != 0x7F }
    if !line.isEmpty { answer = String(decoding: line, as: UTF8.self) }
  }

  private func take(_ bytes: UnsafeRawBufferPointer) {
    let room = mostBytes - content.count
    if room > 0 { content.append(contentsOf: bytes.prefix(room)) }
  }

  private func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(room.count, outgoing.count - place)
    if count == 0 { isAllHandedOver = true }
    outgoing.withUnsafeBytes {
      room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<(place + count)]))
    }
    place += count
    return count
  }
}
