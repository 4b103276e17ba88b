import Foundation
import Intake
import Testing

/// What earlier fuzz campaigns found to tell most, read again: every input is taken or refused in
/// words, and nothing that once broke a reader breaks it again.
@Suite struct KeptCorpusTests {
  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../Benchmarks/Fuzz/corpus").standardized

  static let formats = [
    "bodacc", "camt", "cdar", "cfonb", "fec", "invoice", "label", "mt940", "ofx", "pdf", "qif",
    "table",
  ]

  @Test(arguments: formats) func eachIsTakenOrRefusedInWords(_ format: String) throws {
    let file = KeptCorpusTests.folder.appending(path: format + ".txt")
    let inputs = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(inputs.count >= 20)
    for input in inputs {
      let bytes = Array(try #require(Data(base64Encoded: String(input))))
      try bytes.withUnsafeBufferPointer { bytes in
        guard let source = try? SourceFile(name: "essai", bytes: bytes) else { return }
        do {
          try Intake.read(source, batch: 7, pdf: .inProcess) { reading in
            for rejection in reading.rejections { #expect(!rejection.french.isEmpty) }
          }
        } catch let refusal as Refusal {
          #expect(!refusal.words.french.isEmpty && !refusal.words.english.isEmpty, "\(input)")
        }
        if let xml = PDFExtractor.plainXML(in: source.bytes) {
          #expect(try PDFExtractor.inProcess.xml(in: source.bytes) == xml, "\(input)")
        }
        let json = inspect(source, pdf: .inProcess).json
        #expect(json.first == "{" && json.last == "}", "\(input)")
      }
    }
  }
}
