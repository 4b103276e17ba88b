import CreditPolicy
import Foundation
import Intake
import Ledger
import Testing

/// The check on real files that nobody on this project wrote: every error it finds was looked for
/// in the file by a person, and is one.
@Suite struct CheckedSamplesTests {
  /// These French fixtures name neither the capital nor the register (INV-02), and say nothing of
  /// discount, penalties and the 40 € (INV-08 to INV-10): no note, no term, no page holds them.
  static let withoutTerms = ["INV-02", "INV-08", "INV-09", "INV-10"]

  static let errors: [String: [String]] = [
    "cii/facture_cii_001.xml": withoutTerms, "cii/facture_cii_bulk-emi-0015.xml": withoutTerms,
    "cii/facture_cii_definitive_apres_acompte.xml": withoutTerms,
    "cii/facture_cii_remises_multitva.xml": withoutTerms,
    "cii/facture_cii_soustraitance_a4.xml": withoutTerms, "ubl/facture_ubl_001.xml": withoutTerms,
    "ubl/facture_ubl_definitive_apres_acompte.xml": withoutTerms,
    "ubl/facture_ubl_demo_ce-demo-2026-042.xml": withoutTerms,
    "ubl/facture_ubl_remises_multitva.xml": withoutTerms,
    // Credit notes: only the seller's capital and register are missing.
    "cii/avoir_cii_381.xml": ["INV-02"], "ubl/facture_ubl_002_avoir.xml": ["INV-02"],
  ]

  static let folder: URL? = {
    let here = URL(filePath: #filePath).resolvingSymlinksInPath()
    let checkout = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = checkout.deletingLastPathComponent().appending(path: "shared/samples")
    if FileManager.default.fileExists(atPath: folder.path) { return folder }
    print("skipped: no shared/samples beside the checkout")
    return nil
  }()

  static let files: [String] = ["facturx", "cii", "ubl"].flatMap { kind -> [String] in
    guard let path = folder?.appending(path: kind).path else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().filter { !$0.hasSuffix(".md") }.map { kind + "/" + $0 }
  }

  static func reviews(of file: String) throws -> [InvoiceReview] {
    let folder = try #require(CheckedSamplesTests.folder)
    var reviews: [InvoiceReview] = []
    let source = try SourceFile(path: folder.appending(path: file).path)
    try Intake.read(source, pdf: .inProcess) { reading in
      for case .document(let draft) in reading.drafts { reviews.append(review(draft)) }
    }
    return reviews
  }

  @Test(arguments: files) func errorsAreTrue(_ file: String) throws {
    for review in try CheckedSamplesTests.reviews(of: file) {
      let errors = review.findings.filter { $0.level == .error }.map(\.lint.rawValue)
      #expect(errors == CheckedSamplesTests.errors[file] ?? [], "\(file)")
      for finding in review.findings {
        #expect(!finding.words(in: .french).isEmpty && !finding.words(in: .english).isEmpty)
      }
    }
  }

  @Test func everyFolderWasFound() {
    guard CheckedSamplesTests.folder != nil else { return }
    #expect(CheckedSamplesTests.files.count >= 37)
    #expect(Set(CheckedSamplesTests.errors.keys).isSubset(of: CheckedSamplesTests.files))
  }
}
