import Foundation
import Intake
import Testing

/// What people send instead of one of our files is called by its name, with what to do.
@Suite struct ForeignFileTests {
  static let files: [(start: [UInt8], kind: ForeignFile)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .oldOffice),
    (Array("PK\u{3}\u{4}      [Content_Types].xml  xl/workbook.xml".utf8), .spreadsheet),
    (Array("PK\u{3}\u{4}      [Content_Types].xml  word/document.xml".utf8), .document),
    (
      Array("PK\u{3}\u{4} mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
      .openSpreadsheet
    ),
    (Array("PK\u{3}\u{4}      releve-novembre.csv".utf8), .zip),
    ([0x1F, 0x8B, 8, 0], .archive), ([0x89, 0x50, 0x4E, 0x47, 13, 10], .image),
    ([0xFF, 0xD8, 0xFF, 0xE0], .image), (Array("{\\rtf1\\ansi".utf8), .rtf),
    (Array("<!DOCTYPE html>\n<html><table><tr><td>Date".utf8), .html),
    (Array("\u{FEFF}\n<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">".utf8), .html),
    (
      Array(
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>".utf8),
      .xmlSpreadsheet
    ),
    (Array("Return-Path: <compta@exemple.fr>\r\nSubject: relevé\r\n\r\nBonjour".utf8), .mail),
  ]

  @Test(arguments: files.indices) func isCalledByItsName(_ place: Int) throws {
    let (start, kind) = ForeignFileTests.files[place]
    #expect(XMLFixtures.refusal(start) == .foreignFile(kind))
    let file = try SourceFile(name: "reçu", bytes: start)
    #expect(inspect(file, pdf: .inProcess).isRefused)
    let words = Refusal(.foreignFile(kind)).words
    #expect(words.french.hasPrefix("c’est un") && words.english.hasPrefix("this is a"))
    // Cut anywhere it is refused, or a text like others.
    for length in stride(from: 1, to: start.count, by: 3) {
      _ = XMLFixtures.refusal(Array(start.prefix(length)))
    }
  }

  /// A table whose first words look like a mail's is one all the same.
  @Test func ourOwnFilesAreNot() throws {
    let text = "Date:;Libellé;Montant\n27/11/2026;VIR DE GARAGE PETIT;12,00\n"
    #expect(try printed(text).contains("GARAGE PETIT"))
  }

  /// Three gigabytes of nothing are refused from their beginning.
  @Test func aHugeFileOfZerosIsRefusedAtOnce() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "creux-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 3 << 30)
    try handle.close()
    let start = ContinuousClock.now
    let file = try SourceFile(path: path)
    #expect(recognise(head: file.bytes) == nil)
    #expect(throws: Refusal.self) { try Intake.read(file, pdf: .inProcess) { _ in } }
    #expect(ContinuousClock.now - start < .seconds(1))
  }
}
