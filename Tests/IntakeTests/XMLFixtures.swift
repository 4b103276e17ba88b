import Foundation
import Intake
import Ledger
import Quantities

/// Reads bytes through the door, and prints what came out, one line a draft.
enum XMLFixtures {
  struct Outcome {
    var format: FileFormat?
    var reading = Reading()
    var batches = 0

    var lines: [BankLine] {
      reading.drafts.compactMap { if case .bankLine(let line) = $0 { line } else { nil } }
    }

    var documents: [DocumentDraft] {
      reading.drafts.compactMap { if case .document(let draft) = $0 { draft } else { nil } }
    }
  }

  static func read(
    _ bytes: [UInt8], batch: Int = 10_000, pdf: PDFExtractor = .inProcess
  ) throws -> Outcome {
    var outcome = Outcome()
    let file = try SourceFile(name: "essai", bytes: bytes)
    outcome.format = try Intake.read(file, batch: batch, pdf: pdf) { part in
      outcome.batches += 1
      outcome.reading.drafts += part.drafts
      outcome.reading.rejections += part.rejections
      outcome.reading.notes += part.notes
      outcome.reading.figures += part.figures
    }
    return outcome
  }

  static func read(_ text: String, batch: Int = 10_000) throws -> Outcome {
    try read(Array(text.utf8), batch: batch)
  }

  /// The kind of refusal the bytes meet; nil when they are read.
  static func refusal(_ bytes: [UInt8], pdf: PDFExtractor = .inProcess) -> Refusal.Kind? {
    do {
      _ = try read(bytes, pdf: pdf)
      return nil
    } catch {
      return (error as? Refusal)?.kind
    }
  }

  static func refusal(_ text: String) -> Refusal.Kind? { refusal(Array(text.utf8)) }

  /// The folder of samples beside the checkout, and nil with a message where there is none.
  static let samples: URL? = {
    let here = URL(filePath: #filePath).resolvingSymlinksInPath()
    let checkout = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = checkout.deletingLastPathComponent().appending(path: "shared/samples")
    if FileManager.default.fileExists(atPath: folder.path) { return folder }
    print("skipped: no shared/samples beside the checkout")
    return nil
  }()
}

extension String {
  /// Ordinary spaces for the no-break ones, so that a test can be typed.
  var typed: String {
    replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }
}

/// Numbers that look random and are the same for a seed.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
