import CLibXML2
import Glibc

/// The local name of an element: its place in the receiver's vocabulary, or -1, and its bytes.
struct XMLName {
  let code: Int
  /// Its place among the names of the document, in the order they were met; -1 past some hundreds.
  let serial: Int
  /// Zero-terminated UTF-8, valid during the event.
  let bytes: UnsafePointer<UInt8>

  var text: String { String(cString: bytes) }
}

/// The attributes of an element, valid during the event.
struct XMLAttributes {
  let base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let count: Int

  /// The value's bytes, entities replaced.
  func value(_ name: StaticString) -> Bytes? {
    guard let base else { return nil }
    for place in 0..<count {
      // Five pointers each: local name, prefix, namespace, start and end of the value.
      let entry = base + 5 * place
      guard let local = entry[0], let start = entry[3], let end = entry[4] else { continue }
      if strcmp(local, name.utf8Start) == 0 {
        return Bytes(start: start, count: end - start)
      }
    }
    return nil
  }
}

/// The parse under way, for those who must know the line or end it.
final class XMLParse {
  fileprivate var parser: xmlParserCtxtPtr?
  fileprivate(set) var failure: (any Error)?

  /// The line of the file the parser has reached; 0 when nothing is being parsed.
  var line: Int { parser.map { Int(xmlSAX2GetLineNumber(UnsafeMutableRawPointer($0))) } ?? 0 }

  /// How much of the file the parser has read.
  var bytesRead: Int { parser.map { max(0, Int(xmlByteConsumed($0))) } ?? 0 }

  /// Ends the parse at once. `parse` then throws the error, or returns when there is none.
  func stop(_ error: (any Error)?) {
    if failure == nil { failure = error }
    if let parser { xmlStopParser(parser) }
  }
}

/// What follows a document element by element. Subclasses say what they make of it.
///
/// One receiver serves one parse. Bytes given to it live only during the call.
class XMLReceiver {
  final let under: XMLParse
  fileprivate final let names: XMLNameTable

  init(vocabulary: XMLVocabulary, parse: XMLParse = XMLParse()) {
    under = parse
    names = XMLNameTable(vocabulary)
  }

  func started(_ name: XMLName, _ attributes: XMLAttributes) {}
  func ended() {}
  func text(_ bytes: Bytes) {}
}

/// The names that a receiver knows; the code of each is its place among them.
struct XMLVocabulary: Sendable {
  private var bytes: [UInt8] = []
  /// By their lengths: where each begins among the bytes.
  private var byLength: [[(start: Int, code: Int)]] = []

  init(_ names: [String]) {
    for (code, name) in names.enumerated() {
      let length = name.utf8.count
      while byLength.count <= length { byLength.append([]) }
      byLength[length].append((bytes.count, code))
      bytes += name.utf8
    }
  }

  /// -1 for a name that is not known.
  func code(of name: UnsafePointer<UInt8>) -> Int {
    let length = strlen(name)
    guard length < byLength.count else { return -1 }
    return bytes.withUnsafeBufferPointer { bytes in
      for known in byLength[length]
      where memcmp(bytes.baseAddress! + known.start, name, length) == 0 { return known.code }
      return -1
    }
  }
}

/// Finds the code of a name by its address: the parser keeps one copy of each name, so that no
/// text is compared twice.
private final class XMLNameTable {
  private let vocabulary: XMLVocabulary
  private let slots: UnsafeMutablePointer<Slot>
  private let used: UnsafeMutablePointer<Int>
  private static let size = 1024

  struct Slot {
    var name: UnsafePointer<UInt8>?
    var code = -1
    var serial = -1
  }

  init(_ vocabulary: XMLVocabulary) {
    self.vocabulary = vocabulary
    slots = .allocate(capacity: XMLNameTable.size)
    slots.initialize(repeating: Slot(), count: XMLNameTable.size)
    used = .allocate(capacity: 1)
    used.initialize(to: 0)
  }

  deinit {
    slots.deallocate()
    used.deallocate()
  }

  func known(_ name: UnsafePointer<UInt8>) -> XMLName {
    let address = UInt(bitPattern: name)
    var slot = Int(bitPattern: (address &>> 3) ^ (address &>> 12)) & (XMLNameTable.size - 1)
    while let seen = slots[slot].name {
      if seen == name {
        return XMLName(code: slots[slot].code, serial: slots[slot].serial, bytes: name)
      }
      slot = (slot + 1) & (XMLNameTable.size - 1)
    }
    let code = vocabulary.code(of: name)
    // A hostile document may invent names without end: half the table is left free.
    guard used.pointee < XMLNameTable.size / 2 else {
      return XMLName(code: code, serial: -1, bytes: name)
    }
    defer { used.pointee += 1 }
    slots[slot] = Slot(name: name, code: code, serial: used.pointee)
    return XMLName(code: code, serial: used.pointee, bytes: name)
  }
}

/// Reads an XML document without keeping it: nothing is expanded, nothing is fetched.
///
/// Any DOCTYPE is refused before it is read, so that no entity exists but the five of XML itself.
/// The parser's own bounds hold: 256 levels, 10 MB in one attribute or comment.
enum XMLEvents {
  /// Feeds the whole document to the receiver. Throws a `Refusal`, or what the receiver stopped
  /// with.
  static func parse(_ bytes: UnsafeRawBufferPointer, into receiver: XMLReceiver) throws {
    let unread = UnreadBytes(bytes)
    let context = Unmanaged.passUnretained(receiver).toOpaque()
    var handler = saxHandler
    let parser = xmlCreateIOParserCtxt(
      &handler, context, readMore, nil, Unmanaged.passUnretained(unread).toOpaque(),
      XML_CHAR_ENCODING_NONE)
    guard let parser else { throw Refusal(.unreadable("libxml2")) }
    receiver.under.parser = parser
    defer {
      receiver.under.parser = nil
      xmlFreeParserCtxt(parser)
    }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
    xmlCtxtUseOptions(
      parser, Int32(options | XML_PARSE_NOWARNING.rawValue | XML_PARSE_BIG_LINES.rawValue))
    xmlParseDocument(parser)
    withExtendedLifetime((unread, receiver)) {}
    if let failure = receiver.under.failure { throw failure }
    if parser.pointee.disableSAX != 2, parser.pointee.wellFormed == 0 {
      throw malformed(parser)
    }
  }

  private static func malformed(_ parser: xmlParserCtxtPtr) -> Refusal {
    guard let error = xmlCtxtGetLastError(parser) else {
      return Refusal(.invalidXML("?"))
    }
    let words = error.pointee.message.map { String(cString: $0) } ?? "?"
    let line = max(1, Int(error.pointee.line))
    let text = words.split(separator: "\n").first.map(String.init) ?? "?"
    return Refusal(.invalidXML(Rejection.clipped(text)), at: .line(line))
  }

  private static var saxHandler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = started
    handler.endElementNs = ended
    handler.characters = characters
    // The same function for both spares the parser a guess at every blank.
    handler.ignorableWhitespace = characters
    handler.cdataBlock = characters
    handler.internalSubset = doctype
    handler.getEntity = { _, name in xmlGetPredefinedEntity(name) }
    return handler
  }
}

/// The part of the document that the parser has not taken yet.
private final class UnreadBytes {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  func take(_ target: UnsafeMutableRawPointer, atMost limit: Int) -> Int {
    let count = min(limit, bytes.count - place)
    guard count > 0, let start = bytes.baseAddress else { return 0 }
    target.copyMemory(from: start + place, byteCount: count)
    place += count
    return count
  }
}

private let readMore: xmlInputReadCallback = { context, target, limit in
  guard let context, let target else { return -1 }
  return Int32(
    Unmanaged<UnreadBytes>.fromOpaque(context)._withUnsafeGuaranteedRef {
      $0.take(target, atMost: Int(limit))
    })
}

private let started: startElementNsSAX2Func = { context, name, _, _, _, _, count, _, attributes in
  guard let context, let name else { return }
  Unmanaged<XMLReceiver>.fromOpaque(context)._withUnsafeGuaranteedRef {
    $0.started(
      $0.names.known(name),
      XMLAttributes(base: attributes, count: Int(count)))
  }
}

private let ended: endElementNsSAX2Func = { context, _, _, _ in
  guard let context else { return }
  Unmanaged<XMLReceiver>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.ended() }
}

private let characters: charactersSAXFunc = { context, bytes, count in
  guard let context, let bytes, count > 0 else { return }
  Unmanaged<XMLReceiver>.fromOpaque(context)._withUnsafeGuaranteedRef {
    $0.text(Bytes(start: bytes, count: Int(count)))
  }
}

private let doctype: internalSubsetSAXFunc = { context, _, _, _ in
  guard let context else { return }
  Unmanaged<XMLReceiver>.fromOpaque(context)._withUnsafeGuaranteedRef {
    $0.under.stop(Refusal(.doctype, at: .line($0.under.line)))
  }
}
