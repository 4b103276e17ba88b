import Foundation
import Intake

/// The files of an import in the order the book needs them: customers, documents, bank.
enum ImportOrder {
  struct File: Sendable {
    let source: SourceFile
    let format: FileFormat
  }

  /// Opens the files, those of folders too, and sorts them; what cannot be read is reported.
  static func files(
    in paths: [String], pdf: PDFExtractor, knowing known: KnownColumns = .none,
    refused: inout [FileReport]
  ) -> [File] {
    var files: [File] = []
    for path in paths.flatMap(expand) {
      do {
        let source = try SourceFile(path: path, knowing: known)
        guard let format = recognise(head: source.bytes, knowing: known) else {
          // Reading it says more precisely what is wrong with it.
          try Intake.read(source, pdf: pdf) { _ in }
          throw Refusal(.notRecognised)
        }
        guard known.asked == nil || format == .csvStatement else {
          throw Refusal(.columnsElsewhere(format))
        }
        files.append(File(source: source, format: format))
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

  /// The files of a folder and its subfolders in the order of their names, hidden ones left out.
  private static func expand(_ path: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") && !isBook($0) }
      .flatMap { expand((path as NSString).appendingPathComponent($0)) }
  }
}

extension ImportOrder {
  /// A book, or what SQLite keeps beside an open one.
  private static func isBook(_ name: String) -> Bool {
    ["", "-wal", "-shm", "-journal"].contains { name.hasSuffix(".encaisse" + $0) }
  }
}

extension FileFormat {
  fileprivate var rank: Int {
    switch self {
    case .csvCustomers: 0
    case .cii, .zugferd1, .ubl, .facturX, .csvInvoices: 1
    case .camt052, .camt053, .camt054, .mt940, .ofx, .cfonb120, .qif, .csvStatement: 2
    // What the bank says comes first: the books then tell what it paid.
    case .fec: 3
    // What is said of invoices and customers comes after them.
    case .cdar, .bodaccJSON, .bodaccXML: 4
    }
  }
}
