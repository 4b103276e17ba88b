import Synchronization

/// Takes the invoice out of a Factur-X or ZUGFeRD PDF.
///
/// A PDF can be built to make any reader of it burn memory and time. The worker form reads a
/// plainly built one itself and opens any other in a child process with bounds of its own: a bomb
/// loses its own file and nothing else.
public final class PDFExtractor: Sendable {
  private let command: (executable: String, arguments: [String])?
  private let worker = Mutex<PDFWorker?>(nil)

  private init(_ command: (executable: String, arguments: [String])?) { self.command = command }

  deinit {
    worker.withLock { worker in
      worker?.end()
      worker = nil
    }
  }

  /// Opens PDF files in this process, without bounds on what the library takes.
  public static var inProcess: PDFExtractor { PDFExtractor(nil) }

  /// Opens PDF files in a child, started at the first one and used for all. The child must call
  /// `servePDFExtraction()`.
  public static func worker(executable: String, arguments: [String]) -> PDFExtractor {
    PDFExtractor((executable, arguments))
  }

  /// What our own reader takes out of a plainly built PDF; nil for any other, which the library has
  /// to read.
  public static func plainXML(in bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    PlainPDFReader.xml(in: bytes)
  }

  /// Larger PDF files are refused: an invoice of this size is a scan.
  static let largestMegabytes = 100

  /// The XML of the invoice in the PDF. Throws a `Refusal`.
  public func xml(in bytes: UnsafeRawBufferPointer) throws(Refusal) -> [UInt8] {
    guard bytes.count <= PDFExtractor.largestMegabytes << 20 else {
      throw Refusal(.tooLarge(limitInMegabytes: PDFExtractor.largestMegabytes))
    }
    guard let command else {
      do throws(PDFFault) { return try PDFAttachment.xml(in: bytes) } catch {
        throw Refusal(error.refusal)
      }
    }
    if let xml = PlainPDFReader.xml(in: bytes) { return xml }
    return try ask(command) { $0.extract(bytes) }.content
  }

  /// What is in several PDFs, each small: a worker is asked for many at once, which costs less.
  /// Nil for one that has to be asked for by itself.
  public func contents(of files: [SourceFile]) -> [PDFContent?] {
    guard let command else { return files.map { _ in nil } }
    var contents = files.map { file in
      PlainPDFReader.xml(in: file.bytes).map { PDFContent(answer: .content($0)) }
    }
    let rest = files.indices.filter { contents[$0] == nil }
    let others = rest.map { files[$0] }
    var first = 0
    while first < rest.count {
      let count = PDFProtocol.together(others[first...])
      // A child that dies over one of them is asked for each of them again.
      if count > 1, let answers = askTogether(command, others[first..<(first + count)]) {
        for (place, answer) in answers.enumerated() {
          contents[rest[first + place]] = PDFContent(answer: answer)
        }
      }
      first += max(1, count)
    }
    return contents
  }

  /// Whether PDF files are opened in this process.
  public var isInProcess: Bool { command == nil }

  /// Lets the worker do some work on whole pages, in the words of `servePDFExtraction(pages:)`.
  /// Throws a `Refusal` when it could not, or died over it.
  public func pages(_ request: [UInt8]) throws(Refusal) -> [UInt8] {
    guard let command, request.count <= PDFExtractor.largestMegabytes << 20 else {
      throw Refusal(.tooLarge(limitInMegabytes: PDFExtractor.largestMegabytes))
    }
    return try ask(command) { worker in request.withUnsafeBytes { worker.pages($0) } }.content
  }

  private func ask(
    _ command: (executable: String, arguments: [String]), _ body: (PDFWorker) -> PDFAnswer?
  ) -> PDFAnswer {
    worker.withLock { worker -> PDFAnswer in
      // A child that was killed while idle is replaced, once.
      for _ in 0..<2 {
        let isFresh = worker == nil
        if isFresh { worker = PDFWorker.start(command.executable, command.arguments) }
        guard let running = worker else { return .fault(.notStarted) }
        if let answer = body(running) { return answer }
        running.end()
        worker = nil
        if isFresh { break }
      }
      return .fault(.excessive)
    }
  }

  private func askTogether(
    _ command: (executable: String, arguments: [String]), _ files: ArraySlice<SourceFile>
  ) -> [PDFAnswer]? {
    worker.withLock { worker in
      if worker == nil { worker = PDFWorker.start(command.executable, command.arguments) }
      guard let running = worker else { return nil }
      if let answers = running.extract(files) { return answers }
      running.end()
      worker = nil
      return nil
    }
  }
}

/// What came out of a PDF before it was read: its invoice, or why there is none.
public struct PDFContent: Sendable {
  let answer: PDFAnswer
}

/// What the worker said about one file.
enum PDFAnswer {
  case content([UInt8])
  case fault(PDFFault)

  var content: [UInt8] {
    get throws(Refusal) {
      switch self {
      case .content(let bytes): return bytes
      case .fault(let fault): throw Refusal(fault.refusal)
      }
    }
  }
}
