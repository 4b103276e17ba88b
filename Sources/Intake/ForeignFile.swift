/// A file of a kind that people often send instead of one of ours, known by its first bytes.
public enum ForeignFile: Hashable, Sendable, CaseIterable {
  case spreadsheet, openSpreadsheet, oldOffice, document, html, xmlSpreadsheet
  case zip, archive, mail, image, rtf, database

  /// Nil for what may be one of ours.
  init?(_ head: UnsafeRawBufferPointer) {
    // None of them begins like a PDF, of which there are many.
    if head.starts(with: [0x25, 0x50, 0x44, 0x46, 0x2D]) { return nil }
    let marks: [([UInt8], ForeignFile)] = [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
      ([0x1F, 0x8B], .archive), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
      (Array("Rar!\u{1A}\u{07}".utf8), .archive), ([0x89, 0x50, 0x4E, 0x47], .image),
      ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image), ([0x49, 0x49, 0x2A, 0], .image),
      ([0x4D, 0x4D, 0, 0x2A], .image), (Array("{\\rtf".utf8), .rtf),
      (Array("SQLite format 3\0".utf8), .database),
    ]
    if let found = marks.first(where: { head.starts(with: $0.0) }) {
      self = found.1
    } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = ForeignFile.packed(head)
    } else if head.dropFirst(4).starts(with: "ftyphei".utf8)
      || head.starts(with: "RIFF".utf8) && head.dropFirst(8).starts(with: "WEBP".utf8)
    {
      self = .image
    } else if let text = ForeignFile.text(head) {
      self = text
    } else {
      return nil
    }
  }

  /// What a ZIP holds: spreadsheets and documents of today are ZIP files too.
  private static func packed(_ head: UnsafeRawBufferPointer) -> ForeignFile {
    let start = UnsafeRawBufferPointer(rebasing: head.prefix(1 << 16))
    let bytes = start.bindMemory(to: UInt8.self)
    if bytes.contains("opendocument.spreadsheet") { return .openSpreadsheet }
    if bytes.contains("opendocument.text") || bytes.contains("word/") { return .document }
    if bytes.contains("xl/") { return .spreadsheet }
    return bytes.contains("[Content_Types].xml") ? .document : .zip
  }

  private static func text(_ head: UnsafeRawBufferPointer) -> ForeignFile? {
    let start = head.prefix(4096).drop { [0xEF, 0xBB, 0xBF, 32, 9, 10, 13].contains($0) }
    let lower = start.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
    let pages = ["<!doctype html", "<html", "<table", "<head", "<meta", "<body"]
    if pages.contains(where: { lower.starts(with: $0.utf8) }) { return .html }
    let words = lower.withUnsafeBufferPointer { bytes -> ForeignFile? in
      guard bytes.first == 60 else { return nil }
      if bytes.contains("progid=\"excel.sheet\"") { return .xmlSpreadsheet }
      return bytes.contains("<html") ? .html : nil
    }
    return words ?? (isMail(lower) ? .mail : nil)
  }

  /// Lines of a mail's head: two of them, each with its colon, before anything else.
  private static func isMail(_ lower: [UInt8]) -> Bool {
    let names = [
      "return-path", "received", "delivered-to", "from", "to", "subject", "date", "message-id",
      "mime-version", "content-type", "x-", "dkim-signature", "reply-to", "arc-", "authentication-",
    ]
    guard names.contains(where: { lower.starts(with: $0.utf8) }) else { return false }
    var seen = 0
    for line in lower.split(separator: 10).prefix(4) {
      guard let colon = line.firstIndex(of: 58) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self)
      if name.hasPrefix("x-") || name.hasPrefix("arc-") || names.contains(name) { seen += 1 }
    }
    return seen >= 2
  }

  /// What it is, and what to do about it.
  var words: Phrase {
    switch self {
    case .spreadsheet:
      Phrase(
        french: "c’est un classeur Excel (.xlsx). Ouvrez-le et enregistrez la feuille en CSV UTF-8 "
          + "(Fichier, Enregistrer sous).",
        english: "this is an Excel workbook (.xlsx). Open it and save the sheet as CSV UTF-8.")
    case .openSpreadsheet:
      Phrase(
        french: "c’est un classeur LibreOffice (.ods). Ouvrez-le et enregistrez la feuille en CSV.",
        english: "this is a LibreOffice sheet (.ods). Open it and save the sheet as CSV.")
    case .oldOffice:
      Phrase(
        french: "c’est un ancien fichier Office (.xls, .doc ou .msg). Ouvrez-le et enregistrez le "
          + "tableau en CSV, ou la pièce jointe à part.",
        english: "this is an old Office file (.xls, .doc or .msg). Open it and save the table as "
          + "CSV, or the attachment by itself.")
    case .document, .rtf:
      Phrase(
        french: "c’est un document de bureautique (Word ou semblable). Enregistrez son tableau en "
          + "CSV, ou demandez la facture en Factur-X.",
        english: "this is an office document (Word or the like). Save its table as CSV, or ask for "
          + "the invoice as Factur-X.")
    case .html:
      Phrase(
        french: "c’est une page web (HTML), que certaines banques nomment .xls. Ouvrez-la dans un "
          + "tableur et enregistrez-la en CSV, ou téléchargez le relevé en CSV, OFX ou CAMT.",
        english: "this is a web page (HTML), which some banks call .xls. Open it in a spreadsheet "
          + "and save it as CSV, or download the statement as CSV, OFX or CAMT.")
    case .xmlSpreadsheet:
      Phrase(
        french: "c’est une feuille Excel en XML. Ouvrez-la et enregistrez-la en CSV.",
        english: "this is an Excel sheet in XML. Open it and save it as CSV.")
    default: otherWords
    }
  }

  private var otherWords: Phrase {
    switch self {
    case .zip, .archive:
      Phrase(
        french: "c’est une archive compressée. Décompressez-la et importez les fichiers qu’elle "
          + "contient.",
        english: "this is a compressed archive. Unpack it and import the files inside it.")
    case .mail:
      Phrase(
        french: "c’est un courriel. Enregistrez sa pièce jointe et importez-la.",
        english: "this is an e-mail. Save its attachment and import that.")
    case .image:
      Phrase(
        french: "c’est une image, pas un fichier de données. Demandez la facture en Factur-X, ou "
          + "le relevé en CSV, OFX ou CAMT.",
        english: "this is a picture, not data. Ask for the invoice as Factur-X, or for the "
          + "statement as CSV, OFX or CAMT.")
    default:
      Phrase(
        french: "c’est une base de données, pas un fichier à importer. Ouvrez un livre avec "
          + "--book.",
        english: "this is a database, not a file to import. Open a book with --book.")
    }
  }
}
