/// A whole file that cannot be taken in: what was found, where, and what to do about it.
public struct Refusal: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case missing
    case empty
    case directory
    /// A pipe, a socket or a device.
    case notAFile
    case noPermission
    /// The system's own words for a failed read.
    case unreadable(String)
    case tooLarge(limitInMegabytes: Int)
    case notRecognised
    /// A kind of file that is none of ours, and known.
    case foreignFile(ForeignFile)
    /// An XML document that declares a DOCTYPE: never read, whatever it says.
    case doctype
    /// The parser's own words.
    case invalidXML(String)
    /// Nesting, nodes or text past what any honest file holds.
    case excessiveXML(Phrase)
    case wrongRoot(String)
    /// What stands where the JSON text breaks off or goes wrong.
    case invalidJSON(String)
    /// Nesting, values or text past what any honest file holds.
    case excessiveJSON(Phrase)
    /// The expected part is absent: a statement without `Stmt`, for instance.
    case missingElement(String)
    case noInvoiceInPDF
    /// Its name holds the numbers of several invoices, none longer than the others.
    case severalInvoices([String])
    case encryptedPDF
    case damagedPDF
    /// Taking the invoice out of the PDF used too much time or memory.
    case excessivePDF
    /// The part of the program that opens PDF files could not be started.
    case noPDFReader
    /// A statement cut short, or out of its own order; the phrase says what is wrong.
    case damagedStatement(Phrase)
    /// Characters that are not read, by the name of their code: EBCDIC, UTF-16.
    case foreignCharacters(String)
    /// A table whose columns cannot be told; the phrase says which one is lacking.
    case unknownColumns(Phrase)
    /// A ledger or an aged balance; the phrase says what to bring instead.
    case otherTable(Phrase)
    /// What a person says of the columns is not what they hold; the phrase says what was found.
    case wrongColumns(Phrase)
    /// Columns are named for a file that is no bank's table.
    case columnsElsewhere(FileFormat)
  }

  public let kind: Kind
  /// The name of the file; empty until the door has set it.
  public var file: String
  public let place: Place?

  public init(_ kind: Kind, file: String = "", at place: Place? = nil) {
    self.kind = kind
    self.file = file
    self.place = place
  }

  /// A person could help by saying what the columns of the table hold.
  public var lacksColumns: Bool {
    switch kind {
    case .unknownColumns, .wrongColumns: true
    default: false
    }
  }

  /// The place, what was found and the remedy, where the file is named beside it.
  public var placedWords: Phrase {
    guard let place else { return words }
    return Phrase(
      french: "\(place.french)\u{A0}: \(words.french)",
      english: "\(place.english): \(words.english)")
  }

  /// The file, the place, what was found and the remedy.
  public var french: String {
    let start = [file, place?.french ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return (start.isEmpty ? "" : start + "\u{A0}: ") + words.french
  }

  public var english: String {
    let start = [file, place?.english ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return (start.isEmpty ? "" : start + ": ") + words.english
  }
}
