import Foundation
import Glibc
import Intake
import Store

/// The files of an import in the order the book needs them: customers, documents, bank.
enum ImportOrder {
  /// A file that waits to be taken in. It is opened again then: a folder of a hundred thousand
  /// invoices is never in memory whole.
  struct File: Sendable {
    let path: String
    let byteCount: Int
    let format: FileFormat
    let known: KnownColumns

    var name: String { SourceFile.name(of: path) }

    func open() throws(Refusal) -> SourceFile { try SourceFile(path: path, knowing: known) }
  }

  /// Lists the files, those of folders too, and sorts them; what cannot be read is reported.
  static func files(
    in paths: [String], pdf: PDFExtractor, knowing known: KnownColumns = .none,
    refused: inout [FileReport]
  ) -> [File] {
    var files: [File] = []
    for path in expand(paths) {
      do {
        let (byteCount, isPDF) = try SourceFile.glance(at: path)
        let format = isPDF ? .facturX : try self.format(of: path, knowing: known, pdf)
        guard known.asked == nil || format == .csvStatement else {
          throw Refusal(.columnsElsewhere(format))
        }
        files.append(File(path: path, byteCount: byteCount, format: format, known: known))
      } catch {
        let name = (path as NSString).lastPathComponent
        let refusal = error as? Refusal
        let words = refusal?.placedWords ?? Phrase("\(error)")
        var report = FileReport(name: name, format: nil, outcome: .refused(words), notes: [])
        report.path = path
        report.lacksColumns = refusal?.lacksColumns ?? false
        refused.append(report)
      }
    }
    return files.enumerated().sorted {
      ($0.element.format.rank, $0.offset) < ($1.element.format.rank, $1.offset)
    }.map(\.element)
  }

  private static func format(
    of path: String, knowing known: KnownColumns, _ pdf: PDFExtractor
  ) throws -> FileFormat {
    let source = try SourceFile(path: path, knowing: known)
    if let format = recognise(head: source.bytes, knowing: known) { return format }
    // Reading it says more precisely what is wrong with it.
    try Intake.read(source, pdf: pdf) { _ in }
    throw Refusal(.notRecognised)
  }

  /// The files of folders and their subfolders in the order of their names, hidden ones left out.
  private static func expand(_ paths: [String]) -> [String] {
    var walk = FolderWalk()
    for path in paths { walk.take(path) }
    return walk.files
  }
}

/// A walk through folders that meets each file and each folder once, whatever links lead to them.
private struct FolderWalk {
  private struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  private(set) var files: [String] = []
  private var seen: Set<Identity> = []
  /// Deeper folders are no one's papers.
  private static let deepest = 64

  mutating func take(_ path: String, depth: Int = 0) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      // What is missing or forbidden is reported when it is opened.
      files.append(path)
      return
    }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    // A file that was asked for by two names is read twice: the second is known then.
    if isFolder || isRegular && depth > 0 {
      let identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
      guard seen.insert(identity).inserted else { return }
    }
    guard isFolder else {
      files.append(path)
      return
    }
    guard depth < FolderWalk.deepest else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names.sorted() where !name.hasPrefix(".") && !ImportOrder.isBook(name) {
      take((path as NSString).appendingPathComponent(name), depth: depth + 1)
    }
  }
}

extension ImportOrder {
  /// A book, or what is kept beside one.
  fileprivate static func isBook(_ name: String) -> Bool {
    ["", "-wal", "-shm", "-journal", Archive.suffix].contains { name.hasSuffix(".encaisse" + $0) }
  }
}

extension FileFormat {
  fileprivate var rank: Int {
    switch self {
    case .csvCustomers: 0
    case .cii, .zugferd1, .ubl, .facturX, .pdfCopy, .csvInvoices: 1
    case .camt052, .camt053, .camt054, .mt940, .ofx, .cfonb120, .qif, .csvStatement: 2
    // What the bank says comes first: the books then tell what it paid.
    case .fec: 3
    // What is said of invoices and customers comes after them.
    case .cdar, .bodaccJSON, .bodaccXML: 4
    }
  }
}
