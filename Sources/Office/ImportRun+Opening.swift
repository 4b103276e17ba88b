import Intake
import Store

/// The files of a group, opened and read as far as they can be.
struct OpenedFiles {
  var incoming: [(place: Int, file: IncomingFile)] = []
  /// Those that are known or refused, by their places.
  var reports: [Int: FileReport] = [:]
  /// PDFs that hold no invoice.
  var plain: [PlainPDF] = []
}

extension ImportRun {
  private struct Waiting {
    let place: Int
    let source: SourceFile
    let digest: String
  }

  /// So many files are opened before the first of them is read: their PDFs go to the worker
  /// together. Few enough that their bytes are still at hand in the processor.
  private static let openedTogether = 12

  /// Opens the files of a group, and reads those that are small.
  func open(
    _ files: [ImportOrder.File], _ group: Range<Int>, _ pace: ImportPace
  ) throws -> OpenedFiles {
    var opened = OpenedFiles()
    var waiting: [Waiting] = []
    for place in group {
      try pace.read(place, records: 0)
      let file = files[place]
      do {
        let source = try file.open()
        let digest = Digest.of(source.bytes)
        waiting.append(Waiting(place: place, source: source, digest: digest))
      } catch {
        opened.reports[place] = FileReport(file, error)
      }
      guard waiting.count == ImportRun.openedTogether || place == group.upperBound - 1 else {
        continue
      }
      try read(new(waiting, of: files, into: &opened), of: files, into: &opened)
      waiting = []
    }
    return opened
  }

  /// Those of the files that were not taken in before.
  private func new(
    _ waiting: [Waiting], of files: [ImportOrder.File], into opened: inout OpenedFiles
  ) throws -> [Waiting] {
    let numbers = try store.read { reader in
      try waiting.map { try reader.importNumber(digest: $0.digest) }
    }
    var new: [Waiting] = []
    for (one, number) in zip(waiting, numbers) {
      if let number,
        let known = try knownBefore(files[one.place], one.source, one.digest, as: number)
      {
        opened.reports[one.place] = known
      } else {
        new.append(one)
      }
    }
    return new
  }

  private func read(
    _ waiting: [Waiting], of files: [ImportOrder.File], into opened: inout OpenedFiles
  ) throws {
    let small = waiting.filter { files[$0.place].isSmallInvoice }
    let pdfs = small.filter { files[$0.place].format == .facturX }
    let contents = Dictionary(
      uniqueKeysWithValues: zip(pdfs.map(\.place), pdf.contents(of: pdfs.map(\.source))))
    for one in waiting {
      let file = files[one.place]
      do {
        let incoming = try IncomingFile(
          file, one.source, digest: one.digest, pdf, contents[one.place] ?? nil)
        opened.incoming.append((one.place, incoming))
      } catch let refusal as Refusal where refusal.kind == .noInvoiceInPDF {
        opened.plain.append(PlainPDF(place: one.place))
      } catch let refusal as Refusal {
        opened.reports[one.place] = FileReport(file, refusal)
      }
    }
  }
}
