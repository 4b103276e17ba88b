/// A rejected record of an earlier import, as the table that was given out to be mended names it.
public struct MendedRecord: Hashable, Sendable {
  public let source: Int64
  /// Its place among the rejections of that import, from 0.
  public let position: Int

  public init(source: Int64, position: Int) {
    self.source = source
    self.position = position
  }

  /// `[3-12] `, before the reason; read back when the table comes again.
  public var mark: String { "[\(source)-\(position)] " }

  /// Reads the mark that a reason begins with.
  init?(reason: String) {
    guard reason.utf8.first == UInt8(ascii: "["), let end = reason.firstIndex(of: "]") else {
      return nil
    }
    let parts = reason[reason.index(after: reason.startIndex)..<end].split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let source = Int64(parts[0]), let position = Int(parts[1]),
      source > 0, position >= 0
    else { return nil }
    self.init(source: source, position: position)
  }
}

/// The lines of a table as they stand in its file, found by their numbers: asked in their order,
/// each is met once.
public final class TableLines {
  private let file: SourceFile
  private let text: TableText
  private let layout: TableLayout
  private var scanner: RowScanner

  /// Nil for what is no table.
  public init?(_ file: SourceFile) {
    guard let text = TableText(file.bytes),
      let layout = (try? TableLayout.find(text, file.known)) ?? nil
    else { return nil }
    self.file = file
    self.text = text
    self.layout = layout
    scanner = RowScanner(text, delimiter: layout.delimiter, at: layout.body)
  }

  /// The record that begins on a line; nil when none does.
  public func raw(line: Int) -> String? {
    if line < scanner.line {
      scanner = RowScanner(text, delimiter: layout.delimiter, at: layout.body)
    }
    while scanner.line < line, scanner.next() {}
    guard scanner.line == line else { return nil }
    let count = min(scanner.stop - scanner.start, 1 << 16)
    return text.encoding.text(UnsafeBufferPointer(start: scanner.start, count: count))
  }
}

/// The cells of one record as it was kept, cut as its table was.
public func cells(of record: String, delimiter: String) -> [String] {
  let bytes = Array(record.utf8)
  guard let mark = delimiter.utf8.first, !bytes.isEmpty else { return [] }
  return bytes.withUnsafeBytes { raw in
    guard let text = TableText(raw) else { return [] }
    var scanner = RowScanner(text, delimiter: mark)
    guard scanner.next() else { return [] }
    return (0..<min(scanner.kept, 1_000)).map { text.text(scanner.cells[$0]) }
  }
}
