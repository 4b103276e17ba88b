import Synchronization

/// Takes the invoice out of a Factur-X or ZUGFeRD PDF.
///
/// A PDF can be built to make any reader of it burn memory and time. The worker form opens each
/// one in a child process with bounds of its own: a bomb loses its own file and nothing else.
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

  /// Larger PDF files are refused: an invoice of this size is a scan.
  static let largestMegabytes = 100

  /// The XML of the invoice in the PDF. Throws a `Refusal`.
  public func xml(in bytes: UnsafeRawBufferPointer) throws(Refusal) -> [UInt8] {
    guard bytes.count <= PDFExtractor.largestMegabytes << 20 else {
      throw Refusal(.tooLarge(limitInMegabytes: PDFExtractor.largestMegabytes))
    }
    do throws(PDFFault) {
      guard let command else { return try PDFAttachment.xml(in: bytes) }
      return try ask(command, bytes)
    } catch {
      throw Refusal(error.refusal)
    }
  }

  private func ask(
    _ command: (executable: String, arguments: [String]), _ bytes: UnsafeRawBufferPointer
  ) throws(PDFFault) -> [UInt8] {
    let answer = worker.withLock { worker -> PDFAnswer in
      // A child that was killed while idle is replaced, once.
      for _ in 0..<2 {
        let isFresh = worker == nil
        if isFresh { worker = PDFWorker.start(command.executable, command.arguments) }
        guard let running = worker else { return .notStarted }
        if let answer = running.extract(bytes) { return answer }
        running.end()
        worker = nil
        if isFresh { break }
      }
      return .fault(.excessive)
    }
    switch answer {
    case .xml(let xml): return xml
    case .fault(let fault): throw fault
    case .notStarted: throw .notStarted
    }
  }
}

/// What the worker said about one file.
enum PDFAnswer {
  case xml([UInt8])
  case fault(PDFFault)
  case notStarted
}
