import Ledger

/// The format of a file, found from its first bytes and never from its name; nil when it is none
/// of ours. 64 KB are plenty. `known` says what people know of bank tables.
public func recognise(
  head whole: UnsafeRawBufferPointer, knowing known: KnownColumns = .none
) -> FileFormat? {
  // What is no text is told by its beginning: nobody reads three gigabytes of it.
  let head = UnsafeRawBufferPointer(rebasing: whole.prefix(TableReader.headLength))
  if ForeignFile(head) != nil { return nil }
  if isPDF(head) { return .facturX }
  if let format = StatementFile.recognise(head) { return format }
  if XMLRoot.isLikely(head) { return try? XMLRoot.format(of: whole) }
  if BodaccJSON.isLikely(head) { return .bodaccJSON }
  return FECFile.isLikely(head) ? .fec : TableReader.recognise(head, knowing: known)
}

/// Reads a file of any format and hands over what it says, in batches of about `batch` records.
///
/// Returns the format. Throws a `Refusal` that names the file, or what `into` threw; whatever was
/// handed over before must then be put aside: a damaged file is imported whole or not at all.
/// `content` is what came out of a PDF before.
@discardableResult
public func read(
  _ file: SourceFile, batch: Int = 2_000, pdf: PDFExtractor, content: PDFContent? = nil,
  into: (Reading) throws -> Void
) throws -> FileFormat {
  do {
    return try readContent(of: file, batch: batch, pdf: pdf, content) { reading in
      try into(reading)
      file.releasePages()
    }
  } catch var refusal as Refusal {
    if refusal.file.isEmpty { refusal.file = file.name }
    throw refusal
  }
}

private func readContent(
  of file: SourceFile, batch: Int, pdf: PDFExtractor, _ content: PDFContent?,
  into: (Reading) throws -> Void
) throws -> FileFormat {
  let bytes = file.bytes
  let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(TableReader.headLength))
  if let kind = ForeignFile(head) { throw Refusal(.foreignFile(kind)) }
  if isPDF(head) {
    try (content?.answer.content ?? pdf.xml(in: bytes)).withUnsafeBytes { xml in
      let format = try XMLRoot.formatBeforeReading(xml)
      try InvoiceFile.read(xml, format: format, batch: batch) { try into($0.withPage) }
    }
    return .facturX
  }
  if let format = StatementFile.recognise(head) {
    try StatementFile.read(bytes, format: format, batch: batch, into: into)
    return format
  }
  if let refusal = StatementFile.refusal(of: head) { throw refusal }
  if XMLRoot.isLikely(head) {
    let format = try XMLRoot.format(of: bytes)
    try readXML(bytes, format: format, batch: batch, into: into)
    return format
  }
  if BodaccJSON.isLikely(head) {
    try BodaccJSON.read(bytes, batch: batch, into: into)
    return .bodaccJSON
  }
  if FECFile.isLikely(head) {
    try FECFile.read(bytes, batch: batch, into: into)
    return .fec
  }
  guard let format = TableReader.recognise(head, knowing: file.known) else {
    throw TableReader.refusal(of: head, knowing: file.known) ?? Refusal(.notRecognised)
  }
  try TableReader.read(file, format: format, batch: batch, into: into)
  return format
}

private func readXML(
  _ bytes: UnsafeRawBufferPointer, format: FileFormat, batch: Int, into: (Reading) throws -> Void
) throws {
  switch format {
  case .camt052, .camt053, .camt054: try CamtFile.read(bytes, batch: batch, into: into)
  case .cdar: try LifecycleMessage.read(bytes, batch: batch, into: into)
  case .bodaccXML: try BodaccXML.read(bytes, batch: batch, into: into)
  default: try InvoiceFile.read(bytes, format: format, batch: batch, into: into)
  }
}

/// A PDF starts with `%PDF-`, for some writers after a few other bytes.
func isPDF(_ bytes: UnsafeRawBufferPointer) -> Bool {
  let mark = Array("%PDF-".utf8)
  let head = bytes.prefix(1024)
  guard !XMLRoot.isLikely(bytes), head.count >= mark.count else { return false }
  for place in 0...(head.count - mark.count) where head[place] == mark[0] {
    if head[place..<(place + mark.count)].elementsEqual(mark) { return true }
  }
  return false
}

extension Reading {
  /// The same, its documents marked as standing on a page that people read.
  fileprivate var withPage: Reading {
    var reading = self
    reading.drafts = drafts.map { draft in
      guard case .document(let read) = draft else { return draft }
      var document = read
      document.mentions?.hasPage = true
      return .document(document)
    }
    return reading
  }
}
